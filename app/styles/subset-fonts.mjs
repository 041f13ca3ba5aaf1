/**
 * Makes the files of public/fonts from those that @fontsource-variable ships: the axes and the glyphs that Stet
 * shows, without the rest. Run it when one of these packages changes, and give the files its version:
 *
 *     npm install --no-save subset-font@2.9.0 && node app/styles/subset-fonts.mjs
 */

import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const [SERIF, SANS, MONO] = ['source-serif-4', 'inter', 'jetbrains-mono']
const READ = { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 36 } }
const { wght } = READ

const FILES = [
  [SANS, 'latin-wght-normal', { wght }],
  [SANS, 'latin-ext-wght-normal', { wght }],
  [SERIF, 'latin-opsz-normal', READ],
  [SERIF, 'latin-ext-opsz-normal', READ],
  [SERIF, 'latin-opsz-italic', { wght: 400, opsz: READ.opsz }],
  [SERIF, 'latin-ext-opsz-italic', { wght: 400, opsz: READ.opsz }],
  [MONO, 'latin-wght-normal', { wght }],
]

for (const [family, name, variationAxes] of FILES) {
  const range = unicodeRange(family, name)
  // Ligatures and figures of one width belong to what is read; what is code is shown letter by letter.
  const noLayoutClosure = family === MONO
  await write(family, name, `${family}-${name}`, range, { variationAxes, noLayoutClosure })
}
await write(SERIF, 'latin-opsz-italic', 'wordmark', 'stet', {
  variationAxes: { wght: 600, opsz: 20 },
})

async function write(family, name, to, text, options) {
  const folder = `node_modules/@fontsource-variable/${family}`
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const whole = readFileSync(`${folder}/files/${family}-${name}.woff2`)
  const font = await subsetFont(whole, text, { targetFormat: 'woff2', ...options })
  writeFileSync(`public/fonts/${to}-${version}.woff2`, font)
  process.stdout.write(`${to}: ${whole.length} bytes, now ${font.length}\n`)
}

/** The characters that the package's own style sheet promises of a file. */
function unicodeRange(family, name) {
  const sheet = `${name.includes('opsz') ? 'opsz' : 'wght'}${name.endsWith('italic') ? '-italic' : ''}.css`
  const css = readFileSync(`node_modules/@fontsource-variable/${family}/${sheet}`, 'utf8')
  const face = css.split('@font-face').find((one) => one.includes(`${family}-${name}.woff2`))
  return [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)]
    .flatMap(([, from, to = from]) => {
      const first = Number.parseInt(from, 16)
      return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) => first + at)
    })
    .map((code) => String.fromCodePoint(code))
    .join('')
}
