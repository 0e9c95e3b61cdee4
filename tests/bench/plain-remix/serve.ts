// Argument: a file with hits. A plain Remix page behind Express and compression, as `remix-serve`
// sets them up. `SERVING <url>` on standard output when ready; ends with its parent.
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import { build } from 'vite'

process.env.HITS_FILE = path.resolve(process.argv[2] ?? '')
process.chdir('tests/bench/plain-remix')
const configFile = path.resolve('vite.config.ts')
await build({ configFile, mode: 'production' })
await build({ configFile, mode: 'production', build: { ssr: true } })
const built = await import(pathToFileURL(path.resolve('build/server/index.js')).href)

const app = express()
app.disable('x-powered-by')
app.use(compression())
app.all('*', createRequestHandler({ build: built, mode: 'production' }))
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`SERVING http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
process.stdin.resume().on('end', () => process.exit(0))
