import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import satori from 'satori'
import sharp from 'sharp'
import type { LifeStatus } from '../../db/vocabulary.ts'
import { fontFile, fontRuns } from './fonts.ts'
import { INK } from './pen.ts'

/** What the picture of a practice says. */
export type Card = {
  network: string
  kicker: string
  title: string
  brand?: string
  where: string
  life: { status: LifeStatus; words: string }
  id: string
}

const WIDTH = 1200
const HEIGHT = 630
const PAD = 64
/** So many letters of a title in this size fill four lines at most; longer ones are cut with an ellipsis. */
const TITLE_SIZES = [
  { upTo: 48, size: 68 },
  { upTo: 84, size: 60 },
  { upTo: 120, size: 52 },
  { upTo: Number.POSITIVE_INFINITY, size: 46 },
]
const COLOURS = 48

/** The shapes of the life statuses, 16 × 16, as on the pages. */
const GLYPH: Record<LifeStatus, { d: string; isDashed?: boolean; color: string }> = {
  unconfirmed: { d: 'M2 8a6 6 0 1 1 12 0 6 6 0 1 1-12 0', isDashed: true, color: INK.dim },
  stopped: { d: 'M2 2h12v12H2z', color: INK.dim },
  constrained: { d: 'M8 1.5 15.5 14.5H.5z', color: '#754a00' },
  steady: { d: 'M1.5 8a6.5 6.5 0 1 1 13 0 6.5 6.5 0 1 1-13 0', color: '#1c6235' },
  growing: { d: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 1 1 0-13', color: '#1c6235' },
  replicated: { d: 'M.5 8a5 5 0 1 1 10 0 5 5 0 1 1-10 0M8 12.6a5 5 0 1 0 0-9.2', color: '#1c6235' },
  transformed: { d: 'M8 .5 15.5 8 8 15.5.5 8z', color: '#1c6235' },
}

type Style = Record<string, string | number>
type Node = { type: string; props: Record<string, unknown> }

const box = (style: Style, ...children: (Node | string | undefined)[]): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children: children.filter((child) => child !== undefined) },
})
const line = (text: string, style: Style): Node => ({
  type: 'div',
  props: { style: { display: 'block', ...style }, children: settable(text) },
})

/** Only what the typeface has. */
const settable = (text: string) =>
  fontRuns(text)
    .map((run) => run.text)
    .join('')

type Font = NonNullable<Parameters<typeof satori>[1]['fonts']>[number]
let fonts: Font[] | undefined

function loadFonts(): Font[] {
  fonts ??= (['latin', 'latin-ext'] as const).flatMap((range) =>
    ([400, 600] as const).map((weight) => ({
      name: range === 'latin' ? 'Source Sans' : 'Source Sans Ext',
      weight,
      style: 'normal' as const,
      data: readFileSync(fontFile(range, weight === 400 ? 'regular' : 'bold')),
    })),
  )
  return fonts
}

/** Draws the picture that messengers and networks show beside a link: 1200 × 630, a PNG of few colours. */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const svg = await satori(picture(card) as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts: loadFonts(),
  })
  const png = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
  return sharp(png).png({ palette: true, colours: COLOURS, compressionLevel: 9, effort: 7, dither: 0 }).toBuffer()
}

function picture({ network, kicker, title, brand, where, life, id }: Card): Node {
  const size = TITLE_SIZES.find(({ upTo }) => title.length <= upTo)?.size ?? 46
  const clamp = (lines: number): Style => ({ lineClamp: lines, overflow: 'hidden' })
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      flexDirection: 'column',
      background: '#ffffff',
      color: INK.text,
      fontFamily: 'Source Sans, Source Sans Ext',
    },
    box(
      { padding: `34px ${PAD}px 18px`, alignItems: 'baseline', justifyContent: 'space-between' },
      box(
        { alignItems: 'baseline', gap: 22 },
        line('JIPP', { fontSize: 52, fontWeight: 600, color: INK.nila }),
        line(network, { fontSize: 28, color: INK.dim }),
      ),
      line(id, { fontSize: 28, color: INK.dim }),
    ),
    box({ height: 7, margin: `0 ${PAD}px`, background: INK.nila }),
    box({ height: 2, margin: `4px ${PAD}px 0`, background: INK.nila }),
    box(
      { flexDirection: 'column', flexGrow: 1, justifyContent: 'center', padding: `0 ${PAD}px` },
      line(kicker, { fontSize: 28, color: INK.dim, marginBottom: 10, ...clamp(1) }),
      line(title, { fontSize: size, fontWeight: 600, lineHeight: 1.14, ...clamp(4) }),
      brand ? line(brand, { fontSize: 34, fontWeight: 600, color: INK.soga, marginTop: 14, ...clamp(1) }) : undefined,
    ),
    box(
      { padding: `0 ${PAD}px 22px`, alignItems: 'center', justifyContent: 'space-between', gap: 32 },
      line(where, { fontSize: 28, flexGrow: 1, width: 640, ...clamp(1) }),
      box(
        { alignItems: 'center', gap: 14, flexShrink: 0, color: GLYPH[life.status].color },
        glyph(life.status),
        line(life.words, { fontSize: 30, fontWeight: 600 }),
      ),
    ),
    band(),
  )
}

function glyph(status: LifeStatus): Node {
  const { d, isDashed, color } = GLYPH[status]
  const look = isDashed
    ? { fill: 'none', stroke: color, 'stroke-width': 1.8, 'stroke-dasharray': '2.6 2.1' }
    : { fill: color }
  return {
    type: 'svg',
    props: { width: 32, height: 32, viewBox: '0 0 16 16', children: [{ type: 'path', props: { d, ...look } }] },
  }
}

/** The woven band of diamonds that closes every page. */
function band(): Node {
  const step = 40
  const diamonds = Array.from({ length: WIDTH / step }, (_, index) => {
    const x = index * step
    return `M${x} 14l20-14 20 14-20 14z`
  }).join('')
  return {
    type: 'svg',
    props: {
      width: WIDTH,
      height: 28,
      viewBox: `0 0 ${WIDTH} 28`,
      children: [
        { type: 'path', props: { d: `M0 0h${WIDTH}v28H0z`, fill: INK.nila } },
        { type: 'path', props: { d: diamonds, fill: '#e5a11a' } },
      ],
    },
  }
}
