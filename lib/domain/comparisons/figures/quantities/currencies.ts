/** Currencies by ISO 4217, with the signs and words that stand for one of them, or for one of several. */

const CODES =
  'USD EUR GBP CHF JPY CNY CAD AUD NZD HKD SGD INR PKR LKR NPR SEK NOK DKK ISK CZK PLN HUF RON TRY RUB UAH ILS KRW MXN ARS CLP COP BRL ZAR NGN EGP SAR AED QAR THB IDR'.split(
    ' ',
  )

export const isCurrency = (code: string) => CODES.includes(code)

/** The currencies that a sign or word can mean, the likeliest first; `¢` and pence are hundredths, and are read elsewhere. */
export const MONEY_SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN', 'ARS', 'CLP', 'COP'],
  ...{ US$: ['USD'], C$: ['CAD'], A$: ['AUD'], NZ$: ['NZD'], HK$: ['HKD'], S$: ['SGD'] },
  ...{ R$: ['BRL'], '€': ['EUR'], '£': ['GBP'], '¥': ['JPY', 'CNY'], '₺': ['TRY'] },
  ...{ '₽': ['RUB'], '₹': ['INR'], '₩': ['KRW'], '₪': ['ILS'], '₴': ['UAH'] },
}

const CROWNS = ['SEK', 'NOK', 'DKK', 'CZK', 'ISK']

/** Words after a sum, in lower case. */
export const MONEY_WORDS: Readonly<Record<string, readonly string[]>> = {
  ...each('dollar dollars dólar dólares доллар доллара долларов dolar', MONEY_SIGNS.$ ?? []),
  ...{ 'us dollars': ['USD'], 'u.s. dollars': ['USD'], 'us dollar': ['USD'] },
  ...{ 'australian dollars': ['AUD'], 'canadian dollars': ['CAD'] },
  ...each('euro euros avro евро', ['EUR']),
  ...{ 'pounds sterling': ['GBP'], sterling: ['GBP'] },
  ...each('pfund livres libras', ['GBP']),
  ...each('francs franc franken', ['CHF']),
  ...each('yen', ['JPY']),
  ...each('yuan renminbi rmb', ['CNY']),
  ...each('rouble roubles ruble rubles rubel рубль рубля рублей руб ruble', ['RUB']),
  ...each('lira liras lirası tl', ['TRY']),
  ...each('rupee rupees rs', ['INR', 'PKR', 'LKR', 'NPR']),
  ...each('crown crowns kronor kroner krone krona kronen kr couronnes coronas', CROWNS),
  ...each('peso pesos', ['MXN', 'ARS', 'CLP', 'COP']),
  ...each('zloty zlotys złoty złotych zł', ['PLN']),
  ...each('hryvnia hryvnias', ['UAH']),
  ...each('rand', ['ZAR']),
}

function each(words: string, meanings: readonly string[]) {
  return Object.fromEntries(words.split(' ').map((word) => [word, meanings]))
}
