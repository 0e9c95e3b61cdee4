import { text } from './text.ts'

/** Words around what the rules of app/domain/practice/gate.ts find; the sentences themselves come with the page. */
export const gateWords = text(
  {
    title: 'Mutu naskah',
    score: (points: number) => `${points} dari 100`,
    scoreNote: 'Dihitung dari kelengkapan dan kejelasan. Hanya yang bertanda wajib yang menghalangi pengiriman.',
    blocks: 'Wajib sebelum dikirim',
    blocksNone: 'Tidak ada yang menghalangi pengiriman.',
    here: 'Perbaikan di bagian ini',
    hereNone: 'Tidak ada saran untuk bagian ini.',
    elsewhere: 'Saran di bagian lain',
    bySection: 'Saran tiap bagian',
    suggestions: (n: number) => `${n} saran`,
    points: (points: number, most: number) => `${points} dari ${most}`,
  },
  {
    title: 'Quality of the text',
    score: (points) => `${points} of 100`,
    scoreNote: 'Counted from how complete and how clear it is. Only what is marked as required stands in the way.',
    blocks: 'Required before it can be sent',
    blocksNone: 'Nothing is in the way of sending it.',
    here: 'To improve in this section',
    hereNone: 'Nothing to suggest for this section.',
    elsewhere: 'Suggestions in other sections',
    bySection: 'Suggestions by section',
    suggestions: (n) => `${n} ${n === 1 ? 'suggestion' : 'suggestions'}`,
    points: (points, most) => `${points} of ${most}`,
  },
)
