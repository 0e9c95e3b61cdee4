import type { SuggestionSource } from '../domain/practice/terms.ts'
import { formatNumber } from './format.ts'
import { text } from './text.ts'

/** Words of the page on which the words are assigned by which people find a practice. */
export const termsText = text(
  {
    name: 'Kata pencarian',
    title: (title: string) => `Kata pencarian: ${title}`,
    lead: 'Pejabat daerah lain mengetik masalahnya dengan kata mereka sendiri; kata yang Anda tulis di sini mempertemukan mereka dengan praktik ini. Kata-kata ini tidak tampil di halaman praktik dan berlaku seketika.',
    language: { id: 'Bahasa Indonesia', en: 'Bahasa Inggris' },
    terms: { id: 'Kata pencarian bahasa Indonesia', en: 'Kata pencarian bahasa Inggris' },
    hint: 'Satu kata atau frasa per baris, atau dipisahkan koma. Paling banyak 60. Sinonim, singkatan, istilah sehari-hari.',
    count: (n: number) => `${formatNumber('id', n)} kata`,
    save: 'Simpan kata pencarian',
    add: 'Tambahkan yang dicentang dan simpan',
    suggestions: { id: 'Saran bahasa Indonesia', en: 'Saran bahasa Inggris' },
    suggestionsNone: 'Belum ada saran dalam bahasa ini.',
    suggestionsNote: 'Centang yang cocok, lalu simpan: yang dicentang masuk ke daftar.',
    source: {
      searched: 'Dicari, tetapi hasilnya kosong atau tidak dibuka',
      glossary: 'Kata lain untuk hal yang sama',
      similar: 'Kata kunci praktik yang mirip',
    } as Record<SuggestionSource, string>,
    times: (n: number) => `${formatNumber('id', n)} kali dicari`,
    practices: (n: number) => `${formatNumber('id', n)} praktik`,
    saved: 'Kata pencarian tersimpan',
    savedNote: 'Pencarian sudah mengikutinya.',
    savedDraft: 'Dipakai pencarian begitu praktik ini terbit.',
    stored: 'Tersimpan sekarang, oleh orang lain',
    storedNote: 'Gabungkan yang perlu ke halaman yang baru dibuka.',
    reopen: 'Buka daftar yang tersimpan sekarang',
    subjects: 'Kata kunci di naskahnya',
    subjectsMissing: { id: 'Kata kunci bahasa Indonesia belum ada.', en: 'Kata kunci bahasa Inggris belum ada.' },
    subjectsNote: 'Tampil di halaman praktik dan ditulis penulisnya di bagian Klasifikasi.',
    open: 'Atur kata pencarian',
    none: 'belum ada',
    subjectsHint: 'Kata yang dipakai orang untuk mencari masalah ini, dipisahkan koma.',
    suggested: (terms: string) => `Saran, salin yang cocok: ${terms}.`,
    list: {
      views: 'Tampilkan',
      viewAll: (n: number) => `Semua (${formatNumber('id', n)})`,
      view: {
        subjects: (n: number) => `Kata kunci di naskah belum lengkap (${formatNumber('id', n)})`,
        terms: (n: number) => `Kata pencarian (tidak tampil) belum diisi (${formatNumber('id', n)})`,
        translation: (n: number) => `Terjemahan ketinggalan (${formatNumber('id', n)})`,
      },
      without: {
        subjects:
          'Kata kunci tampil di halaman praktik. Praktik terbit ini belum memilikinya dalam bahasa Indonesia atau Inggris. Kata kunci ditulis penulisnya dalam versi baru.',
        terms:
          'Kata pencarian tidak tampil di halaman praktik; ia mengantar orang yang mencari dengan kata lain. Praktik terbit ini belum memilikinya dalam bahasa Indonesia atau Inggris. Buka praktiknya untuk menambahkan; berlaku seketika.',
        translation:
          'Praktik yang teks Indonesianya berubah sesudah diterjemahkan. Penulisnya memperbarui terjemahan, atau menandai bahwa terjemahan masih tepat.',
      },
      withoutNone: 'Tidak ada yang kurang',
      withoutNoneNote: 'Semua praktik sudah punya ini dalam kedua bahasa.',
    },
  },
  {
    name: 'Search terms',
    title: (title) => `Search terms: ${title}`,
    lead: 'Officials elsewhere type their problem in their own words; the words that you write here lead them to this practice. They are not shown on its page and take effect at once.',
    language: { id: 'Indonesian', en: 'English' },
    terms: { id: 'Search terms in Indonesian', en: 'Search terms in English' },
    hint: 'One word or phrase a line, or separated by commas. At most 60. Synonyms, abbreviations, everyday words.',
    count: (n) => `${formatNumber('en', n)} ${n === 1 ? 'term' : 'terms'}`,
    save: 'Save the search terms',
    add: 'Add what is ticked and save',
    suggestions: { id: 'Suggestions in Indonesian', en: 'Suggestions in English' },
    suggestionsNone: 'There is no suggestion in this language yet.',
    suggestionsNote: 'Tick what fits, then save: what is ticked joins the list.',
    source: {
      searched: 'Searched, but nothing was found or opened',
      glossary: 'Other words for the same',
      similar: 'Subject terms of similar practices',
    },
    times: (n) => `searched ${n === 1 ? 'once' : `${formatNumber('en', n)} times`}`,
    practices: (n) => `${formatNumber('en', n)} ${n === 1 ? 'practice' : 'practices'}`,
    saved: 'The search terms are saved',
    savedNote: 'The search follows them already.',
    savedDraft: 'The search uses them once this practice is published.',
    stored: 'Stored now, by somebody else',
    storedNote: 'Merge what you need into the page when you open it again.',
    reopen: 'Open the list as it is stored now',
    subjects: 'Subject terms in its text',
    subjectsMissing: {
      id: 'There are no subject terms in Indonesian yet.',
      en: 'There are no subject terms in English yet.',
    },
    subjectsNote: 'Shown on the page of the practice; its authors write them under Classification.',
    open: 'Assign search terms',
    none: 'none yet',
    subjectsHint: 'Words by which people look for this problem, separated by commas.',
    suggested: (terms) => `Suggestions, copy what fits: ${terms}.`,
    list: {
      views: 'Show',
      viewAll: (n) => `All (${formatNumber('en', n)})`,
      view: {
        subjects: (n) => `Subject terms of the text incomplete (${formatNumber('en', n)})`,
        terms: (n) => `Search terms (not shown) missing (${formatNumber('en', n)})`,
        translation: (n) => `Translation behind (${formatNumber('en', n)})`,
      },
      without: {
        subjects:
          'Subject terms are shown on the page of a practice. These published practices have none in Indonesian or in English. Their authors write them in a new version.',
        terms:
          'Search terms are not shown on the page of a practice; they lead people there who search in other words. These published practices have none in Indonesian or in English. Open one to add them; they take effect at once.',
        translation:
          'Practices whose Indonesian text changed after it was translated. Their authors update the translation, or mark that it still holds.',
      },
      withoutNone: 'None is missing any',
      withoutNoneNote: 'All practices have this in both languages.',
    },
  },
)

/** Messages of the form, by key; the value is the entry that is wrong, or how many there are. */
export const termsMessages = text(
  {
    termTooLong: (term: string) => `“${term}…” terlalu panjang. Paling banyak 80 huruf.`,
    termTooShort: (term: string) => `“${term}” terlalu pendek. Paling sedikit dua huruf atau angka.`,
    tooManyTerms: (count: string) => `Ada ${count} kata. Paling banyak 60; sisakan yang paling mungkin diketik orang.`,
  },
  {
    termTooLong: (term) => `“${term}…” is too long. At most 80 characters.`,
    termTooShort: (term) => `“${term}” is too short. At least two letters or digits.`,
    tooManyTerms: (count) => `There are ${count} terms. At most 60; keep those that people most likely type.`,
  },
)
