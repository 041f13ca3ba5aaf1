import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './styles/fonts.css'
import './styles/layers.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { EarlyPresses } from '@/components/browser/early-presses'
import { ReplayPresses } from '@/components/browser/replay-presses'
import { GlyphSprite } from '@/components/ui/status-icon'
import { StrayFiles } from '@/components/ui/stray-files'

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
  for (const font of FIRST_READ) preload(font, FONT)
  const theme = (await cookies()).get('theme')?.value
  return (
    <html lang="en" data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}>
      <head>
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <EarlyPresses nonce={nonce} />
        <GlyphSprite />
        {children}
        <StrayFiles />
        <ReplayPresses />
      </body>
    </html>
  )
}

/** The letters that every page begins with are asked for before its style sheet has been read. */
const FIRST_READ = [
  '/fonts/inter-latin-wght-normal-5.3.0.woff2',
  '/fonts/source-serif-4-latin-opsz-normal-5.3.1.woff2',
]

const FONT = { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' } as const
