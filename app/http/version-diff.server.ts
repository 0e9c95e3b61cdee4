import { data, redirect } from '@remix-run/node'
import { readVersionDiff } from '../domain/practice/read-versions.server.ts'
import { paths } from '../paths.ts'
import type { RouteArgs } from './context.server.ts'
import { toSurvivor } from './merged.server.ts'
import { run } from './respond.server.ts'

/** How the numbers of a comparison were asked for. */
export type DiffProblem = 'unreadable' | 'missing'

/**
 * Two versions side by side. A pair the wrong way round leads to the right one; numbers that cannot be read answer 400
 * and those never published 404, each with a choice of what there is; a withdrawn practice answers 410.
 */
export function loadVersionDiff(args: RouteArgs, publicId: string) {
  return run(args, async (ctx) => {
    const params = new URL(args.request.url).searchParams
    const [from, to] = [versionOf(params.get('from')), versionOf(params.get('to'))]
    const isReadable = from !== 'unreadable' && to !== 'unreadable'
    const { diff, tombstone } = await readVersionDiff(ctx, publicId, isReadable ? { from, to } : {})
    if (!diff) {
      const moved = toSurvivor(args.request, tombstone, paths.practiceDiff)
      throw moved ?? data({ code: 'gone', requestId: ctx.requestId, tombstone }, { status: 410 })
    }
    if (!isReadable) return data({ diff, problem: 'unreadable' as DiffProblem | undefined }, { status: 400 })
    if (diff.missing.length > 0) return data({ diff, problem: 'missing' as DiffProblem | undefined }, { status: 404 })
    if (diff.from > diff.to) throw redirect(paths.practiceDiff(diff.publicId, { from: diff.to, to: diff.from }), 301)
    return data({ diff, problem: undefined as DiffProblem | undefined })
  })
}

/** `3` and `v3`; absent and empty are not said. */
function versionOf(value: string | null): number | undefined | 'unreadable' {
  if (value === null || value.trim() === '') return undefined
  const digits = /^v?([1-9]\d{0,5})$/i.exec(value.trim())?.[1]
  return digits ? Number(digits) : 'unreadable'
}
