import { spawn } from 'node:child_process'
import { afterAll } from 'vitest'

/** Serves the sources on a database of the test, in a process of their own that ends with the test file. */
export async function serveSources(
  env: { DATABASE_URL: string } & Record<string, string>,
  hear: (output: string) => void = () => {},
): Promise<string> {
  const { VITEST, NODE_ENV, ...rest } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/serve-sources.ts'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...rest, NODE_ENV: 'development', LOG_LEVEL: 'error', JIPP_SEARCH: 'postgres', ...env },
  })
  afterAll(() => {
    child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      hear(String(chunk))
      output = (output + chunk).slice(-20_000)
      const url = /^SERVING (\S+)/m.exec(output)?.[1]
      if (url) resolve(url)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The sources could not be served (exit code ${code}):\n${output}`)))
  })
}
