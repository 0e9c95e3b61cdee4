// `npm start` and `npm run dev`. This file must be readable by any Node from 12 on, so that an old one gets a clear line.
const version = process.versions.node.split('.').map(Number)
const supported = version[0] > 20 || (version[0] === 20 && version[1] >= 19)

if (supported) {
  import('./boot/bootstrap.mjs').then((bootstrap) => bootstrap.start(process.argv.slice(2)))
} else {
  console.error(`Stopped: Node ${process.versions.node} is not supported.`)
  console.error('  What to do: install Node 20.19 or later (24 is recommended), then start again.')
  process.exitCode = 1
}
