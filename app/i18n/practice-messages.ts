import { text } from './text.ts'

/** Messages of the rules of practices, by key. */
export const practiceMessages = text(
  {
    launchOrder: 'Waktu paling lama tidak boleh lebih pendek daripada waktu paling cepat.',
    translationMissing: 'Belum ada terjemahan yang dapat diperiksa.',
    idNumber: 'Ada deretan 16 angka yang tampak seperti NIK. Hapus: data pribadi tidak boleh terbit.',
    notReady: 'Naskah ini belum dapat dikirim. Lengkapi yang tercantum di bawah, lalu kirim lagi.',
    year: 'Tulis tahun dengan empat angka, misalnya 2024.',
    startDate: 'Tulis tahun, atau tanggal yang benar: 2024, 2024-05, atau 2024-05-17.',
    links: 'Tulis satu tautan lengkap per baris, dimulai dengan https://.',
    publicId: 'Tulis nomor praktik seperti JIPP-35-0042.',
    successor: 'Tidak ada praktik lain yang terbit dengan nomor ini.',
    messageNeeded: 'Tulis apa yang perlu diubah. Pesan ini dibaca penulis.',
    checklistNeeded: 'Lengkapi daftar periksa lebih dahulu, atau minta perubahan.',
    publishDateNeeded: 'Pilih tanggal terbit.',
    publishTimeNeeded: 'Pilih jam terbit.',
    publishTimePast: 'Waktu ini sudah lewat. Pilih waktu yang akan datang, atau terbitkan sekarang.',
    publishDateFar: 'Pilih tanggal paling lama satu tahun ke depan.',
    requiredOpen: 'Masih ada catatan wajib yang belum selesai. Selesaikan, atau minta perubahan.',
  },
  {
    launchOrder: 'The time at worst cannot be shorter than the time at best.',
    translationMissing: 'There is no translation to be checked.',
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
    publishDateNeeded: 'Choose the date of publication.',
    publishTimeNeeded: 'Choose the time of publication.',
    publishTimePast: 'This moment is past. Choose a later one, or publish now.',
    publishDateFar: 'Choose a date within a year from now.',
    requiredOpen: 'A required remark is still open. Close it, or request changes.',
  },
)
