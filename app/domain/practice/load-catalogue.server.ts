import {
  insertPublishedPractices,
  listAgencyKeys,
  listCatalogueKeys,
  listHubsByProvince,
  type PublishedRecord,
  updateSearchTermsByCatalogue,
} from '#db/queries/catalogue.server.ts'
import { allocatePublicId } from '#db/queries/practices.server.ts'
import { findInstallationValue, upsertInstallationValue } from '#db/queries/system.server.ts'
import {
  agencyTypeOf,
  type CatalogueRecord,
  contentOf,
  keyOf,
  readCatalogue,
  readSearchTerms,
} from '#db/seed/catalogue.ts'
import { slugOf } from '#db/seed/slug.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'

const LOADED = 'catalogue_checksum'

/**
 * Loads the starting catalogue: records that are missing are published under a new public number, known ones stay as they
 * are (their owners may have written since), except for search terms that nobody has assigned yet. Repeatable; answers how many were added. Only the program itself may do it.
 */
export async function loadCatalogue(ctx: Omit<Context, 'search'>): Promise<{ added: number; total: number }> {
  if (ctx.actor.kind !== 'system') throw new Forbidden('the catalogue is loaded by a command')
  const { records, checksum } = readCatalogue()
  if ((await findInstallationValue(ctx.db, LOADED)) === checksum) return { added: 0, total: records.length }
  return ctx.db.transaction(async (tx) => {
    const known = await listCatalogueKeys(tx)
    const findAgency = agencyFinder(await listAgencyKeys(tx))
    const hubOf = await listHubsByProvince(tx)
    const added: PublishedRecord[] = []
    for (const record of records) {
      const catalogueKey = keyOf(record)
      if (known.has(catalogueKey)) continue
      const scope = record.country === 'ID' ? (record.province_code ?? '00') : '99'
      added.push({
        practice: {
          publicId: await allocatePublicId(tx, scope),
          agencyId: findAgency(record),
          hubId: hubOf.get(record.province_code ?? '') ?? null,
          catalogueKey,
          createdAt: ctx.now,
        },
        content: contentOf(record),
      })
    }
    const ids = await insertPublishedPractices(tx, added, ctx.now)
    for (const [publicId, id] of ids) {
      await recordChange(tx, ctx, {
        action: 'practice.load',
        entity: 'practice',
        entityId: id,
        data: { publicId },
        outbox: [{ topic: 'practice', entityId: id, version: 1 }],
      })
    }
    await updateSearchTermsByCatalogue(tx, readSearchTerms())
    await upsertInstallationValue(tx, LOADED, checksum)
    return { added: added.length, total: records.length }
  })
}

type AgencyKey = Awaited<ReturnType<typeof listAgencyKeys>>[number]

/** Governments are found by type and region (names differ in spelling), all others by name. */
function agencyFinder(agencies: AgencyKey[]): (record: CatalogueRecord) => string {
  const bySlug = new Map(agencies.map((agency) => [agency.slug, agency.id]))
  const byRegion = new Map(agencies.map((agency) => [`${agency.type}|${agency.regionCode}`, agency.id]))
  return (record) => {
    const type = agencyTypeOf(record)
    const regionCode = type === 'province' ? record.province_code : record.region_code
    const government = ['province', 'regency', 'city'].includes(type)
      ? byRegion.get(`${type}|${regionCode}`)
      : undefined
    const id = government ?? bySlug.get(slugOf(record.agency))
    if (!id) throw new Error(`the starting catalogue names an agency that is not there: ${record.agency}`)
    return id
  }
}
