import { z } from 'zod'

/** Ways to look at the rows of a sheet. */
export const IMPORT_VIEWS = [
  'errors',
  'duplicates',
  'warnings',
  'create',
  'update',
  'touched',
  'unchanged',
  'repeated',
  'written',
  'kept',
  'all',
] as const
export type ImportView = (typeof IMPORT_VIEWS)[number]

const page = z.coerce.number().int().min(1).max(10_000).catch(1)

/** The address of a page: anything odd reads as if it were not there. */
export const importQuerySchema = z.object({
  view: z.enum(IMPORT_VIEWS).nullish().catch(null),
  page,
  still: z.string().nullish().catch(null),
})

export const importListSchema = z.object({ page })

export const importMoveSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('apply'),
    duplicates: z
      .enum(['skip', 'import'])
      .nullish()
      .transform((value) => value === 'import'),
  }),
  z.object({ intent: z.enum(['stop', 'undo', 'discard']) }),
])
