import { expect, test } from 'vitest'
import type { CapturePart, CaptureRole } from './capture'
import type { Passage } from './passage'
import { hasOwnLines, openingFor, openingsOf } from './view'

const part = (role: CaptureRole, mediaType: string): CapturePart => {
  return { role, mediaType, sha256: '0', bytes: 1, name: role }
}

const TEXT = part('text', 'text/plain; charset=utf-8')
const PICTURE = part('original', 'image/png')
const SCREENSHOT = part('screenshot', 'image/webp')

test.each([
  [
    'a page',
    [part('original', 'text/html'), part('archive', 'application/wacz'), TEXT, SCREENSHOT],
  ],
  ['the same in another order', [SCREENSHOT, TEXT, part('original', 'text/html')]],
])('%s is opened as its text and its screenshot, and never as a page', (_, parts) => {
  expect(openingsOf(parts).map(({ label, view }) => `${label}: ${view}`)).toEqual([
    'Readable text: text',
    'Screenshot: picture',
  ])
})

test.each([
  ['application/pdf', 'PDF: document'],
  ['image/png', 'Picture: picture'],
  ['audio/wav', 'Recording: recording'],
  ['video/mp4', 'Film: film'],
  ['text/html', undefined],
  ['image', undefined],
  ['application/zip', undefined],
])('a file of the kind %s is opened as %s', (mediaType, opened) => {
  const [first] = openingsOf([part('original', mediaType)])
  expect(first && `${first.label}: ${first.view}`).toBe(opened)
})

const PDF = [part('original', 'application/pdf'), TEXT]
const WORDS: Passage = { kind: 'text', start: 0, end: 1, exact: 'a', prefix: '', suffix: '' }
const SHOT: Passage = {
  ...{ kind: 'picture', role: 'screenshot' },
  box: { x: 0, y: 0, width: 1, height: 1 },
}
const PAGE: Passage = { kind: 'page', page: 2, exact: 'a', boxes: [SHOT.box] }

test.each([
  ['nothing more is known', PDF, { asked: '', passage: null }, 'original'],
  ['the passage is words', PDF, { asked: '', passage: WORDS }, 'text'],
  ['the passage is on a page', PDF, { asked: '', passage: PAGE }, 'original'],
  ['another way is asked for', PDF, { asked: 'text', passage: PAGE }, 'text'],
  ['one that is not there is asked for', PDF, { asked: 'archive', passage: null }, 'original'],
  ['a box is on the screenshot', [TEXT, SCREENSHOT], { asked: '', passage: SHOT }, 'screenshot'],
  ['and not on the picture', [PICTURE, SCREENSHOT], { asked: '', passage: SHOT }, 'screenshot'],
  [
    'nothing of it can be shown',
    [part('original', 'text/html')],
    { asked: '', passage: null },
    null,
  ],
])('where %s', (_, parts, wish, role) => {
  expect(openingFor(openingsOf(parts), wish)?.part.role ?? null).toBe(role)
})

test.each([
  ['text/plain', true],
  ['text/csv', true],
  ['text/html', false],
  ['application/pdf', false],
])('lines of %s are its own: %s', (mediaType, own) => {
  expect(hasOwnLines([part('original', mediaType), TEXT])).toBe(own)
})
