import type { Transaction } from '#db/client.server.ts'
import { listAgenciesForImport } from '#db/queries/imported-records.server.ts'
import { countWrittenByAgency, type ImportRecord } from '#db/queries/imports.server.ts'
import { listReceiversByRole } from '#db/queries/practice-reviews.server.ts'
import { paths } from '../../paths.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import type { Mail } from '../shared/record-change.server.ts'
import { territoryOf } from './import.policy.ts'

export type ImportLetter = 'practices_imported'

/** One letter to everybody who has to complete drafts of a sheet, whatever their number; none to the one who brought it. */
export async function importLetters(tx: Transaction, ctx: Context, sheet: ImportRecord): Promise<Mail[]> {
  const written = await countWrittenByAgency(tx, sheet.id)
  const agencies = new Map((await listAgenciesForImport(tx, territoryOf(ctx.actor))).map((one) => [one.id, one.name]))
  const receivers = new Map<string, { email: string; language: 'id' | 'en'; drafts: number; names: string[] }>()
  for (const { agencyId, n } of written) {
    if (!agencyId) continue
    const people = new Map<string, { email: string; language: 'id' | 'en' }>()
    for (const role of ['agency_admin', 'author'] as const) {
      const held = { role, organisationIds: [agencyId], today: today(ctx.now) }
      for (const { id, ...person } of await listReceiversByRole(tx, held)) people.set(id, person)
    }
    for (const [id, person] of people) {
      const known = receivers.get(id) ?? { ...person, drafts: 0, names: [] }
      receivers.set(id, { ...known, drafts: known.drafts + n, names: [...known.names, agencies.get(agencyId) ?? ''] })
    }
  }
  receivers.delete(userIdOf(ctx.actor) ?? '')
  return [...receivers].map(([userId, { email, language, drafts, names }]) => ({
    to: email,
    language,
    template: 'practices_imported' satisfies ImportLetter,
    params: { drafts: String(drafts), agencies: names.slice(0, 3).join(', '), path: paths.workPractices() },
    // Stopped and gone on with, it is still one import.
    uniqueKey: `import:${sheet.id}:${userId}`,
  }))
}
