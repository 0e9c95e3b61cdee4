import { lowerFirst } from '#app/i18n/format.ts'

/** Labels of a vocabulary in one line: "Prosedur layanan, pelatihan petugas". */
export function wordList(labels: readonly string[]): string {
  return labels.map((label, index) => (index === 0 ? label : lowerFirst(label))).join(', ')
}
