import { deflateSync } from 'node:zlib'

/** A small PDF, with these lines in its catalogue and, where wanted, objects in a compressed stream. */
export function makePdf({ catalogue = '', hidden = '', trailer = '' } = {}): Buffer {
  const packed = deflateSync(Buffer.from(hidden))
  const stream = `2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog ${catalogue} >>\nendobj\n`,
      'latin1',
    ),
    ...(hidden ? [Buffer.from(stream), packed, Buffer.from('\nendstream\nendobj\n')] : []),
    Buffer.from(`trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`),
  ])
}
