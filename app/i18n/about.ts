import type { EvidenceLevel, LifeStatus } from '#db/vocabulary.ts'
import { text } from './text.ts'

type AboutWords = {
  title: string
  lead: string
  who: string
  audiences: readonly (readonly [name: string, what: string])[]
  how: string
  steps: readonly (readonly [name: string, what: string])[]
  search: string
  needs: string
  adoption: string
  adoptionText: string
  access: string
  accessText: string
  marks: string
  lifeIntro: string
  life: Record<LifeStatus, string>
  age: string
  evidence: string
  evidenceIntro: string
  evidenceRule: Record<EvidenceLevel, string>
  evidenceNote: string
  names: string
  namesText: string
  data: string
  dataText: readonly string[]
  regions: string
  regionsText: string
  licence: string
}

/** Words of the page about the site: what it is, for whom, how to read its marks, where its data comes from. */
export const aboutText = text<AboutWords>(
  {
    title: 'Tentang JIPP',
    lead: 'JIPP (Jaringan Inovasi Pelayanan Publik) mempertemukan daerah yang punya masalah pelayanan dengan daerah yang sudah punya caranya, lalu mendampingi sampai cara itu berjalan.',
    who: 'Untuk siapa',
    audiences: [
      ['Pejabat dan pegawai daerah', 'mencari praktik menurut masalah, membandingkan, dan mengadopsinya.'],
      ['Pemilik praktik', 'menulis praktik sekali, memperbaruinya, dan melihat siapa yang menirunya.'],
      ['Hub', 'meninjau naskah, memastikan apakah praktik masih berjalan, dan menugaskan pendamping.'],
      ['Pendamping', 'mencatat sesi dan tindak lanjut di daerah yang didampingi.'],
      ['Warga, peneliti, dan media', 'membaca semua yang terbit. Tidak perlu akun.'],
    ],
    how: 'Cara memakai',
    steps: [
      ['Cari', 'dengan kalimat biasa tentang masalahnya. Tidak perlu tahu nama atau singkatan programnya.'],
      ['Saring', 'menurut urusan, provinsi, tahun mulai, penghargaan, dan keadaan.'],
      ['Bandingkan', 'dua sampai empat praktik berdampingan.'],
      ['Catat kebutuhan', 'daerah Anda, juga bila belum ada praktik yang cocok.'],
      ['Adopsi', 'dalam delapan langkah, dengan hub dan pendamping.'],
    ],
    search: 'Cari praktik',
    needs: 'Lihat kebutuhan daerah',
    adoption: 'Delapan langkah adopsi',
    adoptionText: 'Susunan langkah ini dirangkum dari beberapa panduan replikasi; kata-katanya milik kami.',
    access: 'Mendapat akun',
    accessText:
      'Membaca tidak memerlukan akun. Akun diberikan lewat undangan dari admin instansi atau hub. Hubungi hub di provinsi Anda.',
    marks: 'Cara membaca tanda keadaan',
    lifeIntro:
      'Pemilik menyatakan keadaan praktiknya, lalu hub memastikan. Bila tidak ada kabar, tanda itu menua. Katalog awal belum ada yang dipastikan.',
    life: {
      unconfirmed: 'Tidak ada kabar. Jangan dianggap berhenti, jangan pula dianggap jalan.',
      stopped: 'Sudah tidak dijalankan. Alasannya tetap berguna untuk dipelajari.',
      constrained: 'Masih jalan dengan kendala, misalnya anggaran atau petugas.',
      steady: 'Jalan seperti yang ditulis.',
      growing: 'Jalan dan bertambah cakupannya.',
      replicated: 'Jalan dan sudah ditiru unit atau daerah lain.',
      transformed: 'Sudah berubah menjadi bentuk lain yang lebih besar.',
    },
    age: 'Tiga batang berarti dipastikan paling lama 6 bulan lalu, dua batang 6 sampai 12 bulan, satu batang lebih lama, batang kosong belum pernah.',
    evidence: 'Aturan lima tingkat bukti',
    evidenceIntro: 'Tingkat bukti dihitung dari isi catatan dengan aturan yang sama untuk semua praktik.',
    evidenceRule: {
      1: 'Pernyataan pemilik. Belum ada angka hasil.',
      2: 'Ada angka hasil.',
      3: 'Ada angka awal dan angka akhir untuk hal yang sama.',
      4: 'Seperti tingkat 3, dan naskahnya diterbitkan setelah diperiksa kurator hub.',
      5: 'Terulang di tempat lain: satu adopsi selesai dan hasilnya dilaporkan.',
    },
    evidenceNote: 'Tingkat bukti bukan nilai mutu. Praktik yang baik bisa saja belum mengukur hasilnya.',
    names: 'Dua nama',
    namesText:
      'Setiap praktik punya judul biasa, yang menyebut caranya, dan nama program, yang sering berupa singkatan. Judul biasa selalu didahulukan. Tanda “belum dilengkapi” berarti sumbernya terlalu singkat untuk memberi judul.',
    data: 'Asal data',
    dataText: [
      'Katalog awal memuat inovasi nyata yang dihimpun dari sumber terbuka. Setiap halaman mencantumkan sumbernya. Angka di dalamnya adalah angka instansi atau pemberitaan; JIPP belum mengukurnya sendiri.',
      'Judul, ringkasan, topik, dan penggolongan pada katalog awal ditulis penyunting. Bila angka pada sumber meragukan, catatan penyunting tampil di halaman praktik itu.',
    ],
    regions: 'Kode wilayah',
    regionsText: 'Kode dan nama wilayah mengikuti Kemendagri, diambil dari basis data idn-area-data, yang berlisensi',
    licence: 'Open Database License (ODbL) 1.0',
  },
  {
    title: 'About JIPP',
    lead: 'JIPP (Jaringan Inovasi Pelayanan Publik, the public-service innovation network) brings districts that have a service problem together with districts that have solved it, and stays with them until the solution runs.',
    who: 'For whom',
    audiences: [
      ['Officials of districts', 'find practices by problem, compare and adopt them.'],
      ['Owners of practices', 'write a practice once, keep it up to date, and see who copies it.'],
      ['Hubs', 'review texts, confirm whether practices still run, and assign mentors.'],
      ['Mentors (pendamping)', 'log sessions and follow-up in the districts they coach.'],
      ['Citizens, researchers and the press', 'read everything that is published. No account is needed.'],
    ],
    how: 'How to use it',
    steps: [
      ['Search', 'in your own words for the problem. You need not know the name of a programme.'],
      ['Filter', 'by sector, province, year of start, award and life status.'],
      ['Compare', 'two to four practices side by side.'],
      ['Record the need', 'of your district, also when no practice fits yet.'],
      ['Adopt', 'in eight steps, together with a hub and a mentor.'],
    ],
    search: 'Search practices',
    needs: 'See the needs of districts',
    adoption: 'The eight steps of an adoption',
    adoptionText: 'The order is a composite of several replication guides; the wording is ours.',
    access: 'Getting an account',
    accessText:
      'Reading needs no account. Accounts are given by invitation of an agency admin or a hub. Contact the hub of your province.',
    marks: 'How to read the life status',
    lifeIntro:
      'The owner states the status of a practice and the hub confirms it. Without news the mark grows old. Nothing in the starting catalogue has been confirmed yet.',
    life: {
      unconfirmed: 'No news. Do not take it as stopped, nor as running.',
      stopped: 'No longer run. The reasons are still worth knowing.',
      constrained: 'Running with difficulties, for example of budget or staff.',
      steady: 'Running as described.',
      growing: 'Running and reaching more people.',
      replicated: 'Running and copied by other units or districts.',
      transformed: 'Turned into something larger.',
    },
    age: 'Three bars: confirmed at most 6 months ago; two bars: 6 to 12 months; one bar: longer ago; empty bars: never.',
    evidence: 'The rule of five evidence levels',
    evidenceIntro: 'The level is computed from the record, by one rule for all practices.',
    evidenceRule: {
      1: 'The owner’s claim. No result figure yet.',
      2: 'There is a result figure.',
      3: 'There are figures before and after for the same thing.',
      4: 'As level 3, and a curator of the hub checked the text before it was published.',
      5: 'Repeated elsewhere: an adoption was completed and reported its outcome.',
    },
    evidenceNote: 'The level is no mark of quality. A good practice may not have measured its results yet.',
    names: 'Two names',
    namesText:
      'Every practice has a plain title that says what is done, and a programme name that is often an acronym. The plain title always comes first. “Incomplete” means that the source says too little for a title.',
    data: 'Where the data comes from',
    dataText: [
      'The starting catalogue holds real innovations gathered from public sources. Every page names its sources. The figures are those of the agencies or the press; JIPP has not measured them itself.',
      'Titles, summaries, topics and classification of the starting catalogue were written by editors. Where a figure of a source is doubtful, the page shows an editor’s remark.',
    ],
    regions: 'Region codes',
    regionsText:
      'Codes and names of regions follow the Ministry of Home Affairs, taken from the database idn-area-data under the',
    licence: 'Open Database License (ODbL) 1.0',
  },
)
