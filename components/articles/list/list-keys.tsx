'use client'

import { KeyCaps } from '../../keyboard/key-caps'
import { useKeys } from '../../keyboard/use-shortcuts'
import { useSingleKeys } from '../../keyboard/use-single-keys'

/** The keys of the list: from article to article, to its menu, to the filter. Each is a control that can be seen, too. */
export function ListKeys() {
  const [single, toggle] = useSingleKeys()
  useKeys({
    runs: {},
    single,
    keys: { j: () => step(1), k: () => step(-1), '.': openMenu, f: goToFilter },
  })
  return (
    <p className="list-keys quiet small">
      {single && (
        <span aria-hidden="true">
          <KeyCaps caps={['j']} /> next <KeyCaps caps={['k']} /> before <KeyCaps caps={['Enter']} />{' '}
          open <KeyCaps caps={['.']} /> more <KeyCaps caps={['f']} /> filter
        </span>
      )}
      <button type="button" className="link-button alone" onClick={toggle}>
        {single ? 'Switch single keys off' : 'Switch single keys on'}
      </button>
    </p>
  )
}

/** The link of an article in whichever layout is shown. */
const ARTICLES = 'a[data-article]'

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(ARTICLES)]
  const row = document.activeElement?.closest('[data-article-row]')
  const here = row?.querySelector<HTMLElement>(ARTICLES)
  const at = here ? links.indexOf(here) : -1
  const to = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by
  links[to]?.focus()
}

function openMenu(): void {
  const row = document.activeElement?.closest('[data-article-row]')
  const button = row?.querySelector<HTMLElement>('.row-menu summary')
  button?.focus()
  button?.click()
}

function goToFilter(): void {
  const field = document.querySelector<HTMLInputElement>('.page-head input[type="search"]')
  field?.focus()
  field?.select()
}
