/** The part of the program's logger that the search needs. */
export type SearchLog = Record<'info' | 'warn' | 'error', (facts: Record<string, unknown>, message: string) => void>
