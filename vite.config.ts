import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { denyImports, envOnlyMacros } from 'vite-env-only'
import remixOptions from './remix.config.js'

/** The script of the editor in one file: thirty small ones compress worse and wait for one another. */
function editorInOneFile() {
  type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }
  const parts = new Set<string>()
  const gather = (id: string, graph: Graph) => {
    if (parts.has(id)) return
    parts.add(id)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) gather(next, graph)
  }
  return (id: string, graph: Graph) => {
    if (parts.size === 0) gather(path.resolve('app/entry.client.tsx'), graph)
    return parts.has(id) ? 'editor' : undefined
  }
}

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    // Remix guards `.server` files only; storage code must not reach a browser bundle either.
    // Only when building: the development server walks from routes into server files in search of styles.
    command === 'build' &&
      denyImports({
        client: {
          files: ['db/schema/**', 'db/queries/**', 'db/*.server.ts', 'search/**'],
          specifiers: ['drizzle-orm', 'postgres', 'meilisearch', 'lucia'],
        },
      }),
    envOnlyMacros(),
    remix(remixOptions),
    // The Remix plugin sets its own entry after reading this file; ours comes last and starts the server.
    {
      name: 'server-entry',
      enforce: 'post',
      config: () => (isSsrBuild ? { build: { rollupOptions: { input: './app/server.ts' } } } : {}),
    },
  ],
  build: {
    target: isSsrBuild ? 'node20' : 'es2020',
    cssTarget: 'chrome80',
    assetsInlineLimit: 0,
    sourcemap: false,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: editorInOneFile() } },
  },
}))
