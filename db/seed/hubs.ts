/** Hubs of provincial governments that a public source names, with the date of the decree or of the report. */
const PILOTS_2020 =
  'KepmenPANRB 94/2020; https://indonesiaparlemen.com/2021/03/04/8-provinsi-jadi-percontohan-hub-jipp-kementerian-pan-rb/'
const DECREE_2021 = 'KepmenPANRB 359/2021; https://harnasnews.com/?p=103572'
const PLEDGE_2023 =
  'https://www.itworks.id/57488/akselerasi-inovasi-layanan-publik-kemenpanrb-gandeng-tujuh-provinsi-jadi-hub-jipp.html'
const ERAT_2023 =
  'https://asiafoundation.org/2023/12/20/usaid-erat-enables-provincial-innovation-hubs-to-foster-improved-innovation-environment/'
const FIRST_THREE = 'Berita Kementerian PANRB, Agustus 2018'

export type HubSeed = { provinceCode: string; openedOn: string; source: string; portal?: string }

export const PROVINCIAL_HUBS: HubSeed[] = [
  ...['16', '35', '73'].map((provinceCode) => ({ provinceCode, openedOn: '2018-08-01', source: FIRST_THREE })),
  ...['33', '13', '19', '63', '75'].map((provinceCode) => ({
    provinceCode,
    openedOn: '2020-01-01',
    source: PILOTS_2020,
  })),
  ...['61', '14', '51', '81'].map((provinceCode) => ({ provinceCode, openedOn: '2021-01-01', source: DECREE_2021 })),
  ...['15', '18', '32', '34', '52', '82', '64'].map((provinceCode) => ({
    provinceCode,
    openedOn: '2023-02-01',
    source: PLEDGE_2023,
  })),
  ...['12', '36', '53'].map((provinceCode) => ({ provinceCode, openedOn: '2023-12-01', source: ERAT_2023 })),
]
