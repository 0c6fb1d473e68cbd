/** Toneless Mandarin syllables (汉语拼音方案), with ü written v; `lv`/`nv` also as passports and readers write them. */
const SYLLABLES = new Set(
  (
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo " +
    "da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo " +
    "ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo " +
    "la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve lyu lue ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve nyu nue " +
    "o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo " +
    "sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo " +
    "wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo"
  ).split(" "),
);

const PREFIXES = new Set<string>();
for (const syllable of SYLLABLES) for (let end = 1; end <= syllable.length; end++) PREFIXES.add(syllable.slice(0, end));

const LONGEST = 6;

/**
 * Splits letters into whole syllables, fewest first (`fangang` → `fan gang`, then `fang ang`).
 * @returns at most `limit` splits of at most `maxSyllables` syllables; empty when the letters are not pinyin.
 */
export function splitSyllables(letters: string, maxSyllables: number, limit: number): string[][] {
  const found: string[][] = [];
  const walk = (start: number, taken: string[]): void => {
    if (start === letters.length) {
      found.push([...taken]);
      return;
    }
    if (taken.length === maxSyllables) return;
    for (let size = Math.min(LONGEST, letters.length - start); size >= 1; size--) {
      const piece = letters.slice(start, start + size);
      if (!SYLLABLES.has(piece)) continue;
      taken.push(piece);
      walk(start + size, taken);
      taken.pop();
    }
  };
  if (letters.length > 0 && letters.length <= LONGEST * maxSyllables) walk(0, []);
  return found.sort((a, b) => a.length - b.length).slice(0, limit);
}

/**
 * Splits letters into beginnings of syllables (`zwenq` → `z wen q`), every way there is.
 * @returns at most `limit` splits of at most `maxPieces` pieces, fewest pieces first.
 */
export function splitPieces(letters: string, maxPieces: number, limit: number): string[][] {
  const found: string[][] = [];
  const walk = (start: number, taken: string[]): void => {
    if (found.length >= limit * 4) return;
    if (start === letters.length) {
      found.push([...taken]);
      return;
    }
    if (taken.length === maxPieces) return;
    for (let size = Math.min(LONGEST, letters.length - start); size >= 1; size--) {
      const piece = letters.slice(start, start + size);
      if (!PREFIXES.has(piece)) continue;
      taken.push(piece);
      walk(start + size, taken);
      taken.pop();
    }
  };
  if (letters.length > 0) walk(0, []);
  return found.sort((a, b) => a.length - b.length).slice(0, limit);
}

/** The letters in which a syllable is written: `lv` is also typed `lu` and, as in passports, `lyu`. */
export function spellings(syllable: string): readonly string[] {
  switch (syllable) {
    case "lv":
      return ["lv", "lu", "lyu"];
    case "nv":
      return ["nv", "nu", "nyu"];
    case "lve":
      return ["lve", "lue", "lyue"];
    case "nve":
      return ["nve", "nue", "nyue"];
    default:
      return [syllable];
  }
}
