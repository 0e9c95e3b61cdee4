import { PROVINCE_TILES, tintOf } from '#app/domain/network/tiles.ts'

const FILL = ['var(--mori-2)', 'var(--nila-2)', 'var(--nila-3)', '#3d5f9f', 'var(--nila-deep)']

/** The map of provinces as small squares: decoration beside a link to the real one. */
export function MiniMap({ provinces }: { provinces: readonly { code: string; practices: number }[] }) {
  const paths = FILL.map((fill, tint) => ({
    fill,
    d: provinces
      .filter(({ practices }) => tintOf(practices) === tint)
      .map(({ code }) => square(code))
      .join(''),
  }))
  return (
    <svg className="mini-map" viewBox="0 0 168 84" aria-hidden="true">
      {paths.map(({ fill, d }) => d && <path key={fill} fill={fill} d={d} />)}
    </svg>
  )
}

function square(code: string): string {
  const tile = PROVINCE_TILES[code]
  return tile ? `M${(tile[0] - 1) * 12} ${(tile[1] - 1) * 12}h10v10h-10z` : ''
}
