import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal'
import { keysOf, VERDICTS, type VerdictKind } from '../vocabulary'
import {
  assertVerdictStands,
  bearingOn,
  type ClaimFacts,
  type EvidenceFacts,
  independentReports,
  lackingOnFile,
  type VerdictGiven,
} from './verdict'

let sources = 0
const evidence = (facts: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  stance: 'supports',
  directness: 'primary',
  aspect: null,
  source: { id: `source-${sources++}`, publisher: '', origin: '', originGroupId: null },
  ...facts,
})
const report = (publisher: string, origin = '', facts: Partial<EvidenceFacts> = {}) =>
  evidence({
    directness: 'secondary',
    source: { id: `source-${sources++}`, publisher, origin, originGroupId: null },
    ...facts,
  })
const claim = (facts: Partial<ClaimFacts> = {}): ClaimFacts => ({
  claimant: null,
  evidence: [],
  waivedAspects: [],
  ...facts,
})
const given = (verdict: VerdictKind, facts: Partial<VerdictGiven> = {}): VerdictGiven => ({
  aspect: 'so',
  verdict,
  rationale: '',
  searched: '',
  change: '',
  writersWord: '',
  ...facts,
})

/** The field that a refusal points at, or null where the verdict stands. */
function refusedFor(claim: ClaimFacts, verdict: VerdictGiven): string | null {
  try {
    assertVerdictStands(claim, verdict)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.reason).toBe('invalid')
    return Object.keys(error.fields).join()
  }
}

const supports = [evidence()]
const contradicts = [evidence({ stance: 'contradicts' })]
const limits = [evidence({ stance: 'limits' })]
const context = [evidence({ stance: 'context' })]
const why = { rationale: 'Because.' }

describe('each verdict, with and without what it needs', () => {
  test.each<[VerdictKind, string, EvidenceFacts[], Partial<VerdictGiven>, string | null]>([
    ['confirmed', 'no evidence', [], why, 'verdict'],
    ['confirmed', 'contradiction only', contradicts, why, 'verdict'],
    ['confirmed', 'a limit only', limits, why, 'verdict'],
    ['confirmed', 'context only', context, why, 'verdict'],
    ['confirmed', 'support', supports, {}, null],
    ['confirmed', 'support and contradiction', [...supports, ...contradicts], {}, null],
    ['ok_with_change', 'no change', limits, why, 'change'],
    ['ok_with_change', 'a change', [], { change: '400 km for one missile' }, null],
    ['ok_with_change', 'a blank change', limits, { change: ' \n' }, 'change'],
    ['incorrect', 'no evidence', [], why, 'verdict'],
    ['incorrect', 'support only', supports, why, 'verdict'],
    ['incorrect', 'contradiction without a reason', contradicts, {}, 'rationale'],
    ['incorrect', 'contradiction and a reason', contradicts, why, null],
    ['misleading', 'no evidence', [], why, 'verdict'],
    ['misleading', 'evidence without a reason', context, {}, 'rationale'],
    ['misleading', 'evidence and a blank reason', context, { rationale: '\t' }, 'rationale'],
    ['misleading', 'context and a reason', context, why, null],
    ['misleading', 'support and a reason', supports, why, null],
    ['cannot_be_stood_up', 'nothing', [], why, 'searched'],
    ['cannot_be_stood_up', 'a blank', [], { searched: ' ' }, 'searched'],
    ['cannot_be_stood_up', 'where was searched', [], { searched: 'The register' }, null],
    ['disputed', 'no reason', [...supports, ...contradicts], {}, 'rationale'],
    ['disputed', 'a reason', [], why, null],
    ['on_author', 'no word of the writer', supports, why, 'writersWord'],
    ['on_author', 'the writer’s word', [], { writersWord: 'I saw it.' }, null],
    ['not_checkable', 'no reason', supports, {}, 'rationale'],
    ['not_checkable', 'a reason', [], why, null],
  ])('%s with %s', (verdict, _what, evidence, facts, field) => {
    expect(refusedFor(claim({ evidence }), given(verdict, facts))).toBe(field)
  })

  test.each(keysOf(VERDICTS))('%s with nothing at all is refused', (verdict) => {
    expect(refusedFor(claim(), given(verdict))).not.toBeNull()
  })
})

describe('said and so', () => {
  const full = { ...why, searched: 'x', change: 'x', writersWord: 'x' }

  test.each(keysOf(VERDICTS))('a plain claim is not rated %s as said', (verdict) => {
    const facts = claim({ evidence: [...supports, ...contradicts] })
    expect(refusedFor(facts, given(verdict, { ...full, aspect: 'said' }))).toBe('aspect')
  })

  test.each<[VerdictKind, 'supports' | 'contradicts']>([
    ['confirmed', 'supports'],
    ['incorrect', 'contradicts'],
    ['misleading', 'supports'],
  ])('evidence on one question does not carry %s on the other', (verdict, stance) => {
    const facts = (aspect: EvidenceFacts['aspect']) =>
      claim({ claimant: 'Ada', evidence: [evidence({ stance, aspect })] })
    expect(refusedFor(facts('said'), given(verdict, { ...why, aspect: 'said' }))).toBeNull()
    expect(refusedFor(facts('said'), given(verdict, { ...why, aspect: 'so' }))).toBe('verdict')
    expect(refusedFor(facts('so'), given(verdict, { ...why, aspect: 'so' }))).toBeNull()
    expect(refusedFor(facts('so'), given(verdict, { ...why, aspect: 'said' }))).toBe('verdict')
    expect(refusedFor(facts(null), given(verdict, { ...why, aspect: 'said' }))).toBeNull()
  })

  test('what bears on both bears on each', () => {
    const [said, so, both] = [
      evidence({ aspect: 'said' }),
      evidence({ aspect: 'so' }),
      evidence({ aspect: null }),
    ]
    const facts = claim({ claimant: 'Ada', evidence: [said, so, both] })
    expect(bearingOn(facts, 'said')).toEqual([said, both])
    expect(bearingOn(facts, 'so')).toEqual([so, both])
  })
})

describe('support that is secondary only', () => {
  const three = [report('Alder Post'), report('Birch Times'), report('Cedar News')]
  const wire = Array.from({ length: 10 }, (_, i) => report(`Paper ${i}`, 'Pine Wire'))

  test.each<[string, EvidenceFacts[], string | null]>([
    ['one report', three.slice(0, 1), 'verdict'],
    ['two reports', three.slice(0, 2), 'verdict'],
    ['three independent reports', three, null],
    ['ten copies of a wire', wire, 'verdict'],
    ['ten copies of a wire and two reports', [...wire, ...three.slice(0, 2)], null],
    ['ten copies of a wire and a report', [...wire, ...three.slice(0, 1)], 'verdict'],
    [
      'the wire itself and its copies',
      [report('Pine Wire'), ...wire, ...three.slice(1, 2)],
      'verdict',
    ],
    ['one paper three times', [1, 2, 3].map(() => report(' alder  POST')), 'verdict'],
    ['three that name nobody', [report(''), report(''), report('')], null],
    ['copies and a primary source', [...wire, evidence()], null],
    ['copies and a primary that only limits', [...wire, ...limits], 'verdict'],
    [
      'two, and one that contradicts',
      [...three.slice(0, 2), report('D', '', { stance: 'contradicts' })],
      'verdict',
    ],
    [
      'two, and one on the other question',
      [...three.slice(0, 2), report('D', '', { aspect: 'said' })],
      'verdict',
    ],
    [
      'two, and a tertiary one',
      [...three.slice(0, 2), report('D', '', { directness: 'tertiary' })],
      'verdict',
    ],
    [
      'three tertiary ones',
      three.map((e) => ({ ...e, directness: 'tertiary' as const })),
      'verdict',
    ],
  ])('%s', (_what, evidence, field) => {
    const facts = claim({ claimant: 'Ada', evidence })
    expect(refusedFor(facts, given('confirmed'))).toBe(field)
    expect(refusedFor(facts, given('ok_with_change', { change: 'x' }))).toBe(field)
  })

  test('an editor’s waiver carries the question that it names, and only with support', () => {
    const facts = (waivedAspects: ClaimFacts['waivedAspects'], evidence = wire) =>
      claim({ claimant: 'Ada', evidence, waivedAspects })
    expect(refusedFor(facts(['so']), given('confirmed'))).toBeNull()
    expect(refusedFor(facts(['said']), given('confirmed'))).toBe('verdict')
    expect(refusedFor(facts(['so']), given('confirmed', { aspect: 'said' }))).toBe('verdict')
    expect(refusedFor(facts(['so'], []), given('confirmed'))).toBe('verdict')
    expect(refusedFor(facts(['so'], contradicts), given('confirmed'))).toBe('verdict')
  })

  test('it is no bar to verdicts that rest on something else', () => {
    const against = wire.map((copy): EvidenceFacts => ({ ...copy, stance: 'contradicts' }))
    expect(refusedFor(claim({ evidence: against }), given('incorrect', why))).toBeNull()
    expect(refusedFor(claim({ evidence: wire }), given('disputed', why))).toBeNull()
  })

  test('the refusal says how many origins there are', () => {
    expect(() => assertVerdictStands(claim({ evidence: wire }), given('confirmed'))).toThrow(
      'Only one secondary source supports this. It needs a primary source, three independent ones, or an editor’s waiver.',
    )
  })

  test('what is not on file is told before a verdict is given, and not what is typed with it', () => {
    expect(lackingOnFile(claim({ evidence: [] }), 'so', 'confirmed')).toMatch(/^“Confirmed” needs/)
    expect(lackingOnFile(claim({ evidence: wire }), 'so', 'ok_with_change')).toMatch(/^Only one/)
    expect(lackingOnFile(claim({ evidence: [] }), 'so', 'disputed')).toBeNull()
    expect(lackingOnFile(claim({ evidence: [] }), 'so', 'cannot_be_stood_up')).toBeNull()
  })

  test('origins are told apart by name, not by how it is typed', () => {
    const typed = ['Pine Wire', 'pine wire ', 'PINE  WIRE', 'Pine\u00a0Wire', 'Ｐine Wire']
    expect(independentReports(typed.map((origin, i) => report(`Paper ${i}`, origin)))).toBe(1)
    expect(independentReports([report('Pine'), report('Pine Wire')])).toBe(2)
    expect(independentReports([])).toBe(0)
  })
})
