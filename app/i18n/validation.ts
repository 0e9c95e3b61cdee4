import { type Lang, text } from './text.ts'

/** Messages next to a field. Rules name them by key, with an argument after a bar: `wordsAtMost|300`. */
const validationText = text(
  {
    required: () => 'Isian ini belum diisi.',
    tooLong: (max: string) => `Terlalu panjang. Paling banyak ${max} huruf.`,
    tooShort: (min: string) => `Terlalu pendek. Paling sedikit ${min} huruf.`,
    tooMany: (max: string) => `Terlalu banyak pilihan. Paling banyak ${max}.`,
    tooFew: (min: string) => `Pilih paling sedikit ${min}.`,
    wordsAtMost: (max: string) => `Terlalu panjang. Bagian ini paling banyak ${max} kata.`,
    numberAtLeast: (min: string) => `Isi dengan angka paling kecil ${min}.`,
    numberAtMost: (max: string) => `Isi dengan angka paling besar ${max}.`,
    number: () => 'Isi dengan angka.',
    wholeNumber: () => 'Isi dengan bilangan bulat, misalnya 12.',
    rupiah: () => 'Tulis jumlah rupiah tanpa kata lain, misalnya 45.000.000 atau 45 juta.',
    date: () => 'Tulis tanggal yang benar, misalnya 2026-11-22.',
    time: () => 'Tulis waktu yang benar, misalnya 09.30.',
    email: () => 'Tulis alamat surel yang lengkap, misalnya nama@contoh.go.id.',
    url: () => 'Tulis alamat tautan yang lengkap, dimulai dengan https://.',
    choice: () => 'Pilih salah satu yang tersedia.',
    wrongForm: () => 'Bentuk isian ini tidak dikenali. Periksa kembali.',
    dateInFuture: () => 'Tanggal ini belum terjadi. Isi dengan tanggal hari ini atau sebelumnya.',
    dateInPast: () => 'Tanggal ini sudah lewat. Isi dengan tanggal hari ini atau sesudahnya.',
    endBeforeStart: () => 'Tanggal selesai lebih awal daripada tanggal mulai.',
    conflict: () =>
      'Orang lain mengubah catatan ini sesudah Anda membukanya. Tulisan Anda masih ada di sini: salin bila perlu, lalu muat ulang halaman untuk melihat perubahan itu.',
    invalid_transition: () =>
      'Langkah ini sudah tidak bisa dilakukan, karena keadaan catatan sudah berubah. Muat ulang halaman untuk melihat keadaannya sekarang.',
    too_many: (seconds: string) =>
      `Terlalu banyak percobaan. Coba lagi dalam ${Math.max(1, Math.ceil(Number(seconds) / 60))} menit.`,
    checkFields: () => 'Ada isian yang perlu diperbaiki. Yang Anda tulis masih ada.',
  },
  {
    required: () => 'This field is still empty.',
    tooLong: (max) => `Too long. At most ${max} characters.`,
    tooShort: (min) => `Too short. At least ${min} characters.`,
    tooMany: (max) => `Too many choices. At most ${max}.`,
    tooFew: (min) => `Choose at least ${min}.`,
    wordsAtMost: (max) => `Too long. This section takes at most ${max} words.`,
    numberAtLeast: (min) => `Enter a number of at least ${min}.`,
    numberAtMost: (max) => `Enter a number of at most ${max}.`,
    number: () => 'Enter a number.',
    wholeNumber: () => 'Enter a whole number, for example 12.',
    rupiah: () => 'Enter an amount in rupiah and nothing else, for example 45.000.000 or 45 juta.',
    date: () => 'Write a correct date, for example 2026-11-22.',
    time: () => 'Write a correct time, for example 09:30.',
    email: () => 'Write a complete e-mail address, for example name@contoh.go.id.',
    url: () => 'Write a complete link, starting with https://.',
    choice: () => 'Choose one of the options.',
    wrongForm: () => 'This entry has an unknown form. Please check it.',
    dateInFuture: () => 'This date is still to come. Enter today or an earlier date.',
    dateInPast: () => 'This date has passed. Enter today or a later date.',
    endBeforeStart: () => 'The end date is earlier than the start date.',
    conflict: () =>
      'Somebody else changed this record after you opened it. Your text is still here: copy it if you need to, then reload the page to see that change.',
    invalid_transition: () =>
      'This step is no longer possible, because the state of the record has changed. Reload the page to see its present state.',
    too_many: (seconds) => `Too many attempts. Try again in ${Math.max(1, Math.ceil(Number(seconds) / 60))} minutes.`,
    checkFields: () => 'Some fields need a correction. What you wrote is still here.',
  },
)

type Table = ReturnType<typeof validationText>

/** The sentence for a message key (`wordsAtMost|300`); text that is no key is returned as it is. */
export function validationMessage(
  lang: Lang,
  message: string,
  more: Record<string, string | ((value: string) => string)> = {},
): string {
  const [key = '', value = ''] = message.split('|')
  const own = more[key]
  if (own !== undefined) return typeof own === 'function' ? own(value) : own
  const table = validationText(lang)
  return key in table ? table[key as keyof Table](value) : message
}
