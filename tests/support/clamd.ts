import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** The test file that every scanner knows (eicar.org), in two parts: whole, this file itself would be found. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export type FakeClamd = { url: string; scanned: Buffer[]; stop: () => Promise<void> }

/**
 * Speaks the protocol of clamd (zPING, zINSTREAM) on a port or a socket file, and finds the EICAR test file.
 * `port` is that of an earlier one which comes back.
 */
export async function startFakeClamd({
  port = 0,
  socketPath,
}: {
  port?: number
  socketPath?: string
} = {}): Promise<FakeClamd> {
  const scanned: Buffer[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    let received = Buffer.alloc(0)
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece])
      const answer = answerTo(received, scanned)
      if (answer) socket.end(`${answer}\0`)
    })
  })
  await new Promise<void>((resolve) =>
    socketPath ? server.listen(socketPath, resolve) : server.listen(port, '127.0.0.1', resolve),
  )
  return {
    url: socketPath ? `unix://${socketPath}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scanned,
    stop: () => closed(server, open),
  }
}

/** The whole conversation so far: an answer as soon as it is complete. */
function answerTo(received: Buffer, scanned: Buffer[]): string | undefined {
  const end = received.indexOf(0)
  const command = received.subarray(0, end).toString()
  if (end < 0) return undefined
  if (command === 'zPING') return 'PONG'
  if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND'
  const pieces: Buffer[] = []
  for (let at = end + 1; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) {
      const content = Buffer.concat(pieces)
      scanned.push(content)
      return content.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK'
    }
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

function closed(server: Server, open: Set<Socket>): Promise<void> {
  for (const socket of open) socket.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}
