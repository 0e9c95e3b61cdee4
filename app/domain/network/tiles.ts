/**
 * The tile map of 38 provinces: column and row (from 1) in a grid of 14 × 7, and the short name on the tile.
 * The same positions are the classes `.p<code>` of the style sheet.
 */
export const PROVINCE_TILES: Readonly<Record<string, readonly [column: number, row: number, short: string]>> = {
  11: [1, 1, 'Aceh'],
  12: [2, 2, 'Sumut'],
  13: [2, 3, 'Sumbar'],
  14: [3, 2, 'Riau'],
  15: [3, 3, 'Jambi'],
  16: [3, 4, 'Sumsel'],
  17: [2, 4, 'Bkl'],
  18: [3, 5, 'Lampung'],
  19: [4, 3, 'Babel'],
  21: [4, 2, 'Kepri'],
  31: [4, 6, 'DKI'],
  32: [4, 7, 'Jabar'],
  33: [5, 6, 'Jateng'],
  34: [5, 7, 'DIY'],
  35: [6, 6, 'Jatim'],
  36: [3, 6, 'Banten'],
  51: [7, 7, 'Bali'],
  52: [8, 7, 'NTB'],
  53: [9, 7, 'NTT'],
  61: [5, 3, 'Kalbar'],
  62: [6, 3, 'Kalteng'],
  63: [6, 4, 'Kalsel'],
  64: [7, 3, 'Kaltim'],
  65: [7, 2, 'Kaltara'],
  71: [10, 2, 'Sulut'],
  72: [9, 3, 'Sulteng'],
  73: [8, 5, 'Sulsel'],
  74: [9, 4, 'Sultra'],
  75: [9, 2, 'Gtalo'],
  76: [8, 4, 'Sulbar'],
  81: [11, 4, 'Maluku'],
  82: [11, 3, 'Malut'],
  91: [14, 3, 'Papua'],
  92: [13, 3, 'Pabar'],
  93: [14, 5, 'Pasel'],
  94: [13, 4, 'Pateng'],
  95: [14, 4, 'Papeg'],
  96: [12, 3, 'PBD'],
}

/** The western half of the grid ends with this column; phones show the halves one above the other. */
export const WEST_COLUMNS = 7

/** The least number of practices of each tint. */
export const TINT_STEPS = [0, 1, 8, 16, 40] as const

/** The tint of a tile, 0 (none) to 4. */
export function tintOf(practices: number): number {
  return TINT_STEPS.findLastIndex((least) => practices >= least)
}
