import type { ServerBuild } from '@remix-run/node'
import type { RunningServer } from '#app/server.ts'

/** The sources behind Vite: a change of a file shows at the next request. */
export async function startDevServer(options: { port: number; host: string }): Promise<RunningServer> {
  const { createServer } = await import('vite')
  const ours = new Set(process.listeners('SIGTERM'))
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
  // Vite would leave at once, without stopping the database.
  for (const listener of process.listeners('SIGTERM')) if (!ours.has(listener)) process.off('SIGTERM', listener)
  // Loaded through Vite, so that server and routes share one copy of every module.
  const app = (await vite.ssrLoadModule('/app/server.ts')) as typeof import('#app/server.ts')
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  const running = await app.startServer({ ...options, build, middleware: vite.middlewares })
  return {
    url: running.url,
    close: async () => {
      await running.close()
      await vite.close()
    },
  }
}
