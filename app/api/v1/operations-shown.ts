import type { OperationShown } from '@/components/newsroom/api/operations'
import { COMMANDS, type CommandOperation } from '@/lib/api/commands'
import { titleOf } from '@/lib/api/document'
import { queryOf, READS } from '@/lib/api/reads/answer-read'
import type { ReadOperation } from '@/lib/api/reads/read'
import { inputSchemaOf } from '@/lib/api/schemas'

/** Every operation as the page shows it, those that read first. */
export function operationsShown(): OperationShown[] {
  return [...READS.map(readShown), ...COMMANDS.map(commandShown)]
}

function readShown(read: ReadOperation): OperationShown {
  const fields = queryOf(read).map((name) => ({ name: `?${name}`, isNeeded: false, takes: '' }))
  const { name, room, summary } = read
  const about = `${summary}. It takes the scope read.`
  return {
    name,
    title: titleOf(name),
    room,
    method: 'GET',
    path: `/api/v1${read.path}`,
    about,
    fields,
  }
}

function commandShown({ name, room, path, scope, command }: CommandOperation): OperationShown {
  const { properties, required } = inputSchemaOf(command)
  const fields = Object.entries(properties).map(([field, schema]) => ({
    ...{ name: field, isNeeded: required.includes(field), takes: inWords(schema as Schema) },
  }))
  const example = Object.fromEntries(
    required.map((field) => [field, exampleOf((properties[field] ?? {}) as Schema)]),
  )
  return {
    ...{ name, title: titleOf(name), room, method: 'POST', path: `/api/v1${path}`, fields },
    about: `It takes the scope ${scope}, and somebody who may do it on the pages.`,
    example: JSON.stringify(example, null, 2),
  }
}

interface Schema {
  type?: string
  enum?: readonly string[]
  const?: unknown
  items?: Schema
  anyOf?: readonly Schema[]
  properties?: Record<string, Schema>
  default?: unknown
}

function inWords({ type, enum: choices, items, anyOf, properties }: Schema): string {
  if (choices) return choices.join(' · ')
  if (items) return `a list of ${inWords(items)}`
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`
  if (anyOf) return [...new Set(anyOf.map(inWords))].join(' or ')
  return type ?? 'anything'
}

function exampleOf({ type, enum: choices, items, anyOf, properties }: Schema): unknown {
  if (choices) return choices[0]
  if (anyOf) return exampleOf(anyOf[0] ?? {})
  if (properties) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema)]),
    )
  }
  if (items) return [exampleOf(items)]
  return type === 'integer' || type === 'number' ? 1 : type === 'boolean' ? false : ''
}
