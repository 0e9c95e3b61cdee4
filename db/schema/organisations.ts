import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  char,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { AGENCY_TYPES, type AgencyType, ORGANISATION_KINDS, type OrganisationKind } from '../vocabulary.ts'
import { createdAt, filled, id, oneOf } from './columns.ts'
import { regions } from './regions.ts'

/** Whatever a person can belong to: an agency, a hub, or the national office. */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    kind: text().$type<OrganisationKind>().notNull(),
    name: text().notNull(),
    slug: text().notNull(),
    isDemo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('organisations_kind', t.kind, ORGANISATION_KINDS),
    filled('organisations_name', t.name),
    check('organisations_slug', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    uniqueIndex('organisations_kind_slug').on(t.kind, t.slug),
  ],
)

/** Provinces, regencies, cities, ministries, their units, and agencies abroad. */
export const agencies = pgTable(
  'agencies',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisations.id),
    type: text().$type<AgencyType>().notNull(),
    /** Where the agency works; null for ministries and agencies abroad. */
    regionCode: text().references(() => regions.code),
    country: char({ length: 2 }).notNull().default('ID'),
    /** The agency that a unit belongs to. */
    parentId: uuid().references((): AnyPgColumn => agencies.organisationId),
    contactEmail: text(),
  },
  (t) => [
    oneOf('agencies_type', t.type, AGENCY_TYPES),
    check('agencies_not_own_parent', sql`${t.parentId} is distinct from ${t.organisationId}`),
    check('agencies_region_in_indonesia', sql`${t.regionCode} is null or ${t.country} = 'ID'`),
    index('agencies_region').on(t.regionCode),
    index('agencies_parent').on(t.parentId),
  ],
)

/** A regional hub: run by an agency, covers provinces; several hubs may share one province. */
export const hubs = pgTable('hubs', {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  /** The agency that runs the hub, where it is known. */
  agencyId: uuid().references(() => agencies.organisationId),
  openedOn: date({ mode: 'string' }),
  /** Where the opening is recorded (decree, web page). */
  source: text(),
  contactEmail: text(),
  description: text(),
})

export const hubTerritories = pgTable(
  'hub_territories',
  {
    hubId: uuid()
      .notNull()
      .references(() => hubs.organisationId),
    provinceCode: text()
      .notNull()
      .references(() => regions.code),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.provinceCode] }),
    check('hub_territories_province', sql`length(${t.provinceCode}) = 2`),
    index('hub_territories_province_code').on(t.provinceCode),
  ],
)
