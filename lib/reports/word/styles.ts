import { type IStylesOptions, UnderlineType } from 'docx'
import type { VerificationStatus } from '@/lib/domain/claims/status'
import type { Look } from './runs'

/** Fonts that Word, LibreOffice and Pages bring or replace with the like; one for each kind of script. */
const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman', eastAsia: 'SimSun' }
const SANS = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' }
const MONO = { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New', eastAsia: 'SimSun' }

const INK = '221F1B'
const SOFT = '5F574C'
const RED = 'A3211B'

/** Sizes in half points, distances in twentieths of one. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: SANS,
        size: 20,
        sizeComplexScript: 20,
        color: INK,
        language: { value: 'en-GB' },
      },
      paragraph: { spacing: { after: 80, line: 276 } },
    },
    title: {
      run: { font: SERIF, size: 44, sizeComplexScript: 44, bold: true, color: INK },
      paragraph: { spacing: { before: 160, after: 240, line: 264, lineRule: 'auto' } },
    },
    heading1: heading(26, { before: 480, after: 160 }),
    heading2: heading(22, { before: 320, after: 100 }),
    heading3: heading(20, { before: 200, after: 60 }),
  },
  paragraphStyles: [
    named('Kicker', { run: { color: RED, bold: true } }),
    named('Fact', {
      paragraph: { indent: { start: 2400, hanging: 2400 }, spacing: { after: 40, line: 264 } },
    }),
    named('Fact value', { paragraph: { indent: { start: 400, end: 400 } } }),
    named('By', { run: { color: SOFT, size: 18, sizeComplexScript: 18 } }),
    named('Claim words', {
      run: { font: SERIF, size: 22, sizeComplexScript: 22 },
      paragraph: { indent: { start: 400, end: 400 }, spacing: { before: 60, after: 120 } },
    }),
    named('Article text', {
      run: { font: SERIF, size: 23, sizeComplexScript: 23 },
      paragraph: { spacing: { after: 160, line: 320 } },
    }),
    named('Article quote', {
      run: { font: SERIF, size: 23, sizeComplexScript: 23, italics: true },
      paragraph: { indent: { start: 500, end: 500 }, spacing: { after: 160, line: 320 } },
    }),
    named('Banner', {
      run: { size: 22, sizeComplexScript: 22 },
      paragraph: {
        border: { left: { style: 'single', size: 18, color: RED, space: 8 } },
        indent: { start: 160 },
      },
    }),
  ],
}

function heading(size: number, spacing: { before: number; after: number }) {
  return {
    run: { font: SANS, size, sizeComplexScript: size, bold: true, color: INK },
    paragraph: { spacing, keepNext: true },
  }
}

function named(name: string, look: object) {
  return {
    id: name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...look,
  }
}

export const SOFTLY: Look = { color: SOFT }
export const AS_CODE: Look = { font: MONO, size: 17, sizeComplexScript: 17 }
export const AS_ARTICLE: Look = { font: SERIF }

/** How words stand underlined by their claim's status: told by the kind of line first, by colour second. */
export const UNDERLINES: Record<VerificationStatus, Look> = {
  unchecked: marker(),
  in_progress: marker(),
  waiting_writer: marker(),
  waiting_source: marker(),
  confirmed: line(UnderlineType.SINGLE, '23653F'),
  ok_with_change: line(UnderlineType.DASH, '1D5886'),
  incorrect: line(UnderlineType.DOUBLE, RED),
  misleading: line(UnderlineType.WAVE, '8A4700'),
  cannot_be_stood_up: line(UnderlineType.DOTTED, '663A8C'),
  disputed: line(UnderlineType.DOTDASH, '1D5886'),
  on_author: line(UnderlineType.THICK, '1D6166'),
  not_checkable: SOFTLY,
  recheck: { ...marker(), ...line(UnderlineType.DOTDOTDASH, INK) },
  cut: { strike: true },
}

function line(type: (typeof UnderlineType)[keyof typeof UnderlineType], color: string): Look {
  return { underline: { type, color } }
}

function marker(): Look {
  return { shading: { type: 'clear', color: 'auto', fill: 'FBEAA0' } }
}
