// `npm test [-- suite …]`: installs what is missing and runs everything that CI runs.
const version = process.versions.node.split('.').map(Number)

if (version[0] > 20 || (version[0] === 20 && version[1] >= 19)) {
  import('./boot/testing.mjs').then((testing) => testing.test(process.argv.slice(2)))
} else {
  console.error(`Stopped: Node ${process.versions.node} is not supported.`)
  console.error('  What to do: install Node 20.19 or later (24 is recommended), then start again.')
  process.exitCode = 1
}
