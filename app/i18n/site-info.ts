import type { EngineStatus } from '#search/engine.ts'
import type { GlossaryTopic } from '#search/language/glossary.ts'
import { text } from './text.ts'

type Topic = readonly [heading: string, ...paragraphs: string[]]

type SiteInfoWords = {
  accessibility: { title: string; lead: string; topics: readonly Topic[] }
  privacy: { title: string; lead: string; topics: readonly Topic[] }
  status: {
    title: string
    lead: string
    part: string
    state: string
    meaning: string
    parts: Record<'database' | 'search' | 'mail' | 'files', string>
    states: Record<EngineStatus, string>
    effect: Record<'database' | 'search' | 'mail' | 'files', Record<EngineStatus, string>>
    checked: string
    engine: (engine: string, waiting: number) => string
    machine: string
  }
  glossary: {
    title: string
    lead: string
    topics: Record<GlossaryTopic, string>
    term: string
    also: string
    near: string
    english: string
    contents: string
  }
  reportTo: string
  hubs: string
}

/** Words of the pages about accessibility, personal data, the state of the service, and the glossary. */
export const siteInfoText = text<SiteInfoWords>(
  {
    accessibility: {
      title: 'Aksesibilitas',
      lead: 'Situs ini dibuat agar dapat dipakai semua orang, juga pada ponsel lama, koneksi lemah, dan dengan pembaca layar.',
      topics: [
        [
          'Yang kami kerjakan',
          'Sasaran kami WCAG 2.2 tingkat AA. Setiap halaman diperiksa otomatis sebelum versi baru dipasang.',
          'Semua halaman publik bekerja tanpa JavaScript, dengan papan ketik saja, pada layar 320 piksel, dan pada pembesaran 400%.',
          'Keadaan selalu ditulis dengan bentuk dan kata, tidak hanya dengan warna. Setiap grafik punya tabel dengan angka yang sama.',
          'Tampilan gelap mengikuti pengaturan perangkat Anda. Tidak ada gerak pada halaman.',
        ],
        [
          'Yang belum sempurna',
          'Sebagian isi praktik hanya ada dalam bahasa Indonesia. Bagian itu ditandai supaya pembaca layar membacanya dengan benar.',
          'Dokumen pada situs lain, yang ditautkan sebagai sumber, di luar kendali kami.',
        ],
        [
          'Menyampaikan masalah',
          'Sampaikan kepada hub di provinsi Anda halaman mana dan apa yang tidak dapat dipakai.',
        ],
      ],
    },
    privacy: {
      title: 'Pelindungan data pribadi',
      lead: 'Membaca situs ini tidak memerlukan akun dan tidak meninggalkan data pribadi.',
      topics: [
        [
          'Pembaca',
          'Tidak ada pelacak, iklan, atau berkas dari pihak ketiga. Kuki hanya dipasang untuk mengingat bahasa yang Anda pilih.',
          'Catatan teknis memuat waktu, alamat halaman tanpa kata pencarian, dan hasilnya; bukan siapa pembacanya.',
          'Kunjungan, unduhan, dan perbandingan praktik dihitung per hari dan praktik, tanpa kuki. Pembaca dikenali hanya di memori, sebagai sidik acak dari alamat jaringan dan peramban yang kuncinya dibuang setiap hari, agar tidak dihitung dua kali; yang disimpan hanya jumlahnya.',
          'Kata pencarian dihitung per hari dan provinsi, tanpa orang, alamat, atau sesi. Kata yang memuat nomor atau surel tidak dihitung; yang dicari kurang dari lima kali tidak ditampilkan dan dihapus setelah 7 hari, semuanya setelah 90 hari.',
        ],
        [
          'Pengguna dengan akun',
          'Kami menyimpan nama, surel, instansi, peran, dan kata sandi dalam bentuk yang tidak dapat dibaca kembali. Kuki sesi berakhir setelah 12 jam tidak dipakai, paling lama 7 hari.',
          'Setiap perubahan dicatat bersama pelakunya dan waktunya, karena keputusan pelayanan publik harus dapat ditelusuri.',
          'Pencarian tersimpan hanya terlihat oleh Anda. Kabarnya dikirim bila Anda memintanya, dan berhenti dengan satu tautan.',
          'Alamat jaringan hanya dipakai untuk membatasi percobaan masuk dan, teracak di memori tanpa disimpan, agar satu pencarian atau kunjungan tidak dihitung dua kali.',
        ],
        [
          'Isi praktik dan pendampingan',
          'Kontak pada praktik adalah milik unit, bukan pribadi. Peserta sesi dicatat sebagai jumlah, bukan nama. Isian yang memuat nomor induk kependudukan ditolak.',
        ],
        [
          'Hak Anda',
          'Sesuai Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, Anda dapat meminta salinan, perbaikan, atau penghapusan data Anda. Sampaikan kepada admin instansi atau hub Anda.',
        ],
      ],
    },
    status: {
      title: 'Status layanan',
      lead: 'Keadaan bagian-bagian situs pada saat halaman ini dibuka.',
      part: 'Bagian',
      state: 'Keadaan',
      meaning: 'Artinya',
      parts: { database: 'Basis data', search: 'Pencarian', mail: 'Surel', files: 'Berkas' },
      states: { ok: 'Normal', degraded: 'Terbatas', down: 'Tidak menjawab' },
      effect: {
        database: {
          ok: 'Membaca dan menyimpan berjalan.',
          degraded: 'Membaca dan menyimpan berjalan lambat.',
          down: 'Membaca dan menyimpan berhenti sementara. Yang sudah tersimpan tetap aman.',
        },
        search: {
          ok: 'Mesin pencari utama menjawab.',
          degraded: 'Mesin cadangan menjawab, atau perubahan terakhir belum terlihat di pencarian.',
          down: 'Pencarian berhenti sementara.',
        },
        mail: {
          ok: 'Undangan dan pemberitahuan terkirim.',
          degraded: 'Surel belum dikirim keluar; undangan disampaikan lewat admin.',
          down: 'Antrean surel tidak dapat dibaca.',
        },
        files: {
          ok: 'Foto dan dokumen dapat diunggah dan dibuka.',
          degraded: 'Berkas baru menunggu pemindai virus; yang sudah terbit tetap dapat dibuka.',
          down: 'Foto dan dokumen tidak dapat diunggah atau dibuka. Semua teks tetap dapat dibaca, ditulis, dan ditinjau.',
        },
      },
      checked: 'Diperiksa',
      engine: (engine, waiting) =>
        `Pencarian dijawab oleh ${engine}. ${waiting === 0 ? 'Semua perubahan sudah masuk pencarian.' : `${waiting} perubahan belum masuk pencarian.`}`,
      machine: 'Untuk program:',
    },
    glossary: {
      title: 'Istilah',
      lead: 'Istilah yang dipakai di jaringan ini, sebutan lainnya, dan padanannya dalam bahasa Inggris. Pencarian mengenali semuanya.',
      topics: {
        institutions: 'Lembaga dan orang',
        innovation: 'Inovasi dan replikasi',
        services: 'Pelayanan dan digital',
        civilRegistration: 'Administrasi kependudukan',
        health: 'Kesehatan',
        education: 'Pendidikan',
        social: 'Sosial dan inklusi',
        economy: 'Ekonomi dan pangan',
        environment: 'Lingkungan',
        infrastructure: 'Prasarana',
        law: 'Hukum dan keamanan',
        regions: 'Nama daerah',
      },
      term: 'Istilah',
      also: 'Sebutan lain',
      near: 'berdekatan:',
      english: 'Bahasa Inggris',
      contents: 'Bidang',
    },
    reportTo: 'Alamat hub ada pada',
    hubs: 'daftar hub',
  },
  {
    accessibility: {
      title: 'Accessibility',
      lead: 'This site is made for everybody, also on old phones, on weak connections and with screen readers.',
      topics: [
        [
          'What we do',
          'Our target is WCAG 2.2 level AA. Every page is checked by a program before a new version is installed.',
          'All public pages work without JavaScript, by keyboard alone, on a screen of 320 pixels and at 400% zoom.',
          'A state is always shown by shape and word, never by colour alone. Every chart has a table with the same figures.',
          'Dark colours follow the setting of your device. Nothing on a page moves.',
        ],
        [
          'What is not perfect yet',
          'Parts of the practices exist in Indonesian only. They are marked, so that screen readers pronounce them rightly.',
          'Documents on other sites that are linked as sources are beyond our control.',
        ],
        ['Reporting a problem', 'Tell the hub of your province which page it is and what you cannot use.'],
      ],
    },
    privacy: {
      title: 'Personal data',
      lead: 'Reading this site needs no account and leaves no personal data behind.',
      topics: [
        [
          'Readers',
          'There are no trackers, advertisements or files of third parties. A cookie is set only to remember the language you chose.',
          'The technical log holds the time, the address of the page without search words, and the outcome; not who read it.',
          'Views, downloads and comparisons of practices are counted by day and practice, without cookies. Readers are known in memory only, as a scrambled mark of network address and browser whose key is thrown away every day, so that nobody counts twice; only the sums are stored.',
          'Search words are counted by day and province, without person, address or session. Words that hold a number or an e-mail address are not counted; those searched less than five times are not shown and are deleted after 7 days, all after 90 days.',
        ],
        [
          'Users with an account',
          'We store name, e-mail address, agency, role, and the password in a form that cannot be read back. The session cookie ends after 12 idle hours, and after 7 days at most.',
          'Every change is recorded with its author and time, because decisions on public services must be traceable.',
          'Saved searches are seen by you alone. Mail about them is sent when you ask for it, and stops with one link.',
          'Network addresses are used only to limit sign-in attempts and, scrambled in memory and never stored, to count no search and no visit twice.',
        ],
        [
          'Practices and coaching',
          'The contact of a practice belongs to a unit, not to a person. Participants of a session are counted, not named. Entries that hold an identity number are refused.',
        ],
        [
          'Your rights',
          'Under Law 27 of 2022 on personal data protection you may ask for a copy, a correction or the deletion of your data. Ask your agency admin or your hub.',
        ],
      ],
    },
    status: {
      title: 'Service status',
      lead: 'The state of the parts of this site at the moment this page was opened.',
      part: 'Part',
      state: 'State',
      meaning: 'What it means',
      parts: { database: 'Database', search: 'Search', mail: 'Mail', files: 'Files' },
      states: { ok: 'Normal', degraded: 'Limited', down: 'No answer' },
      effect: {
        database: {
          ok: 'Reading and saving work.',
          degraded: 'Reading and saving are slow.',
          down: 'Reading and saving pause. What was saved is safe.',
        },
        search: {
          ok: 'The main search engine answers.',
          degraded: 'The stand-in engine answers, or the latest changes cannot be found yet.',
          down: 'The search pauses.',
        },
        mail: {
          ok: 'Invitations and notices are sent.',
          degraded: 'Mail is not sent out; admins hand over invitations themselves.',
          down: 'The mail queue cannot be read.',
        },
        files: {
          ok: 'Photos and documents can be uploaded and opened.',
          degraded: 'New files wait for the virus scanner; published ones can be opened.',
          down: 'Photos and documents cannot be uploaded or opened. All texts can still be read, written and reviewed.',
        },
      },
      checked: 'Checked',
      engine: (engine, waiting) =>
        `The search is answered by ${engine}. ${waiting === 0 ? 'It has followed every change.' : `It has not followed ${waiting} changes yet.`}`,
      machine: 'For programs:',
    },
    glossary: {
      title: 'Glossary',
      lead: 'Terms used in this network, their other names, and their English. The search knows them all.',
      topics: {
        institutions: 'Institutions and people',
        innovation: 'Innovation and replication',
        services: 'Services and digital',
        civilRegistration: 'Civil registration',
        health: 'Health',
        education: 'Education',
        social: 'Social affairs and inclusion',
        economy: 'Economy and food',
        environment: 'Environment',
        infrastructure: 'Infrastructure',
        law: 'Law and safety',
        regions: 'Names of regions',
      },
      term: 'Term',
      also: 'Also called',
      near: 'related:',
      english: 'English',
      contents: 'Fields',
    },
    reportTo: 'The addresses of hubs are in',
    hubs: 'the list of hubs',
  },
)
