import { formatNumber } from './format.ts'
import { text } from './text.ts'

/** Words of the controls that know nothing of practices or hubs. */
export const uiText = text(
  {
    optional: '(boleh kosong)',
    notFilled: 'Belum diisi',
    choose: 'Pilih satu',
    errorTitle: (n: number) =>
      n === 1 ? 'Ada satu isian yang perlu diperbaiki' : `Ada ${n} isian yang perlu diperbaiki`,
    removeFilter: 'hapus saringan',
    clearAll: 'Hapus semua',
    pages: 'Halaman hasil',
    previous: 'Sebelumnya',
    next: 'Berikutnya',
    pageNumber: (n: number) => `Halaman ${n}`,
    range: (from: number, to: number, total: number) =>
      `${formatNumber('id', from)}–${formatNumber('id', to)} dari ${formatNumber('id', total)}`,
    crumbs: 'Posisi halaman',
    ofWords: (cap: number) => `dari ${formatNumber('id', cap)} kata`,
    wordsLeft: (n: number) => `masih bisa ${formatNumber('id', n)} kata`,
    wordsOver: (n: number) => `lebih ${formatNumber('id', n)} kata`,
    stepDone: 'Selesai',
    stepNow: 'Sekarang',
    stepOf: (step: number, steps: number) => `Langkah ${step} dari ${steps}`,
    typeWord: (word: string) => `Ketik ${word}`,
    cancel: 'Batal',
  },
  {
    optional: '(may stay empty)',
    notFilled: 'Not filled in yet',
    choose: 'Choose one',
    errorTitle: (n) => (n === 1 ? 'One entry needs correcting' : `${n} entries need correcting`),
    removeFilter: 'remove filter',
    clearAll: 'Remove all',
    pages: 'Pages of results',
    previous: 'Previous',
    next: 'Next',
    pageNumber: (n) => `Page ${n}`,
    range: (from, to, total) => `${formatNumber('en', from)}–${formatNumber('en', to)} of ${formatNumber('en', total)}`,
    crumbs: 'Where you are',
    ofWords: (cap) => `of ${formatNumber('en', cap)} words`,
    wordsLeft: (n) => `${formatNumber('en', n)} words left`,
    wordsOver: (n) => `${formatNumber('en', n)} words too many`,
    stepDone: 'Done',
    stepNow: 'Now',
    stepOf: (step, steps) => `Step ${step} of ${steps}`,
    typeWord: (word) => `Type ${word}`,
    cancel: 'Cancel',
  },
)
