import type { ImportLetter } from '../domain/import/import-letters.server.ts'
import { formatNumber } from './format.ts'
import { letters } from './letters.ts'

/** The one letter of an import. */
export const importLetters = letters<ImportLetter>(
  {
    practices_imported: ({ drafts = '0', agencies = '', link = '' }) => ({
      subject: `${formatNumber('id', Number(drafts))} draf praktik menunggu dilengkapi`,
      paragraphs: [
        `${formatNumber('id', Number(drafts))} draf praktik masuk dari satu lembar impor, untuk ${agencies}.`,
        'Belum ada yang terbit. Lengkapi tiap draf, lalu kirim untuk diperiksa seperti biasa.',
        `Buka daftar praktik:\n${link}`,
      ],
    }),
  },
  {
    practices_imported: ({ drafts = '0', agencies = '', link = '' }) => ({
      subject: `${formatNumber('en', Number(drafts))} draft practices wait to be completed`,
      paragraphs: [
        `${formatNumber('en', Number(drafts))} draft practices came from one imported sheet, for ${agencies}.`,
        'None of them is published. Complete each draft, then submit it for checking as usual.',
        `Open the list of practices:\n${link}`,
      ],
    }),
  },
)
