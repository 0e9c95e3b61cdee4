import { spawn } from 'node:child_process'

/** A program that has nothing to do with us, and may be called with words like ours. */
export function bystander(...words: string[]) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', ...words], { stdio: 'ignore' })
  return {
    pid: child.pid!,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    end: () => child.kill('SIGKILL'),
  }
}
