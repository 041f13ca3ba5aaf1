import { parseFragment } from 'parse5'
import { isText } from '../html/page/tree'
import { isLiteral } from '../html/unknown-tags'

/** The letters and digits of a Markdown file as somebody reads it: all but the names and attributes of HTML's elements. */
export function sourceWordsOfMarkdown(text: string): string {
  return text.replace(TAG, withoutMarkup).replace(ENTITY, characterOf)
}

const TAG = /<\/?([a-z][^\s/<>]*)((?:\s[^<>]*)?)>/gi
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi

function withoutMarkup(tag: string, name: string, attributes: string): string {
  if (isLiteral(name.toLowerCase(), tag)) return tag
  return ` ${/\b(?:alt|value)\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? ''} `
}

function characterOf(entity: string): string {
  const [only] = parseFragment(entity).childNodes
  return only && isText(only) ? only.value : entity
}
