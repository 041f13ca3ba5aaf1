import { wordSet } from '../../text/english'

/** Words that turn a statement round, in scripts without spaces as letters. */
const NEGATIONS = wordSet(
  'not no never none nobody nothing neither nor without cannot hardly',
  'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder',
  'ne pas jamais aucun aucune rien personne sans ni non',
  'nunca jamás nada nadie ningún ninguno ninguna sin tampoco',
  'não nem nenhum nenhuma sem niente nessuno nessuna mai senza',
  'değil yok asla hiç hiçbir',
  'не нет ни никогда никто ничего нельзя без',
  'لا لم لن ليس ليست ليسوا غير بدون دون ولا ولم ولن وليس كلا',
)
const NEGATIVE_LETTERS = /[不没沒未无無非别別勿莫]|ない|なかった|ません|ぬ$/
const NEGATIVE_ENDING = /n't$|^n'/

/** Whether a stretch of text may hold a negation, whatever its language; for where one must not be overlooked. */
export const NEGATION = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...NEGATIONS].join('|')})(?![\\p{L}\\p{M}])|n['’]t\\b|[不没沒未无無非别別]|ません`,
  'iu',
)

export const isNegation = (word: string) =>
  NEGATIONS.has(word) || NEGATIVE_LETTERS.test(word) || NEGATIVE_ENDING.test(word)

/** Words for how sure, allowed or owed something is. */
const MODALS = wordSet(
  'will would can could may might must should shall ought need needs cannot',
  "won't wouldn't can't couldn't mustn't shouldn't",
  'kann können könnte könnten muss müssen müsste soll sollen sollte sollten darf dürfen dürfte wird werden würde würden',
  'peut peuvent pourrait pourraient doit doivent devrait devraient faut',
  'puede pueden podría podrían debe deben debería deberían',
  'può possono potrebbe deve devono dovrebbe pode podem poderia',
  'gerek gerekir lazım belki zorunda mümkün',
  'может могут мог могли бы должен должна должны надо нужно обязан возможно',
  'قد سوف يجب يمكن ينبغي ربما سيتم',
  '可能 或许 会 將 将 必须 必須 应该 應該 可以 能 也许',
)
const TURKISH_MODAL = /(?:[ae]bil(?:ir|di|ecek|iyor)|m[ae]l[ıi])\p{L}{0,4}$/u

export const isModal = (word: string) => MODALS.has(word) || TURKISH_MODAL.test(word)

/** Numbers in words; whether two are the same number is not known here. */
const NUMBERS = wordSet(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter twice double',
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend millionen milliarden halb',
  'deux trois quatre cinq sept huit neuf dix vingt trente cent mille milliards moitié',
  'dos tres cuatro cinco seis siete ocho nueve diez veinte cien ciento mil millones mitad',
  'iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli yüz bin milyon milyar yarım',
  'два две три четыре пять шесть семь восемь девять десять двадцать сто тысяч тысячи миллион миллионов миллиардов половина',
  'اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة مائة ألف آلاف مليون مليار نصف',
  '二 三 四 五 六 七 八 九 十 百 千 万 亿 萬 億 两',
)

export const isNumber = (word: string) => /\p{N}/u.test(word) || NUMBERS.has(word)
