import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '../../scripts/boot/ports.ts'

export type Site = {
  url: string
  port: number
  dataDir: string
  /** Ends it as a power cut would: nothing is drained, nothing is stopped. */
  kill(): Promise<void>
  /** Ends it in order; resolves to the exit code. */
  stop(): Promise<number | null>
}

const READY_MS = 180_000

/** Starts the whole product with `npm start`'s own program, on a free port and with a data folder of its own. */
export async function startSite(dataDir: string, env: Record<string, string> = {}): Promise<Site> {
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutSettings(),
      PORT: String(port),
      HOST: '127.0.0.1',
      JIPP_DATA_DIR: dataDir,
      JIPP_DEMO: '1',
      LOG_LEVEL: 'warn',
      ...env,
    },
  })
  await untilReady(child)
  const end = (signal: NodeJS.Signals) =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode)
      child.once('exit', (code) => resolve(code))
      child.kill(signal)
    })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}

/** The environment of the tests, less what would lead the site to somebody's real services. */
function withoutSettings() {
  const { DATABASE_URL, MEILISEARCH_URL, MEILISEARCH_KEY, SMTP_URL, PUBLIC_URL, NODE_ENV, ...others } = process.env
  const { FILES_S3_BUCKET, FILES_S3_ENDPOINT, CLAMD_URL, ...rest } = others
  return rest as NodeJS.ProcessEnv
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (reason: string) => {
      settle()
      child.kill('SIGKILL')
      reject(new Error(`The site did not start (${reason}):\n${output}`))
    }
    const ended = (code: number | null) => fail(`exit code ${code}`)
    const timer = setTimeout(() => fail(`not ready after ${READY_MS / 1000} s`), READY_MS)
    const read = (chunk: Buffer) => {
      output += chunk
      if (!/^JIPP is ready/m.test(output)) return
      settle()
      resolve()
    }
    const settle = () => {
      clearTimeout(timer)
      child.off('exit', ended)
      child.stdout?.off('data', read).resume()
      child.stderr?.off('data', read).pipe(process.stderr)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', ended)
  })
}
