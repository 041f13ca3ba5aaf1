import type { PKIStatusInfo } from 'pkijs'
import { failed, type NoTimeStamp } from './outcome'

const GRANTED = 0
const GRANTED_WITH_MODS = 1
const WAITING = 3
const UNACCEPTED_POLICY = 15

/** PKIFailureInfo by its bit (RFC 3161 §2.4.2). */
const REASONS: Record<number, string> = {
  0: 'It does not know the hash function.',
  2: 'It does not allow this request.',
  5: 'It could not read the request.',
  14: 'Its clock is not available.',
  [UNACCEPTED_POLICY]: '',
  16: 'It does not know an extension of the request.',
  17: 'It cannot give what was asked for besides.',
  25: 'It has a failure of its own.',
}

/** What an authority says where it does not grant a time stamp, in words; null where it does. */
export function refusalOf({ status, failInfo, statusStrings }: PKIStatusInfo): NoTimeStamp | null {
  if (status === GRANTED || status === GRANTED_WITH_MODS) return null
  const bits = failInfo ? bitsOf(failInfo.valueBlock.valueHexView) : []
  const own = (statusStrings ?? []).map(({ valueBlock }) => printable(valueBlock.value)).join(' ')
  const said = [
    ...(status === WAITING ? ['It wants to be asked again later.'] : []),
    ...bits.map((bit) => REASONS[bit] ?? ''),
    ...(own ? [`It says: “${own}”.`] : []),
  ]
  const failure = bits.includes(UNACCEPTED_POLICY) ? 'refused-policy' : 'refused'
  return failed(failure, said.filter(Boolean).join(' '))
}

function bitsOf(bytes: Uint8Array): number[] {
  return [...bytes].flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (0x80 >> bit)).map((bit) => at * 8 + bit),
  )
}

function printable(words: string): string {
  return words.replace(/[\p{C}\p{Bidi_Control}]/gu, ' ').slice(0, 200)
}
