import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  askedTerms,
  CANDIDATES,
  type EarlierClaim,
  indexTermsOf,
  queryTermsOf,
} from '@/lib/domain/earlier-checks/asked-terms'
import { COMPARED, inputsOf } from '@/lib/domain/earlier-checks/rank'
import { heldAgainst, questionOf, signalsOf } from '@/lib/domain/earlier-checks/signals'
import type { ClaimStatistics } from '@/lib/domain/earlier-checks/statistics'
import { WEIGHTS } from '@/lib/domain/earlier-checks/weights'
import { descend } from './support/descend'

/**
 * Fits the weights of `rankEarlier`: `node --import tsx bench/fit-earlier-checks.ts claims.jsonl questions.jsonl …`, pairs of
 * files (gzip too) with a line of JSON each: `{id, claim, title}` and `{text, relevant: [id]}`. A question is seen twice, with its
 * claims and without them, where none is right. Prints figures of five-fold cross-validation, and the weights of all.
 */
interface Seen {
  inputs: number[][]
  right: boolean[]
  relevant: number
  fold: number
  set: number
}

const FOLDS = 5

const files = process.argv.slice(2)
const seen: Seen[] = []
for (let at = 0; at + 1 < files.length; at += 2) {
  seen.push(...questionsOf(files[at] ?? '', files[at + 1] ?? '', at / 2))
}

const sets = [...new Set(seen.map(({ set }) => set))]
const weightOfSet = (set: number) => seen.length / seen.filter((one) => one.set === set).length
const results = sets.map(() => ({
  precision: [] as number[],
  known: [] as number[],
  none: [] as number[],
}))
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitted(seen.filter((one) => one.fold !== fold))
  for (const one of seen.filter((other) => other.fold === fold)) {
    const result = results[one.set]
    const scores = one.inputs.map((inputs) => sumOf(inputs, weights))
    const order = scores
      .map((_, index) => index)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    result?.precision.push(precisionOf(one, order))
    result?.known.push(scores[order[0] ?? -1] ?? -99)
    result?.none.push(scores[order.find((index) => !one.right[index]) ?? -1] ?? -99)
  }
}
results.forEach(({ precision, known, none }, set) => {
  console.log(
    `${files[set * 2 + 1]}: MAP@5 ${mean(precision).toFixed(4)}, no match (its claims taken away) AUC ${auc(known, none).toFixed(4)}`,
  )
})
const weights = fitted(seen)
Object.keys(WEIGHTS).forEach((name, index) => {
  console.log(`  ${name}: ${(weights[index] ?? 0).toFixed(2)},`)
})

function linesOf<T>(file: string): T[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

function questionsOf(claimsFile: string, questionsFile: string, set: number): Seen[] {
  const claims = linesOf<{ id: string; claim: string; title: string }>(claimsFile).map(
    ({ id, claim, title }): EarlierClaim => ({ id, words: claim, title }),
  )
  const index = new Map<string, EarlierClaim[]>()
  let terms = 0
  for (const claim of claims) {
    for (const term of indexTermsOf(claim)) {
      terms++
      index.set(term, [...(index.get(term) ?? []), claim])
    }
  }
  const statistics: ClaimStatistics = {
    claims: claims.length,
    meanTerms: terms / claims.length,
    holding: (term) => index.get(term)?.length ?? 0,
  }
  const questions = linesOf<{ text: string; relevant: string[]; doc?: string }>(questionsFile)
  return questions.map(({ text, relevant, doc }, at) => {
    const found = new Map<EarlierClaim, number>()
    for (const { term, weight } of askedTerms(
      queryTermsOf(text),
      statistics,
      0.03 * claims.length,
    )) {
      for (const claim of index.get(term) ?? []) found.set(claim, (found.get(claim) ?? 0) + weight)
    }
    const candidates = [...found].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES)
    const question = questionOf(text, 'en', statistics)
    const held = candidates
      .map(([claim]) => heldAgainst(question, claim))
      .sort((a, b) => b.sharedTerms + b.sharedNames - a.sharedTerms - a.sharedNames)
      .slice(0, COMPARED)
    const inputs = signalsOf(question, held).map((signals) => inputsOf(signals, question))
    const right = held.map(({ claim }) => relevant.includes(claim.id))
    const fold = doc
      ? [...doc].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % FOLDS
      : at % FOLDS
    return { inputs, right, relevant: relevant.length, fold, set }
  })
}

/** Softmax over the claims of a question and over there being none. */
function fitted(questions: readonly Seen[]): Float64Array {
  const rows = questions.flatMap(({ inputs, right, set }) => {
    const weight = Math.sqrt(weightOfSet(set))
    const wrong = inputs.filter((_, index) => !right[index])
    const none = { inputs: wrong, share: wrong.map(() => 0), weight }
    const rights = right.filter(Boolean).length
    return rights
      ? [{ inputs, share: right.map((one) => (one ? 1 / rights : 0)), weight }, none]
      : [none]
  })
  return descend(Object.keys(WEIGHTS).length, (weights, gradient) => {
    for (const { inputs, share, weight } of rows) {
      const powers = inputs.map((input) => Math.exp(Math.min(30, sumOf(input, weights))))
      const total = powers.reduce((sum, power) => sum + power, 1)
      inputs.forEach((input, index) => {
        const off = (powers[index] ?? 0) / total - (share[index] ?? 0)
        for (const [at, value] of input.entries()) {
          gradient[at] = (gradient[at] ?? 0) + (off * weight * value) / rows.length
        }
      })
    }
  })
}

function sumOf(inputs: readonly number[], weights: ArrayLike<number>): number {
  return inputs.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)
}

function precisionOf({ right, relevant }: Seen, order: readonly number[]): number {
  let hits = 0
  let sum = 0
  order.slice(0, 5).forEach((index, place) => {
    if (right[index]) sum += ++hits / (place + 1)
  })
  return sum / relevant
}

function auc(known: readonly number[], none: readonly number[]): number {
  let won = 0
  for (const one of known)
    for (const other of none) won += one > other ? 1 : one === other ? 0.5 : 0
  return won / (known.length * none.length)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
