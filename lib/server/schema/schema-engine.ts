import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { inProject } from '../os/project'

/** A file of the schema, as Prisma's engine takes it. */
export interface SchemaFile {
  path: string
  content: string
}

/** Every table and enum is ours. */
export const EVERYTHING = { externalTables: [], externalEnums: [] }

/** PostgreSQL's types "char" and character(n), by their fixed numbers in pg_type. */
const QUOTED_CHAR = 18
const CHARACTER = 1042

let loaded = false

/**
 * Opens Prisma's own schema engine on a database, for as long as `use` takes. It is the WebAssembly build that the
 * Prisma package itself carries, so migrating needs no download and no program but Node.
 */
export async function withSchemaEngine<T>(
  url: string,
  use: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await load()
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  const adapter = new CatalogueAdapter(pool)
  try {
    const files = await readSchema()
    const engine = await bindings.SchemaEngine.new(
      { datamodels: files.map(({ path, content }) => [path, content]) },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    )
    return await use(engine)
  } catch (error) {
    throw adapter.clarified(error)
  } finally {
    await pool.end()
  }
}

/** The schema's files, in the order of their names. */
export async function readSchema(): Promise<SchemaFile[]> {
  const folder = inProject('prisma', 'schema')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(
    names.map(async (name) => ({
      path: path.posix.join('prisma/schema', name),
      content: await readFile(path.join(folder, name), 'utf8'),
    })),
  )
}

/** By hand, because Node 20 cannot import a `.wasm` file as the package's own entry does. */
async function load() {
  if (loaded) return
  const script = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  )
  const { instance } = await WebAssembly.instantiate(
    readFileSync(script.replace(/\.js$/, '.wasm')),
    { './schema_engine_bg.js': { ...bindings } },
  )
  // Where the engine leaves its last words before it gives up.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: failLoudly } })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  loaded = true
}

function failLoudly(message: string) {
  throw new Error(`Prisma's schema engine failed: ${message}`)
}

/**
 * Prisma's adapter, with the one type that it does not know: "char", in which PostgreSQL's own catalogue keeps its
 * flags, is read like character(n) and handed on as a single character, which the engine insists on.
 */
class CatalogueAdapter extends PrismaPg {
  private said = ''

  constructor(
    pool: pg.Pool,
    private readonly flags = new Set<string>(),
  ) {
    super(pool)
    pool.on('error', () => undefined)
    pool.on('connect', (client) => {
      client.connection.prependListener('rowDescription', (message: { fields: pg.FieldDef[] }) => {
        for (const field of message.fields) {
          if (field.dataTypeID !== QUOTED_CHAR) continue
          field.dataTypeID = CHARACTER
          flags.add(field.name)
        }
      })
    })
  }

  /** The engine knows an error of ours only by a number; PostgreSQL's words belong in its place. */
  clarified(error: unknown) {
    if (error instanceof Error) {
      error.message = error.message.replace(/External error id#\d+/, () => this.said)
    }
    return error
  }

  override async connect() {
    const adapter = await super.connect()
    // In one message, which PostgreSQL splits itself: the adapter would cut a function's body at each semicolon.
    adapter.executeScript = async (script) => {
      await adapter
        .underlyingDriver()
        .query(script)
        .catch((error: Error) => {
          this.said = error.message
          throw error
        })
    }
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnNames.map((name, i) =>
        this.flags.has(name) ? ColumnTypeEnum.Character : result.columnTypes[i],
      )
      return { ...result, columnTypes: columnTypes.filter((type) => type !== undefined) }
    }
    return adapter
  }
}
