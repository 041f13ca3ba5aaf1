import { expect, test } from 'vitest'
import { type ArticleStanding, nextSteps } from './next-steps'

const DONE: ArticleStanding = {
  ...{ state: 'in_check', isArchived: false, signatureFell: false },
  ...{ undecided: 0, recheck: 0, unchecked: 0 },
}

test.each<[what: string, standing: Partial<ArticleStanding>, steps: string]>([
  ['one where nothing is left', {}, ''],
  [
    'one whose signature fell',
    { undecided: 1, signatureFell: true },
    'signature fell · 1 suggestion to decide',
  ],
  [
    'one under check',
    { undecided: 2, unchecked: 1, recheck: 3 },
    '2 suggestions to decide · 3 claims to recheck · 1 claim to check',
  ],
  ['one that the editor has, done', { state: 'with_editor' }, 'to sign off'],
  [
    'one that the editor has, not done',
    { state: 'with_editor', unchecked: 2 },
    '2 claims to check',
  ],
  ['one that is signed off', { state: 'signed_off', unchecked: 2 }, 'to publish'],
  ['one that is out', { state: 'published', unchecked: 2, signatureFell: true }, ''],
  ['one that is withdrawn', { state: 'withdrawn', undecided: 1 }, ''],
  ['one that is put away', { isArchived: true, unchecked: 2 }, ''],
])('%s says what it needs next', (_, standing, steps) => {
  const words = nextSteps({ ...DONE, ...standing }).map((one) => one.words)
  expect(words.join(' · ')).toBe(steps)
})
