import { z } from 'zod'
import type { MergePick } from './merge-parts.ts'
import { PUBLIC_ID } from './practice.ts'

const PICKS = ['survivor', 'other', 'both'] as const satisfies readonly MergePick[]
/** Before the name of a part, in addresses and forms. */
const PICK = 'pick.'
export const pickName = (part: string) => PICK + part

/** What a merge is confirmed with: the pair, the texts that were seen, what was chosen of them. */
export const mergeSchema = z.object({
  with: z.string().regex(PUBLIC_ID, 'mergeOther'),
  keep: z.string().regex(PUBLIC_ID, 'mergeSurvivor'),
  seen: z.string().max(80),
  pick: z.record(z.string().max(40), z.enum(PICKS)).default({}),
})

const number = z
  .string()
  .trim()
  .toUpperCase()
  .max(20)
  .transform((value) => value || null)
  .nullish()
  .catch(null)

const steps = z.object({
  q: z.string().trim().max(200).catch(''),
  with: number,
  keep: number,
  seen: z.string().max(80).nullish().catch(null),
  step: z.literal('preview').nullish().catch(null),
})

export type MergeQuery = z.output<typeof steps> & { picks: Record<string, MergePick> }

/** How far somebody is, as the address says: every step is a link or a form that can be sent again. */
export function mergeQueryOf(params: URLSearchParams): MergeQuery {
  const picks: Record<string, MergePick> = {}
  for (const [name, value] of params) {
    const pick = PICKS.find((one) => one === value)
    if (pick && name.startsWith(PICK)) picks[name.slice(PICK.length)] = pick
  }
  return { ...steps.parse(Object.fromEntries([...params].filter(([name]) => !name.startsWith(PICK)))), picks }
}
