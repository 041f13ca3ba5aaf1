/**
 * Presses on a page that is there and whose script is not yet would be lost. They are noted from here on, which stands
 * before all that can be pressed, and `ReplayPresses` does them when the page listens.
 */
export function EarlyPresses({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: NOTING }} />
  )
}

/** What works without a script, as links and forms do, was done already. */
const NATIVE = 'a[href],summary,label,input,select,textarea,button:not([type=button]),video,audio'

const NOTING = `
{
  const noted = []
  const note = (event) => {
    if (event.target instanceof Element && !event.target.closest('${NATIVE}')) noted.push(event)
  }
  document.addEventListener('click', note, true)
  window.takeEarlyPresses = () => {
    document.removeEventListener('click', note, true)
    return noted.splice(0)
  }
}`
