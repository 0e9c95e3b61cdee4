import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

export type SmtpServer = {
  url: string
  /** The messages taken, as they came over the wire. */
  messages: string[]
  /** The next answers to RCPT TO, in this order; 250 when empty. */
  refusals: string[]
}

/** A mail server that takes everything unless told otherwise: as much of RFC 5321 as one delivery needs. */
export async function startSmtp(): Promise<SmtpServer> {
  const state = { messages: [] as string[], refusals: [] as string[] }
  const server = createServer((socket) => converse(socket, state))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, ...state }
}

function converse(socket: Socket, { messages, refusals }: Pick<SmtpServer, 'messages' | 'refusals'>) {
  let buffer = ''
  let message: string | undefined
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (message !== undefined) {
      if (line !== '.') {
        message += `${line}\n`
        return
      }
      messages.push(message)
      message = undefined
      return say('250 taken')
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') return say(refusals.shift() ?? '250 fine')
    if (verb === 'DATA') message = ''
    if (verb === 'QUIT') return socket.end('221 bye\r\n')
    return say(verb === 'DATA' ? '354 go on' : '250 fine')
  }
  say('220 test')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    buffer += chunk
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      hear(buffer.slice(0, end))
      buffer = buffer.slice(end + 2)
    }
  })
}
