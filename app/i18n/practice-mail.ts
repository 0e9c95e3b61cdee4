import type { LifeStatus, TimeZone } from '#db/vocabulary.ts'
import type { PracticeLetter } from '../domain/practice/practice-moves.server.ts'
import { formatDate, formatTime, lowerFirst } from './format.ts'
import type { Lang } from './lang.ts'
import { letters } from './letters.ts'
import { lifeText } from './life.ts'
import { vocabularyText } from './vocabulary.ts'

const quoted = (message = '') => (message ? [`“${message}”`] : [])

/** "5 Januari 2027 pukul 08.00 WITA". */
function moment(lang: Lang, { at = '', zone }: Readonly<Record<string, string>>): string {
  const [date, place] = [new Date(at), zone as TimeZone | undefined]
  return `${formatDate(lang, date, place)} ${lang === 'id' ? 'pukul' : 'at'} ${formatTime(lang, date, place)}`
}

/** `sudah berhenti (anggaran tidak tersedia)`: what the owner said, in the words that they chose from. */
function lifeWords(lang: Lang, status = '', stopReason = ''): string {
  const { ask, stopReason: reasons } = lifeText(lang)
  const answers: Record<string, string> = ask.answer
  const said = answers[status] ?? vocabularyText(lang).lifeStatus[status as LifeStatus] ?? ''
  const why = (reasons as Record<string, string>)[stopReason]
  return [lowerFirst(said), why && `(${lowerFirst(why)})`].filter(Boolean).join(' ')
}

/** Letters about the writing, checking and life of practices. */
export const practiceLetters = letters<PracticeLetter>(
  {
    practice_submitted: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Periksa dokumen: ${title}`,
      paragraphs: [`Praktik ${publicId}, ${title}, dikirim untuk diperiksa dokumennya.`, `Buka pemeriksaan:\n${link}`],
    }),
    practice_documents_verified: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Tinjau: ${title}`,
      paragraphs: [
        `Dokumen praktik ${publicId}, ${title}, sudah diperiksa instansinya. Isinya menunggu tinjauan Anda.`,
        `Buka tinjauan:\n${link}`,
      ],
    }),
    practice_changes_requested: ({ title = '', publicId = '', link = '', message }) => ({
      subject: `Perlu perbaikan: ${title}`,
      paragraphs: [
        `Peninjau meminta perubahan pada praktik ${publicId}, ${title}:`,
        ...quoted(message),
        `Catatan per bagian ada di sini:\n${link}`,
      ],
    }),
    practice_scheduled: ({ title = '', publicId = '', link = '', message, ...when }) => ({
      subject: `Terjadwal terbit: ${title}`,
      paragraphs: [
        `Praktik ${publicId}, ${title}, disetujui dan terbit sendiri pada ${moment('id', when)}.`,
        ...quoted(message),
        link,
      ],
    }),
    practice_unscheduled: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Jadwal terbit dibatalkan: ${title}`,
      paragraphs: [
        `Praktik ${publicId}, ${title}, tidak jadi terbit pada waktu yang dijadwalkan. Naskahnya menunggu keputusan kurator lagi.`,
        link,
      ],
    }),
    practice_published: ({ title = '', publicId = '', link = '', message }) => ({
      subject: `Terbit: ${title}`,
      paragraphs: [`Praktik ${publicId}, ${title}, sudah terbit.`, ...quoted(message), link],
    }),
    practice_minor_edit: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Perubahan kecil terbit: ${title}`,
      paragraphs: [
        `Penulis menerbitkan perubahan kecil pada praktik ${publicId}, ${title}, tanpa tinjauan, seperti diizinkan aturan hub. Riwayat praktik menyebutnya.`,
        link,
      ],
    }),
    review_assigned: ({ title = '', publicId = '', link = '', message = '' }) => ({
      subject: `Tinjauan untuk Anda: ${title}`,
      paragraphs: [
        `${message} menyerahkan tinjauan praktik ${publicId}, ${title}, kepada Anda.`,
        `Buka tinjauan:\n${link}`,
      ],
    }),
    review_late: ({ count = '', list = '', link = '' }) => ({
      subject: `${count} tinjauan lewat tenggat`,
      paragraphs: ['Naskah berikut menunggu terlalu lama:', list, `Serahkan kepada peninjau lain di sini:\n${link}`],
    }),
    review_batch: ({ action = '', count = '', list = '', link = '' }) => ({
      subject: action === 'request_changes' ? `Perlu perbaikan: ${count} praktik` : `Tinjau: ${count} praktik`,
      paragraphs: [
        action === 'request_changes'
          ? 'Peninjau meminta perubahan pada praktik berikut:'
          : 'Dokumen praktik berikut sudah diperiksa instansinya. Isinya menunggu tinjauan Anda:',
        list,
        `Buka di sini:\n${link}`,
      ],
    }),
    practice_withdrawn: ({ title = '', publicId = '', link = '', message }) => ({
      subject: `Ditarik dari situs: ${title}`,
      paragraphs: [
        `Praktik ${publicId}, ${title}, ditarik dari situs.`,
        ...quoted(message),
        `Alamatnya tetap menjawab dengan alasan penarikan:\n${link}`,
      ],
    }),
    practice_merged: ({ title = '', publicId = '', otherTitle = '', otherId = '', link = '' }) => ({
      subject: `Dua catatan digabungkan: ${title}`,
      paragraphs: [
        `Praktik ${otherId}, ${otherTitle}, ternyata sama dengan praktik ${publicId}, ${title}. Hub menggabungkan keduanya: ${publicId} tetap terbit dengan isi yang dipilih dari keduanya, dan alamat ${otherId} mengantar ke sana.`,
        'Versi lama kedua praktik tetap dapat dibuka dan dikutip. Penggabungan dapat diurungkan oleh hub selama 30 hari: bila ada yang keliru, beri tahu hub Anda.',
        link,
      ],
    }),
    practice_merge_undone: ({ title = '', publicId = '', otherTitle = '', otherId = '', link = '', restored }) => ({
      subject: `Penggabungan diurungkan: ${otherTitle}`,
      paragraphs: [
        `Praktik ${otherId}, ${otherTitle}, tampil lagi di situs dan tidak lagi mengantar ke ${publicId}, ${title}.`,
        restored
          ? `Praktik ${publicId} kembali ke isinya sebelum digabungkan, dalam versi baru.`
          : `Isi praktik ${publicId} sudah berubah sejak digabungkan, jadi dibiarkan seperti sekarang. Periksa apakah ada yang perlu dihapus darinya.`,
        link,
      ],
    }),
    life_asserted: ({ title = '', publicId = '', link = '', message, status, stopReason }) => ({
      subject: `Pastikan keadaan: ${title}`,
      paragraphs: [
        `Pemilik praktik ${publicId}, ${title}, menyatakan keadaannya sekarang: ${lifeWords('id', status, stopReason)}.`,
        ...quoted(message),
        `Konfirmasi di sini:\n${link}`,
      ],
    }),
    life_answered: ({ title = '', publicId = '', link = '', status, answer }) => ({
      subject: `Jawaban hub tentang keadaan: ${title}`,
      paragraphs: [
        answer === 'reject'
          ? `Hub tidak mengonfirmasi pernyataan Anda tentang keadaan praktik ${publicId}, ${title}: ${lifeWords('id', status)}.`
          : `Hub mengonfirmasi pernyataan Anda tentang keadaan praktik ${publicId}, ${title}: ${lifeWords('id', status)}.`,
        link,
      ],
    }),
  },
  {
    practice_submitted: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Check the documents: ${title}`,
      paragraphs: [
        `Practice ${publicId}, ${title}, was sent to have its documents checked.`,
        `Open the check:\n${link}`,
      ],
    }),
    practice_documents_verified: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Review: ${title}`,
      paragraphs: [
        `The agency has checked the documents of practice ${publicId}, ${title}. Its substance waits for your review.`,
        `Open the review:\n${link}`,
      ],
    }),
    practice_changes_requested: ({ title = '', publicId = '', link = '', message }) => ({
      subject: `Changes requested: ${title}`,
      paragraphs: [
        `The reviewer requests changes of practice ${publicId}, ${title}:`,
        ...quoted(message),
        `The remarks by section are here:\n${link}`,
      ],
    }),
    practice_scheduled: ({ title = '', publicId = '', link = '', message, ...when }) => ({
      subject: `Scheduled: ${title}`,
      paragraphs: [
        `Practice ${publicId}, ${title}, is approved and will be published by itself on ${moment('en', when)}.`,
        ...quoted(message),
        link,
      ],
    }),
    practice_unscheduled: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Schedule cancelled: ${title}`,
      paragraphs: [
        `Practice ${publicId}, ${title}, will not be published at the scheduled time. Its text waits for the decision of a curator again.`,
        link,
      ],
    }),
    practice_published: ({ title = '', publicId = '', link = '', message }) => ({
      subject: `Published: ${title}`,
      paragraphs: [`Practice ${publicId}, ${title}, is published.`, ...quoted(message), link],
    }),
    practice_minor_edit: ({ title = '', publicId = '', link = '' }) => ({
      subject: `Minor edit published: ${title}`,
      paragraphs: [
        `Its authors published a minor edit of practice ${publicId}, ${title}, without a review, as the rules of the hub allow. The history of the practice says so.`,
        link,
      ],
    }),
    review_assigned: ({ title = '', publicId = '', link = '', message = '' }) => ({
      subject: `A review for you: ${title}`,
      paragraphs: [`${message} hands you the review of practice ${publicId}, ${title}.`, `Open the review:\n${link}`],
    }),
    review_late: ({ count = '', list = '', link = '' }) => ({
      subject: `${count} reviews are overdue`,
      paragraphs: ['These texts have waited too long:', list, `Hand them to other reviewers here:\n${link}`],
    }),
    review_batch: ({ action = '', count = '', list = '', link = '' }) => ({
      subject: action === 'request_changes' ? `Changes requested: ${count} practices` : `Review: ${count} practices`,
      paragraphs: [
        action === 'request_changes'
          ? 'A reviewer requests changes of these practices:'
          : 'The agency has checked the documents of these practices. Their substance waits for your review:',
        list,
        `Open them here:\n${link}`,
      ],
    }),
    practice_withdrawn: ({ title = '', publicId = '', link = '', message }) => ({
      subject: `Withdrawn: ${title}`,
      paragraphs: [
        `Practice ${publicId}, ${title}, was withdrawn from the site.`,
        ...quoted(message),
        `Its address still answers with the reason:\n${link}`,
      ],
    }),
    practice_merged: ({ title = '', publicId = '', otherTitle = '', otherId = '', link = '' }) => ({
      subject: `Two records merged: ${title}`,
      paragraphs: [
        `Practice ${otherId}, ${otherTitle}, turned out to be the same as practice ${publicId}, ${title}. The hub has merged them: ${publicId} stays on the site with what was chosen from both, and the address of ${otherId} leads there.`,
        'Old versions of both can still be opened and cited. The hub can undo the merge for 30 days: if something is wrong, tell your hub.',
        link,
      ],
    }),
    practice_merge_undone: ({ title = '', publicId = '', otherTitle = '', otherId = '', link = '', restored }) => ({
      subject: `Merge undone: ${otherTitle}`,
      paragraphs: [
        `Practice ${otherId}, ${otherTitle}, is on the site again and no longer leads to ${publicId}, ${title}.`,
        restored
          ? `Practice ${publicId} has its words of before the merge back, in a new version.`
          : `Practice ${publicId} was changed since the merge, so it stays as it is now. Check whether something should be taken out of it.`,
        link,
      ],
    }),
    life_asserted: ({ title = '', publicId = '', link = '', message, status, stopReason }) => ({
      subject: `Confirm the life status: ${title}`,
      paragraphs: [
        `The owner of practice ${publicId}, ${title}, told its life status: ${lifeWords('en', status, stopReason)}.`,
        ...quoted(message),
        `Confirm it here:\n${link}`,
      ],
    }),
    life_answered: ({ title = '', publicId = '', link = '', status, answer }) => ({
      subject: `Answer of the hub on the life status: ${title}`,
      paragraphs: [
        answer === 'reject'
          ? `The hub does not confirm what you said about the life of practice ${publicId}, ${title}: ${lifeWords('en', status)}.`
          : `The hub confirms what you said about the life of practice ${publicId}, ${title}: ${lifeWords('en', status)}.`,
        link,
      ],
    }),
  },
)
