/** A browser and the system that it runs on, in words, from what it says of itself (User-Agent, RFC 9110, 10.1.5). */
export function deviceInWords(userAgent: string): string {
  const browser = BROWSERS.find(([, says]) => says.test(userAgent))?.[0]
  const system = SYSTEMS.find(([, says]) => says.test(userAgent))?.[0]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? (system ? `A browser on ${system}` : 'A browser that does not say which')
}

/** In this order: most of them also say that they are one of the later ones. */
const BROWSERS: [name: string, says: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|HeadlessChrome|CriOS)\//],
  ['Safari', /\bVersion\/[\d.]+ .*Safari\//],
]

const SYSTEMS: [name: string, says: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]
