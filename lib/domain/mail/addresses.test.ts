import { expect, test } from 'vitest'
import { parseMailServer, parseSender } from './addresses'

const OPEN = { user: '', password: '', needsTls: false }

test.each([
  ['smtp://mail.example.org', { ...OPEN, host: 'mail.example.org', port: 587, isSecure: false }],
  ['smtps://mail.example.org/', { ...OPEN, host: 'mail.example.org', port: 465, isSecure: true }],
  ['smtp://[::1]:2525', { ...OPEN, host: '::1', port: 2525, isSecure: false }],
  [
    'smtp://desk%40example.org:p%3Aw%2F@mail.example.org:25',
    {
      ...{ host: 'mail.example.org', port: 25, isSecure: false, needsTls: true },
      ...{ user: 'desk@example.org', password: 'p:w/' },
    },
  ],
  [
    'smtp://desk:secret@localhost',
    {
      ...{ host: 'localhost', port: 587, isSecure: false, needsTls: false },
      ...{ user: 'desk', password: 'secret' },
    },
  ],
])('%s names a mail server', (address, server) => {
  expect(parseMailServer(address)).toEqual(server)
})

test.each([
  ...['mail.example.org', 'https://mail.example.org', 'smtp:', 'smtp://', 'smtp:///a'],
  ...['smtp://desk@mail.example.org', 'smtp://:secret@mail.example.org', 'smtp://a:%E0@b'],
  ...['smtp://mail.example.org/desk', 'smtp://mail.example.org?tls=no', 'smtp://a:80000'],
])('%s names none', (address) => {
  expect(parseMailServer(address)).toBeNull()
})

test.each([
  ['desk@example.org', { name: '', address: 'desk@example.org' }],
  ['Stet <desk@example.org>', { name: 'Stet', address: 'desk@example.org' }],
  [
    '"The Day, checks" <desk@example.org>',
    { name: 'The Day, checks', address: 'desk@example.org' },
  ],
])('%s is whom a mail is from', (text, sender) => {
  expect(parseSender(text)).toEqual(sender)
})

test.each([
  ...['desk', 'Stet desk@example.org', 'a@example.org, b@example.org', 'Stet <desk>'],
  ...['Stet\r\nBcc: x@example.org <a@example.org>', 'a@example.org\nb@example.org'],
])('%j is nobody', (text) => {
  expect(parseSender(text)).toBeNull()
})
