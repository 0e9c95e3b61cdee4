/** Calls `stop` at the first signal and leaves when it is done; the second signal leaves at once. */
export function onStopSignal(stop: () => Promise<void>): void {
  let asked = false
  const leave = async () => {
    if (asked) process.exit(130)
    asked = true
    await stop()
    process.stdout.write('Stopped.\n')
    process.exit(0)
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
  process.on('SIGHUP', leave)
  // The terminal may be gone already.
  process.stdout.on('error', () => {})
  // npm passes SIGTERM to its shell only: without npm above us, nobody could stop us any more.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent && !asked) leave()
    }, 500).unref()
  }
}
