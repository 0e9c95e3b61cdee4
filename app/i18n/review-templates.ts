import type { Language } from '#db/vocabulary.ts'

type BuiltIn = { id: string; name: Record<Language, string>; bodyId: string; bodyEn: string }

/** Answer templates that come with the site; hubs add their own. */
export const builtInTemplates: readonly BuiltIn[] = [
  {
    id: 'built-in-sections',
    name: { id: 'Bagian perlu dilengkapi', en: 'Sections to complete' },
    bodyId:
      'Naskah “{judul}” hampir siap. Mohon lengkapi bagian berikut sesuai catatan kami: {bagian}. Kami menunggu kiriman ulang sampai {batas}.',
    bodyEn:
      'The text “{judul}” is nearly ready. Please complete these sections as noted: {bagian}. We look forward to it by {batas}.',
  },
  {
    id: 'built-in-figures',
    name: { id: 'Angka tanpa tahun atau sumber', en: 'Figures without year or source' },
    bodyId:
      'Beberapa angka hasil belum menyebut tahun, nilai awal, atau cara mengukurnya. Mohon lengkapi supaya daerah lain dapat menilainya, paling lambat {batas}.',
    bodyEn:
      'Some result figures lack the year, the baseline or the method. Please add them by {batas}, so that other districts can judge them.',
  },
  {
    id: 'built-in-plain-words',
    name: { id: 'Judul atau singkatan belum jelas', en: 'Title or abbreviations unclear' },
    bodyId:
      'Orang mencari praktik dari masalahnya. Mohon tulis judul biasa tanpa singkatan, dan jelaskan setiap singkatan saat pertama kali muncul.',
    bodyEn:
      'People look for practices by their problem. Please write a plain title without abbreviations, and spell out each abbreviation where it first occurs.',
  },
  {
    id: 'built-in-documents',
    name: { id: 'Dokumen pendukung belum cocok', en: 'Supporting documents do not match' },
    bodyId:
      'Dasar hukum atau bukti angka pada naskah “{judul}” tidak cocok dengan dokumen yang ada pada {instansi}. Mohon periksa dan kirim ulang sampai {batas}.',
    bodyEn:
      'The legal basis or the proof of the figures of “{judul}” does not match the documents held by {instansi}. Please check and send it again by {batas}.',
  },
]
