import { readFileSync } from 'node:fs'
import type { regions } from '../schema/index.ts'
import type { RegionType, TimeZone } from '../vocabulary.ts'

type RegionRow = typeof regions.$inferInsert

/** Capitals of the 38 provinces. */
const CAPITALS: Record<string, string> = {
  '11': 'Banda Aceh',
  '12': 'Medan',
  '13': 'Padang',
  '14': 'Pekanbaru',
  '15': 'Jambi',
  '16': 'Palembang',
  '17': 'Bengkulu',
  '18': 'Bandar Lampung',
  '19': 'Pangkalpinang',
  '21': 'Tanjungpinang',
  '31': 'Jakarta',
  '32': 'Bandung',
  '33': 'Semarang',
  '34': 'Yogyakarta',
  '35': 'Surabaya',
  '36': 'Serang',
  '51': 'Denpasar',
  '52': 'Mataram',
  '53': 'Kupang',
  '61': 'Pontianak',
  '62': 'Palangka Raya',
  '63': 'Banjarbaru',
  '64': 'Samarinda',
  '65': 'Tanjung Selor',
  '71': 'Manado',
  '72': 'Palu',
  '73': 'Makassar',
  '74': 'Kendari',
  '75': 'Gorontalo',
  '76': 'Mamuju',
  '81': 'Ambon',
  '82': 'Sofifi',
  '91': 'Jayapura',
  '92': 'Manokwari',
  '93': 'Merauke',
  '94': 'Nabire',
  '95': 'Wamena',
  '96': 'Sorong',
}

const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])

/** Time zone by province (Keppres 41/1987 and later provinces by their place). */
function timeZoneOf(provinceCode: string): TimeZone {
  return WIT.has(provinceCode) ? 'WIT' : WITA.has(provinceCode) ? 'WITA' : 'WIB'
}

function typeOf(code: string, name: string): RegionType {
  if (code.length === 2) return 'province'
  return name.startsWith('Kota ') ? 'city' : 'regency'
}

/** All 38 provinces and 514 regencies and cities, provinces first. */
export function readRegions(): RegionRow[] {
  const lines = readFileSync(new URL('./regions.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return lines.map((line) => {
    const [code = '', provinceCode = '', name = ''] = line.split(',')
    return {
      code,
      provinceCode,
      name,
      type: typeOf(code, name),
      timeZone: timeZoneOf(provinceCode),
      capital: CAPITALS[code] ?? null,
    }
  })
}

/** Name of the government of a region, as the region writes it. */
export function governmentName(region: Pick<RegionRow, 'code' | 'name' | 'type'>): string {
  if (region.code === '11') return 'Pemerintah Aceh'
  if (region.code === '34') return 'Pemerintah Daerah Daerah Istimewa Yogyakarta'
  return region.type === 'province' ? `Pemerintah Provinsi ${region.name}` : `Pemerintah ${region.name}`
}

/** Invented places for the demo accounts: one province with four districts. */
export const DEMO_REGIONS: RegionRow[] = [
  {
    code: '97',
    provinceCode: '97',
    name: 'Provinsi Contoh',
    type: 'province',
    timeZone: 'WIT',
    capital: 'Kota Contoh Pesisir',
    isDemo: true,
  },
  { code: '97.01', provinceCode: '97', name: 'Kabupaten Contoh Hulu', type: 'regency', timeZone: 'WIT', isDemo: true },
  { code: '97.02', provinceCode: '97', name: 'Kabupaten Contoh Muara', type: 'regency', timeZone: 'WIT', isDemo: true },
  {
    code: '97.03',
    provinceCode: '97',
    name: 'Kabupaten Contoh Kepulauan',
    type: 'regency',
    timeZone: 'WIT',
    isDemo: true,
  },
  { code: '97.71', provinceCode: '97', name: 'Kota Contoh Pesisir', type: 'city', timeZone: 'WIT', isDemo: true },
]
