import { text } from './text.ts'

/** Messages of the rules of practices, by key. */
export const practiceMessages = text(
  {
    titleNeeded: 'Judul biasa dalam bahasa Indonesia belum diisi.',
    taglineNeeded: 'Ringkasan satu kalimat belum diisi.',
    backgroundNeeded: 'Latar belakang dan tujuan belum ditulis.',
    implementationNeeded: 'Pelaksanaan belum ditulis.',
    resultsNeeded: 'Belum ada angka hasil. Isi paling sedikit satu, atau jelaskan mengapa belum ada.',
    indicatorNeeded: 'Ada baris hasil tanpa nama indikator.',
    costItemNeeded: 'Ada baris biaya tanpa nama barang atau kegiatan.',
    idNumber: 'Ada deretan 16 angka yang tampak seperti NIK. Hapus: data pribadi tidak boleh terbit.',
    notReady: 'Naskah ini belum dapat dikirim. Lengkapi yang tercantum di bawah, lalu kirim lagi.',
    year: 'Tulis tahun dengan empat angka, misalnya 2024.',
    startDate: 'Tulis tahun, atau tanggal yang benar: 2024, 2024-05, atau 2024-05-17.',
    links: 'Tulis satu tautan lengkap per baris, dimulai dengan https://.',
    publicId: 'Tulis nomor praktik seperti JIPP-35-0042.',
    successor: 'Tidak ada praktik lain yang terbit dengan nomor ini.',
    messageNeeded: 'Tulis apa yang perlu diubah. Pesan ini dibaca penulis.',
    checklistNeeded: 'Lengkapi daftar periksa lebih dahulu, atau minta perubahan.',
    requiredOpen: 'Masih ada catatan wajib yang belum selesai. Selesaikan, atau minta perubahan.',
  },
  {
    titleNeeded: 'The plain title in Indonesian is missing.',
    taglineNeeded: 'The one-sentence summary is missing.',
    backgroundNeeded: 'Background and goal are not written yet.',
    implementationNeeded: 'The implementation is not written yet.',
    resultsNeeded: 'There is no result figure. Enter at least one, or explain why there is none.',
    indicatorNeeded: 'A line of the results has no indicator.',
    costItemNeeded: 'A line of the costs has no item.',
    idNumber:
      'There are 16 digits that look like an identity number. Remove them: personal data must not be published.',
    notReady: 'This text cannot be sent yet. Complete what is listed below, then send it again.',
    year: 'Write the year with four digits, for example 2024.',
    startDate: 'Write a year, or a correct date: 2024, 2024-05 or 2024-05-17.',
    links: 'Write one complete link a line, starting with https://.',
    publicId: 'Write the number of a practice, like JIPP-35-0042.',
    successor: 'No other published practice has this number.',
    messageNeeded: 'Write what has to change. The authors read this message.',
    checklistNeeded: 'Complete the checklist first, or request changes.',
    requiredOpen: 'A required remark is still open. Close it, or request changes.',
  },
)
