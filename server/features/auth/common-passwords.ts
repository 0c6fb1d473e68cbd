/**
 * Words that common passwords are made of, in English, pinyin and keyboard habits. Chosen by hand for the rule below, which finds them in any
 * combination with each other, with years, runs and repeated characters; a list of whole passwords would miss most of those of 12 characters.
 */
export const COMMON_WORDS: readonly string[] =
  `password passwort passwd pass pwd admin administrator root system manager guest user login welcome letmein hello secret private master
  default changeme change test testing temp demo sample example server database oracle mysql neo4j postgres linux windows ubuntu centos
  qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qaz wsx edc rfv tgb yhn ujm 1qaz 2wsx 3edc 4rfv 5tgb qweasd qweasdzxc
  iloveyou love lover loveyou iloveu baby babygirl angel princess prince sunshine flower summer winter spring autumn monkey dragon tiger
  lion eagle phoenix shadow superman batman spider pokemon starwars football baseball basketball soccer hockey michael jordan daniel jessica
  ashley charlie andrew thomas george david robert william matthew joshua jennifer michelle nicole hannah amanda computer internet google
  facebook twitter wechat weixin alipay taobao baidu tencent huawei xiaomi apple microsoft samsung trustno freedom whatever nothing money
  woaini woaiwojia aini wangyi caonima nihao zhongguo china beijing shanghai chengdu sichuan chongqing guangzhou shenzhen tianxia zhang wang
  chen yang huang zhao zhou woshi laopo laogong baobao shengri mima kouling guanli guanliyuan yonghu ceshi gongsi rencai talent scientist
  strategic office company january february march april june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday today tomorrow forever number abc xyz abcd aaa www com net org the and you for my me our your this that new
  old one two three four five six seven eight nine zero first last good best super cool hot big boy girl man woman king queen god jesus christ
  heaven star moon sun fire water earth wind blue red green black white orange purple yellow silver golden gold diamond`
    .split(/\s+/)
    .filter((word) => word.length > 1);

/** Rows of keys and letters that fingers run along, forwards and backwards. */
export const KEY_RUNS: readonly string[] = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "!@#$%^&*()",
].flatMap((row) => [row, [...row].reverse().join("")]);

/** Numbers that mean something to many (一生一世, 我爱你 …). */
export const COMMON_NUMBERS: readonly string[] = [
  "520",
  "1314",
  "5201314",
  "888",
  "666",
  "168",
  "110",
  "119",
  "007",
  "911",
  "123",
  "321",
  "147",
  "258",
  "369",
  "789",
];
