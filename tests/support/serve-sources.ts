// Serves the sources as they stand, without a build, on a free port: `SERVING <url>` on standard output when ready.

import { mkdtempSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { startCountWriter } from '#app/workers/count-writer.server.ts'

const vite = await createServer({
  appType: 'custom',
  cacheDir: mkdtempSync(path.join(tmpdir(), 'jipp-vite-')),
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
})
// Loaded through Vite, so that server and routes share one copy of every module.
const { createApp } = (await vite.ssrLoadModule('/app/server.ts')) as typeof import('#app/server.ts')
const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
const { openPageCache, platform } = (await vite.ssrLoadModule(
  '/app/platform.server.ts',
)) as typeof import('#app/platform.server.ts')
const { visitLog } = (await vite.ssrLoadModule(
  '/app/http/visits.server.ts',
)) as typeof import('#app/http/visits.server.ts')
const app = createApp(build)
const server = createHttpServer(openPageCache()?.pages.before(app) ?? app).listen(0, '127.0.0.1', () => {
  console.log(`SERVING http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
startCountWriter({ db: platform().db, log: console, of: 'visits', counts: visitLog })
// The parent is gone when its end of the pipe is.
process.stdin.resume().on('end', () => process.exit(0))
