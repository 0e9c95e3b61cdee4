import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { REGION_TYPES, type RegionType, TIME_ZONES, type TimeZone } from '../vocabulary.ts'
import { oneOf } from './columns.ts'

/** Provinces (two digits) and their regencies and cities (`35.10`), by Kemendagri code. */
export const regions = pgTable(
  'regions',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    type: text().$type<RegionType>().notNull(),
    provinceCode: text()
      .notNull()
      .references((): AnyPgColumn => regions.code),
    /** Known for provinces only; the source of regencies and cities does not give it. */
    capital: text(),
    timeZone: text().$type<TimeZone>().notNull(),
    /** Invented places of the demo data; never counted. */
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('regions_type', t.type, REGION_TYPES),
    oneOf('regions_time_zone', t.timeZone, TIME_ZONES),
    check('regions_code', sql`${t.code} ~ '^[0-9]{2}([.][0-9]{2})?$' and left(${t.code}, 2) = ${t.provinceCode}`),
    check('regions_province', sql`(${t.type} = 'province') = (${t.code} = ${t.provinceCode})`),
    index('regions_province_code').on(t.provinceCode),
  ],
)
