/** What rests on a source, as far as somebody sees it. */
export interface Resting {
  claims: number
  articles: number
  /** How many of the articles are out. */
  out: number
  /** Whether something rests on it that they do not see. */
  more: boolean
}

/** What rests on a source, in a sentence: “12 claims in 3 articles rest on it, 1 of them out.” */
export function restingWords({ claims, articles, out, more }: Resting): string {
  if (claims === 0) {
    return more ? 'Verdicts rest on it that you do not see.' : 'No verdict rests on it.'
  }
  const are = claims === 1 ? 'The verdict on 1 claim' : `The verdicts on ${claims} claims`
  const where = articles === 1 ? '1 article' : `${articles} articles`
  const state = outWords(articles, out)
  const rest = claims === 1 ? 'rests' : 'rest'
  const others = more ? ' There are more that you do not see.' : ''
  return `${are} in ${where}${state} ${rest} on it.${others}`
}

function outWords(articles: number, out: number): string {
  if (out === 0) return ''
  if (out < articles) return `, ${out} of them out,`
  return out === 1 ? ', which is out,' : ', all of them out,'
}

/** What an editor is asked about a claim that is out and rests on a source that fell. */
export function questionAfterFall({ title, reason }: { title: string; reason: string }): string {
  return `“${title}” fell, on which this rests: ${reason}\n\nIt is out. Does it have to be corrected?`
}
