import type { CandidateRule } from './rule'

/** What is told by the words of a language that is else read by figures and marks alone. */
interface Tongue {
  language: string
  months: string
  /** Verbs of saying, and what joins their words to them. */
  said: string
  that: string
  /** What names a source before or after what it says. */
  accordingTo: string
}

const TONGUES: readonly Tongue[] = [
  {
    language: 'de',
    months:
      'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
    said: 'sagt|sagte|sagten|erklärte|erklärten|behauptete|behaupten|berichtete|berichteten|bestätigte|betonte|warnte|räumte ein|teilte mit|schrieb|versicherte',
    that: 'dass',
    accordingTo:
      '[Ll]aut(?= (?:\\p{Lu}|de[rmns] |eine[rms] ))|[Nn]ach Angaben|[Nn]ach Aussage|[Gg]emäß',
  },
  {
    language: 'fr',
    months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
    said: 'dit|déclaré|déclare|affirmé|affirme|annoncé|annonce|assuré|assure|expliqué|explique|confirmé|confirme|estime|précisé|soutient|écrit',
    that: "que|qu[’']",
    accordingTo: "[Ss]elon|[Dd][’']après",
  },
  {
    language: 'es',
    months:
      'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
    said: 'dijo|dice|dijeron|afirmó|afirma|aseguró|asegura|anunció|declaró|explicó|confirmó|informó|denunció|escribió|señaló',
    that: 'que',
    accordingTo: '[Ss]egún|[Dd]e acuerdo con',
  },
  {
    language: 'ru',
    months: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
    said: 'сказал|сказала|заявил|заявила|заявили|сообщил|сообщила|сообщили|утверждает|подтвердил|подтвердила|написал|написала|отметил|отметила',
    that: 'что',
    accordingTo: '[Пп]о (?:словам|данным|мнению|сообщению)|[Сс]огласно',
  },
  {
    language: 'ar',
    months: 'يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
    said: 'قال|قالت|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|صرح|صرحت|أوضح|أوضحت|أضاف|أضافت',
    that: 'إن|أن|بأن|إنه|أنه',
    accordingTo: 'وفقا|وفقًا|بحسب|حسب|نقلا عن',
  },
]

const TURKISH_MONTHS = 'Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık'
const TURKISH_SAID =
  'dedi|söyledi|açıkladı|belirtti|bildirdi|iddia etti|duyurdu|savundu|doğruladı|yazdı|ifade etti'

const WORDS = '[^.!?…؟]'
const unicode = (pattern: string) => new RegExp(pattern, 'gu')
const whole = (words: string) => `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`

const saidBefore = ({ said, that }: Tongue) =>
  `(?<=${whole(said)}(?: [^.,;:!?،]{1,60})?[,،]? (?:${that})(?: |(?<=[’'])))${WORDS}{8,300}`
const saidAfter = ({ said }: Tongue) =>
  `^[^“”„«»"]{8,300}(?=, (?:a |ont |hat |haben )?(?:${said})(?!\\p{L})[^“”„«»"]{1,80}$)`
const accordingTo = ({ accordingTo: words }: Tongue) =>
  `(?<![\\p{L}\\p{M}])(?:${words})(?:(?<=[’'])| )${WORDS}{8,300}`

/** Days of a month, and whose words it is, in the languages of which months and verbs of saying are known. */
export const LANGUAGE_RULES: readonly CandidateRule[] = [
  ...[...TONGUES, { language: 'tr', months: TURKISH_MONTHS }].map(
    ({ language, months }): CandidateRule => ({
      id: `day-of-month-${language}`,
      figures: true,
      needs: new RegExp(months, 'u'),
      type: 'date_or_time',
      weight: 0.65,
      pattern: unicode(
        `(?<![\\p{N}.])(?:\\d{1,2}|1er)\\.? (?:de )?(?:${months})(?:(?: de)? \\d{4})?(?![\\p{L}\\p{N}])`,
      ),
      languages: [language],
    }),
  ),
  ...TONGUES.map(
    (tongue): CandidateRule => ({
      id: `attribution-${tongue.language}`,
      needs: new RegExp(`${tongue.said}|${tongue.accordingTo}`, 'u'),
      type: 'paraphrase',
      weight: 0.55,
      pattern: unicode(`${saidBefore(tongue)}|${saidAfter(tongue)}|${accordingTo(tongue)}`),
      languages: [tongue.language],
    }),
  ),
  {
    id: 'attribution-tr',
    needs: new RegExp(`${TURKISH_SAID}|göre`, 'u'),
    type: 'paraphrase',
    weight: 0.55,
    pattern: unicode(
      `(?<=göre,? )${WORDS}{8,300}|(?<=^|, )[^“”"«»,.]{8,300}(?= (?:${TURKISH_SAID})[.!?]?$)`,
    ),
    languages: ['tr'],
  },
]
