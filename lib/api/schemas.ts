import { z } from 'zod'
import type { Command } from '../commands/command'

/** What a command takes, as JSON Schema (draft 2020-12). */
export interface InputSchema {
  type: 'object'
  properties: Record<string, object>
  required: string[]
  additionalProperties: boolean
  /** Where there are several ways to fill it in: what each takes. */
  anyOf?: Partial<InputSchema>[]
  oneOf?: Partial<InputSchema>[]
}

/** The schema of what a command takes, made from the one that it is checked by. */
export function inputSchemaOf({ input }: Pick<Command, 'input'>): InputSchema {
  const known = schemas.get(input)
  if (known) return known
  const made = z.toJSONSchema(input, {
    io: 'input',
    unrepresentable: 'any',
  }) as Partial<InputSchema>
  const properties = Object.assign({}, made.properties, ...ways(made).map((way) => way.properties))
  const schema: InputSchema = {
    type: 'object',
    properties,
    ...(ways(made).length > 0 && { anyOf: ways(made) }),
    required: neededIn(input).filter((name) => Object.hasOwn(properties, name)),
    additionalProperties: isLoose(input),
  }
  schemas.set(input, schema)
  return schema
}

const ways = ({ anyOf, oneOf }: Partial<InputSchema>) => anyOf ?? oneOf ?? []

const schemas = new WeakMap<z.ZodType, InputSchema>()

/** The fields that an empty body is refused for: a default may be there that is refused itself, and a list that may be left out. */
function neededIn(input: z.ZodType): string[] {
  const { error } = input.safeParse({})
  return [...new Set(error?.issues.map(({ path }) => String(path[0] ?? '')))]
}

/** Whether it takes fields that it does not name, of which it makes something else. */
function isLoose(input: z.ZodType): boolean {
  if (input instanceof z.ZodIntersection) {
    return isLoose(input.def.left as z.ZodType) || isLoose(input.def.right as z.ZodType)
  }
  if (input instanceof z.ZodPipe) return isLoose(input.def.in as z.ZodType)
  return input instanceof z.ZodObject && input.def.catchall instanceof z.ZodUnknown
}
