import type { Role, TermKind } from "./lexicon.types.ts";

/** What a cue word says about its neighbour. */
export interface Cue {
  /** The word stands before (`在…`) or after (`…毕业`) what it speaks of. */
  readonly side: "before" | "after";
  readonly role: Role | "field" | "not" | "outside";
  /** Only next to these kinds of things; elsewhere the word is a filler or ordinary text. */
  readonly kinds: readonly TermKind[];
}

const BOTH = ["place", "institution"] as const;

const ANY = ["place", "institution", "field", "award", "tier", "abroad"] as const;

const CUE_WORDS: readonly (readonly [Cue["side"], Cue["role"], Cue["kinds"], string])[] = [
  [
    "before",
    "work",
    BOTH,
    "在,于,曾在,曾于,曾任职于,现在,目前在,现居,定居,定居在,旅居,任职于,就职于,供职于,工作于,工作在,任教于,执教于,任教,任职,就职,供职,works in,working in,work in,works at,working at,work at,working for,works for,based in,based at,at,in,employed by,employed at,employed in,lives in,living in,professor at,professors at,faculty at",
  ],
  [
    "before",
    "study",
    BOTH,
    "毕业于,毕业自,就读于,曾就读于,求学于,留学,留学于,学于,studied at,studied in,study at,studying at,graduated from,graduated at,graduate of,graduates of,educated at,educated in,phd from,phd at,phds from,degree from,degree at,alumni of,alumnus of,alumna of,trained at",
  ],
  ["before", "birth", ["place"], "出生于,出生在,生于,生在,出生地,出生地为,born in,born at"],
  [
    "before",
    "ancestral",
    ["place"],
    "祖籍,祖籍是,祖籍为,祖籍在,籍贯,籍贯是,籍贯为,原籍,ancestral home,ancestral home in,ancestral home is,ancestry in,ancestry from",
  ],
  ["before", "home", BOTH, "来自,老家,老家在,老家是,家乡,家乡在,家乡是,出身,出身于,from,native of,natives of,coming from,hometown"],
  ["before", "outside", ["place"], "不在,没在,不在于,not in,outside,outside of,not working in"],
  [
    "before",
    "not",
    ANY,
    "非,不是,不在,没在,不是在,not in,not at,outside,outside of,不做,不研究,没有,除,除了,not,not from,non,except,without",
  ],
  [
    "before",
    "field",
    ["field"],
    "做,搞,研究,从事,专攻,主攻,攻,擅长,专长,专长是,专长于,方向,方向是,方向为,研究方向,研究方向是,研究方向为,专业,专业是,领域,领域是,涉及,关于,在,in,on,of,for,working on,works on,work on,working in,works in,work in,specialising in,specializing in,specialises in,specializes in,specialised in,specialized in,expert in,experts in,expert on,experts on,focusing on,focused on,studying,researching,researches,research in,research on,field of",
  ],
  ["after", "home", ["place"], "籍,籍贯,人,人氏,本地人,老乡,户籍,出身,籍的,native,natives"],
  ["after", "birth", ["place"], "出生,出生的,生人,born"],
  ["after", "ancestral", ["place"], "祖籍"],
  [
    "after",
    "study",
    BOTH,
    "毕业,毕业的,毕业生,校友,读博,读研,读书,博士,硕士,本科,学士,博士毕业,硕士毕业,本科毕业,求学,就读,留学,留学的,学习,出身,alumni,alumnus,alumna,graduate,graduates,grad,grads,phd,phds,trained,educated",
  ],
  [
    "after",
    "work",
    BOTH,
    "工作,工作的,任职,就职,任教,供职,上班,教授,教师,老师,研究员,院长,校长,所长,based,professor,professors,faculty,employee,employees",
  ],
  ["after", "work", ["institution"], "的"],
  [
    "after",
    "field",
    ["field"],
    "专家,领域,方向,研究,学者,科学家,方面,专业,技术,研究者,研究人员,人才,researcher,researchers,scientist,scientists,expert,experts,research",
  ],
];

/** All cues by folded word. */
export const CUES: ReadonlyMap<string, readonly Cue[]> = (() => {
  const cues = new Map<string, Cue[]>();
  for (const [side, role, kinds, words] of CUE_WORDS)
    for (const word of words.split(",")) cues.set(word, [...(cues.get(word) ?? []), { side, role, kinds }]);
  return cues;
})();

/** Words that say nothing about who is wanted. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    "的,了,吗,呢,啊,吧,等,等等,们,那些,哪些,有哪些,都有哪些,有谁,谁,谁在,哪位,哪几位,几位,一位,一些,某,请,请问,请找,找,找到,找出,找一下,找一个,找几个,找一位,一个,几个,一下,姓,麻烦,查,查找,查询,搜索,搜,帮我,帮我找,给我,给我找,我要,我要找,我想,我想找,想找,列出,显示,所有,全部,有,有没有,是,是谁,为,科学家,科研人员,学者,专家,教授,研究员,研究者,研究人员,人才,人员,人士,工作者,同志,博士,先生,女士,老师,领域,方向,方面,专业,相关,有关,相关的,有关的,且,并,并且,而且,同时,和,与,及,以及,或,或者,还是,曾经,现,现在,目前,正在,做,研究,从事,工作,任职,毕业,校友,出生,籍,籍贯,祖籍,人," +
    "the,of,who,whose,which,is,are,was,were,has,have,and,or,that,with,by,for,to,scientist,scientists,researcher,researchers,expert,experts,scholar,scholars,professor,professors,prof,dr,people,person,talent,talents,find,search,show,list,me,all,any,please,working,works,work,worked,field,fields,area,research,researching,in,at,on,from,now,currently,born,based,studied,also,as,someone,anyone,those"
  ).split(","),
);

/** Words that join two things of one kind (`四川或重庆籍`). */
export const CONNECTORS: ReadonlySet<string> = new Set(["和", "与", "及", "以及", "或", "或者", "、", "and", "or", "&"]);
