import { mergePair, mergeTextsOf, seenOf } from '#app/domain/practice/merge-pair.server.ts'
import { type MergePick, mergeDifferences } from '#app/domain/practice/merge-parts.ts'
import { mergePractices } from '#app/domain/practice/merge-practices.server.ts'
import type { Context } from '#app/domain/shared/context.ts'

type Pair = { from: string; into: string }

/** What the picker would send for two practices, with what it proposes unless told otherwise. */
export async function mergeInput(ctx: Context, { from, into }: Pair, pick: Record<string, MergePick> = {}) {
  const pair = await mergePair(ctx, { first: from, second: into, survivor: into })
  const texts = await mergeTextsOf(ctx.db, pair)
  const parts = mergeDifferences(texts.survivor.content, texts.other.content)
  const proposed = Object.fromEntries(parts.map((part) => [part.name, part.proposed]))
  return { practiceId: from, with: into, keep: into, seen: seenOf(texts), pick: { ...proposed, ...pick } }
}

/** Merges the first practice into the second as the picker proposes. */
export async function merged(ctx: Context, pair: Pair, pick: Record<string, MergePick> = {}) {
  return mergePractices(ctx, await mergeInput(ctx, pair, pick))
}
