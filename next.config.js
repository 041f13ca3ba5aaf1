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
  ],
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
}
