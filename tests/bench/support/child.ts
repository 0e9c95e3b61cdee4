import { spawn } from 'node:child_process'

/** Runs a program of the benches beside this process until `stop`; resolves when it says where it serves. */
export function serveChild(file: string, ...args: string[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output = (output + chunk).slice(-10_000)
      const url = /^SERVING (\S+)/m.exec(output)?.[1]
      if (url) resolve({ url, stop })
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}:\n${output}`)))
  })
}
