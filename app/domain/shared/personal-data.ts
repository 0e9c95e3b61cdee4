/** 16 digits in one piece, in fours, as printed on the card (6-6-4), or by their meaning (2-2-2-6-4). */
const ID_NUMBER =
  /(?<!\d)(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4}|\d{2}([ .-])\d{2}\3\d{2}\3\d{6}\3\d{4})(?!\d)/

/**
 * Whether a text holds something like an identity number (NIK, 16 digits). Such numbers have no place in free text:
 * UU 27/2022 (PDP) asks to collect no more personal data than the purpose needs.
 */
export function hasIdNumber(text: string): boolean {
  return ID_NUMBER.test(plainDigits(text))
}

/** Digits as they are meant, whatever signs they are written with. */
function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
}

/** Nine digits or more, in one piece or with single signs between: telephone, NIP, family card, account. */
const LONG_NUMBER = /(?:\d[ .()/-]{0,2}){9,}/
const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/

/**
 * Whether a text holds a number or an address that may belong to one person. Names cannot be told from other words:
 * what must not show them has to rely on how many people wrote the same.
 */
export function holdsPersonalData(text: string): boolean {
  const plain = plainDigits(text)
  return ID_NUMBER.test(plain) || LONG_NUMBER.test(plain) || EMAIL.test(plain)
}
