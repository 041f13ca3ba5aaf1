import type { Command } from 'commander'
import type { Finding } from './examination'
import { Findings } from './findings'
import { databaseOf, outputOf } from './output'

/** `stet doctor`: says what is wrong with an installation and how to mend it; it changes nothing. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('says what is wrong with an installation, and how to mend it')
    .option('--files', 'read every kept file and compare its hash, which takes a while')
    .action(async ({ files = false }: { files?: boolean }, command: Command) => {
      const output = outputOf(command)
      const findings: Finding[] = []
      const { examine } = await import('./examination')
      for await (const finding of examine({
        files,
        name: databaseOf(command),
        report: output.progress,
      }))
        findings.push(finding)
      const isWell = findings.every(({ state }) => state !== 'wrong')
      output.done({ isWell, findings }, findings.map(line).join('\n'))
      if (!isWell) throw new Findings()
    })
}

const SIGNS = { well: '✓', 'worth knowing': '·', wrong: '✗' }
const line = ({ what, state, says }: Finding) => `${SIGNS[state]} ${what.padEnd(10)}${says}`
