import { text } from './text.ts'

/** Words of the answers to a remark; few, because the editor loads them. */
export const answerText = text(
  {
    reply: { summary: 'Balas catatan ini', body: 'Balasan', submit: 'Kirim balasan' },
    reopen: {
      summary: 'Belum tepat, kembalikan kepada penulis',
      body: 'Apa yang masih kurang?',
      submit: 'Kembalikan catatan',
    },
  },
  {
    reply: { summary: 'Reply to this remark', body: 'Reply', submit: 'Send the reply' },
    reopen: {
      summary: 'Not right yet, give it back to the authors',
      body: 'What is still missing?',
      submit: 'Give the remark back',
    },
  },
)
