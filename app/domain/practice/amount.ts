/** Words of amounts as Indonesians write them. */
const MAGNITUDE: Record<string, number> = {
  ribu: 1e3,
  rb: 1e3,
  juta: 1e6,
  jt: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  m: 1e9,
  triliun: 1e12,
}

/** `Rp 45.000.000,-`: the currency before, a figure, a word of magnitude, the dash or the cents that are none behind. */
const AMOUNT =
  /^(?:rp\.?|idr)?\s*(\d[\d.,\s]*?)\s*(ribu|rb|juta|jt|miliar|milyar|m|triliun)?\s*(?:rupiah)?\s*(?:[.,]\s?[-–—]+|[-–—]+)?$/i

/**
 * A whole amount as people type it: `9.500.000`, `Rp 45.000.000,-`, `412 juta`, `1,5 miliar`, `45 jt`. `undefined` where it
 * may be read in two ways, or is none: `1.5`, `45,000`, `sekitar 3 juta`.
 */
export function readAmount(text: string): number | undefined {
  const [, digits = '', word] = AMOUNT.exec(text.trim()) ?? []
  const figure = readFigure(digits.replace(/\s+/g, ' '), word !== undefined)
  if (figure === undefined) return undefined
  const value = Math.round(figure * (MAGNITUDE[word?.toLowerCase() ?? ''] ?? 1) * 100) / 100
  return Number.isSafeInteger(value) ? value : undefined
}

function readFigure(digits: string, isScaled: boolean): number | undefined {
  // Dots or blanks between thousands, cents that are none; before a word of magnitude a comma parts a fraction.
  const indonesian = isScaled
    ? /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2}))?$/
    : /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(0{1,2}))?$/
  const [, whole, part = '0'] = indonesian.exec(digits) ?? []
  if (whole) return Number(`${whole.replace(/\D/g, '')}.${part}`)
  // `45,000,000` has two commas and can only be thousands; `1.5 juta` can only be a fraction.
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll(',', ''))
  return isScaled && /^\d+\.\d{1,2}$/.test(digits) ? Number(digits) : undefined
}
