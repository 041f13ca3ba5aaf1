import { z } from 'zod'
import { insertFileCheck } from '@/lib/db/captures/file-checks'
import { findFileRoom, updateFileQuota } from '@/lib/db/captures/files'
import { Conflict } from '@/lib/domain/refusal'
import { command } from '../command'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Puts on record what a check of all kept files found. The server found it out; no form sends it. */
export const recordFileCheck = command('recordFileCheck', {
  permission: 'newsroom.manage',
  input: z.object({
    files: z.int().nonnegative(),
    gone: z.array(sha256),
    altered: z.array(sha256),
    unclaimed: z.array(sha256),
  }),
  subject: async () => ({}),

  async run({ actor, input, record }) {
    await insertFileCheck(actor, input)
    const { files, gone, altered, unclaimed } = input
    record({
      ...{ type: 'files.checked', files, gone, altered },
      unclaimed: unclaimed.length,
    })
  },
})

/** In bytes. */
export const GIGABYTE = 1_000_000_000

/** In gigabytes. */
const MOST_ROOM = 100_000

const ROOM = `Write how many gigabytes, as a number from 1 to ${MOST_ROOM.toLocaleString('en')}.`

/** Says how much room the newsroom's kept files may take. Less than they take now keeps them, and takes no more. */
export const setFileQuota = command('setFileQuota', {
  permission: 'newsroom.manage',
  input: z.object({
    gigabytes: z.coerce.number(ROOM).int(ROOM).min(1, ROOM).max(MOST_ROOM, ROOM),
    /** What the form was opened over. */
    wasGigabytes: z.coerce.number().optional(),
  }),
  subject: (actor) => findFileRoom(actor),

  async run({ actor, input: { gigabytes, wasGigabytes }, subject: { quota }, record }) {
    const stored = Math.round(quota / GIGABYTE)
    if (wasGigabytes !== undefined && wasGigabytes !== stored) {
      throw new Conflict(
        `Another admin set the room to ${stored} GB while you had this open. Send it again to replace that.`,
        { gigabytes: `Stored now: ${stored} GB` },
        { wasGigabytes: String(stored) },
      )
    }
    await updateFileQuota(actor, gigabytes * GIGABYTE)
    const changes = { 'room for files': { from: `${stored} GB`, to: `${gigabytes} GB` } }
    record({ type: 'newsroom.changed', changes: gigabytes === stored ? {} : changes })
  },
})
