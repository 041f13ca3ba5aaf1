/** In bytes: a longer document comes in pieces of this length, those that are looked at. */
export const PIECE = 512 * 1024

/** In bytes: up to here the library fetches a document in one piece. */
export const FETCHED_WHOLE = 2 * PIECE

/** What a document needs beside itself comes from us, and only the pages that are looked at are fetched. */
export const READING = {
  cMapUrl: '/pdf-data/cmaps/',
  standardFontDataUrl: '/pdf-data/standard_fonts/',
  wasmUrl: '/pdf-data/wasm/',
  disableAutoFetch: true,
  disableStream: true,
  // Not smaller: for each the server asks anew who may see it.
  rangeChunkSize: PIECE,
  enableXfa: false,
  isEvalSupported: false,
}
