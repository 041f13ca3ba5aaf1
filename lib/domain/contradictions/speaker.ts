import { NAMES } from '../candidates/rule'

const SAID =
  '(?:said|says|told|claimed|claims|announced|reported|stated|argued|insisted|added|confirmed|denied|wrote|acknowledged|admitted|alleged|estimated|warned|testified|suggested|put|puts|counted|counts)'
/** A name, somebody or something that is known already, or one of those who are quoted without an article. */
const WHO = `(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[\\p{L}’-]+ ){0,3}?[\\p{L}’-]+|(?:\\p{Ll}+ )?(?:[Pp]olice|[Oo]fficials|[Oo]rgani[sz]ers|[Ww]itnesses|[Pp]rosecutors|[Rr]esearchers|[Ss]cientists|[Dd]octors|[Rr]escuers|[Ii]nvestigators|[Aa]uthorities|[Rr]esidents)|${NAMES})`

const FOUND = new RegExp(
  `[Aa]ccording to (?<source>${WHO})|(?<before>${WHO})(?:,[^,.;]{2,60},)? ${SAID}(?![\\p{L}-])|[,”"’] ${SAID} (?<after>${WHO})`,
  'u',
)

/** Whose words a sentence reports, by its attribution in English, in lower case; null where that is not told by name or office. */
export function speakerOf(sentence: string): string | null {
  const { source, before, after } = FOUND.exec(sentence)?.groups ?? {}
  const who = source ?? before ?? after
  if (!who || /^(?:He|She|They|It|We|I)$/.test(who)) return null
  return who.toLowerCase().replace(/^(?:the|a|an) /, '')
}
