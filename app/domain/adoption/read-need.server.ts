import { listMentorsOfRegion } from '#db/queries/adoption-parts.server.ts'
import { listAdoptionsOfNeeds } from '#db/queries/adoptions.server.ts'
import {
  countNeedsByProvince,
  countNeedsByState,
  findNeed,
  listMatches,
  listNeeds,
  listSimilarNeeds,
  type NeedRow,
} from '#db/queries/needs.server.ts'
import type { Language, NeedState } from '#db/vocabulary.ts'
import { practiceQuery } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { isRunning } from './adoption.ts'
import { readNeedFile } from './find-need.server.ts'
import { abilitiesOf, can, canRecordNeed, visibilityFor } from './need.policy.ts'
import { WAITING_NEED_STATES } from './need.ts'

const PAGE_SIZE = 20
const SUGGESTIONS = 6
const SIMILAR = 5

export type NeedBoard = Awaited<ReturnType<typeof readNeedBoard>>

/** Needs that wait for an answer, oldest first, with the practices found for them: for everybody. */
export async function readNeedBoard(ctx: Context, { province, page }: { province: string | null; page: number }) {
  const filter = { states: WAITING_NEED_STATES, ...(province ? { provinceCode: province } : {}) }
  const everybody = { kind: 'all' } as const
  const [rows, provinces] = await Promise.all([
    listNeeds(ctx.db, everybody, { ...filter, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    countNeedsByProvince(ctx.db, WAITING_NEED_STATES),
  ])
  const all = provinces.reduce((sum, { count }) => sum + count, 0)
  const total = province ? (provinces.find(({ code }) => code === province)?.count ?? 0) : all
  const needs = await withMatches(ctx, rows)
  return { needs, provinces, all, total, province, page, pageSize: PAGE_SIZE, now: ctx.now }
}

async function withMatches(ctx: Context, rows: NeedRow[]) {
  const found = await listMatches(
    ctx.db,
    rows.map(({ id }) => id),
  )
  return rows.map((need) => ({ ...withoutInside(need), found: found.filter(({ needId }) => needId === need.id) }))
}

/** Why a need was closed is for those who work with it. */
const withoutInside = ({ closedReason: _inside, ...need }: NeedRow) => need

export type PublicNeed = Awaited<ReturnType<typeof readPublicNeed>>

/** One need as everybody may see it: the problem, what was found for it, how far its adoption is. */
export async function readPublicNeed(ctx: Context, needId: string) {
  const need = await findNeed(ctx.db, needId, { kind: 'all' })
  if (!need) throw new NotFound(`need ${needId}`)
  const [matches, adoptions, similar] = await Promise.all([
    listMatches(ctx.db, [need.id]),
    listAdoptionsOfNeeds(ctx.db, [need.id]),
    listSimilarNeeds(ctx.db, need, SIMILAR),
  ])
  // Before the letter of interest, what an agency considers is its own affair.
  const known = adoptions.find(({ step, state }) => step > 3 && state !== 'declined')
  const adoption = known && { publicId: known.publicId, step: known.step, state: known.state }
  const running = adoptions.some(({ state }) => isRunning(state))
  return { need: withoutInside(need), running, matches, adoption, similar: similar.map(withoutInside), now: ctx.now }
}

export type NeedList = Awaited<ReturnType<typeof listMyNeeds>>

/** One page of the needs that this person works with, and how many there are in each state. */
export async function listMyNeeds(ctx: Context, { state, page }: { state: NeedState | null; page: number }) {
  const visibility = visibilityFor(ctx.actor)
  const [rows, counts] = await Promise.all([
    listNeeds(ctx.db, visibility, {
      ...(state ? { states: [state] } : {}),
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    }),
    countNeedsByState(ctx.db, visibility),
  ])
  const adoptions = await listAdoptionsOfNeeds(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return {
    needs: rows.map((need) => ({ ...need, adoption: adoptions.find(({ needId }) => needId === need.id) ?? null })),
    counts,
    all,
    total: state ? (counts.find((one) => one.state === state)?.count ?? 0) : all,
    state,
    page,
    pageSize: PAGE_SIZE,
    canRecord: canRecordNeed(ctx.actor),
    now: ctx.now,
  }
}

export type NeedView = Awaited<ReturnType<typeof readNeed>>

/** One need as its people work with it: matches, what the search suggests, adoptions, who helps, what may be done. */
export async function readNeed(ctx: Context, needId: string, lang: Language) {
  const { need, facts, hubs } = await readNeedFile(ctx, needId)
  const abilities = abilitiesOf(ctx.actor, facts)
  const [matches, adoptions, similar, mentors, suggestions] = await Promise.all([
    listMatches(ctx.db, [need.id]),
    listAdoptionsOfNeeds(ctx.db, [need.id]),
    listSimilarNeeds(ctx.db, need, SIMILAR),
    listMentorsOfRegion(ctx.db, need.regionCode, today(ctx.now)),
    abilities.match ? suggest(ctx, need, lang) : [],
  ])
  const known = new Set(matches.map(({ publicId }) => publicId))
  return {
    need,
    matches,
    suggestions: suggestions.filter(({ publicId }) => !known.has(publicId)).slice(0, SUGGESTIONS),
    adoptions,
    similar: similar.map(withoutInside),
    hubs,
    mentors: mentors.map(({ name }) => name),
    can: abilities,
    now: ctx.now,
  }
}

/** A need to be corrected; people who may not are told so. */
export async function readNeedToEdit(ctx: Context, needId: string): Promise<NeedRow> {
  const { need, facts } = await readNeedFile(ctx, needId)
  if (!can(ctx.actor, 'edit', facts)) throw new Forbidden(`edit need ${needId}`, ['adopter_lead', 'agency_admin'])
  return need
}

/** Living practices of others that the search finds for the words of the problem. */
async function suggest(ctx: Context, need: NeedRow, lang: Language) {
  const query = practiceQuery({ q: need.problem, lang, limit: SUGGESTIONS * 3 })
  const { hits } = await ctx.search.practices(query)
  return hits.filter(({ agency, lifeStatus }) => agency !== need.agency && lifeStatus !== 'stopped')
}
