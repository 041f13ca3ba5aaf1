import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './styles/base/tokens.css'
import './styles/base/base.css'
import './styles/ui/forms.css'
import './styles/pages/shell.css'
import './styles/pages/pages.css'
import './styles/workspace/text.css'
import './styles/workspace/small-screens.css'
import './styles/workspace/panel.css'
import './styles/workspace/layout.css'
import './styles/ui/keyboard.css'
import './styles/ui/live.css'
import './styles/pages/bring-article.css'
import './styles/workspace/bulk-actions.css'
import './styles/pages/revisions.css'
import './styles/workspace/checks.css'
import './styles/pages/corrections.css'
import './styles/pages/report.css'
import './styles/pages/discussion.css'
import './styles/pages/sign-off.css'
import './styles/base/contrast.css'
import './styles/base/print.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { GlyphSprite } from '@/components/ui/status-icon'

export const metadata: Metadata = {
  title: { default: 'Stet', template: '%s · Stet' },
  description: 'A fact-check desk for newsrooms.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#191714' },
  ],
}

/** Reading the headers makes every page rendered per request, so that its scripts carry the policy's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const theme = (await cookies()).get('theme')?.value
  return (
    <html lang="en" data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}>
      <head>
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <GlyphSprite />
        {children}
      </body>
    </html>
  )
}
