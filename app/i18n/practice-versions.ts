import { formatList, lowerFirst } from './format.ts'
import { text } from './text.ts'

/** Words of the history of a practice and of the comparison of two versions. */
export const versionsText = text(
  {
    first: 'terbitan pertama',
    same: 'terbit ulang tanpa perubahan isi',
    changed: (sections: readonly string[]) => `perubahan pada ${formatList('id', sections.map(lowerFirst))}`,
    compare: 'Lihat perubahannya',
    compareOf: (from: number, to: number) => `, versi ${from} ke versi ${to}`,
    title: (from: number, to: number) => `Perubahan dari versi ${from} ke versi ${to}`,
    titleChoose: 'Perubahan antarversi',
    versionN: (n: number) => `Versi ${n}`,
    versionOf: (n: number, date: string) => `Versi ${n}, ${date}`,
    from: 'Versi lama',
    to: 'Versi baru',
    choose: 'Pilih dua versi',
    show: 'Bandingkan versi',
    onlyOne: 'Praktik ini baru mempunyai satu versi terbit. Belum ada yang dapat dibandingkan.',
    equal: (n: number) => `Kedua sisi adalah versi ${n}. Pilih dua versi yang berlainan.`,
    missing: (numbers: readonly string[]) =>
      `Tidak ada versi terbit dengan nomor ${formatList('id', numbers)}. Pilih dari versi yang ada.`,
    unreadable: 'Nomor versi tidak dapat dibaca. Pilih dari versi yang ada.',
    read: (n: number) => `Baca versi ${n}`,
  },
  {
    first: 'first publication',
    same: 'published again without a change of content',
    changed: (sections) => `changes in ${formatList('en', sections.map(lowerFirst))}`,
    compare: 'See what changed',
    compareOf: (from, to) => `, version ${from} to version ${to}`,
    title: (from, to) => `Changes from version ${from} to version ${to}`,
    titleChoose: 'Changes between versions',
    versionN: (n) => `Version ${n}`,
    versionOf: (n, date) => `Version ${n}, ${date}`,
    from: 'Old version',
    to: 'New version',
    choose: 'Choose two versions',
    show: 'Compare versions',
    onlyOne: 'This practice has one published version so far. There is nothing to compare yet.',
    equal: (n) => `Both sides are version ${n}. Choose two different versions.`,
    missing: (numbers) => `There is no published version ${formatList('en', numbers)}. Choose among those that exist.`,
    unreadable: 'The version number cannot be read. Choose among those that exist.',
    read: (n) => `Read version ${n}`,
  },
)
