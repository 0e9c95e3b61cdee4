import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** A virus scanner. Both calls reject with `ScannerUnavailable` when it does not answer. */
export type Scanner = {
  /** What it found in a file of this machine. */
  scan(path: string): Promise<{ isClean: true } | { isClean: false; signature: string }>
  ping(): Promise<void>
}

export class ScannerUnavailable extends Error {}

const PIECE = 64 * 1024
/** A big file takes clamd some seconds; longer than this counts as no answer (milliseconds). */
const PATIENCE = 60_000
const CONNECT_PATIENCE = 3_000

/**
 * A clamd at `tcp://host:port` or `unix:///path`. Source: clamd(8), the commands zINSTREAM and zPING: pieces with their
 * length in four bytes, big end first, ended by a piece of no length.
 */
export function clamdScanner(address: string): Scanner {
  return {
    async scan(path) {
      const answer = await ask(address, async (socket) => {
        await send(socket, Buffer.from('zINSTREAM\0'))
        for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
          const length = Buffer.alloc(4)
          length.writeUInt32BE((piece as Buffer).length)
          await send(socket, Buffer.concat([length, piece as Buffer]))
        }
        await send(socket, Buffer.alloc(4))
      })
      if (/^stream: OK$/.test(answer)) return { isClean: true }
      const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1]
      if (signature) return { isClean: false, signature }
      throw new ScannerUnavailable(`clamd answered: ${answer.slice(0, 200)}`)
    },
    async ping() {
      const answer = await ask(address, (socket) => send(socket, Buffer.from('zPING\0')))
      if (answer !== 'PONG') throw new ScannerUnavailable(`clamd answered: ${answer.slice(0, 200)}`)
    },
  }
}

function connected(address: string): Socket {
  const url = new URL(address)
  return url.protocol === 'unix:' ? connect({ path: url.pathname }) : connect(Number(url.port || 3310), url.hostname)
}

/** Says something to clamd and waits for its answer, which ends with NUL. */
function ask(address: string, say: (socket: Socket) => Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connected(address)
    const fail = (cause: unknown) => {
      socket.destroy()
      reject(new ScannerUnavailable('clamd does not answer', { cause }))
    }
    let answer = ''
    socket.setTimeout(CONNECT_PATIENCE, () => fail('timeout'))
    socket.on('error', fail)
    socket.on('close', () => fail('closed'))
    socket.on('data', (piece) => {
      answer += piece.toString('utf8')
      if (!answer.includes('\0')) return
      resolve(answer.slice(0, answer.indexOf('\0')).trim())
      socket.destroy()
    })
    socket.on('connect', () => {
      socket.setTimeout(PATIENCE)
      say(socket).catch(fail)
    })
  })
}

/** Waits until the socket takes more, so that a big file does not pile up in memory. */
function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}
