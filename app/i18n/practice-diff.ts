import { formatNumber } from './format.ts'
import { text } from './text.ts'

/** Words of the comparison of two texts of a practice, for reviewers and for everybody. */
export const diffText = text(
  {
    changed: (n: number) => `${n} bagian berubah`,
    same: (n: number) => `${n} bagian tetap`,
    written: (n: number) => `${n} bagian terisi, selesai atau belum`,
    blank: (n: number) => `${n} bagian kosong`,
    nothing: 'Kedua naskah sama.',
    jump: 'Bagian yang berubah',
    unchanged: (n: number) => `Bagian yang tetap (${n})`,
    unwritten: (n: number) => `Bagian yang kosong (${n})`,
    emptyText: 'Kosong',
    added: 'ditambah',
    removed: 'dihapus',
    end: 'selesai',
    keptWords: (n: number) => `${formatNumber('id', n)} kata tetap`,
    counts: (added: number, removed: number) =>
      [added && `${formatNumber('id', added)} kata baru`, removed && `${formatNumber('id', removed)} kata dihapus`]
        .filter(Boolean)
        .join(', '),
    row: { added: 'Baris baru', removed: 'Dihapus', changed: 'Berubah', same: 'Tetap' },
    change: 'Perubahan',
    how: 'Kata baru bergaris bawah, kata yang dihapus dicoret.',
  },
  {
    changed: (n) => `${n} ${n === 1 ? 'section' : 'sections'} changed`,
    same: (n) => `${n} unchanged`,
    written: (n) => `${n} ${n === 1 ? 'section' : 'sections'} with text, finished or not`,
    blank: (n) => `${n} empty`,
    nothing: 'The two texts are the same.',
    jump: 'Changed sections',
    unchanged: (n) => `Unchanged sections (${n})`,
    unwritten: (n) => `Empty sections (${n})`,
    emptyText: 'Empty',
    added: 'added',
    removed: 'removed',
    end: 'end',
    keptWords: (n) => `${formatNumber('en', n)} words unchanged`,
    counts: (added, removed) =>
      [
        added && `${formatNumber('en', added)} ${added === 1 ? 'word' : 'words'} added`,
        removed && `${formatNumber('en', removed)} ${removed === 1 ? 'word' : 'words'} removed`,
      ]
        .filter(Boolean)
        .join(', '),
    row: { added: 'New row', removed: 'Removed', changed: 'Changed', same: 'Same' },
    change: 'Change',
    how: 'New words are underlined, removed words are struck through.',
  },
)
