import { formatDate } from './format.ts'
import { text } from './text.ts'

/** Words on how a translation stands towards the text it was made from. */
export const translationText = text(
  {
    /** For writers. */
    state: {
      none: 'Belum ada teks Indonesia',
      missing: 'Belum ditulis',
      draft: 'Sudah ditulis, belum diperiksa',
      checked: 'Sudah diperiksa',
      behind: 'Ketinggalan',
    },
    checkedOn: (date: string) => `Sudah diperiksa ${formatDate('id', date)}`,
    behindSince: (date: string) => `Ketinggalan: teks Indonesia berubah ${formatDate('id', date)}`,
    check: 'Tandai sudah diperiksa',
    stillRight: 'Terjemahan masih tepat: tandai sudah diperiksa',
    /** For readers. */
    only: { id: 'Hanya dalam bahasa Indonesia', en: 'Hanya dalam bahasa Inggris' },
    readBehind: (date: string | undefined) =>
      date
        ? `Teks Inggris ketinggalan dari teks Indonesia ${formatDate('id', date)}`
        : 'Teks Inggris ketinggalan dari teks Indonesia',
    unchecked: 'Terjemahan pada halaman ini belum diperiksa.',
  },
  {
    state: {
      none: 'No Indonesian text yet',
      missing: 'Not written',
      draft: 'Written, not checked',
      checked: 'Checked',
      behind: 'Behind',
    },
    checkedOn: (date) => `Checked ${formatDate('en', date)}`,
    behindSince: (date) => `Behind: the Indonesian text changed ${formatDate('en', date)}`,
    check: 'Mark as checked',
    stillRight: 'The translation still holds: mark as checked',
    only: { id: 'Indonesian only', en: 'English only' },
    readBehind: (date) =>
      date
        ? `The English is behind the Indonesian text of ${formatDate('en', date)}`
        : 'The English is behind the Indonesian text',
    unchecked: 'English texts on this page have not been checked.',
  },
)
