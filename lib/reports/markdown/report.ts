import type { Report } from '@/lib/domain/report/schema'
import type { CorrectionEntry } from '../view/correction-entry'
import type { TalkEntry } from '../view/discussion-entry'
import { type Dossier, dossier } from '../view/report-view'
import { byBlock, claimBlocks, factBlocks } from './claims'
import { escaped, inline, type Markdown, quoted } from './escape'
import { textBlocks } from './text'

/** A report in Markdown (CommonMark), without HTML and without a link but to its own headings. */
export function reportMarkdown(report: Report): string {
  const printed = dossier(report)
  const blocks = [
    `# ${escaped(printed.title).replaceAll('\\\n', ' ')}`,
    escaped(printed.newsroom),
    ...bannerBlocks(printed),
    ...factBlocks(printed.head),
    '## Where the check stands',
    countBlock(printed),
    ...correctionBlocks(printed.corrections),
    '## The text',
    ...(printed.text.length === 0 ? ['This revision has no words.'] : textBlocks(printed.text)),
    '## Claims',
    ...(printed.entries.length === 0 ? [`${printed.claims}.`] : []),
    ...printed.entries.flatMap(claimBlocks),
    ...captureBlocks(printed),
    ...talkBlocks('Queries', printed.queries),
    ...talkBlocks('Suggestions', printed.suggestions),
    ...openBlocks(printed),
    ...signOffBlocks(printed),
    '## Limits of this check',
    printed.limits.map((limit) => `- ${inline(limit)}`).join('\n') || 'None were recorded.',
    '## Audit log',
    printed.auditNote,
    ...factBlocks(printed.audit),
  ]
  return `${blocks.join('\n\n')}\n`
}

function bannerBlocks({ banner }: Dossier): Markdown[] {
  return banner ? [`**${escaped(banner.line)}**`, ...banner.more.map(escaped)] : []
}

function countBlock({ claims, statuses, risks, coverage }: Dossier): Markdown {
  const byStatus = statuses.map(({ word, count }) => `${word} ${count}`).join(', ')
  const byRisk = risks.map(({ word, count }) => `${word} ${count}`).join(', ')
  return [
    `- **Claims:** ${claims}`,
    `- **By status:** ${byStatus || 'None'}`,
    `- **By risk:** ${byRisk || 'None marked'}`,
    `- **Coverage:** ${coverage}`,
  ].join('\n')
}

function correctionBlocks(corrections: CorrectionEntry[]): Markdown[] {
  if (corrections.length === 0) return []
  return [
    '## Corrections',
    ...corrections.flatMap(({ title, claim, notice, facts, by }) => [
      `### ${about(claim, title)}`,
      escaped(notice),
      ...factBlocks(facts),
      ...byBlock(by),
    ]),
  ]
}

function captureBlocks({ captures }: Dossier): Markdown[] {
  if (captures.length === 0) return []
  return [
    '## Kept copies',
    'What the newsroom keeps of these sources, by the hash of each.',
    ...captures.flatMap(({ title, facts }) => [
      `### ${escaped(title).replaceAll('\\\n', ' ')}`,
      ...factBlocks(facts),
    ]),
  ]
}

function talkBlocks(title: string, entries: TalkEntry[]): Markdown[] {
  if (entries.length === 0) return []
  return [
    `## ${title}`,
    ...entries.flatMap((one) => [
      `### ${about(one.claim, one.title)}`,
      ...factBlocks(one.facts),
      ...byBlock(one.by),
      ...one.steps.flatMap(({ facts, by }) => [...factBlocks(facts), ...byBlock(by)]),
    ]),
  ]
}

function openBlocks({ open }: Dossier): Markdown[] {
  const items = open.map(
    ({ claim, what }) => `- ${claim ? `${about(claim, '')} ` : ''}${inline(what)}`,
  )
  return ['## What is open', items.join('\n') || 'Nothing is open.']
}

function signOffBlocks({ signOffs }: Dossier): Markdown[] {
  if (!signOffs) return []
  return [
    '## Sign-off',
    ...(signOffs.length === 0 ? ['Nobody signed this article off.'] : []),
    ...signOffs.flatMap(({ title, state, statement, facts, items }) => [
      `### ${title}: ${state}`,
      quoted(statement),
      ...factBlocks(facts),
      ...(items.length > 0 ? ['#### What was open'] : []),
      ...items.flatMap(({ mark, what, reason, by }) => [
        `**${mark}:** ${inline(what)}`,
        ...(reason ? [escaped(reason)] : []),
        ...byBlock(by),
      ]),
    ]),
  ]
}

const about = (claim: string | null, title: string) =>
  claim === null ? title : `[${claim}](#${claim.toLowerCase()}) ${title}`.trim()
