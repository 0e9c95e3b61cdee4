/** The content security policy of a page: no script at all unless the page brings ours, no inline style ever. */
export function securityPolicy({ nonce, dev = false }: { nonce?: string; dev?: boolean }): string {
  const script = nonce ? `'nonce-${nonce}' 'strict-dynamic'` : "'none'"
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `script-src ${script}`,
    // The development server reloads pages through a socket.
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
