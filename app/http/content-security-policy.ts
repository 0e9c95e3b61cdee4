type Page = {
  /** The page brings script files of ours. No nonce: finished pages are kept and sent again. */
  hasScript?: boolean
  dev?: boolean
}

/** The content security policy of a page: no script at all unless the page brings ours, no inline style ever. */
export function securityPolicy({ hasScript = false, dev = false }: Page): string {
  const script = hasScript ? "'self'" : "'none'"
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
