/** 16 digits in one piece, in fours, as printed on the card (6-6-4), or by their meaning (2-2-2-6-4). */
const ID_NUMBER =
  /(?<!\d)(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4}|\d{2}([ .-])\d{2}\3\d{2}\3\d{6}\3\d{4})(?!\d)/

/**
 * Whether a text holds something like an identity number (NIK, 16 digits). Such numbers have no place in free text:
 * UU 27/2022 (PDP) asks to collect no more personal data than the purpose needs.
 */
export function hasIdNumber(text: string): boolean {
  return ID_NUMBER.test(
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\s/g, ' '),
  )
}
