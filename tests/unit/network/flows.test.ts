import { expect, test } from 'vitest'
import { type Flow, keenestAdopter, type Place, placeFinder, threadsOf } from '#app/domain/network/flows.ts'

const PLACES: Place[] = [
  { code: '13', name: 'Sumatera Barat', type: 'province', provinceCode: '13' },
  { code: '18', name: 'Lampung', type: 'province', provinceCode: '18' },
  { code: '51.08', name: 'Kabupaten Buleleng', type: 'regency', provinceCode: '51' },
  { code: '51.71', name: 'Kota Denpasar', type: 'city', provinceCode: '51' },
  { code: '91', name: 'Papua', type: 'province', provinceCode: '91' },
  { code: '96', name: 'Papua Barat Daya', type: 'province', provinceCode: '96' },
]
const find = placeFinder(PLACES)

test.each([
  ['Kabupaten Buleleng (PAS URBAN)', '51.08'],
  ['Provinsi Lampung (Lampung-in)', '18'],
  ['Kabupaten/kota di Sumatera Barat', '13'],
  ['kota denpasar', '51.71'],
  ['Provinsi Papua Barat Daya', '96'],
])('finds the place that "%s" names', (text, code) => {
  expect(find(text)?.code).toBe(code)
})

test.each(['40 daerah (2018)', 'Uji coba nasional di 50 kabupaten/kota (2023)', 'Lampungan'])(
  'finds no place in "%s"',
  (text) => {
    expect(find(text)).toBeUndefined()
  },
)

const flow = (originProvince: string | null, adopterProvince: string | null): Flow => ({
  publicId: 'JIPP-00-0001',
  brand: '',
  origin: '',
  originProvince,
  adopter: '',
  adopterProvince,
})

test('counts threads between provinces, ministries last', () => {
  const flows = [flow(null, '91'), flow('36', '73'), flow('36', '73'), flow('36', null), flow('16', '13')]
  expect(threadsOf(flows)).toEqual([
    { from: '16', to: '13', count: 1 },
    { from: '36', to: '73', count: 2 },
    { from: null, to: '91', count: 1 },
  ])
})

test('names the province that took over from most others, when it stands out', () => {
  const toThirteen = ['14', '16', '32', '35'].map((from) => flow(from, '13'))
  expect(keenestAdopter(threadsOf([...toThirteen, flow('13', '13')]))).toEqual({ code: '13', origins: 4 })
  expect(keenestAdopter(threadsOf(toThirteen.slice(0, 2)))).toBeUndefined()
})
