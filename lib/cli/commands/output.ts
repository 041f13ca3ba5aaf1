import type { Command } from 'commander'

/** How a command tells what it does: in words as it goes, or as one value at its end where `--json` was given. */
export interface Output {
  isJson: boolean
  /** Shows what is being done, in the place of what was shown before; on a terminal alone. */
  progress: (said: string) => void
  /** Tells what came out: the value to a program, the words to a person. */
  done: (value: unknown, words: string) => void
}

/** The name of the database that Stet's own server has for what the command line is about. */
export const databaseOf = (command: Command) =>
  command.optsWithGlobals().demo ? 'stet_demo' : 'stet'

export function outputOf(command: Command): Output {
  const isJson = Boolean(command.optsWithGlobals().json)
  const shows = !isJson && process.stderr.isTTY
  const clear = () => shows && process.stderr.write('\r\u001b[K')
  return {
    isJson,
    progress(said) {
      if (!shows) return
      clear()
      process.stderr.write(said.slice(0, (process.stderr.columns || 80) - 1))
    },
    done(value, words) {
      clear()
      console.log(isJson ? JSON.stringify(value, null, 2) : words)
    },
  }
}
