'use client'

import { deleteView, keepViewBack, renameView, saveView, shareView } from '@/lib/actions'
import type { FormAction } from '@/lib/forms/form-action'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'
import { Link } from '../../ui/links/link'
import { Menu } from '../../ui/menu'

/** The button at which the keyboard goes on, where what it was at is gone. */
const BUTTON = 'saved-views'

export interface ViewShown {
  id: string
  name: string
  /** As the address says it after the question mark. */
  query: string
  isShared: boolean
  /** Who saved it, where that is somebody else. */
  by: { name: string; isGone: boolean } | null
  may: { edit: boolean; share: boolean }
}

/** The filters that were saved under a name, and the way to save the one that is shown. */
export function SavedViews({
  me,
  path,
  query,
  views,
  mayShare,
}: {
  me: string
  path: string
  /** Of the filter that is shown. */
  query: string
  views: readonly ViewShown[]
  mayShare: boolean
}) {
  const current = views.find((view) => view.query === query)
  return (
    <Menu
      key={query}
      id={BUTTON}
      hasCaret
      label={
        <span className="view-name">
          {current ? (
            <>
              <span className="visually-hidden">View: </span>
              <bdi>{current.name}</bdi>
            </>
          ) : (
            'Views'
          )}
        </span>
      }
      className="menu saved-views"
    >
      {views.length > 0 ? (
        <ul className="bare">
          {views.map((view) => (
            <li key={view.id}>
              <Link
                href={view.query ? `${path}?${view.query}` : path}
                aria-current={view === current || undefined}
              >
                <bdi>{view.name}</bdi> <span className="quiet small">{whose(view)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="menu-note quiet">
          No views yet. Set a filter, and save it here under a name to come back to it.
        </p>
      )}
      {current ? (
        <ChangeView key={current.name} view={current} />
      ) : (
        query !== '' && <SaveView {...{ me, query, mayShare }} />
      )}
    </Menu>
  )
}

function whose({ isShared, by }: ViewShown): string {
  if (!by) return isShared ? 'shared by you' : ''
  return by.isGone ? `shared by ${by.name}, who left` : `shared by ${by.name}`
}

function SaveView({ me, query, mayShare }: { me: string; query: string; mayShare: boolean }) {
  return (
    <ActionForm
      action={saveView}
      values={{ query }}
      draft={`${me}:view`}
      saved="View saved"
      goOnAt={BUTTON}
      label="Save this view"
      className="form menu-part"
    >
      <TextField name="name" label="Save this view as" maxLength={60} autoComplete="off" />
      {mayShare && (
        <label className="share-view">
          <input type="checkbox" name="shared" value="yes" /> For everybody in the newsroom
        </label>
      )}
      <div className="actions">
        <SubmitButton className="button small">Save the view</SubmitButton>
      </div>
    </ActionForm>
  )
}

function ChangeView({ view: { id, name, isShared, may } }: { view: ViewShown }) {
  if (!may.edit && !may.share) return null
  return (
    <div className="menu-part">
      {may.edit && (
        <ActionForm
          action={renameView}
          values={{ viewId: id }}
          saved="View renamed"
          label="Rename this view"
        >
          <TextField
            name="name"
            label="Name of this view"
            defaultValue={name}
            maxLength={60}
            autoComplete="off"
          />
          <div className="actions">
            <SubmitButton className="button small">Rename</SubmitButton>
          </div>
        </ActionForm>
      )}
      <div className="actions">
        {may.share && !isShared && (
          <Step action={shareView} viewId={id} saved="Shared with everybody" label="Share" />
        )}
        {may.edit && isShared && (
          <Step action={keepViewBack} viewId={id} saved="Shared no more" label="Stop sharing" />
        )}
        {may.edit && <Step action={deleteView} viewId={id} saved="View deleted" label="Delete" />}
      </div>
    </div>
  )
}

function Step({
  action,
  viewId,
  saved,
  label,
}: {
  action: FormAction
  viewId: string
  saved: string
  label: string
}) {
  return (
    <ActionForm
      action={action}
      values={{ viewId }}
      saved={saved}
      goOnAt={BUTTON}
      className="bare-form"
    >
      <SubmitButton className="button small plain" busy={`${label}…`}>
        {label}
      </SubmitButton>
    </ActionForm>
  )
}
