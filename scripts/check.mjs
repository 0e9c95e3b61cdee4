// `npm run check`: types, lint and format, import direction, dead code, lock file.
import { ROOT } from './boot/bootstrap.mjs'
import { runChecks } from './boot/checks.mjs'

process.chdir(ROOT)
const { failed } = await runChecks()
process.exitCode = failed > 0 ? 1 : 0
