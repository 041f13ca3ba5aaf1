import { Paragraph } from 'docx'
import type { CorrectionEntry } from '../view/correction-entry'
import type { TalkEntry } from '../view/discussion-entry'
import { words } from '../view/printed-words'
import type { Dossier } from '../view/report-view'
import type { Banner, SignOffEntry } from '../view/sign-off-entry'
import { by, facts, listed, said } from './facts'
import { heading, numberLink, plain } from './headings'
import { paragraph, runs } from './runs'

/** What the first page says of the signature. */
export function bannerParagraphs(banner: Banner | null): Paragraph[] {
  if (!banner) return []
  const look = { style: 'Banner' }
  return [
    paragraph(banner.line, look, { bold: true }),
    ...banner.more.map((more) => paragraph(more, look)),
  ]
}

export function correctionParagraphs(all: CorrectionEntry[], language: string): Paragraph[] {
  if (all.length === 0) return []
  return [
    heading(1, 'Corrections'),
    ...all.flatMap(({ title, claim, notice, facts: found, by: who }) => [
      heading(2, about(claim, title)),
      paragraph(notice),
      ...facts(found, language),
      ...by(who),
    ]),
  ]
}

/** What was asked or suggested, with all that followed; nothing where there was none. */
export function talkParagraphs(title: string, all: TalkEntry[], language: string): Paragraph[] {
  if (all.length === 0) return []
  return [
    heading(1, title),
    ...all.flatMap((one) => [
      heading(2, about(one.claim, one.title)),
      ...facts(one.facts, language),
      ...by(one.by),
      ...one.steps.flatMap((step) => [...facts(step.facts, language), ...by(step.by)]),
    ]),
  ]
}

export function captureParagraphs({ captures }: Dossier): Paragraph[] {
  if (captures.length === 0) return []
  return [
    heading(1, 'Kept copies'),
    said('What the newsroom keeps of these sources, by the hash of each.'),
    ...captures.flatMap(({ title, facts: found }) => [heading(2, title), ...facts(found)]),
  ]
}

export function openParagraphs({ open }: Dossier): Paragraph[] {
  const items = open.map(
    ({ claim, what }) =>
      new Paragraph({
        bullet: { level: 0 },
        bidirectional: claim === null && what.dir === 'rtl',
        children: [...(claim ? [numberLink(claim), plain(' ')] : []), ...runs(what)],
      }),
  )
  return [heading(1, 'What is open'), ...(items.length > 0 ? items : [said('Nothing is open.')])]
}

/** Every signature with what was open then; nothing where there is no word of any. */
export function signOffParagraphs(signOffs: SignOffEntry[] | null): Paragraph[] {
  if (!signOffs) return []
  return [
    heading(1, 'Sign-off'),
    ...(signOffs.length === 0 ? [said('Nobody signed this article off.')] : []),
    ...signOffs.flatMap(({ title, state, statement, facts: found, items }) => [
      heading(2, `${title}  ${state}`),
      paragraph(statement, { style: 'ClaimWords' }),
      ...facts(found),
      ...(items.length > 0 ? [heading(3, 'What was open')] : []),
      ...items.flatMap(({ mark, what, reason, by: who }) => [
        ...listed([words(`${mark}: ${what.text}`)]),
        ...(reason ? [paragraph(reason)] : []),
        ...by(who),
      ]),
    ]),
  ]
}

const about = (claim: string | null, title: string) =>
  claim === null ? title : [numberLink(claim), plain(`  ${title}`)]
