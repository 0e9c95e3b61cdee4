/** A proposal as agencies send it to the competition (KIPP): real in length and tone, invented in place and figures. */
export const PROPOSAL = {
  title: 'Nomor antrean puskesmas kepulauan dikirim lewat pesan singkat sebelum perahu berangkat',
  brand: 'ANTRE PULAU',
  tagline:
    'Warga pulau kecil menerima nomor antrean puskesmas lewat pesan singkat sehari sebelumnya, sehingga tidak lagi menunggu sejak subuh.',
  summary: `Puskesmas Contoh Kepulauan melayani sebelas pulau berpenghuni. Sebelum tahun 2024 warga berangkat dengan perahu sebelum subuh tanpa tahu apakah akan dilayani pada hari itu. Antrean dibagikan di loket, menurut siapa yang tiba lebih dahulu, sehingga warga pulau terjauh hampir selalu mendapat nomor terakhir.

Praktik ini membagi kuota harian menurut pulau dan mengirim nomor antrean lewat pesan singkat biasa, tanpa aplikasi dan tanpa sambungan internet, sehari sebelum kunjungan. Kader pulau mencatat nama warga yang perlu berobat, petugas menyusun urutan menurut jadwal perahu, dan warga berangkat pada jam yang tertulis di pesan.

Dalam dua tahun waktu tunggu rata-rata turun dari 180 menit menjadi 40 menit, dan kunjungan warga pulau terjauh naik hampir dua kali lipat.`,
  background: `Kabupaten Contoh Kepulauan terdiri atas sebelas pulau berpenghuni dengan satu puskesmas rawat inap. Survei kepuasan pada tahun 2023 mencatat waktu tunggu rata-rata 180 menit, dan tiga dari sepuluh warga pulau terjauh pulang tanpa dilayani karena perahu terakhir berangkat pukul dua siang.

Yang paling dirugikan adalah ibu hamil, anak, lansia, dan penyandang disabilitas, yang harus menunggu di dermaga tanpa tempat duduk dan tanpa air bersih. Akibatnya kunjungan pemeriksaan kehamilan keempat di tiga pulau terjauh hanya 41 persen, jauh di bawah rata-rata kabupaten.

Puskesmas ingin setiap warga tahu kapan akan dilayani sebelum meninggalkan rumah, dan ingin tidak ada lagi warga yang pulang tanpa dilayani. Sasarannya waktu tunggu paling lama 60 menit dan kunjungan kehamilan keempat paling sedikit 75 persen pada akhir tahun 2025.`,
  novelty: `Di daerah lain antrean daring memakai aplikasi telepon pintar. Di sebelas pulau ini sinyal internet hanya ada di dua pulau, dan sebagian besar warga memakai telepon biasa. Yang baru adalah pembagian kuota menurut pulau dan jadwal perahu, serta pesan singkat biasa yang sampai juga dengan sinyal lemah.

Gagasan ini berasal dari kader yang selama bertahun-tahun menelepon petugas loket untuk menitipkan nama tetangganya. Kami menjadikan kebiasaan itu sebagai cara resmi, adil untuk semua pulau, dan tercatat.`,
  implementation: `Pertama, kader di tiap pulau mencatat nama warga yang perlu berobat pada sore hari dan mengirim daftarnya lewat pesan singkat ke nomor puskesmas. Kedua, petugas pendaftaran menyusun urutan menurut kuota pulau, keadaan mendesak, dan jadwal perahu, lalu mencatatnya di buku dan lembar kerja.

Ketiga, pukul tujuh malam nomor dan jam kedatangan dikirim ke setiap warga lewat modem pesan singkat. Keempat, perahu puskesmas menjemput pada jam yang sama dengan urutan itu. Kelima, kuota yang tidak terpakai dibuka kembali pukul sembilan pagi untuk warga yang datang sendiri.

Bila sinyal mati, kader membacakan daftar lewat radio komunikasi desa.`,
  significance: `Waktu tunggu rata-rata turun dari 180 menit pada tahun 2023 menjadi 40 menit pada tahun 2025, diukur dengan mencap jam datang dan jam dilayani pada kartu setiap pengunjung selama dua pekan tiap semester. Kunjungan warga tiga pulau terjauh naik dari 912 menjadi 1.780 orang setahun.

Kunjungan pemeriksaan kehamilan keempat naik dari 41 persen menjadi 78 persen. Tidak ada lagi persalinan tanpa pertolongan tenaga kesehatan di tiga pulau terjauh sejak Maret 2025, sedangkan pada tahun 2023 ada sebelas.

Bagi pemerintah kabupaten, perahu puskesmas kini berangkat penuh. Biaya bahan bakar untuk setiap orang yang dilayani turun dari Rp64.000 menjadi Rp38.000. Petugas loket tidak lagi lembur pada hari pasar, dan pengaduan tentang antrean turun dari 46 menjadi 5 dalam setahun.

Yang belum berhasil: di dua pulau kader berganti tiga kali, dan pada bulan-bulan itu separuh warga kembali datang tanpa nomor. Karena itu sejak 2025 setiap pulau mempunyai dua kader yang saling menggantikan.`,
  replicated:
    'Puskesmas di dua kecamatan tetangga memakainya sejak Januari 2025, dengan jadwal mobil keliling sebagai pengganti jadwal perahu.',
  adaptability: `Yang tidak boleh diubah adalah kuota menurut tempat tinggal dan pemberitahuan sehari sebelumnya; tanpa keduanya warga yang jauh tetap kalah dari warga yang dekat. Yang dapat disesuaikan adalah alat pengirimnya, jam pengiriman, dan cara menjemput.

Praktik ini sulit dijalankan di tempat tanpa kader yang dipercaya, atau bila sinyal telepon tidak ada sama sekali. Di tempat seperti itu radio desa dapat menggantikannya.`,
  resources: `Dua petugas pendaftaran, dua puluh dua kader, satu modem pesan singkat, dan satu komputer yang sudah ada. Pulsa untuk pesan dibayar dari dana operasional puskesmas. Perahu dan juru mudi sudah ada sebelum praktik ini dimulai.`,
  sustainability: `Peraturan Bupati tentang jam layanan puskesmas kepulauan menetapkan kuota menurut pulau dan kewajiban memberi tahu sehari sebelumnya. Biaya pesan dan uang transport kader masuk anggaran tahunan puskesmas sejak 2025.

Setiap enam bulan puskesmas, camat, dan para kader memeriksa pembagian kuota bersama dengan melihat jumlah warga yang pulang tanpa dilayani. Petugas baru belajar dari buku panduan sebelas halaman dan dua hari pendampingan.`,
} as const

export const RESULTS = [
  { Indikator: 'Waktu tunggu', Awal: '180 (2023)', Akhir: '40 (2025)', Satuan: 'menit' },
  { Indikator: 'Kunjungan kehamilan keempat', Awal: '41 (2023)', Akhir: '78 (2025)', Satuan: '%' },
]
