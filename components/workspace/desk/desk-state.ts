import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import type { Line } from '../../live/event-source'

/** An open article as this page knows it. Every function here answers with the state after something happened. */
export interface DeskState {
  /** The article as the server last told it. */
  told: Desk
  /** What is shown: the same, with what was set here and has not come back from the server yet. */
  desk: Desk
  patches: readonly Patch[]
  /** Who else has the article open. */
  people: readonly Person[]
  line: Line
  saving: Saving
}

/** How claims will be once the server has agreed, by their ids. */
export type Ahead = ReadonlyMap<string, Partial<ClaimShown>>

interface Patch {
  key: number
  ahead: Ahead
  /** Once the server has agreed: the version from which each claim shows the change by itself. */
  from: Versions | null
}

type Versions = ReadonlyMap<string, number>

/** Somebody else who has the article open, and which claim. */
export interface Person {
  userId: string
  claim: number | null
}

/** How the saving of what this page sent stands. */
interface Saving {
  /** How many answers are awaited. */
  pending: number
  /** When the server last said that all is stored; null before. */
  savedAt: Date | null
  /** Why the last one was not stored, in the reader's words. */
  refused: string | null
}

export function opened(told: Desk): DeskState {
  const saving = { pending: 0, savedAt: null, refused: null }
  return { told, desk: told, patches: [], people: [], line: 'open', saving }
}

/** The server told of the article; an answer that was overtaken by a newer one changes nothing. */
export function received(state: DeskState, told: Desk): DeskState {
  if (told === state.told || told.seq < state.told.seq) return state
  return shown(state, sharing(state.told, told), state.patches)
}

/** Something was set here and is being sent. */
export function patched(state: DeskState, key: number, ahead: Ahead): DeskState {
  return shown(state, state.told, [...state.patches, { key, ahead, from: null }])
}

/** The server agreed, and said from which version on each claim has the change; or it refused, with null. */
export function settled(state: DeskState, key: number, from: Versions | null): DeskState {
  const patches = state.patches.flatMap((one) =>
    one.key !== key ? one : from ? { ...one, from } : [],
  )
  return shown(state, state.told, patches)
}

/** Something is on its way to the server. */
export function sending(state: DeskState): DeskState {
  return { ...state, saving: { ...state.saving, pending: state.saving.pending + 1 } }
}

/** The server stored it at this time, or refused it for this reason; what was stored before stays so. */
export function answered(state: DeskState, refused: string | null, at: Date): DeskState {
  const pending = state.saving.pending - 1
  const savedAt = refused === null ? at : state.saving.savedAt
  return { ...state, saving: { pending, savedAt, refused } }
}

/** A claim that nothing is pending for stays the same object, so that its row is not drawn anew. */
function shown(state: DeskState, told: Desk, all: readonly Patch[]): DeskState {
  const patches = all.filter((one) => told.claims.some((claim) => lacking(one, claim)))
  if (patches.length === 0) return { ...state, told, desk: told, patches }
  const claims = told.claims.map((claim) => {
    const lacks = patches.flatMap((one) => lacking(one, claim) ?? [])
    return lacks.length === 0 ? claim : Object.assign({}, claim, ...lacks)
  })
  return { ...state, told, desk: { ...told, claims }, patches }
}

/** What a claim from the server still lacks of a change. */
function lacking({ ahead, from }: Patch, { id, version }: ClaimShown) {
  return from && version >= (from.get(id) ?? 0) ? undefined : ahead.get(id)
}

/** The later desk, in which all that is as before is the same object as before, so that it is not drawn anew. */
function sharing(before: Desk, after: Desk): Desk {
  const { sha256, number } = after.revision
  const isSameText = before.revision.sha256 === sha256 && before.revision.number === number
  return {
    ...after,
    revision: isSameText ? before.revision : after.revision,
    claims: sharedRows(before.claims, after.claims),
    marks: sharedRows(before.marks, after.marks),
    dismissed: shared(before.dismissed, after.dismissed),
    names: shared(before.names, after.names),
    assignable: shared(before.assignable, after.assignable),
  }
}

function sharedRows<Row extends { id: string }>(before: Row[], after: Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const rows = after.map((row) => shared(known.get(row.id), row))
  const isAsBefore = rows.length === before.length && rows.every((row, at) => row === before[at])
  return isAsBefore ? before : rows
}

const shared = <Value>(before: Value | undefined, after: Value): Value =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after
