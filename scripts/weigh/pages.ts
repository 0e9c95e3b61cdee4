import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { createBrotliDecompress, createGunzip } from 'node:zlib'

/** Bytes that a page may weigh in all; the least that a busy phone network forgives. */
const LIMIT = { practice: 20_000, search: 25_000, nextPage: 10_000 }
const ENCODINGS = ['br', 'gzip'] as const
type Encoding = (typeof ENCODINGS)[number]
type Weight = Record<Encoding, number>
type Page = {
  name: string
  paths: string[]
  limit?: number
  /** The style sheet is there from the page before. */
  isNext?: boolean
}

export type WeighedPage = { name: string; path: string; weight: Weight; limit?: number; isTooHeavy: boolean }

/** What the public pages of a running site weigh as they travel, style and scripts included; of several, the heaviest. */
export async function weighPages(site: string): Promise<WeighedPage[]> {
  const scale = new Scale(site)
  const pages: Page[] = [
    { name: 'home', paths: ['/'] },
    { name: 'search, all filters open to choose', paths: ['/practices'], limit: LIMIT.search },
    {
      name: 'search with words',
      paths: ['antrean+puskesmas', 'sampah', 'stunting'].map(searchFor),
      limit: LIMIT.search,
    },
    {
      name: 'search, two provinces with their districts',
      paths: [`${searchFor('desa')}&province=35&province=33`],
      limit: LIMIT.search,
    },
    {
      name: 'next page of a search, style sheet known',
      paths: ['/practices?page=2', `${searchFor('layanan')}&page=2`, `${searchFor('desa')}&province=35&page=2`],
      limit: LIMIT.nextPage,
      isNext: true,
    },
    { name: 'practice, the heaviest of all', paths: await practicePaths(site), limit: LIMIT.practice },
    { name: 'comparison of four', paths: [await comparisonPath(site)] },
    { name: 'network', paths: ['/network'] },
    { name: 'hub', paths: ['/hubs/hub-jipp-jawa-timur'] },
    { name: 'needs', paths: ['/needs'] },
    { name: 'about', paths: ['/about'] },
  ]
  const weighed: WeighedPage[] = []
  for (const { name, paths, limit, isNext } of pages) {
    const { path, weight } = await scale.heaviest(paths, isNext)
    weighed.push({
      name,
      path,
      weight,
      limit,
      isTooHeavy: Math.max(weight.br, weight.gzip) > (limit ?? Number.POSITIVE_INFINITY),
    })
  }
  return weighed
}

const searchFor = (words: string) => `/practices?q=${words}`

/** Addresses of every practice, by the sitemap. */
async function practicePaths(site: string): Promise<string[]> {
  const { body } = await fetchAs(`${site}/sitemaps/practices-1.xml`, 'gzip')
  return [...body.matchAll(/<loc>[^<]*(\/practices\/[^<]+)<\/loc>/g)].flatMap(([, path]) => path ?? [])
}

async function comparisonPath(site: string): Promise<string> {
  const ids = (await practicePaths(site)).slice(0, 4).map((path) => `id=${path.split('/').at(-1)}`)
  return `/compare?${ids.join('&')}`
}

class Scale {
  #files = new Map<string, Promise<Weight>>()
  constructor(readonly site: string) {}

  /** The heaviest of some pages. */
  async heaviest(paths: readonly string[], isNext = false): Promise<{ path: string; weight: Weight }> {
    let worst = { path: '', weight: { br: 0, gzip: 0 } }
    for (const path of paths) {
      const weight = await this.weigh(path, isNext)
      if (weight.gzip > worst.weight.gzip) worst = { path, weight }
    }
    return worst
  }

  async weigh(path: string, isNext: boolean): Promise<Weight> {
    const [br, gzip] = await Promise.all(ENCODINGS.map((encoding) => fetchAs(this.site + path, encoding)))
    if (!br || !gzip) throw new Error(`no answer for ${path}`)
    const total = { br: br.bytes, gzip: gzip.bytes }
    for (const file of isNext ? [] : filesOf(gzip.body)) {
      const weight = await this.#file(file)
      total.br += weight.br
      total.gzip += weight.gzip
    }
    return total
  }

  #file(path: string): Promise<Weight> {
    const known = this.#files.get(path)
    if (known) return known
    const weight = Promise.all(ENCODINGS.map((encoding) => fetchAs(this.site + path, encoding))).then(
      ([br, gzip]): Weight => ({ br: br?.bytes ?? 0, gzip: gzip?.bytes ?? 0 }),
    )
    this.#files.set(path, weight)
    return weight
  }
}

/** Style sheets and scripts of a page; the icon of the tab is not waited for. */
function filesOf(html: string): string[] {
  const styles = [...html.matchAll(/<link rel="(?:stylesheet|modulepreload)" href="(\/[^"]+)"/g)]
  const scripts = [...html.matchAll(/<script[^>]* src="(\/[^"]+)"/g)]
  return [...styles, ...scripts].flatMap(([, path]) => path ?? [])
}

/** A file as it travels: its compressed bytes, and what it says. */
function fetchAs(address: string, encoding: Encoding): Promise<{ bytes: number; body: string }> {
  const get = address.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const asked = get(address, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${address} answers ${response.statusCode}`))
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      text(unpacked(response)).then((body) => resolve({ bytes, body }), reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}

function unpacked(response: IncomingMessage): NodeJS.ReadableStream {
  switch (response.headers['content-encoding']) {
    case 'br':
      return response.pipe(createBrotliDecompress())
    case 'gzip':
      return response.pipe(createGunzip())
    default:
      return response
  }
}
