/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The Dockerfile's build: a folder with a server and what it needs. `npm start` works without.
  ...(process.env.BUILD_STANDALONE && { output: 'standalone' }),
  // `npm run check` and `npm test` check the types of everything, tests and scripts included; a build
  // need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Next would write its notes for coding assistants into the project.
  agentRules: false,
  // The one thing that next-intl's plugin would set. The plugin itself also loads a compiler and a
  // file watcher, a third of a second at every start.
  turbopack: { resolveAlias: { 'next-intl/config': './app/i18n/request-config.ts' } },
  // No page uses it. Left on, anybody could make the server resize pictures, and keep them.
  images: { unoptimized: true },
  // Server actions carry a short form; anything larger is not ours.
  // What proxy.ts reads of a body is kept for the page too: by default up to ten megabytes.
  experimental: { serverActions: { bodySizeLimit: '16kb' }, proxyClientMaxBodySize: '20kb' },
  // Postgres, Prisma and the limiter, which can do without most of what it names, are loaded from node_modules as they are.
  serverExternalPackages: ['pg', '@prisma/adapter-pg', 'rate-limiter-flexible'],
  // What proxy.ts knows nothing of. A rewrite of its own would be a request to itself over the network wherever
  // Next takes its two names, localhost and 127.0.0.1, for two servers. Of addresses that pass the proxy alone,
  // which lets nobody else set the header.
  async rewrites() {
    const has = [{ type: 'header', key: 'x-tokoku-unknown', value: '1' }]
    const unknown = (source) => ({ source, has, destination: '/nowhere' })
    return {
      beforeFiles: [
        unknown('/:kind(products|orders|checkout)/:rest*'),
        unknown('/_global-error/:rest*'),
      ],
    }
  },
}

export default nextConfig
