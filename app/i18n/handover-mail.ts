import { letters } from './letters.ts'

/** Letters about what changed hands. */
export const handoverLetters = letters(
  {
    handover_received: ({ name, organisation, from, list = '', link }) => ({
      subject: `Serah terima di ${organisation}`,
      paragraphs: [
        `Yth. ${name},`,
        `Anda melanjutkan yang sebelumnya dipegang ${from} di ${organisation}:`,
        list,
        `Yang menunggu Anda:\n${link}`,
      ],
    }),
    handover_given: ({ name, organisation, list = '' }) => ({
      subject: `Serah terima di ${organisation}`,
      paragraphs: [
        `Yth. ${name},`,
        `Yang Anda pegang di ${organisation} kini dilanjutkan orang lain:`,
        list,
        'Terima kasih.',
      ],
    }),
  },
  {
    handover_received: ({ name, organisation, from, list = '', link }) => ({
      subject: `Hand-over at ${organisation}`,
      paragraphs: [
        `Dear ${name},`,
        `You take over what ${from} held at ${organisation}:`,
        list,
        `What waits for you:\n${link}`,
      ],
    }),
    handover_given: ({ name, organisation, list = '' }) => ({
      subject: `Hand-over at ${organisation}`,
      paragraphs: [`Dear ${name},`, `Others take over what you held at ${organisation}:`, list, 'Thank you.'],
    }),
  },
)
