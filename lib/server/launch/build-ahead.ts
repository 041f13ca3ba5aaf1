/** Makes all that a start would make first (the Prisma client and the app), for an image or a machine that only serves. */

import path from 'node:path'
import { stopChildren } from '../os/child-process'
import { fail, onStop, stopOnSignals } from '../os/on-exit'
import { step } from '../os/progress-lines'
import { inProject } from '../os/project'
import { generateIfStale } from '../schema/generate-client'
import { buildIfStale } from './build'

stopOnSignals(130)
onStop(stopChildren)
await buildAhead().catch(fail)

async function buildAhead() {
  await step('Client', { doing: 'making it from the schema', work: generateIfStale }, (made) =>
    made ? 'made' : 'up to date',
  )
  const work = () => buildIfStale(path.join(inProject('.next'), 'build.log'))
  await step('App', { doing: 'building, which takes about a minute', work }, (built) =>
    built ? 'built' : 'up to date',
  )
}
