/** Words that say nothing about a problem, of both languages and of the way people ask. Folded, not stemmed. */
const WORDS = `
  ada adalah adanya agar akan akibat antara apa apakah apabila atas atau bagaimana bagi bahkan bahwa banyak baru beberapa
  belum berbagai berupa bila bisa boleh bukan dalam dan dapat dari daripada demikian dengan di dia diri dua hal hanya harus
  hingga ia ialah ini itu jadi jika juga kami kamu kapan karena ke kepada ketika kita lagi lain lalu maka masih melalui
  memang menjadi mereka merupakan misalnya mohon namun nya oleh pada padahal para per perlu pernah saat saja sangat satu
  saya seberapa sebagai sebuah secara sehingga sejak sekitar selain selalu selama seluruh semua sendiri seorang seperti
  sering serta setelah setiap siapa sini suatu sudah supaya tanpa telah tentang tentu terhadap tersebut tetapi tiap tidak
  tolong untuk yaitu yakni yang cara contoh ingin mau cari mencari butuh
  aku anda beliau kalian kau kalau kalo kok koq sih deh dong nih tuh lho loh kan pun lah kah kek aja doang cuma cuman
  banget sekali amat gak nggak enggak ngga ga gk tak tdk bkn ndak kagak jangan udah udh sdh dah blm belom lg lgi jg dgn
  dg utk tuk yg krn karna soalnya sebab tapi tp tpi trus terus malah justru apalagi biar buat bwt sama dlm spy gimana
  gmn kenapa knp mengapa dimana kemana darimana mana sana situ begini begitu gini gitu kayak kyk macam pengen pingin kepengen kpd
  pas sampai sampe hampir sedang sementara sewaktu ketimbang maupun ataupun walau walaupun meski meskipun melainkan kemudian
  yuk ayo tau tahu harusnya seharusnya sebaiknya mungkin barangkali agak cukup paling lebih kurang terlalu makin semakin
  guna demi atas bawah diperlukan memerlukan dibutuhkan membutuhkan diharapkan mengharapkan menginginkan bermaksud hendak
  bapak ibuku pak bu min gan kak halo hai terima kasih kasihan oh ya iya
  a about all also an and any are as at be been but by can could do does for from get had has have how i if in into is it
  its may more most must no not of on or our out over so such than that the their them there these they this those to too
  up us via was we were what when where which who why will with would you your
  find looking want need needs because cannot cant dont doesnt didnt isnt arent wont them after before during while
  still always often very much many some every each other another only just even without through between
  me my mine he she him her his hers let lets make made makes being am`

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

/** Filler words that belong to a fixed expression, by the word that follows. */
const KEPT: Record<string, readonly string[]> = {
  lalu: ['lintas'],
  tidak: ['menular', 'sekolah', 'layak', 'mampu', 'sehat'],
  tak: ['layak', 'mampu'],
  satu: ['pintu', 'atap', 'data', 'kesehatan'],
  one: ['stop', 'door', 'data', 'roof'],
  out: ['school'],
  terima: ['kasih'],
  kurang: ['gizi', 'mampu'],
  non: ['tunai'],
  pas: ['foto'],
}

/** Filler words say nothing, unless the next word makes them part of an expression. */
export const isStopWord = (word: string, next?: string) =>
  STOP_WORDS.has(word) && !(next !== undefined && KEPT[word]?.includes(next))

/** Words that every practice could have: they count little beside others. Folded, not stemmed. */
const COMMON = `
  inovasi inovatif innovation innovations innovative terobosan program programme programs kegiatan activity praktik practice
  practices layanan pelayanan service services kerja pemerintah pemerintahan government daerah dinas instansi masyarakat warga
  people public publik sistem system upaya meningkatkan peningkatan improve improving membantu bantu help masalah problem
  problems kendala solusi solution mengatasi menangani penanganan hari waktu punya orang tempat kami kota kabupaten desa
  provinsi indonesia berbasis rutin terkait pihak proses belum pemda regional local`

const COMMON_WORDS: ReadonlySet<string> = new Set(COMMON.trim().split(/\s+/))

/** True for words of which nearly every practice could have one. */
export const isCommonWord = (word: string) => COMMON_WORDS.has(word)
