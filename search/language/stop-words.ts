/** Words that say nothing about a problem, of both languages and of the way people ask. Folded, not stemmed. */
const WORDS = `
  ada adalah adanya agar akan akibat antara apa apakah apabila atas atau bagaimana bagi bahkan bahwa banyak baru beberapa
  belum berbagai berupa bila bisa boleh bukan dalam dan dapat dari daripada demikian dengan di dia diri dua hal hanya harus
  hingga ia ialah ini itu jadi jika juga kami kamu kapan karena ke kepada ketika kita lagi lain lalu maka masih melalui
  memang menjadi mereka merupakan misalnya mohon namun nya oleh pada padahal para per perlu pernah saat saja sangat satu
  saya seberapa sebagai sebuah secara sehingga sejak sekitar selain selalu selama seluruh semua sendiri seorang seperti
  sering serta setelah setiap siapa sini suatu sudah supaya tanpa telah tentang tentu terhadap tersebut tetapi tiap tidak
  tolong untuk yaitu yakni yang cara contoh ingin mau cari mencari butuh
  a about all also an and any are as at be been but by can could do does for from get had has have how i if in into is it
  its may more most must no not of on or our out over so such than that the their them there these they this those to too
  up us via was we were what when where which who why will with would you your
  find looking want need needs`

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

export const isStopWord = (word: string) => STOP_WORDS.has(word)
