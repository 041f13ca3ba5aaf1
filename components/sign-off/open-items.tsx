'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { acceptOpenItems, withdrawAcceptance } from '@/lib/actions'
import type { WeighedItem } from '@/lib/db/sign-off/signing-facts'
import { OPEN_ITEMS, type OpenItemKind } from '@/lib/domain/vocabulary'
import { useHydrated } from '../browser/use-hydrated'
import { ActionForm, useAnswer } from '../forms/action-form'
import { SubmitButton, TextArea } from '../forms/fields'
import { ShowMore } from '../ui/show-more'
import { Timestamp } from '../ui/timestamp'
import { ItemLine } from './open-item-link'

interface Props {
  articleId: string
  me: string
  items: readonly WeighedItem[]
  address: string
  may: { accept: boolean; hear: boolean }
}

/**
 * The same as `OpenItems`, of items as JSON: a page spends most of its time on walking through what it sends to
 * its script. The form begins anew when all lines are drawn, so that a draft finds every box.
 */
export function SentOpenItems({ items, ...rest }: Omit<Props, 'items'> & { items: string }) {
  const isWhole = useHydrated()
  const read: WeighedItem[] = useMemo(() => JSON.parse(items), [items])
  return <OpenItems key={String(isWhole)} items={read} {...rest} />
}

/** All that stands between a text and its signature, by what it is; an editor accepts what may stay open. */
function OpenItems({ items, ...rest }: Props) {
  const accepted = items.filter(({ acceptance }) => acceptance !== null)
  const open = items.filter(({ acceptance }) => acceptance === null)
  return (
    <>
      {open.length > 0 && <Unaccepted items={open} {...rest} />}
      {accepted.length > 0 && (
        <section className="section" aria-labelledby="accepted">
          <h2 id="accepted">
            Accepted as open <span className="quiet">{accepted.length}</span>
          </h2>
          <ActionForm
            action={withdrawAcceptance}
            label="Take back what is accepted"
            saved="Taken back"
            className=""
          >
            <ShowMore className="open-items">
              {accepted.map((item) => (
                <Accepted key={item.key} item={item} {...rest} />
              ))}
            </ShowMore>
          </ActionForm>
        </section>
      )}
    </>
  )
}

/** Chosen ones are accepted together with one reason, each on record by itself. */
function Unaccepted({ articleId, me, items, address, may }: Props) {
  const { list, chosen, count } = useChosen()
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const lists = (
    <div ref={list} onChange={count}>
      {kinds.map((kind) => (
        <KindList
          key={kind}
          {...{ kind, address, may, count }}
          items={items.filter((item) => item.kind === kind)}
        />
      ))}
    </div>
  )
  return (
    <section className="section" aria-labelledby="open">
      <h2 id="open">
        Stands in the way <span className="quiet">{items.length}</span>
      </h2>
      {may.accept ? (
        <ActionForm
          action={acceptOpenItems}
          values={{ articleId }}
          draft={`${me}:accept-open:${articleId}`}
          label="Accept what stays open"
          saved="Accepted, by your name"
          className="form open-form"
          onDone={count}
        >
          <p className="quiet small">
            What may stay open is ticked here, and accepted by your name with a reason.
          </p>
          {lists}
          <AcceptBar chosen={chosen} />
        </ActionForm>
      ) : (
        lists
      )}
    </section>
  )
}

/** How many boxes are ticked, also where a draft or a whole group ticked them. */
function useChosen() {
  const list = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const count = useCallback(() => {
    requestAnimationFrame(() => setChosen(list.current?.querySelectorAll(':checked').length ?? 0))
  }, [])
  useEffect(count)
  return { list, chosen, count }
}

function AcceptBar({ chosen }: { chosen: number }) {
  const { fields } = useAnswer().answer
  return (
    <div className="accept-bar" hidden={chosen === 0}>
      {fields?.items && <p className="error">{fields.items}</p>}
      <TextArea
        name="reason"
        label={
          chosen > 1 ? `Why may these ${chosen} stay open?` : 'Why may what you ticked stay open?'
        }
        hint="Your name and this reason stand in the report."
        rows={2}
        dir="auto"
      />
      <div className="actions">
        <SubmitButton className="button">
          {chosen > 1 ? `Accept ${chosen} items` : 'Accept'}
        </SubmitButton>
      </div>
    </div>
  )
}

function KindList({
  kind,
  items,
  address,
  may,
  count,
}: Pick<Props, 'items' | 'address' | 'may'> & { kind: OpenItemKind; count: () => void }) {
  const group = useRef<HTMLFieldSetElement>(null)

  function tickAll() {
    const boxes = [...(group.current?.querySelectorAll<HTMLInputElement>('[name="items"]') ?? [])]
    const all = boxes.every(({ checked }) => checked)
    for (const box of boxes) box.checked = !all
    boxes[0]?.dispatchEvent(new Event('input', { bubbles: true }))
    count()
  }

  return (
    <fieldset ref={group} className="kind-list">
      <legend>
        {OPEN_ITEMS[kind]} <span className="quiet">{items.length}</span>
      </legend>
      {may.accept && items.length > 1 && (
        <button type="button" className="link-button small tick-all" onClick={tickAll}>
          Tick all<span className="visually-hidden"> of “{OPEN_ITEMS[kind]}”, or none</span>
        </button>
      )}
      <ShowMore className="open-items">
        {items.map((item) => (
          <li key={item.key}>
            {may.accept && (
              <input
                type="checkbox"
                name="items"
                value={item.key}
                aria-label={`Accept: ${item.what}`}
              />
            )}
            <div>
              <ItemLine item={item} address={address} hears={may.hear} brief />
            </div>
          </li>
        ))}
      </ShowMore>
    </fieldset>
  )
}

function Accepted({ item, address, may }: Pick<Props, 'address' | 'may'> & { item: WeighedItem }) {
  const { acceptance } = item
  const { pending } = useAnswer()
  if (!acceptance) return null
  return (
    <li>
      <div>
        <ItemLine item={item} address={address} hears={may.hear} />
        <p className="small">
          <b>{acceptance.by}</b>{' '}
          <span className="quiet">
            accepted this <Timestamp at={acceptance.at} />:
          </span>{' '}
          <span dir="auto">{acceptance.reason}</span>
        </p>
      </div>
      {may.accept && (
        <button
          type="submit"
          name="acceptanceId"
          value={acceptance.id}
          className="link-button small take-back"
          aria-disabled={pending || undefined}
        >
          Take back<span className="visually-hidden"> that this is accepted: {item.what}</span>
        </button>
      )}
    </li>
  )
}
