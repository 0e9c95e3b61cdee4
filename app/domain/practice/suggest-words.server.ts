import type { Language } from '#db/vocabulary.ts'
import type { Suggestion } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'
import { findDistricts } from './find-districts.server.ts'

const LONGEST = 100
const DISTRICTS = 12

/** What somebody who is typing a search may mean, best first. */
export async function suggestWords(ctx: Context, typed: string, lang: Language): Promise<Suggestion[]> {
  return ctx.search.suggest(typed.slice(0, LONGEST), lang)
}

/** Names of districts that somebody who is typing one may mean. */
export async function suggestDistricts(ctx: Context, typed: string): Promise<string[]> {
  return (await findDistricts(ctx, typed)).slice(0, DISTRICTS).map(({ name }) => name)
}
