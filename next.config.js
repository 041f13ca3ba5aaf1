const configured = process.env.NEXTAUTH_URL ?? ''

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // A title that is streamed after its page is gone for a moment at every refresh; so all wait for it.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'pg'],
  headers: async () => [
    // Its address changes with it. A browser asks for it anew at every step through the claims otherwise.
    {
      source: '/icon.svg',
      headers: [{ key: 'cache-control', value: 'public, max-age=86400' }],
    },
    // Their names change with their version.
    {
      source: '/fonts/:file',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  // The library that reads documents is begun by the page that opens one; what draws them takes it over.
  turbopack: {
    resolveAlias: { 'pdfjs-dist': './components/captures/readers/document/library.ts' },
  },
  // They are a step of their own in every check: npm run check, npm test.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Behind a proxy that passes on another host, Next itself would take our own forms for those of another site.
    serverActions: {
      bodySizeLimit: '6mb',
      allowedOrigins: URL.canParse(configured) ? [new URL(configured).host] : [],
    },
  },
}
