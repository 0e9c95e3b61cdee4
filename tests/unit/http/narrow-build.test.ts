import { data, type ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reveal } from '#app/http/concealed.ts'
import { narrowBuilds } from '#app/http/narrow-build.ts'

type Route = { id: string; parentId?: string; path?: string; index?: boolean; module: object }

const table: Route[] = [
  { id: 'root', path: '', module: {} },
  { id: 'home', parentId: 'root', index: true, module: {} },
  { id: 'practices', parentId: 'root', path: 'practices', module: {} },
  { id: 'list', parentId: 'practices', index: true, module: {} },
  { id: 'practice', parentId: 'practices', path: ':practiceId', module: {} },
  { id: 'pdf', parentId: 'root', path: 'practices/:practiceId.pdf', module: {} },
  { id: 'versions', parentId: 'practice', path: 'versions', module: {} },
  { id: 'work', parentId: 'root', path: 'work', module: {} },
  { id: 'work-practices', parentId: 'root', path: 'work/practices', module: {} },
  { id: 'work-practice', parentId: 'root', path: 'work/practices/:practiceId', module: {} },
  { id: 'work-any', parentId: 'root', path: 'work/:list', module: {} },
  { id: 'sitemap', parentId: 'root', path: 'sitemap.xml', module: {} },
  { id: 'optional', parentId: 'root', path: 'en?/about/team', module: {} },
  { id: 'files', parentId: 'root', path: 'files/*', module: {} },
  { id: 'rest', parentId: 'root', path: '*', module: {} },
]

function buildOf(routes: Route[]): ServerBuild {
  const byId = Object.fromEntries(routes.map((route) => [route.id, route]))
  return { routes: byId, assets: { routes: byId } } as unknown as ServerBuild
}

function matched(build: ServerBuild, path: string) {
  const routes = Object.values(build.routes) as Route[]
  const under = (parentId?: string): NonNullable<Parameters<typeof matchRoutes>[0]> =>
    routes
      .filter((route) => route.parentId === parentId)
      .map(({ id, path: own, index }) => (index ? { id, index } : { id, path: own, children: under(id) }))
  return matchRoutes(under(), path)?.map(({ route, params }) => ({ id: route.id, params })) ?? null
}

const whole = buildOf(table)
const buildFor = narrowBuilds(whole)

describe('the routes that can answer an address', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'practices',
      'PRACTICES',
      'work',
      'versions',
      'en',
      'about',
      'files',
      'sitemap.xml',
      'JIPP-35-0001',
    ),
    fc.constantFrom('a.pdf', '%70ractices', 'work%2Fpractices', '*', ':practiceId', 'é', ''),
    fc.string({ maxLength: 5 }).map(encodeURIComponent),
  )
  const anyPath = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`)

  test('match just as all routes together do', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        expect(matched(buildFor(path), path)).toEqual(matched(whole, path))
      }),
      { numRuns: 2_000 },
    )
  })

  test('are few, in both tables', () => {
    const { routes, assets } = buildFor('/practices/JIPP-35-0001')
    expect(Object.keys(routes)).toEqual([
      'root',
      'home',
      'practices',
      'list',
      'practice',
      'pdf',
      'versions',
      'optional',
      'rest',
    ])
    expect(Object.keys(assets.routes)).toEqual(Object.keys(routes))
  })

  test('are put together once for all addresses that begin alike, and for all unknown ones', () => {
    expect(buildFor('/practices/JIPP-35-0001')).toBe(buildFor('/practices/JIPP-35-0002'))
    expect(buildFor('/nowhere/at-all')).toBe(buildFor('/elsewhere/either'))
  })
})

describe('what loaders answer', () => {
  const answers = async (content: unknown) => {
    const build = narrowBuilds(buildOf([{ id: 'root', path: '', module: { loader: async () => content } }]))('/')
    return (build.routes.root?.module.loader as undefined | (() => Promise<unknown>))?.()
  }

  test('has nothing to write down, and is whole once it is opened', async () => {
    const content = { page: { total: 3 } }
    const closed = await answers(content)
    expect(JSON.stringify(closed)).toBe('{}')
    const loaderData = { root: closed, other: { known: true } }
    reveal(loaderData)
    expect(loaderData).toEqual({ root: content, other: { known: true } })
    expect(loaderData.root).toBe(content)
  })

  test('is closed up with its headers beside it too', async () => {
    const page = { total: 3 }
    const closed = await answers(data(page, { headers: { Link: '<x>' } }))
    expect(closed).toMatchObject({ type: 'DataWithResponseInit', init: { headers: { Link: '<x>' } } })
    const loaderData = { root: (closed as { data: unknown }).data }
    expect(JSON.stringify(loaderData)).toBe('{"root":{}}')
    reveal(loaderData)
    expect(loaderData.root).toBe(page)
  })

  test.each([
    ['an answer of its own', new Response('x')],
    ['nothing', null],
    ['a list', [1]],
    ['a text', 'x'],
  ])('stays as it is: %s', async (_name, answer) => {
    expect(await answers(answer)).toBe(answer)
  })
})
