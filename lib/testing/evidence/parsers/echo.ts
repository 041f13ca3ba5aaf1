/** Answers with what it was given and what it finds around it. */
export async function parse(file: string, args: unknown) {
  return {
    value: { file, args, env: process.env, pid: process.pid },
    bytes: Buffer.from('and bytes'),
  }
}
