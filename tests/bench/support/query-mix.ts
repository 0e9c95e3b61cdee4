import { readCatalogue } from '#db/seed/catalogue.ts'
import { JUDGED } from '../relevance/judged.ts'
import { seeded } from './figures.ts'

/**
 * Addresses of searches as officials make them: words of the judged queries (names, problems, topics, slips of the
 * finger, abbreviations, English), half of them narrowed by one or two facets, some on later pages or in another order,
 * and one in six without words. The same list every time.
 */
export function queryMix(count: number): string[] {
  const random = seeded(44)
  const { records } = readCatalogue()
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, () => {
    const params = new URLSearchParams()
    if (random() > 1 / 6) params.set('q', pick(JUDGED)?.q ?? '')
    if (random() < 0.35) params.append('province', pick(records)?.province_code ?? '35')
    if (random() < 0.3)
      params.append('sector', pick(['kesehatan', 'pendidikan', 'administrasi-kependudukan', 'sosial']) ?? '')
    if (random() < 0.1) params.append('form', 'public_service')
    if (random() < 0.2) params.set('page', String(2 + Math.floor(random() * 4)))
    if (random() < 0.15) params.set('sort', pick(['newest', 'adopted', 'confirmed']) ?? '')
    return `/api/v1/practices?${params}`
  })
}
