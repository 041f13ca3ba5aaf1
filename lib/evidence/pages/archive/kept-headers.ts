import type { PageResponse } from '../browser/protocol'

/**
 * An answer's header fields as they belong to a body that was decoded: what the body was coded in, and how long it was
 * so, is kept under another name. A text comes from the browser in UTF-8, whatever it was sent in.
 */
export function keptHeaders(
  { headers }: PageResponse,
  { length, isText }: { length: number; isText: boolean },
): [string, string][] {
  const kept = Object.entries(headers).map(([name, value]): [string, string] => {
    const line = value.replace(/\s*\n\s*/g, ', ')
    return OF_THE_WIRE.test(name) || (isText && isOtherCharset(name, line))
      ? [`x-archive-orig-${name}`, line]
      : [name, line]
  })
  const type = kept.find(([name]) => /^x-archive-orig-content-type$/i.test(name))?.[1]
  const retold: [string, string][] = type
    ? [['content-type', `${type.replace(/;.*$/s, '')}; charset=utf-8`]]
    : []
  return [...kept, ...retold, ['content-length', String(length)]]
}

const OF_THE_WIRE = /^(?:content-encoding|content-length|transfer-encoding)$/i

const isOtherCharset = (name: string, value: string) =>
  /^content-type$/i.test(name) && !/charset="?utf-8\b/i.test(value)
