import type { StorySection } from '#db/vocabulary.ts'
import type { ProposalTarget } from '../domain/proposal/headings.ts'
import type { LeftoverReason } from '../domain/proposal/place-blocks.ts'
import { formatNumber } from './format.ts'
import { type Lang, text } from './text.ts'
import { vocabularyText } from './vocabulary.ts'

const targetsId: Record<Exclude<ProposalTarget, StorySection>, string> = {
  brand: 'Nama praktik',
  unit: 'Unit pelaksana',
  startedOn: 'Mulai berjalan',
  contactEmail: 'Surel kontak',
  kippCategory: 'Kategori KIPP',
  sdgs: 'TPB/SDGs',
  sources: 'Tautan sumber',
  results: 'Hasil dalam angka',
}

const targetsEn: typeof targetsId = {
  brand: 'Name of the practice',
  unit: 'Unit in charge',
  startedOn: 'Running since',
  contactEmail: 'Contact e-mail',
  kippCategory: 'KIPP category',
  sdgs: 'SDGs',
  sources: 'Links to sources',
  results: 'Results in figures',
}

const reasonsId: Record<LeftoverReason, string> = {
  before: 'Berada di luar bagian mana pun',
  heading: 'Judulnya tidak ada dalam naskah praktik',
  instruction: 'Tampaknya petunjuk pengisian formulir',
  table: 'Tabel atau baris yang tidak dikenali',
  note: 'Catatan kaki',
  unreadable: 'Isinya tidak terbaca',
}

const reasonsEn: typeof reasonsId = {
  before: 'Stands outside of every section',
  heading: 'Its heading is no section of a practice',
  instruction: 'Seems to be an instruction of the form',
  table: 'A table or row that was not recognised',
  note: 'Footnote',
  unreadable: 'Could not be read',
}

/** Words of taking a text over from a Word file. */
export const proposalText = text(
  {
    link: 'Ambil dari berkas Word',
    linkNote: 'Sudah punya proposal KIPP? Isinya dibagi otomatis ke bagian-bagian naskah.',
    upload: {
      title: 'Ambil dari berkas Word',
      lead: 'Unggah proposal KIPP (.docx). Anda melihat dahulu apa yang masuk ke mana; belum ada yang disimpan ke naskah.',
      into: (title: string) => `Untuk naskah: ${title}`,
      file: 'Berkas Word',
      hint: (megabytes: number) => `Satu berkas .docx, paling besar ${megabytes} MB. Gambar tidak diambil.`,
      submit: 'Baca berkas',
      knows: 'Yang dikenali',
      knowsList: [
        'judul bagian formulir KIPP 2019–2025, bernomor, bercetak tebal, atau memakai gaya judul Word',
        'tabel dengan label di kiri dan isian di kanan',
        'tabel hasil dengan kolom indikator, sebelum, dan sesudah',
      ],
      lost: 'Yang tidak dikenali tidak hilang: Anda sendiri yang menentukan tempatnya.',
    },
    preview: {
      title: (file: string) => `Isi berkas ${file}`,
      lead: 'Periksa, pindahkan bila perlu, lalu isikan. Hanya bagian yang masih kosong diisi tanpa bertanya.',
      found: (n: number) => `${formatNumber('id', n)} bagian dikenali`,
      left: (n: number) => `${formatNumber('id', n)} potongan tersisa`,
      images: (n: number) => `${formatNumber('id', n)} gambar tidak diambil; unggah sebagai lampiran.`,
      goesWhere: 'Yang akan diisikan',
      nothing: 'Belum ada yang diisikan. Tentukan tempat untuk potongan di bawah.',
      parts: 'Potongan dokumen',
      partsNote: 'Urut seperti di berkas. Ubah tujuannya, lalu perbarui pratinjau.',
      leftovers: 'Tersisa, belum masuk ke mana pun',
      leftoversNote: 'Tidak ada tulisan yang hilang. Pilih bagian untuk potongan yang ingin dipakai.',
      to: (n: number) => `Potongan ${n} masuk ke`,
      nowhere: 'Tidak dipakai',
      heading: 'Judul di berkas',
      now: 'Sekarang di naskah',
      fromFile: 'Dari berkas',
      empty: 'Masih kosong',
      mode: (name: string) => `${name}: sudah ada isinya`,
      modes: { keep: 'Biarkan yang ada', replace: 'Ganti dengan isi berkas', append: 'Tambahkan di belakangnya' },
      problem: {
        unreadable: 'Isinya tidak terbaca sebagai jawaban untuk isian ini. Salin sendiri dari potongan di bawah.',
        tooLong: 'Terlalu panjang untuk bagian ini. Singkatkan di Word, atau salin sendiri.',
      },
      over: (n: number) => `${formatNumber('id', n)} kata melebihi batas; singkatkan sesudah diisikan.`,
      update: 'Perbarui pratinjau',
      fill: 'Isikan ke naskah',
      begin: 'Mulai naskah baru dengan isi ini',
      draft: 'Naskah baru',
      again: 'Unggah berkas lain',
      same: 'Sama dengan yang ada',
      instead: 'Isikan ke naskah yang sudah ada? Buka naskahnya, lalu pilih “Ambil dari berkas Word” di sana.',
      targets: targetsId,
      reasons: reasonsId,
    },
    done: {
      title: (n: number) => `${formatNumber('id', n)} bagian diisi dari berkas`,
      changed: (names: string) =>
        `Tidak diisi karena baru saja diubah orang lain: ${names}. Salin dari bawah bila perlu.`,
      go: 'Lanjut menulis',
      overview: 'Lihat seluruh bagian',
      left: 'Yang tidak dipakai masih dapat disalin dari bawah selama tujuh hari.',
      unused: 'Tidak dipakai',
      all: 'Semua potongan terpakai.',
    },
    messages: {
      proposalWithoutDraft: 'Isi nama, judul biasa, dan sektor untuk memulai naskah baru.',
      proposalNothing: 'Tidak ada yang diisikan. Pilih bagian untuk paling sedikit satu potongan.',
    },
  },
  {
    link: 'Take from a Word file',
    linkNote: 'Have a KIPP proposal already? Its text is put into the sections by itself.',
    upload: {
      title: 'Take from a Word file',
      lead: 'Upload a KIPP proposal (.docx). You first see what goes where; nothing is written into the draft yet.',
      into: (title) => `For the draft: ${title}`,
      file: 'Word file',
      hint: (megabytes) => `One .docx file of at most ${megabytes} MB. Pictures are not taken over.`,
      submit: 'Read the file',
      knows: 'What is recognised',
      knowsList: [
        'headings of the KIPP forms of 2019–2025, numbered, in bold, or with a heading style of Word',
        'tables with a label at the left and the answer at the right',
        'tables of results with columns for indicator, before and after',
      ],
      lost: 'What is not recognised is not lost: you decide where it goes.',
    },
    preview: {
      title: (file) => `Content of ${file}`,
      lead: 'Check it, move parts if needed, then fill in. Only empty sections are filled without a question.',
      found: (n) => `${formatNumber('en', n)} ${n === 1 ? 'section' : 'sections'} recognised`,
      left: (n) => `${formatNumber('en', n)} ${n === 1 ? 'part' : 'parts'} left over`,
      images: (n) =>
        `${formatNumber('en', n)} ${n === 1 ? 'picture was' : 'pictures were'} not taken over; upload them as attachments.`,
      goesWhere: 'What will be filled in',
      nothing: 'Nothing will be filled in yet. Choose places for the parts below.',
      parts: 'Parts of the document',
      partsNote: 'In the order of the file. Change where they go, then update the preview.',
      leftovers: 'Left over, going nowhere yet',
      leftoversNote: 'No text is lost. Choose a section for the parts you want to use.',
      to: (n) => `Part ${n} goes to`,
      nowhere: 'Not used',
      heading: 'Heading in the file',
      now: 'Now in the draft',
      fromFile: 'From the file',
      empty: 'Still empty',
      mode: (name) => `${name}: has a text already`,
      modes: { keep: 'Keep what is there', replace: 'Replace it', append: 'Add after it' },
      problem: {
        unreadable: 'It cannot be read as an answer to this question. Copy it from the parts below.',
        tooLong: 'Too long for this section. Shorten it in Word, or copy it yourself.',
      },
      over: (n) => `${formatNumber('en', n)} words over the cap; shorten it after filling in.`,
      update: 'Update the preview',
      fill: 'Fill the draft',
      begin: 'Begin a new draft with this text',
      draft: 'New draft',
      again: 'Upload another file',
      same: 'Same as what is there',
      instead: 'Want to fill an existing draft? Open it and choose “Take from a Word file” there.',
      targets: targetsEn,
      reasons: reasonsEn,
    },
    done: {
      title: (n) => `${formatNumber('en', n)} ${n === 1 ? 'section was' : 'sections were'} filled from the file`,
      changed: (names) =>
        `Not filled, because somebody else has just changed them: ${names}. Copy from below if needed.`,
      go: 'Continue writing',
      overview: 'See all sections',
      left: 'What was not used can be copied from below for seven days.',
      unused: 'Not used',
      all: 'All parts were used.',
    },
    messages: {
      proposalWithoutDraft: 'Enter name, plain title and sector to begin a new draft.',
      proposalNothing: 'Nothing would be filled in. Choose a section for at least one part.',
    },
  },
)

/** The name of a place that a part of a Word file may go to. */
export function targetName(lang: Lang, target: ProposalTarget): string {
  const own: Partial<Record<ProposalTarget, string>> = proposalText(lang).preview.targets
  return own[target] ?? vocabularyText(lang).storySection[target as StorySection]
}
