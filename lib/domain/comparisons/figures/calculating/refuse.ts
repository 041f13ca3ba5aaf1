import { Refusal } from '../../../refusal'

/** The refusal of a calculation, by line and column, both from 1; where the whole is meant, without a column. */
export function refuse(line: number | null, column: number | null, what: string): Refusal {
  const place =
    line === null ? '' : column === null ? `Line ${line}: ` : `Line ${line}, column ${column}: `
  const message = `${place}${what}.`
  return new Refusal('invalid', message, { calculation: message })
}
