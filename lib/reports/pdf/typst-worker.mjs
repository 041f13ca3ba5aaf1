/** Sets reports beside the server's own thread, which would answer nobody for as long as a long report takes. */

import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { workspace, fonts } = workerData
const fontBlobs = fonts.map((font) => readFileSync(font))
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })

parentPort?.on('message', ({ id, template, report }) => {
  try {
    const job = { mainFilePath: template, inputs: { report } }
    parentPort?.postMessage({ id, pdf: compiler.pdf(job, { pdfStandard: 'ua-1' }) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  } finally {
    compiler.evictCache(0)
  }
})
