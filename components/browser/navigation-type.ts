/** How the page that is shown was come to; a change of the address in place is no coming. */
let came = typeof window === 'undefined' ? 'push' : firstCame()

if (typeof window !== 'undefined') {
  window.navigation?.addEventListener('navigate', ({ navigationType }) => {
    if (navigationType !== 'replace') came = navigationType
  })
}

/** Whether Back, Forward or a reload led here, and not a link. */
export const cameBack = () => came === 'traverse' || came === 'reload'

function firstCame(): string {
  const [first] = performance.getEntriesByType('navigation')
  const type = first instanceof PerformanceNavigationTiming ? first.type : 'navigate'
  return type === 'back_forward' ? 'traverse' : type
}
