/** The abbreviations of a language and those of every language, each with its stop, and what it is. */
export function abbreviationsOf(language: string): ReadonlyMap<string, keyof Abbreviations> {
  const listed = language in ABBREVIATIONS ? language : 'any'
  const kept = tables.get(listed)
  if (kept) return kept
  const table = new Map<string, keyof Abbreviations>()
  for (const list of [ABBREVIATIONS.any, ABBREVIATIONS[language]]) {
    for (const what of ['inner', 'numbered', 'either'] as const) {
      for (const word of list?.[what]?.split(' ') ?? []) table.set(`${word}.`, what)
    }
  }
  tables.set(listed, table)
  return table
}

const tables = new Map<string, ReadonlyMap<string, keyof Abbreviations>>()

/**
 * Abbreviations by language, written without their last full stop, parted by a space. What follows
 * decides which of them end a sentence; `any` holds for every language.
 */
export interface Abbreviations {
  /** Never the end: the name or the rest follows. */
  inner?: string
  /** Not the end where a number follows. */
  numbered?: string
  /** The end only where a word follows that commonly opens a sentence. */
  either?: string
}

const ABBREVIATIONS: Readonly<Record<string, Abbreviations>> = {
  any: {
    inner: 'Mr Mrs Ms Dr Drs Prof St e.g i.e vs cf viz',
    numbered: 'No Nos no nos Nr nr № N° n° p pp P Vol vol Fig fig Art art ca Tel tel max min',
  },
  en: {
    inner:
      'Messrs Mme Mlle Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cpl Pvt Maj Adm Cmdr Cdr Brig Rev Hon Pres Supt Det Insp Amb Atty Msgr Cllr Mt Ft Ste v incl approx esp',
    numbered:
      'Figs Eq Eqs Ch ch Sec sec Sect para paras ed Ed c b d m r fl div est appx Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Rm Apt Op',
    either:
      'Ph.D M.Sc B.Sc Inc Ltd Co Corp Cos Bros Jr Sr Esq Ave Blvd Rd Dept Univ Assn Calif Conn Ala Ariz Ark Colo Del Fla Ill Ind Kan Mass Mich Minn Mont Neb Nev Okla Penn Tenn Tex Vt Wash Wis Wyo al',
  },
  de: {
    inner: 'Hr Hrn Fr Dipl Ing Mag bzw d.h z.B u.a sog vgl ggf evtl inkl geb gest Str Hrsg insb',
    numbered: 'Abs Bd Kap S Ziff Rn lit',
  },
  fr: { inner: 'M MM Mmes Mlles Me Mgr Pr av apr env', numbered: 'chap éd' },
  es: {
    inner: 'Sr Sra Sres Srta Dra D Dña Ud Uds Lic Gral Avda EE p.ej aprox',
    numbered: 'núm pág págs cap',
  },
  it: { inner: 'Sig Sig.ra Sig.na Dott Dott.ssa Prof.ssa Ing Avv On', numbered: 'pag n cap' },
  nl: { inner: 'dhr mevr mw dr drs ir mr ing prof bijv o.a m.b.t t.a.v i.v.m', numbered: 'blz' },
  pt: { inner: 'Sr Sra Dra Exmo Exma Profa Av', numbered: 'nº pág cap' },
  pl: { inner: 'np dr prof inż mgr ul tzw m.in im św', numbered: 'godz str' },
  cs: { inner: 'např tzv tj mj sv ing mgr', numbered: 'č str' },
  ru: { inner: 'им ул просп проф акад т.е т.к напр см св', numbered: 'стр рис д кв гл' },
  tr: { inner: 'Doç Av Sn örn', numbered: 's' },
  da: { inner: 'bl.a f.eks hr fr dr', numbered: 'kl' },
  nb: { inner: 'bl.a f.eks dr', numbered: 'kl' },
  sv: { inner: 'bl.a t.ex dr', numbered: 'kl' },
}

/** Words that open an English sentence far more often than they go on with a name before them. */
export const ENGLISH_OPENERS =
  'I He She It They We You This That These Those There Then The A An In On At For From By With But And Or So If When While After Before Since As What Who How Why Where Which His Her Its Their Our My Your Mr Mrs Ms However Although Though Meanwhile Not No Some Many Most All Each Every One Last Millions Thousands Hundreds Yes Now Once Both Here Do Does Did Is Are Was Were Has Have Had Can Could Will Would Should Let Also Still Yet Even Just Only Perhaps Today Yesterday Tomorrow Despite During Under Because Unlike Until Among According Nor To Of Please Nobody Everyone Critics Officials Police'

/** German nouns after an ordinal: “12. Juni”, “19. Jahrhundert”. */
export const GERMAN_ORDINALS =
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Weltkrieg Platz Mal Stock Geburtstag Jahrestag Lebensjahr Auflage Kapitel Klasse Tag Woche Minute Runde Spieltag'
