import { Refusal } from '../../refusal'
import type { GivenRate } from '../figures/comparing/outcome'
import { isCurrency } from '../figures/quantities/currencies'

/** The most rates of one comparison. */
const MOST = 9

const RATE =
  /^1\s*([A-Za-z]{3})\s*=\s*(\d{1,12}(?:\.\d{1,12})?)\s*([A-Za-z]{3})\s*[,;:(]\s*(.*[\p{L}\p{N}].*?)\)?$/u

/**
 * Exchange rates as a person writes them, a line each: `1 EUR = 1.19 USD, ECB, 12 September 2017`. Currencies are the codes
 * of ISO 4217, and a point parts decimals. Refuses a rate that nobody is named for, and what it cannot read.
 */
export function readRates(text: string): GivenRate[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > MOST)
    throw refused(`There are more than ${MOST} rates. Give those that are needed.`)
  return lines.map((line) => {
    const [, from = '', rate = '', to = '', givenBy = ''] = RATE.exec(line.trim()) ?? []
    const [one, other] = [from.toUpperCase(), to.toUpperCase()]
    const isRead = isCurrency(one) && isCurrency(other) && /[1-9]/.test(rate)
    if (isRead) return { from: one, to: other, rate, givenBy: givenBy.trim() }
    throw refused(
      `“${line.trim()}” cannot be read. Write a rate and who gives it: 1 EUR = 1.19 USD, ECB, 12 September 2017.`,
    )
  })
}

const refused = (message: string) => new Refusal('invalid', message, { rates: message })
