import { text } from './text.ts'

/** Words of the error pages: what happened, what is safe, what to do next. */
export const problemText = text(
  {
    retry: 'Coba lagi',
    reload: 'Muat ulang halaman',
    status: 'Status layanan',
    toHome: 'Ke beranda',
    toWork: 'Ke ruang kerja',
    searchLabel: 'Cari menurut masalah',
    search: 'Cari praktik',
    notFound: {
      title: 'Halaman tidak ditemukan',
      text: 'tidak ada. Mungkin alamatnya salah ketik, atau catatannya bukan untuk umum.',
      address: 'Alamat',
      practiceForm: 'Nomor praktik berbentuk JIPP, kode provinsi, lalu empat angka. Contoh: JIPP-16-0042.',
    },
    forbidden: {
      title: 'Halaman ini bukan untuk peran Anda',
      who: 'Halaman ini hanya dibuka untuk peran tertentu di instansi atau hub yang bersangkutan.',
      whoRoles: (roles: string) => `Halaman ini hanya dibuka untuk ${roles}.`,
      signedIn: 'Anda masuk sebagai',
      visitor: 'Anda belum masuk.',
      ask: 'Perlu akses? Mintalah kepada admin instansi atau pengelola hub Anda; merekalah yang mengatur peran.',
      otherAccount: 'Keluar untuk masuk dengan akun lain',
      signIn: 'Masuk',
    },
    method: {
      title: 'Alamat ini tidak menerima kiriman',
      text: 'Isian yang dikirim tidak diproses, jadi tidak ada yang berubah. Kembalilah ke halaman sebelumnya dan kirim dari sana.',
    },
    conflict: {
      title: 'Catatan ini baru saja berubah',
      text: 'Orang lain menyimpan lebih dulu, atau tombol tertekan dua kali. Tindakan Anda yang terakhir tidak dijalankan. Muat ulang untuk melihat keadaan terbaru, lalu putuskan lagi.',
    },
    gone: {
      title: 'Praktik ini sudah ditarik',
      titleOn: (date: string) => `Praktik ini ditarik pada ${date}`,
      text: 'Pernah terbit di sini, lalu ditarik. Isinya tidak ditampilkan lagi.',
      practice: 'Praktik',
      owner: 'Pemilik',
      id: 'Nomor',
      reason: 'Alasan',
      successor: 'Pengganti',
      cited: 'Kutipan lama tetap sampai di halaman ini.',
      citation: 'Buka kutipannya',
    },
    invalid: {
      title: 'Permintaan ini tidak dapat dibaca',
      text: 'Ada bagian alamat atau isian yang tidak sesuai. Tidak ada yang berubah. Kembalilah ke halaman sebelumnya dan periksa isiannya.',
    },
    tooMany: {
      title: 'Terlalu banyak percobaan',
      text: 'Demi keamanan, percobaan berikutnya ditahan sebentar.',
      wait: (minutes: number) => (minutes <= 1 ? 'Coba lagi satu menit lagi.' : `Coba lagi ${minutes} menit lagi.`),
    },
    tooManyFilters: {
      title: 'Terlalu banyak gabungan saringan',
      text: 'Dari sambungan internet ini datang sangat banyak pencarian dengan lebih dari tiga saringan, mungkin dari program. Pencarian dengan tiga saringan atau kurang tetap bisa dipakai.',
    },
    unexpected: {
      title: 'Ada yang salah di pihak kami',
      text: 'Permintaan terakhir mungkin belum tersimpan. Kembalilah ke halaman sebelumnya: isian biasanya masih ada di sana. Coba lagi beberapa menit lagi.',
      id: (id: string) => `Bila terulang, sebutkan nomor ${id} kepada hub.`,
    },
    unavailable: {
      title: 'Basis data sedang tidak menjawab',
      text: 'Yang sudah disimpan tetap aman. Mencari, membaca, dan menyimpan berhenti sebentar, lalu pulih sendiri.',
      still:
        'Halaman status layanan tetap bisa dibuka. Isian yang belum terkirim masih ada di halaman sebelumnya: jangan tutup tabnya, kirim lagi nanti.',
    },
  },
  {
    retry: 'Try again',
    reload: 'Reload the page',
    status: 'Service status',
    toHome: 'To the home page',
    toWork: 'To the workspace',
    searchLabel: 'Search by problem',
    search: 'Search practices',
    notFound: {
      title: 'Page not found',
      text: 'does not exist. It may be mistyped, or the record may not be public.',
      address: 'The address',
      practiceForm: 'A practice number is JIPP, a province code, then four digits. Example: JIPP-16-0042.',
    },
    forbidden: {
      title: 'This page is not for your role',
      who: 'Only certain roles in the agency or hub concerned may open this page.',
      whoRoles: (roles) => `Only these roles may open this page: ${roles}.`,
      signedIn: 'You are signed in as',
      visitor: 'You are not signed in.',
      ask: 'Do you need access? Ask your agency admin or hub manager; they assign the roles.',
      otherAccount: 'Sign out to use another account',
      signIn: 'Sign in',
    },
    method: {
      title: 'This address takes no submissions',
      text: 'What you sent was not processed, so nothing has changed. Go back to the previous page and send it from there.',
    },
    conflict: {
      title: 'This record has just changed',
      text: 'Somebody else saved first, or a button was pressed twice. Your last act was not carried out. Reload to see the latest state, then decide again.',
    },
    gone: {
      title: 'This practice has been withdrawn',
      titleOn: (date) => `This practice was withdrawn on ${date}`,
      text: 'It was published here once and has been withdrawn. Its content is no longer shown.',
      practice: 'Practice',
      owner: 'Owner',
      id: 'Number',
      reason: 'Reason',
      successor: 'Successor',
      cited: 'Old citations still lead to this page.',
      citation: 'Open its citation',
    },
    invalid: {
      title: 'This request cannot be read',
      text: 'Part of the address or of the entries is not valid. Nothing has changed. Go back to the previous page and check the entries.',
    },
    tooMany: {
      title: 'Too many attempts',
      text: 'For safety the next attempt has to wait a little.',
      wait: (minutes) => (minutes <= 1 ? 'Try again in one minute.' : `Try again in ${minutes} minutes.`),
    },
    tooManyFilters: {
      title: 'Too many combinations of filters',
      text: 'Very many searches with more than three filters came from this internet connection, perhaps from a program. Searches with three filters or fewer still work.',
    },
    unexpected: {
      title: 'Something went wrong on our side',
      text: 'Your last request may not have been saved. Go back to the previous page: your entries are usually still there. Try again in a few minutes.',
      id: (id) => `If it happens again, give the number ${id} to your hub.`,
    },
    unavailable: {
      title: 'The database does not answer',
      text: 'What was saved is safe. Searching, reading and saving pause for a moment and come back by themselves.',
      still:
        'The service status page can still be opened. Entries not yet sent are still on the previous page: keep the tab open and send them later.',
    },
  },
)
