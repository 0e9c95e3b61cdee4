// Argument: an address. A bare Node server that answers every request with the same bytes and headers, or with 304 to
// who names them. `SERVING <url>` on standard output when ready; ends with its parent.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ask } from './load.ts'

const OF_ONE_ANSWER = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

const { headers, body } = await ask(process.argv[2] ?? '', { headers: { 'accept-encoding': 'br' } })
const head = Object.entries(headers).flatMap(([name, value]) => (OF_ONE_ANSWER.has(name) ? [] : [name, String(value)]))
const short = ['etag', 'vary', 'cache-control'].flatMap((name) => [name, String(headers[name])])

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === headers.etag) response.writeHead(304, short).end()
  else response.writeHead(200, head).end(body)
}).listen(0, '127.0.0.1', () => {
  console.log(`SERVING http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.stdin.resume().on('end', () => process.exit(0))
