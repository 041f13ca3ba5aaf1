// @vitest-environment happy-dom
import { act, createElement, type ReactElement, useRef } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasDraft, useDraft } from './draft'

let root: Root
let box: HTMLElement

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  localStorage.clear()
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})

afterEach(async () => {
  await act(() => root.unmount())
  box.remove()
})

test('what a form is opened over follows the page until the first key, and not from then on', async () => {
  await show(form({ version: 1 }))
  await show(form({ version: 2 }))
  expect(judgedBy()).toEqual({ version: 2 })
  await type('A ledger.')
  await show(form({ version: 3 }))
  expect(judgedBy()).toEqual({ version: 2 })
})

test('a draft comes back with what it was typed over, and leaves with it', async () => {
  await show(form({ version: 2 }))
  await type('A ledger.')
  await loadAgain(form({ version: 3 }))
  expect(field().value).toBe('A ledger.')
  expect(judgedBy()).toEqual({ version: 2 })
  expect(box.textContent).toContain('Kept')

  await act(() => box.querySelector<HTMLElement>('[name="discard"]')?.click())
  expect(field().value).toBe('')
  expect(judgedBy()).toEqual({ version: 3 })
  expect(hasDraft('note')).toBe(false)
})

test('what was typed before the script came is kept, and no older draft takes its place', async () => {
  await show(form({ version: 2 }))
  await type('A ledger.')
  await act(() => root.unmount())
  box.innerHTML = renderToString(form({ version: 3 }))
  field().value = 'The ledger of 1932.'
  await act(() => {
    root = hydrateRoot(box, form({ version: 3 }))
  })
  expect(field().value).toBe('The ledger of 1932.')
  expect(judgedBy()).toEqual({ version: 2 })
  await loadAgain(form({ version: 3 }))
  expect(field().value).toBe('The ledger of 1932.')
})

const form = (basis: { version: number }) => createElement(Note, { basis })

function Note({ basis }: { basis: { version: number } }) {
  const ref = useRef<HTMLFormElement>(null)
  const draft = useDraft(ref, 'note', basis)
  return createElement(
    'form',
    { ref },
    createElement('textarea', { name: 'text', defaultValue: '' }),
    createElement('button', { name: 'discard', type: 'button', onClick: draft.discard }),
    createElement('output', {}, JSON.stringify(draft.basis)),
    draft.isRestored && 'Kept',
  )
}

const show = (element: ReactElement) => act(() => root.render(element))

async function loadAgain(element: ReactElement) {
  await act(() => root.unmount())
  root = createRoot(box)
  await show(element)
}

const field = () => box.querySelector('textarea') ?? expect.fail('there is no field')

const judgedBy = () => JSON.parse(box.querySelector('output')?.textContent ?? '')

async function type(words: string) {
  field().value = words
  await act(() => {
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })
}
