import { expect, test } from 'vitest'
import { namedClasses, ownedClasses, saidWords } from './sheets'

test.each([
  ['.button { }', ['button']],
  ['.button.small:hover { }', ['button']],
  ['.panel .button { }', ['button']],
  ['.panel > .button > kbd { }', ['button']],
  ['.panel:has(.choice-bar) { }', ['panel']],
  ['.trail > :not(.here) { }', ['trail']],
  [':is(.menu, .toast) h2, li:where(.a .b) { }', ['menu', 'toast', 'b']],
  ['.ask:not(:has([value=".x"]:checked)) .only { }', ['only']],
  ['@media (max-width: 4.5rem) { .bar { } }', ['bar']],
  ['.text { .line { } }', ['text', 'line']],
  ['mark[data-status="x.y"] { } /* .gone { } */', []],
])('%s styles %j', (sheet, owned) => {
  expect(ownedClasses(sheet)).toEqual(owned)
})

test('what stands around is named, and not owned', () => {
  expect(namedClasses('.panel:not(.wide) .button.small { }')).toEqual([
    'panel',
    'wide',
    'button',
    'small',
  ])
})

test.each([
  ['<p className="quiet small">', ['quiet', 'small']],
  ["className={wide ? 'quiet' : `bare `}>", ['quiet', 'bare']],
  ['const KINDS = {\n  list_item: 1,\n}', ['list_item']],
])('%s says its classes', (code, said) => {
  expect([...saidWords(code)]).toEqual(expect.arrayContaining(said))
})

test('a class is not said by a longer word or by code', () => {
  const said = saidWords('<p className="quieter un-quiet">{quiet(bare)}</p>')
  expect(said.has('quiet') || said.has('bare')).toBe(false)
})
