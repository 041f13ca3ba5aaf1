import { expect, test } from 'vitest'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes'
import { clockInWords, isRecoveryCode, judgeCode, stepAt } from './second-factor'

const NOW = new Date('2026-12-01T12:00:10Z')
const STEP = stepAt(NOW)
const NONE = { lastStep: 0, toldSteps: [] }

test.each([
  ['of this step', 0, NONE, { says: 'right', step: STEP }],
  ['of the step before', -1, NONE, { says: 'right', step: STEP - 1 }],
  ['of the step after', 1, NONE, { says: 'right', step: STEP + 1 }],
  ['two steps old', -2, NONE, { says: 'clock', step: STEP - 2, minutes: -1 }],
  ['of a clock ten minutes ahead', 20, NONE, { says: 'clock', step: STEP + 20, minutes: 10 }],
  ['of a clock ten minutes behind', -20, NONE, { says: 'clock', step: STEP - 20, minutes: -10 }],
  ['used a moment ago', 0, { lastStep: STEP, toldSteps: [] }, { says: 'used' }],
  ['older than one that was used', -1, { lastStep: STEP, toldSteps: [] }, { says: 'used' }],
  ['that was typed too early', 0, { lastStep: 0, toldSteps: [STEP] }, { says: 'used' }],
  ['of no time near', null, NONE, { says: 'wrong' }],
] as const)('a code %s', (_, away, before, judged) => {
  expect(judgeCode(away, NOW, before)).toEqual(judged)
})

test('a clock that is off is said in words', () => {
  expect(clockInWords(10)).toContain('10 minutes ahead')
  expect(clockInWords(-1)).toContain('1 minute behind')
})

test('ten recovery codes differ, and are known however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/)
    expect(hashRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(
      hashRecoveryCode(code),
    )
    expect(isRecoveryCode(code)).toBe(true)
  }
  expect(isRecoveryCode('123 456')).toBe(false)
})
