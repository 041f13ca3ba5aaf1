import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const PARTS = join(process.cwd(), 'lib', 'reports', 'bundle', 'verifier')
const LOG_VERIFIER = join(process.cwd(), 'public', 'verify-stet-log.mjs')

/**
 * The two programs that check a bundle without Stet: `verify.mjs` for Node 20 and `verify.html` for a browser, each one
 * file that needs nothing else. Both are put together from the same parts, and from the rules of the log's own verifier.
 */
export async function makeVerifiers(): Promise<{ mjs: string; html: string }> {
  const log = await readFile(LOG_VERIFIER, 'utf8')
  const rules = between(log, '/* The rules.', '/* End of the rules.').replace(/^export /gm, '')
  const ofNode = between(log, '/* End of the rules.', '/* End of what they need of Node.')
  const [zip, bundle] = [await part('zip.js'), await part('bundle.js')]
  return {
    mjs: [HEAD, rules, ofNode, zip, bundle, await part('node.js')].join('\n'),
    html: await page([rules, await part('sha-256.js'), zip, bundle, await part('browser.js')]),
  }
}

const HEAD = `#!/usr/bin/env node
/*
 * verify: says whether an evidence bundle is as Stet made it.
 *
 *   node verify.mjs [FOLDER|BUNDLE.zip] [--key FINGERPRINT]
 *
 *   FOLDER|BUNDLE.zip  the bundle, unpacked or not; without it, the folder in which this file stands
 *   --key              the fingerprint to expect of the newsroom's signing key
 *
 * It ends with 0 if the bundle is whole, 1 if not, 2 if it cannot be read. It needs Node 20.12 or later and nothing else,
 * and asks no network. The bundle is a bag (RFC 8493) with SHA-256; signature.json is signed with Ed25519 (RFC 8032) over
 * its canonical JSON (RFC 8785) without \`signature\`, and names the hash of tagmanifest-sha256.txt.
 *
 * Part of Stet, under the MIT licence.
 */

import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
`

async function page(parts: string[]): Promise<string> {
  const script = `(() => {\n'use strict'\n${parts.join('\n')}})()`
  const [html, style] = [await part('page.html'), await part('page.css')]
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}`
  const filled: Record<string, string> = { POLICY: policy, STYLE: style, SCRIPT: script }
  return html.replace(/\/\* (POLICY|STYLE|SCRIPT) \*\//g, (_, name) => filled[name] ?? '')
}

/** How a policy names a script or style that stands in the page itself (CSP 3 §2.3.1). */
function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function part(name: string): Promise<string> {
  return readFile(join(PARTS, name), 'utf8')
}

/** What stands between the comments that begin like these. */
function between(text: string, from: string, to: string): string {
  const [start, end] = [text.indexOf(from), text.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`${LOG_VERIFIER} has lost its mark “${from}”`)
  return text
    .slice(text.indexOf('*/', start) + 2, end)
    .trim()
    .concat('\n')
}
