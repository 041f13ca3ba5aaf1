/** What Stet has evaluated in a page, in a world of its own that the page's scripts cannot reach. */

/** Scrolls down to a height and up again, so that what is only loaded when it is seen is asked for. */
export const scrollThrough = (height: number) => `(async () => {
  const to = (top) => scrollTo({ top, behavior: 'instant' })
  for (let top = 0; top < Math.min(${height}, document.documentElement.scrollHeight); top += innerHeight) {
    to(top)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  to(0)
})()`

/** Whether nothing in the page can ask for more by itself once it is loaded: no script, no frame, nothing that plays. */
export const IS_INERT = `document.scripts.length === 0
  && document.querySelector('iframe, frame, object, embed, video, audio, meta[http-equiv="refresh" i]') === null
  && document.evaluate('count(//@*[starts-with(name(), "on")])', document, null, 1).numberValue === 0`

/** The longest HTML that is read, in UTF-16 units: a page may write itself as long as it likes. */
const LONGEST_HTML = 16_000_000

/** The page as it stands, its title and where the browser is. */
export const READ_PAGE = `(() => {
  const html = document.documentElement?.outerHTML ?? ''
  const doctype = document.doctype ? '<!doctype html>' : ''
  return {
    html: html.length > ${LONGEST_HTML} ? null : doctype + html,
    title: document.title.slice(0, 1000),
    address: location.href,
  }
})()`

/** Before any script of the page: a service worker would answer in the site's place, and outlive the page. */
export const NO_SERVICE_WORKERS = `if (navigator.serviceWorker) {
  navigator.serviceWorker.register = () => Promise.reject(new DOMException('Not here', 'SecurityError'))
}`

export interface PageRead {
  html: string | null
  title: string
  address: string
}

/** Whether this is what {@link READ_PAGE} gives. */
export function isPageRead(value: unknown): value is PageRead {
  return typeof value === 'object' && value !== null && 'html' in value && 'address' in value
}
