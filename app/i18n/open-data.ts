import { text } from './text.ts'

type OpenDataWords = {
  title: string
  lead: string
  endpoints: string
  search: string
  practice: string
  export: string
  description: string
  sitemap: string
  parameters: string
  parameterRows: readonly (readonly [name: string, meaning: string])[]
  parameter: string
  meaning: string
  example: string
  answer: string
  rules: string
  ruleLines: readonly string[]
  licence: string
  licenceText: string
}

/** Words of the page about open data and the programming interface. */
export const openDataText = text<OpenDataWords>(
  {
    title: 'Data terbuka dan API',
    lead: 'Semua yang terbit dapat dibaca program, tanpa kunci dan tanpa pendaftaran.',
    endpoints: 'Alamat',
    search: 'mencari praktik; parameternya sama dengan halaman pencarian',
    practice: 'satu praktik lengkap dalam dua bahasa',
    export: 'semua yang ditemukan sebuah pencarian sebagai berkas: practices.csv, practices.xlsx, atau practices.json',
    description: 'uraian lengkap menurut OpenAPI 3.1',
    sitemap: 'daftar semua halaman praktik',
    parameters: 'Parameter pencarian',
    parameter: 'Parameter',
    meaning: 'Arti',
    parameterRows: [
      ['q', 'kata pencarian, paling panjang 500 huruf'],
      ['province, district', 'kode wilayah Kemendagri: 35 dan 35.10'],
      ['sector, form, life', 'urusan, bentuk, dan keadaan, seperti pada alamat halaman pencarian'],
      ['age', 'umur kabar terakhir: fresh (sampai 6 bulan), aging (sampai 12), stale, none'],
      ['year', 'tahun mulai'],
      ['award', 'kelompok penghargaan, seperti pada facets'],
      ['sort', 'relevance, newest, adopted, atau confirmed'],
      ['page, limit', 'halaman mulai 1, dan 1 sampai 100 hasil tiap halaman'],
      ['lang', 'id atau en'],
    ],
    example: 'Contoh',
    answer: 'Jawabannya berbentuk:',
    rules: 'Aturan',
    ruleLines: [
      'Parameter penyaring boleh diulang: cukup salah satu nilainya yang cocok.',
      'Parameter yang keliru dijawab 400 dengan keterangan error.code, error.message, dan error.parameter.',
      'Praktik yang ditarik dijawab 410, yang digabungkan ke praktik lain 301, nomor yang tidak ada 404.',
      'Jawaban boleh disimpan 60 detik. Halaman web lain boleh membacanya langsung (CORS terbuka).',
      'Versi 1 hanya akan bertambah: nama yang ada tidak diubah atau dihapus.',
    ],
    licence: 'Lisensi dan sumber',
    licenceText:
      'Sebut “JIPP” dan nomor praktiknya. Angka adalah milik instansi atau pemberitaan pada sumber masing-masing. Kode wilayah berasal dari idn-area-data, berlisensi ODbL 1.0.',
  },
  {
    title: 'Open data and API',
    lead: 'Programs can read everything that is published, without a key and without registration.',
    endpoints: 'Addresses',
    search: 'finds practices; the parameters are those of the search page',
    practice: 'one practice, complete, in both languages',
    export: 'everything that a search finds, as a file: practices.csv, practices.xlsx or practices.json',
    description: 'the full description as OpenAPI 3.1',
    sitemap: 'the list of all pages of practices',
    parameters: 'Parameters of the search',
    parameter: 'Parameter',
    meaning: 'Meaning',
    parameterRows: [
      ['q', 'words to search, at most 500 characters'],
      ['province, district', 'region codes of the Ministry of Home Affairs: 35 and 35.10'],
      ['sector, form, life', 'sector, form and life status, as in the address of the search page'],
      ['age', 'age of the last word on its life: fresh (up to 6 months), aging (up to 12), stale, none'],
      ['year', 'year of start'],
      ['award', 'group of awards, as in facets'],
      ['sort', 'relevance, newest, adopted or confirmed'],
      ['page, limit', 'page from 1, and 1 to 100 hits on a page'],
      ['lang', 'id or en'],
    ],
    example: 'Example',
    answer: 'The answer has this shape:',
    rules: 'Rules',
    ruleLines: [
      'Filters may be repeated: any of the values will do.',
      'A wrong parameter is answered with 400 and error.code, error.message and error.parameter.',
      'A withdrawn practice is answered with 410, one merged into another with 301, an unknown number with 404.',
      'Answers may be kept for 60 seconds. Other web pages may read them directly (open CORS).',
      'Version 1 will only grow: no existing name is changed or removed.',
    ],
    licence: 'Licence and sources',
    licenceText:
      'Name “JIPP” and the number of the practice. Figures belong to the agencies or the press in the sources. Region codes come from idn-area-data under the ODbL 1.0.',
  },
)
