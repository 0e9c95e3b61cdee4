import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Executor } from '../client.server.ts'
import { agencies, hubs, hubTerritories, organisations, regions } from '../schema/index.ts'
import { agencyTypeOf, readCatalogue } from './catalogue.ts'
import { PROVINCIAL_HUBS } from './hubs.ts'
import { DEMO_REGIONS, governmentName, readRegions } from './regions.ts'
import { slugOf } from './slug.ts'

type AgencySeed = Omit<typeof agencies.$inferInsert, 'organisationId'> & { name: string; isDemo?: boolean }

/** Adds agencies that are missing, by name; answers how many there were to add. */
async function addAgencies(db: Executor, wanted: AgencySeed[]): Promise<number> {
  const known = new Set(
    (await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.kind, 'agency'))).map(
      (o) => o.slug,
    ),
  )
  const missing = wanted.filter(({ name }) => !known.has(slugOf(name)))
  if (missing.length === 0) return 0
  const rows = await db
    .insert(organisations)
    .values(
      missing.map(({ name, isDemo }) => ({
        kind: 'agency' as const,
        name,
        slug: slugOf(name),
        isDemo: isDemo ?? false,
      })),
    )
    .returning({ id: organisations.id, slug: organisations.slug })
  const idOf = new Map(rows.map((row) => [row.slug, row.id]))
  await db.insert(agencies).values(
    missing.flatMap(({ name, isDemo, ...agency }) => {
      const organisationId = idOf.get(slugOf(name))
      return organisationId ? [{ ...agency, organisationId }] : []
    }),
  )
  return missing.length
}

async function addHub(
  db: Executor,
  hub: { name: string; provinceCode: string; openedOn: string; source: string; isDemo?: boolean; agency?: string },
) {
  const [row] = await db
    .insert(organisations)
    .values({ kind: 'hub', name: hub.name, slug: slugOf(hub.name), isDemo: hub.isDemo ?? false })
    .onConflictDoNothing()
    .returning({ id: organisations.id })
  if (!row) return
  const [agency] = hub.agency
    ? await db
        .select({ id: organisations.id })
        .from(organisations)
        .where(and(eq(organisations.kind, 'agency'), eq(organisations.slug, slugOf(hub.agency))))
    : []
  await db
    .insert(hubs)
    .values({ organisationId: row.id, agencyId: agency?.id ?? null, openedOn: hub.openedOn, source: hub.source })
  await db.insert(hubTerritories).values({ hubId: row.id, provinceCode: hub.provinceCode })
}

/** Regions, the governments of all regions, the other agencies of the catalogue, the national office and the known hubs. Repeatable. */
export async function seedReference(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = readRegions()
    // Names and codes follow the file; nothing is ever removed.
    await tx
      .insert(regions)
      .values(rows)
      .onConflictDoUpdate({
        target: regions.code,
        set: { name: sql`excluded.name`, capital: sql`excluded.capital`, timeZone: sql`excluded.time_zone` },
      })
    const governments: AgencySeed[] = rows.map((region) => ({
      name: governmentName(region),
      type: region.type,
      regionCode: region.code,
    }))
    const governed = new Set(governments.map((agency) => `${agency.type}|${agency.regionCode}`))
    const others = new Map<string, AgencySeed>()
    for (const record of readCatalogue().records) {
      const type = agencyTypeOf(record)
      const regionCode = type === 'province' ? record.province_code : (record.region_code ?? record.province_code)
      if (governed.has(`${type}|${regionCode}`)) continue
      others.set(slugOf(record.agency), {
        name: record.agency,
        type,
        regionCode: record.country === 'ID' ? regionCode : null,
        country: record.country,
      })
    }
    await addAgencies(tx, [...governments, ...others.values()])
    await tx
      .insert(organisations)
      .values({ kind: 'national', name: 'Kementerian PANRB', slug: 'nasional' })
      .onConflictDoNothing()
    const provinces = await tx
      .select()
      .from(regions)
      .where(
        inArray(
          regions.code,
          PROVINCIAL_HUBS.map((hub) => hub.provinceCode),
        ),
      )
    const nameOf = new Map(provinces.map((province) => [province.code, province]))
    for (const hub of PROVINCIAL_HUBS) {
      const province = nameOf.get(hub.provinceCode)
      if (province) await addHub(tx, { ...hub, name: `Hub JIPP ${province.name}`, agency: governmentName(province) })
    }
  })
}

/** The invented province of the demo accounts, its governments and its hub. Repeatable. */
export async function seedDemoPlaces(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(regions).values(DEMO_REGIONS).onConflictDoNothing()
    await addAgencies(
      tx,
      DEMO_REGIONS.map((region) => ({
        name: region.type === 'province' ? 'Pemerintah Provinsi Contoh' : governmentName(region),
        type: region.type,
        regionCode: region.code,
        isDemo: true,
      })),
    )
    await addHub(tx, {
      name: 'Hub Contoh',
      provinceCode: '97',
      openedOn: '2025-01-01',
      source: 'Data contoh',
      isDemo: true,
      agency: 'Pemerintah Provinsi Contoh',
    })
  })
}
