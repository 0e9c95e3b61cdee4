import type { Facet, MatchField, Sort } from '#search/engine.ts'
import type { AwardGroup } from '#search/indexes/awards.ts'
import { formatNumber } from './format.ts'
import { text } from './text.ts'

type SearchWords = {
  title: string
  resultsFor: (words: string) => string
  emptyFor: (words: string) => string
  emptyFiltered: (words: string) => string
  emptyPlain: string
  found: (n: number) => string
  ofUnfiltered: (n: number) => string
  filters: string
  filterResults: (active: number) => string
  apply: string
  others: (n: number) => string
  facet: Record<Facet, string>
  award: Record<AwardGroup, string>
  sortBy: string
  sort: Record<Sort, string>
  doSort: string
  applied: string
  years: (from: string, to: string) => string
  since: (year: number) => string
  incomplete: string
  section: Record<MatchField, string>
  compare: string
  compareChosen: string
  engineLine: (n: number, seconds: string) => string
  engine: Record<'meilisearch' | 'postgres', string>
  degraded: string
  relaxed: string
  relaxedNote: string
  withoutFilters: string
  withoutFilter: (facet: string) => string
  withoutWord: (word: string) => string
  nothingEither: string
  allPractices: string
  nearest: string
  newestOfAll: string
  pageEmpty: string
  firstPage: string
  recordTitle: string
  recordText: string
  recordAct: string
  recordLine: string
  recordLineEnd: string
}

/** Words of the search page and of a practice in a list. */
export const searchText = text<SearchWords>(
  {
    title: 'Praktik',
    resultsFor: (words) => `Hasil untuk “${words}”`,
    emptyFor: (words) => `Belum ada praktik untuk “${words}”`,
    emptyFiltered: (words) => `Belum ada praktik untuk “${words}” dengan saringan ini`,
    emptyPlain: 'Belum ada praktik dengan saringan ini',
    found: (n) => `${formatNumber('id', n)} praktik`,
    ofUnfiltered: (n) => `dari ${formatNumber('id', n)} sebelum disaring`,
    filters: 'Saringan',
    filterResults: (active) => (active ? `Saring hasil (${active} aktif)` : 'Saring hasil'),
    apply: 'Terapkan saringan',
    others: (n) => `${n} lainnya`,
    facet: {
      life: 'Keadaan',
      age: 'Kabar terakhir',
      sector: 'Urusan',
      province: 'Provinsi',
      district: 'Kabupaten dan kota',
      form: 'Bentuk',
      year: 'Tahun mulai',
      group: 'Sasaran',
      maturity: 'Tahap',
      evidence: 'Bukti',
      cost: 'Biaya awal',
      launch: 'Waktu sampai berjalan',
      licence: 'Lisensi',
      sdg: 'TPB (SDGs)',
      hub: 'Hub',
      award: 'Penghargaan',
    },
    award: {
      'kipp-top-99': 'Top 99 KIPP',
      'kipp-top-45': 'Top 45 KIPP',
      'kipp-top-40': 'Top 40 KIPP',
      'kipp-covid-19': 'Top 21 KIPP penanganan Covid-19',
      unpsa: 'Penghargaan PBB (UNPSA)',
      iga: 'Innovative Government Award (IGA)',
      indohcf: 'IndoHCF dan penghargaan kesehatan',
      govinsider: 'GovInsider',
      provinsi: 'Kompetisi tingkat provinsi',
      daerah: 'Kompetisi kabupaten atau kota',
      'kipp-lain': 'KIPP, peringkat lain',
      lain: 'Penghargaan lain',
    },
    sortBy: 'Urutkan',
    sort: {
      relevance: 'Paling sesuai',
      newest: 'Terbaru',
      adopted: 'Paling banyak diadopsi',
      confirmed: 'Terbaru dikonfirmasi',
      nearest: 'Terdekat dengan daerah saya',
      cheapest: 'Paling murah untuk dimulai',
    },
    doSort: 'Urut',
    applied: 'Saringan yang dipakai',
    years: (from, to) => (from === '1950' ? `sampai ${to}` : `${from}–${to}`),
    since: (year) => `sejak ${year}`,
    incomplete: 'belum dilengkapi',
    section: {
      brand: 'Nama',
      title: 'Judul',
      subjects: 'Topik',
      terms: 'Kata pencarian',
      tagline: 'Kalimat inti',
      summary: 'Ringkasan',
      problem: 'Masalah',
      approach: 'Cara kerja',
      background: 'Latar belakang',
      implementation: 'Pelaksanaan',
      novelty: 'Kebaruan',
      significance: 'Dampak',
      replicated: 'Replikasi',
      adaptability: 'Adaptabilitas',
      resources: 'Sumber daya',
      sustainability: 'Keberlanjutan',
      agency: 'Instansi',
      region: 'Daerah',
      topics: 'Bidang dan sasaran',
      results: 'Hasil',
    },
    compare: 'Bandingkan',
    compareChosen: 'Bandingkan yang dipilih',
    engineLine: (n, seconds) => `${formatNumber('id', n)} praktik dalam ${seconds} detik`,
    engine: { meilisearch: 'mesin pencari Meilisearch', postgres: 'mesin pencari PostgreSQL' },
    degraded: 'Pencarian cadangan sedang menjawab; hasil dan saringan tetap lengkap.',
    relaxed: 'Jika dilonggarkan',
    relaxedNote: 'Pencarian yang sama, dilonggarkan satu langkah.',
    withoutFilters: 'Kata tetap, tanpa saringan',
    withoutFilter: (facet) => `Tanpa saringan ${facet}`,
    withoutWord: (word) => `Tanpa kata “${word}”, tanpa saringan`,
    nothingEither:
      'Kata itu tidak ada di katalog, juga bila dilonggarkan. Coba kata lain, atau telusuri seluruh katalog.',
    allPractices: 'Lihat semua praktik',
    nearest: 'Paling dekat dengan pencarian Anda',
    newestOfAll: 'Terbaru di katalog',
    pageEmpty: 'Halaman ini melewati hasil terakhir.',
    firstPage: 'Kembali ke halaman pertama',
    recordTitle: 'Catat sebagai kebutuhan',
    recordText:
      'Pencarian kosong adalah kabar penting. Daerah yang sudah punya akun dapat mencatat masalahnya; hub ikut mencarikan jawaban.',
    recordAct: 'Catat sebagai kebutuhan daerah',
    recordLine: 'Tidak menemukan yang sesuai?',
    recordLineEnd: 'hub akan ikut mencarikan.',
  },
  {
    title: 'Practices',
    resultsFor: (words) => `Results for “${words}”`,
    emptyFor: (words) => `No practice yet for “${words}”`,
    emptyFiltered: (words) => `No practice yet for “${words}” with these filters`,
    emptyPlain: 'No practice yet with these filters',
    found: (n) => `${formatNumber('en', n)} ${n === 1 ? 'practice' : 'practices'}`,
    ofUnfiltered: (n) => `of ${formatNumber('en', n)} without filters`,
    filters: 'Filters',
    filterResults: (active) => (active ? `Filter results (${active} active)` : 'Filter results'),
    apply: 'Apply filters',
    others: (n) => `${n} more`,
    facet: {
      life: 'Life status',
      age: 'Last confirmed',
      sector: 'Sector',
      province: 'Province',
      district: 'Regency or city',
      form: 'Form',
      year: 'Year of start',
      group: 'For whom',
      maturity: 'Stage',
      evidence: 'Evidence',
      cost: 'Cost to start',
      launch: 'Time to launch',
      licence: 'Licence',
      sdg: 'SDGs',
      hub: 'Hub',
      award: 'Award',
    },
    award: {
      'kipp-top-99': 'KIPP Top 99',
      'kipp-top-45': 'KIPP Top 45',
      'kipp-top-40': 'KIPP Top 40',
      'kipp-covid-19': 'KIPP Top 21, response to Covid-19',
      unpsa: 'UN Public Service Awards (UNPSA)',
      iga: 'Innovative Government Award (IGA)',
      indohcf: 'IndoHCF and health awards',
      govinsider: 'GovInsider',
      provinsi: 'Provincial competitions',
      daerah: 'Competitions of regencies and cities',
      'kipp-lain': 'KIPP, other ranks',
      lain: 'Other awards',
    },
    sortBy: 'Sort by',
    sort: {
      relevance: 'Best match',
      newest: 'Newest',
      adopted: 'Most adopted',
      confirmed: 'Latest confirmed',
      nearest: 'Nearest to my region',
      cheapest: 'Cheapest to start',
    },
    doSort: 'Sort',
    applied: 'Filters in use',
    years: (from, to) => (from === '1950' ? `up to ${to}` : `${from}–${to}`),
    since: (year) => `since ${year}`,
    incomplete: 'incomplete',
    section: {
      brand: 'Name',
      title: 'Title',
      subjects: 'Topics',
      terms: 'Search terms',
      tagline: 'In short',
      summary: 'Summary',
      problem: 'Problem',
      approach: 'How it works',
      background: 'Background',
      implementation: 'Implementation',
      novelty: 'Novelty',
      significance: 'Impact',
      replicated: 'Replication',
      adaptability: 'Adaptability',
      resources: 'Resources',
      sustainability: 'Sustainability',
      agency: 'Agency',
      region: 'Place',
      topics: 'Field and target group',
      results: 'Results',
    },
    compare: 'Compare',
    compareChosen: 'Compare the chosen ones',
    engineLine: (n, seconds) => `${formatNumber('en', n)} ${n === 1 ? 'practice' : 'practices'} in ${seconds} seconds`,
    engine: { meilisearch: 'search engine Meilisearch', postgres: 'search engine PostgreSQL' },
    degraded: 'The stand-in search answers for now; results and filters are complete.',
    relaxed: 'If loosened',
    relaxedNote: 'The same search, loosened by one step.',
    withoutFilters: 'Same words, no filters',
    withoutFilter: (facet) => `Without the filter ${facet}`,
    withoutWord: (word) => `Without the word “${word}”, no filters`,
    nothingEither:
      'These words are not in the catalogue, not even loosened. Try other words, or browse the whole catalogue.',
    allPractices: 'See all practices',
    nearest: 'Closest to your search',
    newestOfAll: 'Newest in the catalogue',
    pageEmpty: 'This page is beyond the last result.',
    firstPage: 'Back to the first page',
    recordTitle: 'Record it as a need',
    recordText:
      'An empty search is important news. Districts with an account can record the problem; their hub helps to find an answer.',
    recordAct: 'Record it as a need of your district',
    recordLine: 'Nothing suitable?',
    recordLineEnd: 'the hub will help to look.',
  },
)
