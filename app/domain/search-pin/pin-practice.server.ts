import { findPublishedPractice } from '#db/queries/practices-public.server.ts'
import { countPins, insertPin } from '#db/queries/search-pins.server.ts'
import type { Language, PinKind } from '#db/vocabulary.ts'
import { pinKeyOf } from '#search/pins.ts'
import { countFilters, readSearch, toPracticeQuery } from '../practice/practice-query.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Forbidden, Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { pinScopeOf } from './search-pin.policy.ts'
import { assertExpiry, MOST_PINS } from './search-pin.server.ts'

type Input = {
  target: string
  practice: string
  position: number
  language?: Language
  reason: string
  expiresOn: string
}

/**
 * Puts a published practice on top of the results for some words, or of the page of one filter value, for a time of a
 * year at most. In the name of the hub of the actor; the national admin does it for the country.
 */
export async function pinPractice(ctx: Context, { target: typed, practice: number, language, ...input }: Input) {
  const scope = pinScopeOf(ctx.actor)
  if (scope.kind === 'none') throw new Forbidden('may not pin practices')
  const hubId = scope.kind === 'hub' ? scope.hubId : null
  const today = assertExpiry(ctx, input.expiresOn)
  const { kind, key, target } = targetOf(typed)
  const practice = await findPublishedPractice(ctx.db, /JIPP-\d{2}-\d{4,}/i.exec(number)?.[0].toUpperCase() ?? '')
  if (!practice) throw new Invalid({ practice: ['practiceUnknown'] })
  return ctx.db.transaction(async (tx) => {
    if ((await countPins(tx, { hubId, key, today })) >= MOST_PINS) throw new Invalid({ target: ['threePins'] })
    const created = await insertPin(tx, {
      ...input,
      ...{ hubId, kind, key, target, practiceId: practice.id, language: language ?? null },
      createdBy: userIdOf(ctx.actor),
      createdAt: ctx.now,
    })
    if (!created) throw new Invalid({ practice: ['alreadyPinned'] })
    await recordChange(tx, ctx, {
      action: 'pin.create',
      entity: 'search_pin',
      entityId: created.id,
      reason: input.reason,
      data: { kind, target, practice: practice.publicId, position: input.position, expiresOn: input.expiresOn },
    })
    return created
  })
}

/** Reads what a pin is for: words as they are, or the address of a search that has words or one filter value alone. */
function targetOf(typed: string): { kind: PinKind; key: string; target: string } {
  const query = /^[^\s?]*\/practices\?(.+)$|^\?(.+)$/.exec(typed)
  const { state } = readSearch(query ? new URLSearchParams(query[1] ?? query[2]) : new URLSearchParams({ q: typed }))
  const plain = { ...state, sort: 'relevance', page: 1, without: [], near: null } as const
  const key = pinKeyOf(toPracticeQuery(plain, 'id'))
  if (!key) throw new Invalid({ target: [state.q && countFilters(state) === 0 ? 'targetWords' : 'targetPage'] })
  if (state.q) return { kind: 'words', key, target: state.q }
  return { kind: 'facet', key, target: key }
}
