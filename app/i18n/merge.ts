import { text } from './text.ts'

/** Words of making two records of one practice one, and two of one again. */
export const mergeText = text(
  {
    link: 'Gabungkan dengan praktik lain',
    linkThis: 'Gabungkan dengan praktik ini',
    similar: 'Lihat praktik yang mirip',
    title: (title: string) => `Gabungkan: ${title}`,
    lead: 'Untuk dua catatan tentang satu inovasi. Satu catatan bertahan dengan isi yang dipilih dari keduanya; alamat yang lain mengantar ke sana. Dapat diurungkan selama 30 hari.',
    steps: { search: 'Cari catatan kembarnya', survivor: 'Pilih yang bertahan', pick: 'Pilih isi', preview: 'Periksa' },
    search: {
      label: 'Nomor atau judul praktik',
      hint: 'Misalnya JIPP-35-0042. Hanya praktik yang ditangani hub Anda.',
      submit: 'Cari',
      alike: 'Yang mirip dengan praktik ini',
      found: (n: number) => (n === 0 ? 'Tidak ada yang cocok' : `${n} praktik cocok`),
      none: 'Tidak ada praktik lain yang mirip. Cari dengan nomor atau kata dari judulnya.',
      choose: (id: string) => `Pilih ${id}`,
      own: 'Anda pernah menulis di praktik ini, jadi orang lain yang harus menggabungkannya.',
      writing: 'Naskahnya sedang ditulis atau diperiksa. Gabungkan setelah selesai.',
      versions: (n: number) => `${n} versi terbit`,
      since: (date: string) => `sejak ${date}`,
      read: 'Baca',
    },
    survivor: {
      title: 'Mana yang bertahan?',
      hint: 'Pilih catatan pemilik yang sebenarnya. Nomor, pemilik, riwayat keadaan, dan hub yang dipakai adalah milik catatan ini.',
      submit: 'Lanjut memilih isi',
      published: 'Terbit',
    },
    pick: {
      title: 'Isi yang dipakai',
      lead: (n: number) =>
        n === 0
          ? 'Kedua naskah sama isinya. Tidak ada yang perlu dipilih.'
          : `${n} isian berbeda. Pilihan awal adalah yang paling lengkap.`,
      survivor: (id: string) => `${id}, bertahan`,
      other: (id: string) => `${id}, digabungkan`,
      useSurvivor: 'Pakai yang ini',
      useOther: 'Pakai yang ini',
      both: 'Pakai keduanya, yang kembar satu kali',
      empty: 'Kosong',
      submit: 'Lihat hasilnya',
      missing: 'Pilih salah satu.',
      missingTitle: (n: number) => `${n} isian belum dipilih`,
      stale: 'Salah satu naskah berubah sesudah Anda memilih. Periksa pilihan sekali lagi.',
      swap: 'Tukar: yang lain yang bertahan',
    },
    preview: {
      title: 'Yang akan terjadi',
      newVersion: (id: string) => `${id} mendapat versi baru dengan isi di bawah ini.`,
      leaves: (id: string, survivor: string) =>
        `${id} hilang dari situs, pencarian, dan data terbuka. Alamatnya mengantar ke ${survivor}; versi lamanya tetap dapat dibuka dan dikutip.`,
      moves:
        'Pertanyaan, usulan untuk kebutuhan, adopsi yang belum bersurat, praktik pilihan, dan tautan replika ikut pindah.',
      told: 'Pemilik kedua praktik dan hubnya mendapat satu surel.',
      undo: (date: string) => `Dapat diurungkan sampai ${date}.`,
      before: (id: string) => `${id} sekarang`,
      after: 'Sesudah digabungkan',
      changes: 'Perubahan pada yang bertahan',
      submit: 'Gabungkan sekarang',
      back: 'Ubah pilihan',
    },
    notes: {
      title: 'Penggabungan',
      into: (id: string) => `Digabungkan ke ${id}`,
      from: (id: string) => `${id} digabungkan ke praktik ini`,
      by: (name: string, date: string) => `oleh ${name}, ${date}`,
      until: (date: string) => `Dapat diurungkan sampai ${date}.`,
      over: (date: string) => `Tidak dapat diurungkan lagi sejak ${date}: waktunya 30 hari.`,
      undone: (name: string, date: string) => `Diurungkan oleh ${name}, ${date}.`,
      kept: 'Isi praktik yang bertahan dibiarkan karena sudah berubah.',
      undo: 'Urungkan',
    },
    undo: {
      title: 'Urungkan penggabungan',
      back: (id: string) => `${id} tampil lagi di situs seperti sebelumnya, dengan alamatnya sendiri.`,
      restored: (id: string) => `${id} kembali ke isinya sebelum digabungkan, dalam versi baru.`,
      kept: (id: string) =>
        `Isi ${id} sudah berubah atau sedang ditulis sejak digabungkan, jadi dibiarkan. Penulisnya perlu mengeluarkan sendiri yang tidak lagi cocok.`,
      moved: (n: number) =>
        n === 0 ? 'Tidak ada catatan lain yang perlu kembali.' : `${n} catatan yang ikut pindah kembali ke tempatnya.`,
      told: 'Pemilik kedua praktik dan hubnya mendapat satu surel.',
      submit: 'Urungkan penggabungan',
      over: 'Penggabungan ini tidak dapat diurungkan lagi',
      overNote: 'Waktu untuk mengurungkan adalah 30 hari. Sesudah itu, praktik ditulis sebagai catatan baru.',
      undone: 'Penggabungan ini sudah diurungkan',
    },
    messages: {
      mergeOther: 'Tidak ada praktik lain dengan nomor ini yang boleh Anda gabungkan.',
      mergeNotPublished: 'Praktik ini tidak terbit, jadi tidak dapat digabungkan.',
      mergeOpenText: (id: string) =>
        `Naskah ${id} sedang ditulis, diperiksa, atau dijadwalkan. Tunggu sampai selesai atau dibuang, supaya tidak ada tulisan yang hilang.`,
      mergeSurvivor: 'Pilih salah satu dari kedua praktik.',
      mergeUndoOver: 'Waktu untuk mengurungkan sudah lewat: 30 hari.',
    },
  },
  {
    link: 'Merge with another practice',
    linkThis: 'Merge with this practice',
    similar: 'See practices that resemble it',
    title: (title) => `Merge: ${title}`,
    lead: 'For two records of one innovation. One record goes on with what you choose from both; the address of the other leads there. Can be undone for 30 days.',
    steps: { search: 'Find its twin', survivor: 'Choose which goes on', pick: 'Choose the words', preview: 'Check' },
    search: {
      label: 'Number or title of the practice',
      hint: 'For example JIPP-35-0042. Only practices that your hub answers for.',
      submit: 'Search',
      alike: 'What resembles this practice',
      found: (n) => (n === 0 ? 'Nothing fits' : `${n} ${n === 1 ? 'practice fits' : 'practices fit'}`),
      none: 'No other practice resembles it. Search by its number or by words of its title.',
      choose: (id) => `Choose ${id}`,
      own: 'You have written in this practice, so somebody else has to merge it.',
      writing: 'Its text is being written or reviewed. Merge when that is done.',
      versions: (n) => `${n} published ${n === 1 ? 'version' : 'versions'}`,
      since: (date) => `since ${date}`,
      read: 'Read',
    },
    survivor: {
      title: 'Which one goes on?',
      hint: 'Choose the record of the true owner. The number, owner, life status and hub are those of this record.',
      submit: 'Go on to the words',
      published: 'Published',
    },
    pick: {
      title: 'What is used',
      lead: (n) =>
        n === 0
          ? 'Both texts say the same. There is nothing to choose.'
          : `${n} ${n === 1 ? 'field differs' : 'fields differ'}. The fuller one is chosen for a start.`,
      survivor: (id) => `${id}, goes on`,
      other: (id) => `${id}, merged`,
      useSurvivor: 'Use this one',
      useOther: 'Use this one',
      both: 'Use both, each entry once',
      empty: 'Empty',
      submit: 'See what comes of it',
      missing: 'Choose one.',
      missingTitle: (n) => `${n} ${n === 1 ? 'field has' : 'fields have'} no choice yet`,
      stale: 'One of the texts has changed since you chose. Check your choices once more.',
      swap: 'Swap: let the other one go on',
    },
    preview: {
      title: 'What will happen',
      newVersion: (id) => `${id} gets a new version with the words below.`,
      leaves: (id, survivor) =>
        `${id} leaves the site, the search and the open data. Its address leads to ${survivor}; its old versions can still be opened and cited.`,
      moves: 'Questions, proposals for needs, adoptions without a letter, pins and links of replicas go along.',
      told: 'The owners of both practices and their hubs get one mail each.',
      undo: (date) => `Can be undone until ${date}.`,
      before: (id) => `${id} now`,
      after: 'After the merge',
      changes: 'Changes to the one that goes on',
      submit: 'Merge now',
      back: 'Change the choices',
    },
    notes: {
      title: 'Merges',
      into: (id) => `Merged into ${id}`,
      from: (id) => `${id} was merged into this practice`,
      by: (name, date) => `by ${name}, ${date}`,
      until: (date) => `Can be undone until ${date}.`,
      over: (date) => `Cannot be undone since ${date}: there are 30 days for it.`,
      undone: (name, date) => `Undone by ${name}, ${date}.`,
      kept: 'The text of the survivor was left as it is, because it had changed.',
      undo: 'Undo',
    },
    undo: {
      title: 'Undo a merge',
      back: (id) => `${id} is on the site again as before, under its own address.`,
      restored: (id) => `${id} gets its words of before the merge back, in a new version.`,
      kept: (id) =>
        `The text of ${id} has changed or is being written since the merge, so it is left alone. Its authors have to take out what no longer belongs there.`,
      moved: (n) =>
        n === 0
          ? 'No other record has to come back.'
          : `${n} ${n === 1 ? 'record that went along comes' : 'records that went along come'} back.`,
      told: 'The owners of both practices and their hubs get one mail each.',
      submit: 'Undo the merge',
      over: 'This merge can no longer be undone',
      overNote: 'There are 30 days to undo a merge. After that, the practice is written as a new record.',
      undone: 'This merge was undone',
    },
    messages: {
      mergeOther: 'There is no other practice with this number that you may merge.',
      mergeNotPublished: 'This practice is not on the site, so it cannot be merged.',
      mergeOpenText: (id) =>
        `The text of ${id} is being written, reviewed or scheduled. Wait until that is done or discarded, so that nobody's words are lost.`,
      mergeSurvivor: 'Choose one of the two practices.',
      mergeUndoOver: 'The time to undo it is over: 30 days.',
    },
  },
)
