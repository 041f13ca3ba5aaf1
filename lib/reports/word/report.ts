import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Report } from '@/lib/domain/report/schema'
import { type Dossier, dossier } from '../view/report-view'
import { claimParagraphs } from './claims'
import { facts, listed, said, spoken } from './facts'
import { heading, plain, sample } from './headings'
import { paragraph, runs } from './runs'
import {
  bannerParagraphs,
  captureParagraphs,
  correctionParagraphs,
  openParagraphs,
  signOffParagraphs,
  talkParagraphs,
} from './sections'
import { SOFTLY, STYLES } from './styles'
import { textOf } from './text'

/** A report as a Word document (ECMA-376, transitional). It asks for nothing from outside: no picture, macro or link but its own. */
export async function reportDocx(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const printed = dossier(report)
  const file = new Document({
    title: printed.title.text,
    creator: printed.author.text,
    lastModifiedBy: printed.author.text,
    styles: STYLES,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footer(printed) },
        children: [...beginning(printed, report.article.language), ...rest(printed, report)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** A4 with margins that a lawyer writes in. */
const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(22),
    bottom: convertMillimetersToTwip(22),
    left: convertMillimetersToTwip(24),
    right: convertMillimetersToTwip(24),
  },
}

function footer({ foot }: Dossier): Footer {
  const { CURRENT, TOTAL_PAGES } = PageNumber
  const pages = new TextRun({ ...SOFTLY, children: ['   ', CURRENT, ' / ', TOTAL_PAGES] })
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [...runs(foot, SOFTLY), pages] }),
    ],
  })
}

/** The head, what it comes to, and the text. */
function beginning(printed: Dossier, language: string): Paragraph[] {
  const { newsroom, headline, banner, head, claims, statuses, risks, coverage } = printed
  const counts = statuses.flatMap(({ count, ...standing }, index) => [
    ...(index > 0 ? [plain(',  ')] : []),
    sample(standing),
    plain(` ${count}`),
  ])
  return [
    new Paragraph({
      style: 'Kicker',
      children: [plain('Fact-check report   '), ...runs(newsroom, { ...SOFTLY, bold: false })],
    }),
    paragraph(headline, { heading: HeadingLevel.TITLE }, spoken(language)),
    ...bannerParagraphs(banner),
    ...facts(head),
    heading(1, 'Where the check stands'),
    said(claims),
    ...(counts.length > 0 ? [new Paragraph({ children: counts })] : []),
    said(
      `By risk: ${risks.map(({ word, count }) => `${word} ${count}`).join(', ') || 'none marked'}`,
    ),
    said(`Coverage: ${coverage}`),
    ...correctionParagraphs(printed.corrections, language),
    heading(1, 'The text'),
    ...key(printed),
    ...textOf(printed.text, language),
  ]
}

function key({ text, key }: Dossier): Paragraph[] {
  if (text.length === 0) return [said('This revision has no words.')]
  if (key.length === 0) return []
  const samples = key.flatMap((one, at) => [...(at > 0 ? [plain(', ')] : []), sample(one)])
  const children = [plain('Marked in the text: ', SOFTLY), ...samples]
  return [
    new Paragraph({ children: [...children, plain('. A number leads to its claim.', SOFTLY)] }),
  ]
}

function rest(printed: Dossier, { article: { language } }: Report): Paragraph[] {
  const { entries, queries, suggestions, signOffs, limits, auditNote, audit } = printed
  return [
    heading(1, 'Claims'),
    ...(entries.length === 0 ? [said(`${printed.claims}.`)] : []),
    ...entries.flatMap((entry) => claimParagraphs(entry, language)),
    ...captureParagraphs(printed),
    ...talkParagraphs('Queries', queries, language),
    ...talkParagraphs('Suggestions', suggestions, language),
    ...openParagraphs(printed),
    ...signOffParagraphs(signOffs),
    heading(1, 'Limits of this check'),
    ...(limits.length > 0 ? listed(limits) : [said('None were recorded.')]),
    heading(1, 'Audit log'),
    said(auditNote),
    ...facts(audit),
  ]
}
