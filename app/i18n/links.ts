import { text } from './text.ts'

/** What was found out about links that lead out of the site. */
export const linkText = text(
  {
    title: (n: number) => (n === 1 ? 'Satu tautan sumber mati' : `${n} tautan sumber mati`),
    since: 'sejak',
    mend: 'Perbaiki tautan sumber',
    begin: 'Mulai versi baru untuk memperbaikinya.',
    status: (status: string) => `Menjawab ${status}`,
    answer: {
      '404': 'Halamannya tidak ada lagi (404)',
      '410': 'Halamannya sudah dihapus (410)',
      'no-host': 'Nama situsnya tidak ada lagi',
      'not-public': 'Alamatnya tidak dapat dibuka umum',
      refused: 'Servernya menolak sambungan',
      timeout: 'Servernya tidak menjawab',
      redirects: 'Terus dialihkan tanpa akhir',
      certificate: 'Sertifikat keamanannya tidak sah',
      unreachable: 'Tidak dapat dihubungi',
      'broke-off': 'Sambungannya terputus',
    } as Record<string, string>,
  },
  {
    title: (n) => (n === 1 ? 'One source link is dead' : `${n} source links are dead`),
    since: 'since',
    mend: 'Mend the source links',
    begin: 'Begin a new version to mend it.',
    status: (status) => `Answers ${status}`,
    answer: {
      '404': 'The page is no longer there (404)',
      '410': 'The page was deleted (410)',
      'no-host': 'The name of the site no longer exists',
      'not-public': 'The address cannot be opened by the public',
      refused: 'The server refuses connections',
      timeout: 'The server does not answer',
      redirects: 'It redirects without end',
      certificate: 'Its security certificate is not valid',
      unreachable: 'Cannot be reached',
      'broke-off': 'The connection breaks off',
    },
  },
)
