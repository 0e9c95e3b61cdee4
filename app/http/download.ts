/** Headers of a file that is saved and never shown in the page; nobody keeps it for others. */
export function download(name: string, mediaType: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': attachmentNamed(name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-cache',
    'X-Robots-Tag': 'noindex',
  }
}

/** RFC 6266 with RFC 8187: the name in its own letters, and one in plain ones for programs of earlier days. */
export function attachmentNamed(name: string): string {
  const plainName = name.normalize('NFKD').replace(/[^\w ().,+-]/g, '') || 'lampiran'
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`
}
