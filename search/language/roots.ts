/**
 * Roots that the rules of `stem.ts` cannot guess. Indonesian prefixes swallow the first letter of a root
 * (`meng` + `kirim` = `mengirim`, but `meng` + `antar` = `mengantar`): these lists say what was there.
 * Taken from the vocabulary of the catalogue and of the glossary; extend them when a word family falls apart.
 */
const set = (words: string) => new Set(words.split(/\s+/))

/** Roots in k that lose it after meng- and peng-; without an entry the root starts with its vowel. */
export const K_ROOTS = set(`
  kaderisasi kaget kaji kalah kali kalibrasi kampanye kandung kapur karang kasih kategori kawal kawin kebun kejar
  kelabui kelas kelola kelompok kelupas kemas kembali kembang kemuka kenal kenang kencing kendali kendara kendor kental
  kenyang kepung kerah kering kerja ketat ketik ketuk kibar kikis kilau kirim kisah koleksi kolaborasi kombinasi
  komersialisasi kompensasi kompilasi kompos komposisi komunikasi kondisi konfirmasi konsentrasi konservasi konsolidasi
  konsultasi konsumsi kontak kontrak kontribusi kontrol konversi koordinasi kopi koreksi korupsi kosong kotor kualifikasi
  kuat kubur kucil kukuh kukus kuliah kumpul kunci kunjung kuota kupas kuras kurang kuratori kurung kutip kutuk`)

/** Roots in m that mem- and pem- swallow; without an entry the root starts with p. */
export const M_ROOTS = set(`
  macet mahal main maju makam makan makmur makna maksimal maksud malu mandiri mandi manfaat manipulasi masak
  masyarakat masuk mati mediasi meriah mesin milik mimpi minat minta minum mitra modal modern modifikasi mohon
  motivasi motor muat mubazir muda mudah mukim mula mulai mulia muliah muncul musik musnah mutakhir`)

/** Roots in n that men- and pen- swallow; without an entry the root starts with t. */
export const N_ROOTS = set(
  'nafkah naik nama nasihat natal navigasi nifas nikah nikmat nilai nomor nonaktif norma normal nuklir',
)

/** Roots in ny that meny- and peny- swallow; without an entry the root starts with s. */
export const NY_ROOTS = set('nyala nyaman nyanyi nyata nyawa')

/** Roots in r after per-: pe- and the root, not per- and a vowel. */
export const R_ROOTS = set(`
  raba racik raga ragam rajin rakit ramah ramai ramal rampas rancang rangkap rangkat rangkul rantau rapat ras rasa rata
  rawat rayap rekam rekat rencana renang renung resap respon resmi retas revisi rinci rintis risau rokok roti rumah rumit
  rumpun rumus rundung rusak`)

/** Roots that end like a word with a suffix. */
export const WHOLE_WORDS = set(`
  abdi alami alumni amati badai bagai bahan balai bayi bangkai beli belanja beri berani berisi besi bidan biji bulan bupati
  capai cerai cuci curi daerah dahan damai demi denpasar depan desain dewan dewasa dini diri ganti gelandangan gadai
  halaman harian hati henti hewan hutan ikan inti iuran janji jalan juri kaki kali kapan kawan kawasan kebun keliling
  kemudi kendali kiai komisi kondisi korban kuasai lahan lansia lari lawan lumpuhkan makan malam mandi mandiri masjid
  mati melati menu mulai nanti negeri nilai operasi padi pagi pakai panti pantai papan pasti pegawai peduli pekan penting
  peran perahu perak peran perang perempuan permai permata persen pesan pesantren posisi potensi produksi profesi
  program puji punai pungli ramai rangkai rantai rawan relawan rotan rugi saji sampai sarana sarjana sawan seragam selesai
  sendiri seni sepeda serai setan siang sidang simpan sungai taman tangkai tari tani tawuran teladan teliti tepi terapi
  terasi ternak terbang teman tinggi tuan tuntut uji urai umat untai wartawan yayasan hanya punya tanya mentor mental
  mentah menit menteri menara mesin media medis medan pendek pensiun penuh pencak pencari pena pelita pengantin perdata
  perdana pertama pertiwi perlu permen perunggu persis peta peti digital disabilitas disiplin distrik distribusi diskusi
  diagnosis diagnosa diabetes difabel dispensasi divisi disability disabilities disabled disease didik pelajar pengajar berantas pekanbaru`)

/** Families that no rule joins: short roots, two spellings of one word, words that changed. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  // English that the rules of Porter leave apart, or join with something else.
  applicant: 'pemohon',
  bought: 'buy',
  built: 'build',
  caught: 'catch',
  children: 'child',
  cooperative: 'koperasi',
  died: 'die',
  dying: 'die',
  fed: 'feed',
  feet: 'foot',
  grown: 'grow',
  integrity: 'integritas',
  lost: 'lose',
  men: 'man',
  officer: 'petugas',
  paid: 'pay',
  sold: 'sell',
  stolen: 'steal',
  taught: 'teach',
  teeth: 'tooth',
  wives: 'wife',
  women: 'woman',
  // Indonesian.
  bumde: 'bumdesa',
  pengadaan: 'pengada',
  perbatasan: 'perbatas',
  aduan: 'adu',
  mengadukan: 'adu',
  diadukan: 'adu',
  pengaduan: 'adu',
  acuan: 'acu',
  ajaran: 'ajar',
  antri: 'antre',
  antrian: 'antre',
  mengantri: 'antre',
  mengantre: 'antre',
  apotik: 'apotek',
  awasi: 'awas',
  atasi: 'atas',
  batasi: 'batas',
  bebasi: 'bebas',
  lunasi: 'lunas',
  belajar: 'ajar',
  pembelajaran: 'ajar',
  pelajaran: 'ajar',
  mempelajari: 'ajar',
  bekerja: 'kerja',
  pekerja: 'kerja',
  pekerjaan: 'kerja',
  mempekerjakan: 'kerja',
  dipekerjakan: 'kerja',
  isian: 'isi',
  ijin: 'izin',
  isbat: 'itsbat',
  isnin: 'senin',
  jaman: 'zaman',
  jenasah: 'jenazah',
  kongkrit: 'konkret',
  kwalitas: 'kualitas',
  kwitansi: 'kuitansi',
  mall: 'mal',
  nasehat: 'nasihat',
  notulen: 'notula',
  obyek: 'objek',
  praktek: 'praktik',
  propinsi: 'provinsi',
  resiko: 'risiko',
  sertipikat: 'sertifikat',
  sistim: 'sistem',
  subyek: 'subjek',
  sumatra: 'sumatera',
  telur: 'telor',
  ujian: 'uji',
  perusahaan: 'usaha',
  pengusaha: 'usaha',
  pengalaman: 'alam',
  mengetahui: 'tahu',
  diketahui: 'tahu',
  pengetahuan: 'tahu',
  akte: 'akta',
  ambulan: 'ambulans',
  ambulance: 'ambulans',
  analisa: 'analisis',
  atlit: 'atlet',
  frekwensi: 'frekuensi',
  hutang: 'utang',
  karir: 'karier',
  korona: 'corona',
  kreatifitas: 'kreativitas',
  aktifitas: 'aktivitas',
  efektifitas: 'efektivitas',
  efektivitas: 'efektif',
  produktifitas: 'produktivitas',
  metoda: 'metode',
  mikir: 'pikir',
  photo: 'foto',
  sekedar: 'sekadar',
  silahkan: 'silakan',
  standarisasi: 'standardisasi',
  tehnologi: 'teknologi',
  tehnik: 'teknik',
  tradisionil: 'tradisional',
  trampil: 'terampil',
  people: 'person',
  licence: 'license',
  programme: 'program',
  centre: 'center',
  delivery: 'deliver',
  pregnancy: 'pregnant',
  queuing: 'queue',
  digitalisasi: 'digital',
  didikan: 'didik',
}
