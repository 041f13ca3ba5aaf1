import type { XmlElement } from '@/lib/importing/word/markup/xml'

export const WORD = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
] as const
export const WORD_2010 = ['http://schemas.microsoft.com/office/word/2010/wordml'] as const
export const WORD_2012 = ['http://schemas.microsoft.com/office/word/2012/wordml'] as const
export const COMPATIBILITY = [
  'http://schemas.openxmlformats.org/markup-compatibility/2006',
] as const

/** How a part names the elements of a namespace. */
export interface Naming {
  /** Without a colon. */
  prefix: string
  /** What an outermost element has to declare to be understood; empty where the part's root does. */
  declared: string
}

/**
 * How elements of a namespace, given as the addresses that it has, are named in a part. An attribute without a prefix
 * is in no namespace, so that a root's default one does not do.
 */
export function namingIn(
  text: string,
  root: XmlElement,
  addresses: readonly [string, ...string[]],
  usual: string,
): Naming {
  const tag = text.slice(root.start, root.innerStart)
  const known = [...tag.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, prefix, double, single]) => ({ prefix, address: double ?? single ?? '' }),
  )
  const found = known.filter(({ address }) => addresses.includes(address))
  const named = found.find(({ prefix }) => prefix)?.prefix
  if (named) return { prefix: named, declared: '' }
  const isTaken = known.some(({ prefix }) => prefix === usual)
  const prefix = isTaken ? `${usual}-stet` : usual
  return { prefix, declared: ` xmlns:${prefix}="${found[0]?.address ?? addresses[0]}"` }
}

/** An element's opening tag as it is written. */
export const openingTag = (text: string, { start, innerStart }: XmlElement) =>
  text.slice(start, innerStart)

/** An element's closing tag. */
export function closingTag(text: string, { start }: XmlElement): string {
  const [, name = ''] = /^<([^\s/>]+)/.exec(text.slice(start, start + 200)) ?? []
  return `</${name}>`
}

/** The prefix that an element's name is written with, with its colon. */
export function writtenPrefix(text: string, { start }: XmlElement): string {
  return /^<([^\s/>:]+:)/.exec(text.slice(start, start + 200))?.[1] ?? ''
}
