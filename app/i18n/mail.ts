import { adoptionLetters } from './adoption-mail.ts'
import { coachingLetters } from './coaching-mail.ts'
import { formatDate } from './format.ts'
import { handoverLetters } from './handover-mail.ts'
import { importLetters } from './import-mail.ts'
import { type LetterParams, letters } from './letters.ts'
import { lifeLetters } from './life-mail.ts'
import { practiceLetters } from './practice-mail.ts'
import { questionLetters } from './question-mail.ts'
import { searchLetters } from './search-mail.ts'
import { type Lang, text } from './text.ts'
import { vocabularyText } from './vocabulary.ts'

const roleName = (lang: Lang, role = '') => (vocabularyText(lang).role as Record<string, string>)[role] ?? role

const peopleLetters = letters(
  {
    invitation: ({ role, organisation = '', inviter, expires = '', link = '' }) => ({
      subject: `Undangan JIPP: ${roleName('id', role)}, ${organisation}`,
      paragraphs: [
        `${inviter ? `${inviter} mengundang Anda` : 'Anda diundang'} ke Jaringan Inovasi Pelayanan Publik (JIPP) sebagai ${roleName('id', role)} di ${organisation}.`,
        `Terima undangan melalui tautan ini:\n${link}`,
        `Tautan hanya bisa dipakai satu kali, paling lambat ${formatDate('id', new Date(expires))}. Jangan teruskan surel ini.`,
        'Bila Anda tidak mengenal undangan ini, abaikan saja: tidak ada akun yang dibuat.',
      ],
    }),
    password_reset: ({ name = '', link = '' }) => ({
      subject: 'Tautan untuk kata sandi baru di JIPP',
      paragraphs: [
        `Yth. ${name},`,
        `Ada permintaan kata sandi baru untuk akun JIPP Anda. Pilih kata sandi baru melalui tautan ini:\n${link}`,
        'Tautan hanya bisa dipakai satu kali, dalam satu jam.',
        'Bila bukan Anda yang meminta, abaikan surel ini: kata sandi Anda tidak berubah.',
      ],
    }),
    password_changed: ({ name = '' }) => ({
      subject: 'Kata sandi JIPP Anda diganti',
      paragraphs: [
        `Yth. ${name},`,
        'Kata sandi akun JIPP Anda baru saja diganti, dan semua peramban yang masuk dengan akun itu sudah dikeluarkan.',
        'Bila bukan Anda yang menggantinya, minta kata sandi baru di halaman "Lupa kata sandi" dan beri tahu admin instansi Anda.',
      ],
    }),
  },
  {
    invitation: ({ role, organisation = '', inviter, expires = '', link = '' }) => ({
      subject: `JIPP invitation: ${roleName('en', role)}, ${organisation}`,
      paragraphs: [
        `${inviter ? `${inviter} invites you` : 'You are invited'} to JIPP, Indonesia's public-service innovation network, as ${roleName('en', role)} at ${organisation}.`,
        `Accept the invitation with this link:\n${link}`,
        `The link works once, until ${formatDate('en', new Date(expires))}. Do not forward this mail.`,
        'If you do not know this invitation, ignore it: no account is made.',
      ],
    }),
    password_reset: ({ name = '', link = '' }) => ({
      subject: 'Link for a new password at JIPP',
      paragraphs: [
        `Dear ${name},`,
        `A new password was asked for your JIPP account. Choose one with this link:\n${link}`,
        'The link works once, within an hour.',
        'If it was not you who asked, ignore this mail: your password stays as it is.',
      ],
    }),
    password_changed: ({ name = '' }) => ({
      subject: 'Your JIPP password was changed',
      paragraphs: [
        `Dear ${name},`,
        'The password of your JIPP account has just been changed, and all browsers signed in with that account were signed out.',
        'If it was not you, ask for a new password on the page "Forgot your password" and tell the admin of your agency.',
      ],
    }),
  },
)

/** The letters of all concepts. */
const TABLES: readonly ReturnType<typeof letters>[] = [
  peopleLetters,
  practiceLetters,
  coachingLetters,
  importLetters,
  adoptionLetters,
  searchLetters,
  lifeLetters,
  questionLetters,
  handoverLetters,
]

const mailText = text(
  {
    signature: (site: string) =>
      `Jaringan Inovasi Pelayanan Publik (JIPP)\n${site}\n\nSurel ini dikirim oleh sistem. Balasan tidak dibaca.`,
  },
  {
    signature: (site) =>
      `Public-service innovation network of Indonesia (JIPP)\n${site}\n\nThis mail was sent by the system. Replies are not read.`,
  },
)

export type WrittenMail = {
  subject: string
  text: string
  /** The address that stops mail of this kind. */
  unsubscribe?: string
}

/** Writes a letter in the language of its receiver; `undefined` when no table knows the template. */
export function writeMail(
  lang: Lang,
  { template, params, site }: { template: string; params: LetterParams; site: string },
): WrittenMail | undefined {
  const knowing = TABLES.map((table) => table(lang)).find((table) => Object.hasOwn(table, template))
  const letter = knowing?.[template]
  if (!letter) return undefined
  const link = params.path ? new URL(params.path, site).href : undefined
  const { subject, paragraphs, unsubscribePath } = letter({ ...params, site, ...(link && { link }) })
  const text = `${[...paragraphs, `-- \n${mailText(lang).signature(site)}`].join('\n\n')}\n`
  return { subject, text, ...(unsubscribePath && { unsubscribe: new URL(unsubscribePath, site).href }) }
}
