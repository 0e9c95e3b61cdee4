/** Where the one live part of a page stands, and where its data is written. */
export const ISLAND = { box: 'island', data: 'island-data' } as const

const DATE = '$date'

/** What a live part is given, as text for the page: dates stay dates, and no sign can end the element around it. */
export function packIsland(value: unknown): string {
  const packed = JSON.stringify(value, function (this: Record<string, unknown>, key, given: unknown) {
    const raw = this[key]
    return raw instanceof Date ? { [DATE]: raw.toISOString() } : given
  })
  return packed.replaceAll('<', '\\u003c')
}

/** The same, read again in the browser. */
export function unpackIsland(text: string): unknown {
  return JSON.parse(text, (_key, given: unknown) =>
    typeof given === 'object' && given !== null && DATE in given ? new Date(String(given[DATE])) : given,
  )
}
