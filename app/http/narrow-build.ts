import type { ServerBuild } from '@remix-run/node'
import { conceal } from './concealed.ts'

type Routes = ServerBuild['routes']

/** So many first parts of an address choose the routes. */
const DEPTH = 2
/** Stands for a part that is the name of no route. */
const ANY = '*'

/**
 * A build for each beginning of an address, with those routes only that can answer there. Remix takes its whole table
 * of routes apart for every request, four times over: with a hundred routes that costs more than the search of a page.
 */
export function narrowBuilds(build: ServerBuild): (path: string) => ServerBuild {
  const pathOf = pathsOf(build.routes)
  const names = new Set([...pathOf.values()].flatMap((parts) => parts.slice(0, DEPTH).filter(isName)))
  const whole: ServerBuild = { ...build, routes: concealed(build.routes) }
  const builds = new Map<string, ServerBuild>()
  return (path) => {
    const parts = partsOf(path).map((part) => (names.has(part) ? part : ANY))
    const key = parts.join('/')
    const known = builds.get(key)
    if (known) return known
    const narrow = only(whole, (id) => canBegin(pathOf.get(id) ?? [], parts))
    builds.set(key, narrow)
    return narrow
  }
}

/** The whole path of each route, in its parts. */
function pathsOf(routes: Routes): Map<string, string[]> {
  const partsOfRoute = (id: string | undefined): string[] => {
    const route = id === undefined ? undefined : routes[id]
    return route ? [...partsOfRoute(route.parentId), ...(route.path?.toLowerCase().split('/') ?? [])] : []
  }
  return new Map(Object.keys(routes).map((id) => [id, partsOfRoute(id).filter(Boolean)]))
}

/** The first parts of an address, as Remix compares them: decoded, in small letters, without the ending for data. */
function partsOf(path: string): string[] {
  const parts = path.replace(/\.data$/, '').split('/')
  return parts
    .filter(Boolean)
    .slice(0, DEPTH)
    .map((part) => decodeURIComponent(part).toLowerCase())
}

/** A part that stands for itself: no parameter, no rest. */
const isName = (part: string) => !/^:|\*/.test(part)

/** After a part that may be missing, none of those that follow has a certain place. */
function canBegin(route: readonly string[], asked: readonly string[]): boolean {
  const optional = route.findIndex((part) => part.endsWith('?'))
  const certain = optional < 0 ? route : route.slice(0, optional)
  return asked.every((part, at) => certain[at] === undefined || !isName(certain[at]) || certain[at] === part)
}

function only({ routes, assets, ...build }: ServerBuild, isMeant: (id: string) => boolean): ServerBuild {
  const meant = <T>(table: Record<string, T>) => Object.fromEntries(Object.entries(table).filter(([id]) => isMeant(id)))
  return {
    ...build,
    routes: meant(routes as Record<string, Routes[string]>),
    assets: { ...assets, routes: meant(assets.routes) },
  }
}

/** The same routes; what their loaders answer is concealed. */
function concealed(routes: Routes): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const { loader } = route?.module ?? {}
      if (!route || !loader) return [id, route]
      return [id, { ...route, module: { ...route.module, loader: async (args) => conceal(await loader(args)) } }]
    }),
  )
}
