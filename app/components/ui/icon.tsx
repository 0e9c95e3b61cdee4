/*
 * Icons sit inline where they are used: repeated paths cost a few bytes after compression, and a page carries only
 * what it shows. They are decoration beside a word and hidden from screen readers.
 */

const ICONS = {
  alert: <path d="M10 3 18 17H2zM10 8v4M10 14.3v.2" />,
  arrow: <path d="M3 10h13M11 5l5 5-5 5" />,
  bell: <path d="M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3" />,
  box: <path d="M3.5 3.5h13v13h-13z" />,
  check: <path d="m3.5 10.5 4.5 4.5 9-10" />,
  clock: <path d="M3 10a7 7 0 1 1 14 0 7 7 0 1 1-14 0M10 6v4l3 2" />,
  columns: <path d="M3 4h4v12H3zM8.5 4h4v12h-4zM14 4h3v12h-3z" />,
  document: <path d="M5 2h7l4 4v12H5zM12 2v4h4M8 10h5M8 13h5" />,
  download: <path d="M10 3v10M5.5 9l4.5 4.5L14.5 9M3 17h14" />,
  info: <path d="M3 10a7 7 0 1 1 14 0 7 7 0 1 1-14 0M10 9.5v4M10 6.5v.2" />,
  lock: <path d="M4 9h12v8H4zM7 9V6a3 3 0 0 1 6 0v3" />,
  people: (
    <path d="M4 7a3 3 0 1 1 6 0 3 3 0 1 1-6 0M2 17c0-3 2-5 5-5s5 2 5 5M13 4.5a3 3 0 0 1 0 5.5M15 12.5c2 .7 3 2.2 3 4.5" />
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  print: <path d="M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z" />,
  quote: <path d="M4 14c2-1 3-2 3-4H4V5h5v5c0 3-2 5-5 5.5M12 14c2-1 3-2 3-4h-3V5h5v5c0 3-2 5-5 5.5" />,
  search: <path d="M3 8.5a5.5 5.5 0 1 1 11 0 5.5 5.5 0 1 1-11 0M13 13l5 5" />,
  x: <path d="m5 5 10 10M15 5 5 15" />,
} as const

export type IconName = keyof typeof ICONS

/** A line icon, 20 × 20, in the colour of its text. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 20 20" aria-hidden="true">
      {ICONS[name]}
    </svg>
  )
}

const disc = 'M1.5 8a6.5 6.5 0 1 1 13 0 6.5 6.5 0 1 1-13 0'
const ring = 'M2 8a6 6 0 1 1 12 0 6 6 0 1 1-12 0'

const GLYPHS = {
  disc: <path d={disc} />,
  'half-disc': (
    <>
      <path d={ring} fill="none" strokeWidth="1.6" />
      <path d="M8 2v12A6 6 0 0 1 8 2z" />
    </>
  ),
  ring: <path d={ring} fill="none" strokeWidth="1.6" />,
  'dashed-ring': <path d={ring} fill="none" strokeWidth="1.8" strokeDasharray="2.6 2.1" />,
  square: <path d="M2 2h12v12H2z" />,
  triangle: <path d="M8 1.5 15.5 14.5H.5z" />,
  'disc-arrow': (
    <>
      <path d="M1 8a7 7 0 1 1 14 0 7 7 0 1 1-14 0" />
      <path d="M8 11.5v-7M5 7.3l3-3 3 3" fill="none" stroke="var(--paper)" strokeWidth="1.8" />
    </>
  ),
  'two-discs': (
    <>
      <path d="M.5 8a5 5 0 1 1 10 0 5 5 0 1 1-10 0" />
      <path d="M7.3 8a4.2 4.2 0 1 1 8.4 0 4.2 4.2 0 1 1-8.4 0" fill="none" strokeWidth="1.8" />
    </>
  ),
  diamond: <path d="M8 .5 15.5 8 8 15.5.5 8z" />,
} as const

export type GlyphName = keyof typeof GLYPHS

/** A filled shape, 16 × 16, that carries a state together with its word. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg className="g" viewBox="0 0 16 16" aria-hidden="true">
      {GLYPHS[name]}
    </svg>
  )
}
