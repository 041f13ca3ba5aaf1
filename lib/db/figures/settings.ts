import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** Whether figures are shown by person here. */
export async function hasPersonFigures({ newsroomId }: Actor): Promise<boolean> {
  const { personFigures } = await db().newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    select: { personFigures: true },
  })
  return personFigures
}

export async function updatePersonFigures({ newsroomId }: Actor, shown: boolean): Promise<void> {
  await db().newsroom.update({ where: { id: newsroomId }, data: { personFigures: shown } })
}
