import type { Settings } from './settings.ts'

/** The last lines of a start: where the site is, and who may sign in. */
export async function welcome({
  url,
  seconds,
}: {
  url: string
  databaseUrl: string
  settings: Settings
  seconds: number
}) {
  console.log(`\nJIPP is ready after ${seconds.toFixed(1)} s: ${url}\nCtrl-C stops it.`)
}
