import { expect, test } from 'vitest'
import { invitationLetter, passwordLetter } from './letters'

const LINK = 'https://stet.example.org/invitation/secret'

test('an invitation says who invites, as what, and has one link on a line of its own', () => {
  const { subject, text } = invitationLetter({ newsroom: 'The Day', role: 'checker', link: LINK })
  expect(subject).toBe('Your invitation to the fact-check desk of The Day')
  expect(text).toContain('An admin of The Day invites you')
  expect(text.match(/https:\S+/g)).toEqual([LINK])
  expect(text.split('\n')).toContain(LINK)
})

test('a link for a new password says how long it works, and no name or address', () => {
  const { text } = passwordLetter({ link: LINK, hours: 2 })
  expect(text).toContain('It works once, for 2 hours')
  expect(text).not.toContain('@')
})

test.each([
  ['The Day\r\nBcc: all@example.org', 'The Day Bcc: all@example.org'],
  ['The\u0000 \u0007Day\u2028', 'The Day'],
  ['\u202eyaD ehT\u202c', 'yaD ehT'],
  ['صحيفة اليوم', '\u2068صحيفة اليوم\u2069'],
  ['\u2069היום', '\u2068היום\u2069'],
])('the name %j stays within its line', (newsroom, line) => {
  const { subject } = invitationLetter({ newsroom, role: 'writer', link: LINK })
  expect(subject).toBe(`Your invitation to the fact-check desk of ${line}`)
})
