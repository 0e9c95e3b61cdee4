/** Headers of a file that is saved and never shown in the page; nobody keeps it for others. */
export function download(name: string, mediaType: string): Record<string, string> {
  const plain = name.replace(/[^\w.-]+/g, '-')
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-cache',
    'X-Robots-Tag': 'noindex',
  }
}
