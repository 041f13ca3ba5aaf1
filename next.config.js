/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // A title that is streamed after its page is gone for a moment at every refresh; so all wait for it.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'pg'],
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
}
