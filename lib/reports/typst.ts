import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/**
 * Sets a template of this folder with one JSON value as PDF/UA-1, or tells which characters no font has:
 * PDF/UA refuses a character that would print as an empty box (ISO 14289-1 §7.21).
 */
export async function typeset(
  template: string,
  report: string,
): Promise<{ pdf: Uint8Array } | { missing: string[] }> {
  const compiler = await loaded()
  try {
    const mainFilePath = join(FOLDER, template)
    return { pdf: compiler.pdf({ mainFilePath, inputs: { report } }, { pdfStandard: 'ua-1' }) }
  } catch (error) {
    const missing = missingFrom(String(error))
    if (missing.length === 0) throw error
    return { missing }
  } finally {
    compiler.evictCache(0)
  }
}

const FOLDER = join(process.cwd(), 'lib', 'reports')
const FONTS = join(process.cwd(), 'node_modules', '@expo-google-fonts')

const FACES = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'inter/400Regular/Inter_400Regular.ttf',
  'inter/500Medium/Inter_500Medium.ttf',
  'inter/600SemiBold/Inter_600SemiBold.ttf',
  'inter/700Bold/Inter_700Bold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
]

let compiler: Promise<NodeCompiler> | undefined

/**
 * One compiler per process, made when the first report is set: it holds our
 * fonts, some 4 MB, and finds those of the machine for the scripts that ours lack.
 */
function loaded(): Promise<NodeCompiler> {
  compiler ??= load().catch((error) => {
    compiler = undefined
    throw error
  })
  return compiler
}

async function load(): Promise<NodeCompiler> {
  const [typst, ...fontBlobs] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    ...FACES.map((face) => readFile(join(FONTS, face))),
  ])
  return typst.NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs }] })
}

/** The characters that the compiler names, each in its own message and in Rust's spelling. */
function missingFrom(message: string): string[] {
  const named = message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gs)
  return Array.from(named, ([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  )
}
