import { Paragraph } from 'docx'
import type { ClaimEntry, ComparisonEntry, EvidenceEntry, VerdictEntry } from '../view/claim-entry'
import { counted, words } from '../view/printed-words'
import { by, facts, said, spoken } from './facts'
import { heading, numberHere, plain, sample } from './headings'
import { paragraph, runs } from './runs'
import { SOFTLY } from './styles'

/** One claim with everything that is on file for it. */
export function claimParagraphs(entry: ClaimEntry, language: string): Paragraph[] {
  const { number, verdicts, waivers, evidence, earlier } = entry
  return [
    heading(2, [numberHere(number), plain('  '), sample(entry)]),
    ...wordsOf(entry, language),
    ...facts(entry.facts),
    ...verdicts.flatMap((verdict) => verdictParagraphs(verdict, language)),
    ...waivers.flatMap(({ label, reason, by: who }) => [
      heading(3, label),
      paragraph(reason),
      ...by(who),
    ]),
    ...(evidence.length > 0
      ? [heading(3, 'Evidence'), ...evidence.flatMap(evidenceParagraphs)]
      : [said('No evidence is attached.')]),
    ...(earlier.length > 0
      ? [
          heading(3, counted(earlier.length, 'earlier verdict')),
          ...earlier.flatMap((verdict) => verdictParagraphs(verdict, language)),
        ]
      : []),
  ]
}

function wordsOf({ words: given, inText }: ClaimEntry, language: string): Paragraph[] {
  if (given.text === '') return [said('Its words are no longer in the text.')]
  const quoted = paragraph(given, { style: 'ClaimWords' }, spoken(language))
  return inText ? [quoted] : [quoted, said('These words are no longer in the text.')]
}

function verdictParagraphs(verdict: VerdictEntry, language: string): Paragraph[] {
  const { aspect, question, status, word, facts: found, by: who } = verdict
  const shown = status ? sample({ status, word }) : plain(word, SOFTLY)
  return [
    heading(3, [plain(`${aspect}  `), plain(`${question}  `, { ...SOFTLY, bold: false }), shown]),
    ...facts(found, language),
    ...by(who),
  ]
}

function evidenceParagraphs(evidence: EvidenceEntry, index: number): Paragraph[] {
  const { stance, standing, title, source, url, facts: found, by: who, comparisons } = evidence
  return [
    paragraph(
      words(`${index + 1}. ${stance}, ${standing.toLowerCase()}`),
      { keepNext: true, spacing: { before: 120 } },
      { bold: true },
    ),
    paragraph(title, {}, { italics: true }),
    new Paragraph({
      children: source.flatMap((piece, at) => [...(at > 0 ? [plain(' · ')] : []), ...runs(piece)]),
    }),
    ...(url.text ? [paragraph(url, {}, SOFTLY)] : []),
    ...facts(found),
    ...by(who),
    ...comparisons.flatMap(comparisonParagraphs),
  ]
}

function comparisonParagraphs({ label, reading, facts: found, by: who }: ComparisonEntry) {
  return [paragraph(words(`${label}: ${reading}`), {}, { bold: true }), ...facts(found), ...by(who)]
}
