import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * Sets a template of this folder with one JSON value as PDF/UA-1, or tells which characters no font has:
 * PDF/UA refuses a character that would print as an empty box (ISO 14289-1 §7.21).
 */
export async function typeset(
  template: string,
  report: string,
): Promise<{ pdf: Uint8Array } | { missing: string[] }> {
  const { pdf, error } = await compile(join(FOLDER, template), report)
  if (pdf) return { pdf }

  const missing = missingFrom(error ?? '')
  if (missing.length === 0) throw new Error(error)
  return { missing }
}

const FOLDER = join(process.cwd(), 'lib', 'reports', 'pdf')
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

interface Answer {
  id: number
  pdf?: Uint8Array
  error?: string
}

/** How long the compiler waits for another report before it gives its memory back, in milliseconds. */
const IDLE = 60_000

let worker: Worker | undefined
let jobs = 0
let waiting = 0

/** One compiler, in a thread of its own, for all reports that come close together. */
function compile(template: string, report: string): Promise<Answer> {
  const compiler = running()
  const id = ++jobs
  waiting++
  compiler.ref()
  return new Promise((resolve, reject) => {
    const hear = (answer: Answer) => {
      if (answer.id === id) settle(() => resolve(answer))
    }
    const fail = (error: unknown) => settle(() => reject(error))
    const exit = () => fail(new Error('the compiler ended before the report was set'))
    const settle = (how: () => void) => {
      compiler.off('message', hear).off('error', fail).off('exit', exit)
      how()
      if (--waiting === 0) compiler.unref()
      setTimeout(() => {
        if (jobs === id && worker === compiler) end(compiler)
      }, IDLE).unref()
    }
    compiler.on('message', hear).on('error', fail).on('exit', exit)
    compiler.postMessage({ id, template, report })
  })
}

function running(): Worker {
  if (worker) return worker
  const fonts = FACES.map((face) => join(FONTS, face))
  const made = new Worker(join(FOLDER, 'typst-worker.mjs'), {
    workerData: { workspace: FOLDER, fonts },
  })
  made.setMaxListeners(0)
  made.unref()
  made.once('exit', () => {
    if (worker === made) worker = undefined
  })
  worker = made
  return made
}

function end(compiler: Worker): void {
  worker = undefined
  void compiler.terminate()
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
