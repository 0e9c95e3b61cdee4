import { text } from './text.ts'

/** Words of the question whether a practice is new: what resembles it, and what it is to it. */
export const likenessText = text(
  {
    title: 'Apakah ini baru?',
    lead: 'Praktik yang mirip dengan judul dan masalah yang ditulis. Pastikan satu inovasi hanya punya satu catatan.',
    none: 'Belum ada yang mirip dengan yang ditulis.',
    wait: 'Tulis judul, lalu yang mirip akan tampil di sini.',
    ownTitle: 'Sedang ditulis instansi Anda',
    open: 'Lanjutkan catatan ini',
    ours: 'Ini milik kami: perbarui catatan ini',
    replica: 'Milik kami mereplikasi ini',
    different: 'Berbeda',
    isSource: 'Praktik asal dari praktik ini',
    notSource: 'Bukan praktik asal kami',
    source: 'Praktik asal',
    since: (year: number) => `sejak ${year}`,
    confirmTitle: 'Mungkin sudah ada catatannya',
    confirmLead: 'Bandingkan dahulu. Bila tidak ada yang sama, mulailah menulis; isian Anda tetap di bawah.',
    confirm: 'Tidak ada yang sama, mulai menulis',
    search: 'Cari sendiri di antara praktik yang terbit',
    messages: {
      likenessOther:
        'Praktik ini tidak dapat menjadi praktik asal: belum terbit, atau justru berasal dari praktik Anda.',
    },
  },
  {
    title: 'Is it new?',
    lead: 'Practices that resemble the title and problem you have written. Make sure that one innovation has one record.',
    none: 'Nothing resembles what you have written yet.',
    wait: 'Write the title, and what resembles it will show here.',
    ownTitle: 'Being written by your agency',
    open: 'Continue this record',
    ours: 'This is ours: update this record',
    replica: 'Ours is a replica of it',
    different: 'Different',
    isSource: 'The source of this practice',
    notSource: 'Not our source',
    source: 'Source',
    since: (year) => `since ${year}`,
    confirmTitle: 'There may be a record already',
    confirmLead: 'Compare first. If none is the same, begin to write; what you typed is kept below.',
    confirm: 'None is the same, begin to write',
    search: 'Search the published practices yourself',
    messages: { likenessOther: 'This practice cannot be the source: it is not published, or comes from yours.' },
  },
)
