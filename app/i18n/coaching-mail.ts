import { formatDate } from './format.ts'
import { letters } from './letters.ts'

export type CoachingLetter =
  | 'coaching_planned'
  | 'coaching_held'
  | 'coaching_corrected'
  | 'coaching_confirmed'
  | 'coaching_disputed'
  | 'coaching_action_done'
  | 'coaching_action_verified'
  | 'coaching_assigned'
  | 'coaching_assignment_ended'

/** Letters about coaching sessions. They name the district and the day only; what was written stays behind the sign-in. */
export const coachingLetters = letters<CoachingLetter>(
  {
    coaching_planned: ({ region, date = '', link }) => ({
      subject: `Rencana kunjungan pendampingan ${formatDate('id', date)}`,
      paragraphs: [
        `Pendamping merencanakan sesi pendampingan untuk ${region} pada ${formatDate('id', date)}.`,
        `Waktu, cara, dan tujuannya:\n${link}`,
      ],
    }),
    coaching_held: ({ region, date = '', link }) => ({
      subject: `Catatan sesi pendampingan ${formatDate('id', date)} menunggu konfirmasi Anda`,
      paragraphs: [
        `Pendamping mencatat sesi pendampingan ${region} pada ${formatDate('id', date)}.`,
        `Baca catatannya, lalu konfirmasi atau sanggah:\n${link}`,
      ],
    }),
    coaching_corrected: ({ region, date = '', link }) => ({
      subject: `Catatan sesi pendampingan ${formatDate('id', date)} diperbaiki`,
      paragraphs: [
        `Pendamping memperbaiki catatan sesi pendampingan ${region} pada ${formatDate('id', date)}.`,
        `Baca perbaikannya, lalu konfirmasi atau sanggah:\n${link}`,
      ],
    }),
    coaching_confirmed: ({ region, date = '', link }) => ({
      subject: `Catatan sesi ${formatDate('id', date)} dikonfirmasi`,
      paragraphs: [`${region} mengonfirmasi catatan sesi pendampingan ${formatDate('id', date)}.`, `${link}`],
    }),
    coaching_disputed: ({ region, date = '', link }) => ({
      subject: `Catatan sesi ${formatDate('id', date)} disanggah`,
      paragraphs: [
        `${region} menyanggah catatan sesi pendampingan ${formatDate('id', date)}.`,
        `Baca alasannya, lalu perbaiki catatan:\n${link}`,
      ],
    }),
    coaching_action_done: ({ region, date = '', link }) => ({
      subject: `Satu tindak lanjut ${region} selesai`,
      paragraphs: [`Satu tindak lanjut sesi ${formatDate('id', date)} untuk ${region} ditandai selesai.`, `${link}`],
    }),
    coaching_action_verified: ({ region, date = '', link }) => ({
      subject: `Satu tindak lanjut ${region} sudah diperiksa`,
      paragraphs: [
        `Pendamping memeriksa satu tindak lanjut sesi ${formatDate('id', date)} untuk ${region} dan menerimanya.`,
        `${link}`,
      ],
    }),
    coaching_assigned: ({ region, date = '', link }) => ({
      subject: `Anda ditugaskan mendampingi ${region}`,
      paragraphs: [
        `Pengelola hub menugaskan Anda mendampingi ${region} mulai ${formatDate('id', date)}.`,
        `Daerah dampingan Anda:\n${link}`,
      ],
    }),
    coaching_assignment_ended: ({ region, date = '', link }) => ({
      subject: `Penugasan Anda di ${region} berakhir`,
      paragraphs: [
        `Pengelola hub mengakhiri penugasan Anda di ${region}. Mulai ${formatDate('id', date)} daerah itu tidak lagi Anda dampingi.`,
        `Daerah dampingan Anda:\n${link}`,
      ],
    }),
  },
  {
    coaching_planned: ({ region, date = '', link }) => ({
      subject: `Coaching visit planned for ${formatDate('en', date)}`,
      paragraphs: [
        `A mentor plans a coaching session for ${region} on ${formatDate('en', date)}.`,
        `Time, manner and purpose:\n${link}`,
      ],
    }),
    coaching_held: ({ region, date = '', link }) => ({
      subject: `The coaching log of ${formatDate('en', date)} waits for your confirmation`,
      paragraphs: [
        `A mentor logged the coaching session of ${region} on ${formatDate('en', date)}.`,
        `Read the log, then confirm or dispute it:\n${link}`,
      ],
    }),
    coaching_corrected: ({ region, date = '', link }) => ({
      subject: `The coaching log of ${formatDate('en', date)} was corrected`,
      paragraphs: [
        `The mentor corrected the log of the coaching session of ${region} on ${formatDate('en', date)}.`,
        `Read the correction, then confirm or dispute it:\n${link}`,
      ],
    }),
    coaching_confirmed: ({ region, date = '', link }) => ({
      subject: `The log of ${formatDate('en', date)} is confirmed`,
      paragraphs: [`${region} confirmed the log of the coaching session of ${formatDate('en', date)}.`, `${link}`],
    }),
    coaching_disputed: ({ region, date = '', link }) => ({
      subject: `The log of ${formatDate('en', date)} is disputed`,
      paragraphs: [
        `${region} disputes the log of the coaching session of ${formatDate('en', date)}.`,
        `Read why, then correct the log:\n${link}`,
      ],
    }),
    coaching_action_done: ({ region, date = '', link }) => ({
      subject: `An action of ${region} is done`,
      paragraphs: [
        `An action agreed for ${region} in the session of ${formatDate('en', date)} was marked as done.`,
        `${link}`,
      ],
    }),
    coaching_action_verified: ({ region, date = '', link }) => ({
      subject: `An action of ${region} is verified`,
      paragraphs: [
        `The mentor checked and accepted an action agreed for ${region} in the session of ${formatDate('en', date)}.`,
        `${link}`,
      ],
    }),
    coaching_assigned: ({ region, date = '', link }) => ({
      subject: `You are assigned to coach ${region}`,
      paragraphs: [
        `The hub manager assigns you to coach ${region} from ${formatDate('en', date)}.`,
        `Your districts:\n${link}`,
      ],
    }),
    coaching_assignment_ended: ({ region, date = '', link }) => ({
      subject: `Your assignment to ${region} ends`,
      paragraphs: [
        `The hub manager ends your assignment to ${region}. From ${formatDate('en', date)} you no longer coach that district.`,
        `Your districts:\n${link}`,
      ],
    }),
  },
)
