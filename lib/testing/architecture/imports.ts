import { dirname, join } from 'node:path/posix'

/** One import of a file: where from, as a path in the checkout or a package's name, and what. */
export interface Import {
  from: string
  isPackage: boolean
  /** The names that are taken as values; `*` for all of them, or for the file's effects. */
  values: string[]
  types: string[]
}

/** Everything that a file imports or passes on, however it is written. */
export function importsOf(file: string, code: string): Import[] {
  const plain = withoutComments(code)
  const named = [...plain.matchAll(NAMED)].map(([, type, names = '', from = '']) =>
    described(file, from, type ? typesOnly(names) : split(names)),
  )
  const whole = [...plain.matchAll(WHOLE)].map(([, , from = '']) =>
    described(file, from, { values: ['*'], types: [] }),
  )
  return [...named, ...whole]
}

/** The code without comments, in which anything may be written. */
export function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

const NAMED = /\b(?:import|export)\s+(type\s+)?([\w$*{][^'";=()]*?)\s*from\s*['"]([^'"]+)['"]/g
const WHOLE = /\b(import|require)\s*\(?\s*['"]([^'"]+)['"]/g

function described(file: string, from: string, names: Pick<Import, 'values' | 'types'>): Import {
  const isPackage = !/^(\.|@\/)/.test(from)
  const path = from.startsWith('@/') ? from.slice(2) : join(dirname(file), from)
  return { from: isPackage ? from : path, isPackage, ...names }
}

function split(names: string): Pick<Import, 'values' | 'types'> {
  if (/\*/.test(names)) return { values: ['*'], types: [] }
  const all = listed(names)
  return {
    values: all.filter((name) => !name.startsWith('type ')).map(firstName),
    types: all.filter((name) => name.startsWith('type ')).map((name) => firstName(name.slice(5))),
  }
}

const typesOnly = (names: string) => ({ values: [], types: listed(names).map(firstName) })

const listed = (names: string) =>
  names
    .replace(/[{}]/g, ',')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

const firstName = (name: string) => name.trim().split(/\s/)[0] ?? ''
