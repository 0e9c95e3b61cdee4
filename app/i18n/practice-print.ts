import { text } from './text.ts'

/** Words of the printed sheet of a practice, and of its picture. */
export const printText = text(
  {
    network: 'Jaringan Inovasi Pelayanan Publik',
    page: 'Halaman',
    of: 'dari',
    foot: (id: string, version: number, date: string) => `${id} · versi ${version} · terbit ${date}`,
    subject: (id: string, version: number) => `Praktik ${id}, versi ${version}`,
    qr: (address: string) => `Kode QR ke ${address}`,
    confirmed: (date: string) => `dikonfirmasi ${date}`,
    notice: (version: number, address: string) =>
      `Lembar ini memuat versi ${version}. Periksa versi terbaru dan keadaannya lewat kode QR di halaman pertama atau di ${address}.`,
    oldVersion: (version: number, latest: number) =>
      `Ini versi ${version}. Versi terbaru saat lembar ini dibuat adalah versi ${latest}.`,
    demo: 'Praktik ini adalah contoh rekaan untuk mencoba sistem.',
    foreign: '(dalam bahasa Inggris)',
    outcome: 'Hasil yang dilaporkan',
    region: 'Wilayah',
    card: 'Praktik pelayanan publik',
  },
  {
    network: 'Indonesia’s public-service innovation network',
    page: 'Page',
    of: 'of',
    foot: (id, version, date) => `${id} · version ${version} · published ${date}`,
    subject: (id, version) => `Practice ${id}, version ${version}`,
    qr: (address) => `QR code of ${address}`,
    confirmed: (date) => `confirmed ${date}`,
    notice: (version, address) =>
      `This sheet holds version ${version}. Check the newest version and its life status with the QR code on the first page or at ${address}.`,
    oldVersion: (version, latest) =>
      `This is version ${version}. The newest when this sheet was made is version ${latest}.`,
    demo: 'This practice is made up, for trying the system.',
    foreign: '(in Indonesian)',
    outcome: 'Reported outcome',
    region: 'Region',
    card: 'Public-service practice',
  },
)
