import type { Executor } from '../../client.server.ts'
import { allocateNumber } from '../../queries/adoption-writes.server.ts'
import { findPlaceOfAgency, insertNeed } from '../../queries/needs.server.ts'
import type { needs } from '../../schema/index.ts'

type Need = Pick<typeof needs.$inferInsert, 'agencyId' | 'createdBy'> & Partial<typeof needs.$inferInsert>

/** A need with everything the first gate asks for, unless told otherwise. */
export async function recordedNeed(db: Executor, need: Need) {
  const place = await findPlaceOfAgency(db, need.agencyId)
  if (!place) throw new Error('the agency has no place')
  const region = place.regionCode.replace('.', '')
  const number = await allocateNumber(db, `need-${region}`)
  return insertNeed(db, {
    publicId: `K-${region}-${String(number).padStart(4, '0')}`,
    regionCode: place.regionCode,
    problem: 'Lampu jalan padam berbulan-bulan dan tidak ada yang melapor',
    affectedGroup: '2.400 warga di tiga kelurahan',
    baseline: '61% lampu menyala (September 2026)',
    planReference: 'RPJMD 2025–2029, sasaran 2.1',
    isDemo: place.isDemo,
    ...need,
  })
}
