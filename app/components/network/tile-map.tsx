import { PROVINCE_TILES, TINT_STEPS, tintOf, WEST_COLUMNS } from '#app/domain/network/tiles.ts'
import { networkText } from '#app/i18n/network.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { cx } from '../ui/class-names.ts'

export type ProvinceFigures = {
  code: string
  name: string
  practices: number
  districts: number
  withPractice: number
  hubs: readonly { name: string; slug: string }[]
}

/** 38 provinces as tiles, each a link to its practices: one list per half, so that phones stack west over east. */
export function TileMap({ provinces }: { provinces: readonly ProvinceFigures[] }) {
  const t = networkText(useLang())
  const half = (east: boolean) =>
    provinces.filter(({ code }) => {
      const tile = PROVINCE_TILES[code]
      return tile && tile[0] > WEST_COLUMNS === east
    })
  return (
    <div className="tiles">
      <ol aria-label={t.west}>
        {half(false).map((province) => (
          <Tile key={province.code} province={province} />
        ))}
      </ol>
      <ol aria-label={t.east}>
        {half(true).map((province) => (
          <Tile key={province.code} province={province} />
        ))}
      </ol>
    </div>
  )
}

function Tile({ province: { code, name, practices, hubs } }: { province: ProvinceFigures }) {
  const t = networkText(useLang())
  return (
    <li className={`p${code}`}>
      <a
        className={cx('tile', `tile--${tintOf(practices)}`, hubs.length > 0 && 'tile--hub')}
        href={paths.practices({ province: code })}
        title={name}
      >
        <b>{practices}</b>
        <span aria-hidden="true">{PROVINCE_TILES[code]?.[2]}</span>
        <span className="vh">
          {t.tile}, {name}
          {hubs.length > 0 && `, ${t.hasHub}`}
        </span>
      </a>
    </li>
  )
}

/** What the tints mean, and what the map cannot place. */
export function TileKey({ unplaced, abroad }: { unplaced: number; abroad: number }) {
  const t = networkText(useLang())
  return (
    <ul className="key mt-3" aria-label={t.key}>
      {TINT_STEPS.map((least, tint) => (
        <li key={least}>
          <span className={`tile tile--${tint}`} />
          {tint === 0
            ? t.keyNone
            : t.keyRange(least, TINT_STEPS[tint + 1] === undefined ? null : TINT_STEPS[tint + 1]! - 1)}
        </li>
      ))}
      <li>
        <span className="tile tile--1 tile--hub" />
        {t.keyHub}
      </li>
      <li className="dim">{t.keyRest(unplaced, abroad)}</li>
    </ul>
  )
}
