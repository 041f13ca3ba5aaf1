'use client'

import { useEffect, useState } from 'react'

const THEMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const
type Theme = keyof typeof THEMES

const YEAR = 365 * 24 * 3600

/** Light, dark, or whatever the system says; remembered in a cookie, so that the server paints it at once. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>('system')

  useEffect(() => {
    const { theme } = document.documentElement.dataset
    if (theme === 'light' || theme === 'dark') setTheme(theme)
  }, [])

  function choose(next: Theme) {
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `theme=${next}; path=/; max-age=${YEAR}; samesite=lax`
  }

  return (
    <fieldset className="field theme-choice">
      <legend className="quiet small">Appearance</legend>
      <div className="choices stacked">
        {Object.entries(THEMES).map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => choose(value as Theme)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
