import { namedAdopters } from '#db/practice-content.ts'
import { countRealNeeds, listNewestNeeds } from '#db/queries/needs.server.ts'
import { listProvinceFigures } from '#db/queries/network.server.ts'
import {
  countCatalogue,
  countPracticesBySector,
  listCopiedPractices,
  listMostAdoptedPractices,
  listNewestPractices,
} from '#db/queries/practices-public.server.ts'
import { WAITING_NEED_STATES } from '../adoption/need.ts'
import { freshSince } from '../network/read-network.server.ts'
import { factsOf } from '../practice/read-practice.server.ts'
import type { Context } from '../shared/context.ts'

const SHOWN = 4
const NEEDS_SHOWN = 5

/** What the front page says of the whole network: true figures, new, copied and adopted practices, needs that wait. */
export async function readOverview(ctx: Pick<Context, 'db' | 'now'>) {
  const [catalogue, sectors, provinces, newest, copied, adopted, needs, waitingNeeds] = await Promise.all([
    countCatalogue(ctx.db, freshSince(ctx.now)),
    countPracticesBySector(ctx.db),
    listProvinceFigures(ctx.db),
    listNewestPractices(ctx.db, SHOWN),
    listCopiedPractices(ctx.db, SHOWN),
    listMostAdoptedPractices(ctx.db, SHOWN),
    listNewestNeeds(ctx.db, WAITING_NEED_STATES, NEEDS_SHOWN),
    countRealNeeds(ctx.db, WAITING_NEED_STATES),
  ])
  const known = new Set(adopted.map(({ publicId }) => publicId))
  return {
    catalogue,
    sectors,
    provinces: provinces.map(({ code, name, practices }) => ({ code, name, practices })),
    newest: newest.map(factsOf),
    copied: [...adopted, ...copied.filter(({ publicId }) => !known.has(publicId))]
      .slice(0, SHOWN)
      .map((row) => ({ ...factsOf(row), namedAdopters: namedAdopters(row.content) })),
    needs: needs.map(({ publicId, problem, region, affectedGroup, matches, createdAt, isDemo }) => ({
      publicId,
      problem,
      region,
      affectedGroup,
      matches,
      createdAt,
      isDemo,
    })),
    waitingNeeds,
  }
}
