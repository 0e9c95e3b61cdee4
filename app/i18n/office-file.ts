import { text } from './text.ts'

/** Why a Word or Excel file was not taken. */
export const officeFileMessages = text(
  {
    fileMissing: 'Berkas belum dipilih. Pilih berkas dari perangkat Anda.',
    fileEmpty: 'Berkas ini kosong (0 byte). Periksa di perangkat Anda, lalu unggah lagi.',
    fileTooLarge: (megabytes: string) => `Berkas terlalu besar. Paling besar ${megabytes} MB.`,
    fileTooLong: 'Dokumen ini terlalu panjang untuk satu proposal. Simpan bagian proposalnya saja, lalu unggah lagi.',
    fileNoText:
      'Tidak ada tulisan dalam dokumen ini. Bila isinya hasil pindaian, ketik atau salin teksnya lebih dahulu.',
    fileEncrypted: 'Berkas ini terkunci kata sandi. Buka di program asalnya, hapus kata sandinya, lalu unggah lagi.',
    fileOld:
      'Berkas ini berbentuk lama (.doc atau .xls). Buka, pilih “Simpan sebagai” .docx atau .xlsx, lalu unggah lagi.',
    fileNotWord:
      'Isi berkas ini bukan dokumen Word (.docx), walaupun namanya mungkin berkata demikian. Simpan naskahnya sebagai .docx, lalu unggah lagi.',
    fileNotSheet:
      'Isi berkas ini bukan lembar kerja Excel (.xlsx) atau CSV, walaupun namanya mungkin berkata demikian. Simpan daftarnya sebagai .xlsx, lalu unggah lagi.',
    fileBroken: 'Berkas ini rusak atau tidak utuh. Buka di program asalnya, simpan ulang, lalu unggah lagi.',
    fileBomb: 'Berkas ini membengkak jauh melebihi ukurannya ketika dibuka, jadi tidak dibaca.',
    fileMacros: 'Berkas ini berisi makro (program). Simpan tanpa makro sebagai .docx atau .xlsx, lalu unggah lagi.',
  },
  {
    fileMissing: 'No file was chosen. Choose a file from your device.',
    fileEmpty: 'This file is empty (0 bytes). Check it on your device, then upload it again.',
    fileTooLarge: (megabytes) => `The file is too large. At most ${megabytes} MB.`,
    fileTooLong: 'This document is too long for one proposal. Save only the part with the proposal and upload that.',
    fileNoText: 'There is no text in this document. If it is a scan, type or copy its text first.',
    fileEncrypted: 'This file is locked by a password. Open it in its program, remove the password, upload it again.',
    fileOld: 'This file has an old form (.doc or .xls). Open it, choose “Save as” .docx or .xlsx, upload it again.',
    fileNotWord:
      'This file is not a Word document (.docx), whatever its name may say. Save the text as .docx, then upload it again.',
    fileNotSheet:
      'This file is not an Excel sheet (.xlsx) or CSV, whatever its name may say. Save the list as .xlsx, then upload it again.',
    fileBroken: 'This file is damaged or incomplete. Open it in its program, save it again, upload it again.',
    fileBomb: 'This file swells to far more than its size when it is opened, so it was not read.',
    fileMacros: 'This file holds macros (a program). Save it without macros as .docx or .xlsx, upload it again.',
  },
)
