import { project } from '../os/project'
import { EVERYTHING, readSchema, withSchemaEngine } from './schema-engine'

/** The SQL that a database lacks to be what the schema in the checkout says; null if it lacks nothing. */
export async function findDrift(url: string): Promise<string | null> {
  const files = await readSchema()
  return withSchemaEngine(url, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: project },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: EVERYTHING,
    })
    return exitCode === 0 ? null : (stdout ?? '').trim()
  })
}
