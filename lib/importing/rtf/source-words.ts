import { isAside, isHead } from './destinations'
import type { Fonts } from './fonts'
import { type Group, groupsOf, nameOf } from './group-tree'
import { AT_FIRST, changeOf, type Standing } from './standing'
import { stepsIn } from './steps'

/**
 * All words that stand in a document, whether they are shown or not, to compare what was read with: found without what
 * makes its paragraphs. Words that are changed, hidden, struck or raised in part are told apart there.
 */
export function wordsInRichText(document: Group, fonts: Fonts): string {
  let words = ''
  let before = ''
  const boxes: string[] = []
  const walk = (group: Group, from: Standing) => {
    for (const step of stepsIn(group, from, fonts)) {
      const { standing } = step
      if ('words' in step) {
        const { hidden, struck, height } = standing.look
        const own = [hidden, struck, height, changeOf(standing, [])?.kind].join()
        words += own === before ? step.words : ` ${step.words}`
        before = own
      } else if ('group' in step) inner(step.group, standing)
      else if ('control' in step && APART.has(step.control.word)) words += '\n'
    }
  }
  const inner = (group: Group, standing: Standing) => {
    const { name } = nameOf(group)
    if (isHead(name) || isAside(group) || OUT.has(name)) return
    if (name === 'upr') for (const one of groupsOf(group, 'ud')) walk(one, standing)
    else if (name === 'shptxt' || name === 'dptxbxtext') {
      // A box hangs on its place without parting the words there.
      const outer = [words, before] as const
      ;[words, before] = ['', '']
      walk(group, standing)
      boxes.push(words)
      ;[words, before] = outer
    } else {
      const isFormula = name === 'moMath' || name === 'mr'
      if (isFormula) words += '\n'
      walk(group, standing)
      if (isFormula) words += '\n'
    }
  }
  walk(document, AT_FIRST)
  return [words, ...boxes].join('\n')
}

const APART = new Set(
  ['par', 'sect', '\n', '\r', 'tab', 'line', 'lbr', 'page', 'column'].concat([
    'cell',
    'nestcell',
    'row',
    'nestrow',
  ]),
)

/** What hangs on words and is read for itself, numbers of items, the codes of fields, and what shapes are made of. */
const OUT = new Set(
  ['footnote', 'listtext', 'pntext', 'fldinst', 'annotation', 'atnid', 'atnauthor'].concat([
    'atrfstart',
    'atrfend',
    'sp',
    'pict',
  ]),
)
