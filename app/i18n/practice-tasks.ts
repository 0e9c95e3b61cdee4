import { formatNumber } from './format.ts'
import { text } from './text.ts'

/** Words of the list of sections on the page of a draft. */
export const tasksText = text(
  {
    lead: 'Isi dalam urutan apa pun; rekan seinstansi dapat mengisi bagian lain pada saat yang sama. Semua tersimpan sendiri.',
    next: 'berikutnya',
    write: (section: string) => `Lanjut menulis: ${section}`,
    correct: (section: string) => `Perbaiki sesuai catatan: ${section}`,
    unticked: {
      title: (n: number) => `${n} catatan wajib belum ditandai sudah diperbaiki`,
      note: 'Bila sudah diperbaiki, tandai dahulu supaya peninjau tahu. Anda juga dapat mengirimnya begitu saja; catatannya tetap terbuka.',
      back: 'Kembali ke catatan',
      send: 'Kirim juga',
    },
    words: (n: number, cap: number) => `${formatNumber('id', n)} dari ${formatNumber('id', cap)} kata`,
    answers: (n: number, of: number) => `${n} dari ${of} isian`,
    lines: (n: number, done: number) => `${n} baris, ${done} di antaranya lengkap`,
    remarks: (n: number) => `${n} catatan peninjau belum ditandai diperbaiki`,
    missing: (n: number) =>
      n === 1
        ? 'Satu hal perlu dilengkapi sebelum dikirim; ditandai pada bagiannya di bawah.'
        : `${n} hal perlu dilengkapi sebelum dikirim; ditandai pada bagiannya di bawah.`,
  },
  {
    lead: 'Fill them in any order; colleagues of your unit can write other sections at the same time. Everything saves itself.',
    next: 'next',
    write: (section) => `Go on writing: ${section}`,
    correct: (section) => `Correct as asked: ${section}`,
    unticked: {
      title: (n) => `${n} required ${n === 1 ? 'remark is' : 'remarks are'} not marked as corrected`,
      note: 'Once corrected, mark them so that the reviewer knows. You can also send the text as it is; the remarks stay open.',
      back: 'Back to the remarks',
      send: 'Send it anyway',
    },
    words: (n, cap) => `${formatNumber('en', n)} of ${formatNumber('en', cap)} words`,
    answers: (n, of) => `${n} of ${of} entries`,
    lines: (n, done) => `${n} ${n === 1 ? 'row' : 'rows'}, ${done} complete`,
    remarks: (n) => `${n} ${n === 1 ? 'remark' : 'remarks'} of reviewers not marked as corrected`,
    missing: (n) =>
      n === 1
        ? 'One thing is missing before it can be sent; it is marked at its section below.'
        : `${n} things are missing before it can be sent; they are marked at their sections below.`,
  },
)
