import { API_SCOPES } from '../domain/vocabulary'
import { PROBLEMS } from './answers/problems'
import { COMMANDS, type CommandOperation } from './commands'
import { LONGEST_PAGE, queryOf, READS, USUAL_PAGE } from './reads/answer-read'
import type { ReadOperation } from './reads/read'
import { inputSchemaOf } from './schemas'

/** The description of the API (OpenAPI 3.1.1), made from the registry and the schemas that commands are checked by. */
export function openApiDocument(origin: string) {
  const paths: Record<string, object> = {}
  for (const read of READS) paths[read.path] = { get: readOperation(read) }
  for (const command of COMMANDS) paths[command.path] = { post: commandOperation(command) }
  return {
    openapi: '3.1.1',
    info: {
      ...{ title: 'Stet', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
      description: 'Everything that the screens do, by the same commands and the same rules.',
    },
    servers: [{ url: `${origin.replace(/\/+$/, '')}/api/v1` }],
    security: [{ token: [] }],
    tags: [...new Set([...READS, ...COMMANDS].map(({ room }) => room))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          ...{ type: 'http', scheme: 'bearer' },
          description: `A token with a scope: ${Object.keys(API_SCOPES).join(', ')}.`,
        },
      },
      schemas: { Problem: PROBLEM, Page: PAGE },
      responses: { Problem: { description: 'What was wrong (RFC 9457)', ...problemContent } },
    },
  }
}

/** What a command is called on its way to a reader: `bringArticle` is “Bring article”. */
export function titleOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function commandOperation({ name, room, scope, command }: CommandOperation) {
  const schema = inputSchemaOf(command)
  const takesVersion = Object.hasOwn(schema.properties, 'version')
  return {
    ...{ operationId: name, summary: titleOf(name), tags: [room] },
    description: `Scope \`${scope}\`; who may do it is decided by \`${command.permission}\`.`,
    parameters: [
      header('Idempotency-Key', 'Sent again with the same body, it is answered as before.'),
      ...(takesVersion
        ? [header('If-Match', 'The ETag that this replaces, instead of a version.')]
        : []),
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: withoutVersion(schema, takesVersion) } },
    },
    responses: {
      200: {
        description: 'It was carried out; with the ids of what was made',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      default: problemRef,
    },
  }
}

/** A version may come as `If-Match`, so the body need not have it. */
function withoutVersion(schema: ReturnType<typeof inputSchemaOf>, takesVersion: boolean) {
  if (!takesVersion) return schema
  return { ...schema, required: schema.required.filter((name) => name !== 'version') }
}

function readOperation(read: ReadOperation) {
  const { name, room, path, summary, kind } = read
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => ({
    ...{ name: place, in: 'path', required: true, schema: { type: 'string' } },
    description:
      place === 'article' ? 'Its id or its slug' : `Its ${place === 'number' ? place : 'id'}`,
  }))
  const schema = kind === 'page' ? { $ref: '#/components/schemas/Page' } : { type: 'object' }
  return {
    ...{ operationId: name, summary, tags: [room], description: 'Scope `read`.' },
    parameters: [...places, ...queryOf(read).map((one) => QUERY[one])],
    responses: {
      200: { description: summary, content: { 'application/json': { schema } } },
      default: problemRef,
    },
  }
}

const QUERY: Record<string, object> = {
  cursor: {
    ...{ name: 'cursor', in: 'query', schema: { type: 'string' } },
    description: '`next` of the page before',
  },
  limit: {
    ...{ name: 'limit', in: 'query' },
    schema: { type: 'integer', minimum: 1, maximum: LONGEST_PAGE, default: USUAL_PAGE },
  },
  words: {
    ...{ name: 'words', in: 'query', schema: { type: 'string' } },
    description: 'Words that have to be there',
  },
}

function header(name: string, description: string) {
  return { ...{ name, in: 'header', description }, schema: { type: 'string' } }
}

const problemRef = { $ref: '#/components/responses/Problem' }
const problemContent = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const PAGE = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: { type: 'object' } },
    next: {
      type: ['string', 'null'],
      description: 'The cursor of the next page; null on the last',
    },
  },
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', enum: Object.keys(PROBLEMS).map((name) => `/api/v1#${name}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        ...{ type: 'object', required: ['detail', 'pointer'] },
        properties: { detail: { type: 'string' }, pointer: { type: 'string' } },
      },
    },
    resend: { type: 'object', additionalProperties: { type: 'string' } },
  },
}
