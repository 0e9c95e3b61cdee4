/*
 * Passwords that are tried first, in both languages. Only those matter that are long enough to be chosen:
 * whole ones, and words that people lengthen with digits or signs at either end.
 */

const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Common as they are (10 characters or more). */
export const COMMON_PASSWORDS = words(`
  1234567890 0123456789 9876543210 0987654321 12345678910 1234554321 1122334455 1112223334 1231231231 123123123123
  1234512345 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 1qaz2wsx3edc qazwsxedcrfv zaq12wsxcde3 qwerty12345
  123qweasdzxc qweasdzxc123 asdf123456 a123456789 abc1234567 abcd123456 abcde12345 aa12345678 aaa1234567 p@ssw0rd123
  p@ssword123 pa55word123 passw0rd123 passw0rd1234 password1234 adm1n12345 admin12345 admin123456 test123456
  user123456 root123456 indonesia45 indonesia17 17agustus1945 17081945170845 merdeka1945 bismillah1 sayang12345
  iloveyou123 letmein1234 welcome1234 changeme123 qwer1234567 zxcvbnm1234 asdfghjkl1 asdfghjkl; qwertyuiop[
`)

/** Common words, names and rows of keys: refused also with digits or signs around them. */
export const COMMON_WORDS = words(`
  password passwort passwords passphrase kata sandi katasandi katakunci rahasia rahasiaku sandiku sandi pass passwd
  p@ssw0rd p@ssword passw0rd pa$$word admin administrator superadmin adminadmin root user username pengguna operator
  guest tamu test testing tester demo contoh coba percobaan default changeme gantisaya welcome selamatdatang letmein
  login masuk loginlogin secret secretsecret access master masterkey computer komputer internet laptop samsung android
  iphone google googlegoogle facebook instagram whatsapp youtube twitter gmail yahoo microsoft windows
  qwerty qwertyuiop qwertyui qwertyqwerty asdfghjkl asdfasdf asdfgh zxcvbnm zxcvbn qazwsx qazwsxedc abcdefghij abcdef
  abcdefghijk abcabcabc aaaaaaaaaa iloveyou ilovey loveyou lovelove sayang sayangku sayangkamu akusayangkamu cinta
  cintaku akucintakamu kasih rindu bismillah bismilah bismillahirrahmanirrahim alhamdulillah allahuakbar
  assalamualaikum muhammad muhammadsaw astaghfirullah subhanallah insyaallah yesuskristus yesus tuhanyesus puji
  indonesia indonesiaku indonesiaraya indonesiamerdeka merdeka garuda pancasila nusantara jakarta surabaya bandung
  semarang yogyakarta palembang makassar medan denpasar jawatimur jawabarat jawatengah sumaterasel sumatera
  sumateraselatan sulawesiselatan kalimantan papua
  pemerintah pemprov pemkab pemkot pemda provinsi kabupaten kota kecamatan kelurahan desa bupati walikota gubernur
  dinas kantor pegawai pegawainegeri pelayanan pelayananpublik layananpublik inovasi inovasipelayanan
  inovasipelayananpublik jipp jippjipp jippindonesia panrb kemenpanrb sinovik menpan hubjipp
  football soccer sepakbola baseball basketball badminton persib persija arema superman batman spiderman pokemon naruto
  dragon monkey sunshine princess shadow michael jordan charlie freedom whatever trustno trustnoone starwars
  anjing kucing kelinci harimau macan singa naga bunga mawar melati matahari bintang bulan rumah keluarga mamapapa
  papamama ibuku ayahku anakku bundaku semangat sukses bahagia sabar ikhlas jangan janganlupa lupa lupalagi
  sayalupa bebas sesuka sembarang terserah januari februari maret april juni juli agustus september oktober november
  desember senin selasa rabu kamis jumat sabtu minggu january february march june july august october december monday
  tuesday wednesday thursday friday saturday sunday summer winter spring autumn hello helloworld goodmorning budi siti
  agus dewi putri putra rizky fitri wahyu nurul ahmad susanto setiawan
`)
