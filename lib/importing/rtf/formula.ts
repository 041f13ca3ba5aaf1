import { make } from '../word/made/make-element'
import type { XmlElement } from '../word/markup/xml'
import type { Fonts } from './fonts'
import { type Group, isGroup, nameOf } from './group-tree'
import type { Standing } from './standing'
import { flatWords } from './steps'

/** A formula: rich text names its parts as WordprocessingML does, with an `m` before them. */
export function formulaOf(group: Group, standing: Standing, fonts: Fonts): XmlElement {
  const name = nameOf(group).name.replace(/^m(?=[A-Za-z])/, 'm:')
  if (name === 'm:r') return make('m:r', {}, [make('m:t', {}, [flatWords(group, standing, fonts)])])
  const parts = group.children
    .filter(isGroup)
    .filter((one) => /^m/.test(nameOf(one).name) && !/Pr$/.test(nameOf(one).name))
  return make(
    name,
    {},
    parts.map((one) => formulaOf(one, standing, fonts)),
  )
}
