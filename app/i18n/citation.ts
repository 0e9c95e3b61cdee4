import { lowerFirst } from './format.ts'
import { text } from './text.ts'

type Memo = {
  agency: string
  title: string
  id: string
  version: number
  date: string
  url: string
  summary?: string
  withdrawn?: string
}

/** `Warga menunggu lebih singkat` from a sentence with or without its full stop. */
const unended = (sentence: string) => sentence.trim().replace(/[.\s]+$/, '')

/** A paragraph for the letter of an Indonesian office: formal Indonesian, whatever language the page is in. */
export function memoParagraph(c: Memo): string {
  const sentences = [
    `Sebagai bahan pertimbangan, dengan hormat disampaikan bahwa ${c.agency} telah melaksanakan inovasi pelayanan publik “${c.title}”.`,
    c.summary && `Pokok inovasi tersebut: ${unended(c.summary)}.`,
    `Inovasi dimaksud tercatat pada Jaringan Inovasi Pelayanan Publik (JIPP) dengan Nomor ${c.id}, versi ${c.version}, tanggal ${c.date}, dan dapat dibaca pada laman ${c.url}.`,
    c.withdrawn && `Perlu diketahui bahwa catatan tersebut telah ${c.withdrawn}.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Words of citations, and of what stands around them. */
export const citationText = text(
  {
    version: 'versi',
    withdrawn: (date: string, reason: string, successor?: string) =>
      `ditarik ${date}: ${lowerFirst(reason)}${successor ? `; pengganti ${successor}` : ''}`,
    intro: 'Ketuk sekali untuk memilih seluruh teks, lalu salin.',
    draft: 'Naskah ini belum terbit, jadi belum ada kutipannya. Kutipan dan tautan tetap dibuat saat versi ini terbit.',
    apa: 'Gaya APA',
    nota: 'Paragraf untuk nota dinas',
    bibtex: 'BibTeX',
    ris: 'RIS',
    download: 'Unduh untuk pengelola pustaka',
    whole: 'Berkas praktik ini',
    pdf: 'PDF untuk dicetak atau dikirim',
    json: 'Data praktik ini (JSON)',
    unknownFormat: (formats: string) => `Bentuk kutipan ini tidak dikenal. Yang tersedia: ${formats}.`,
    unknownVersion: 'Nomor versi ini tidak dapat dibaca. Tulis angka, misalnya v=2.',
    noVersion: (id: string, version: number) => `Praktik ${id} tidak mempunyai versi ${version} yang terbit.`,
    noPractice: 'Tidak ada praktik terbit dengan nomor ini.',
    gone: (id: string, withdrawn: string, address: string) =>
      `Praktik ${id} sudah ${withdrawn}. Keterangan: ${address}`,
    busy: 'Server sedang menyiapkan banyak berkas. Cobalah lagi sebentar lagi.',
  },
  {
    version: 'version',
    withdrawn: (date, reason, successor) =>
      `withdrawn ${date}: ${lowerFirst(reason)}${successor ? `; successor ${successor}` : ''}`,
    intro: 'Tap once to select the whole text, then copy it.',
    draft:
      'This text is not published yet, so there is no citation of it. The citation and the permanent link are made when this version is published.',
    apa: 'APA style',
    nota: 'Paragraph for an official memo, in Indonesian',
    bibtex: 'BibTeX',
    ris: 'RIS',
    download: 'Download for a reference manager',
    whole: 'This practice as a file',
    pdf: 'PDF for printing or sending',
    json: 'Data of this practice (JSON)',
    unknownFormat: (formats) => `This form of citation is not known. There are: ${formats}.`,
    unknownVersion: 'This version number cannot be read. Write a number, for example v=2.',
    noVersion: (id, version) => `Practice ${id} has no published version ${version}.`,
    noPractice: 'There is no published practice with this number.',
    gone: (id, withdrawn, address) => `Practice ${id} was ${withdrawn}. More: ${address}`,
    busy: 'The server is making many files just now. Try again in a moment.',
  },
)
