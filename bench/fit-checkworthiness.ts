import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  type FeatureId,
  featuresOf,
  worthsAmong,
} from '@/lib/domain/candidates/worth/checkworthiness'
import { LEXICON } from '@/lib/domain/candidates/worth/lexicon'
import { SHAPES } from '@/lib/domain/candidates/worth/surface-features'
import { WEIGHTS } from '@/lib/domain/candidates/worth/weights'
import { keysOf } from '@/lib/domain/vocabulary'
import { descend } from './support/descend'

/**
 * Fits the weights of `checkworthiness`: `node --import tsx bench/fit-checkworthiness.ts sentences.jsonl …` (gzip too). A line
 * is a sentence, `{text, label}`, or a document, `{id, sentences: [{text, label}]}`, of which people judged whether it is worth a check.
 * Prints figures of five-fold cross-validation (by document, and by runs of fifty sentences), and the weights of all.
 */
interface Judged {
  features: [at: number, count: number][]
  label: number
}

interface Part {
  set: number
  fold: number
  sentences: Judged[]
}

const FOLDS = 5
/** The constant one comes last. */
const ids: FeatureId[] = [...keysOf(LEXICON), ...SHAPES.map(({ id }) => id).reverse()]
const place = new Map(ids.map((id, at) => [id, at]))
const files = process.argv.slice(2)
const parts = files.flatMap(readParts)

const scored = new Map<Part, number[]>()
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitted(parts.filter((part) => part.fold !== fold))
  for (const part of parts.filter((one) => one.fold === fold)) {
    scored.set(
      part,
      part.sentences.map(({ features }) => sumOf(features, weights)),
    )
  }
}
report('Cross-validated', (part) => scored.get(part) ?? [])
const current = Float64Array.from(ids, (id) => WEIGHTS[id])
report('As they stand', (part) => part.sentences.map(({ features }) => sumOf(features, current)))
const weights = fitted(parts)
const order = ids.map((id, at) => [id, weights[at] ?? 0] as const).sort((a, b) => b[1] - a[1])
console.log(order.map(([id, weight]) => `  ${id}: ${weight.toFixed(2)},`).join('\n'))

function readParts(file: string, set: number): Part[] {
  const bytes = readFileSync(file)
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n')
  const read = lines.filter(Boolean).map((line) => JSON.parse(line))
  const judged = ({ text, label }: { text: string; label: number }): Judged => ({
    features: [...featuresOf(text)].map(([id, count]) => [place.get(id) ?? 0, count]),
    label,
  })
  if (read[0]?.sentences) {
    return read.map(({ id, sentences }) => ({
      ...{ set, sentences: sentences.map(judged) },
      fold: Number(/\d{8}/.exec(id)?.[0] ?? id.length) % FOLDS,
    }))
  }
  return Array.from({ length: Math.ceil(read.length / 50) }, (_, at) => ({
    ...{ set, fold: at % FOLDS },
    sentences: read.slice(at * 50, at * 50 + 50).map(judged),
  }))
}

/** Logistic regression in which the worthy and the others of a set count as much together, and a set by its worthy ones. */
function fitted(given: readonly Part[]): Float64Array {
  const weighted = files.flatMap((_, set) => {
    const sentences = given.filter((part) => part.set === set).flatMap((part) => part.sentences)
    const worthy = sentences.filter(({ label }) => label).length
    const others = sentences.length - worthy
    return sentences.map((one) => ({
      ...one,
      weight: one.label ? 1 : worthy / Math.max(1, others),
    }))
  })
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  const rows = weighted.map((row) => ({ ...row, weight: row.weight / total }))
  return descend(
    ids.length,
    (now, gradient) => {
      for (const { features, label, weight } of rows) {
        const off = (1 / (1 + Math.exp(-sumOf(features, now))) - label) * weight
        for (const [at, count] of features) gradient[at] = (gradient[at] ?? 0) + off * count
      }
    },
    { steps: 200, rate: 0.1, penalty: 1e-4 },
  )
}

function sumOf(features: readonly [number, number][], now: Float64Array): number {
  let sum = 0
  for (const [at, count] of features) sum += (now[at] ?? 0) * count
  return sum
}

function report(what: string, scoresOf: (part: Part) => number[]) {
  files.forEach((file, set) => {
    const own = parts.filter((part) => part.set === set)
    const isDocuments = own.some(({ sentences }) => sentences.length > 50)
    const groups = isDocuments ? own.map((part) => [part]) : [own]
    const figures = groups.map((group) => {
      const ranked = group
        .flatMap((part) => {
          const scores = isDocuments ? among(scoresOf(part)) : scoresOf(part)
          return part.sentences.map(({ label }, at) => ({ label, score: scores[at] ?? 0 }))
        })
        .sort((a, b) => b.score - a.score)
        .map(({ label }) => label)
      return [precisionOf(ranked), inTop(ranked)] as const
    })
    const means = [0, 1].map((at) => mean(figures.flatMap((figure) => figure[at] ?? [])))
    console.log(
      `${what}, ${file}: average precision ${means[0]?.toFixed(4)}, found in the top fifth ${means[1]?.toFixed(4)}`,
    )
  })
}

function among(sums: readonly number[]): number[] {
  return worthsAmong(sums.map((sum) => 1 / (1 + Math.exp(-sum))))
}

function precisionOf(labels: readonly number[]): number {
  let hits = 0
  let sum = 0
  labels.forEach((label, at) => {
    if (label) sum += ++hits / (at + 1)
  })
  return hits ? sum / hits : 0
}

function inTop(labels: readonly number[]): number | null {
  const all = labels.filter(Boolean).length
  return all ? labels.slice(0, Math.ceil(labels.length / 5)).filter(Boolean).length / all : null
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
