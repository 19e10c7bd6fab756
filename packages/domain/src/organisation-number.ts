import { digitsOfPerson, luhnHolds } from './personal-number.ts'

export type OrganisationNumberResult =
  | { ok: true; kind: 'organisation'; organisationNumber: string }
  | { ok: true; kind: 'soleTrader'; personalKey: string }
  | { ok: false; reason: 'organisation-number-malformed' | 'organisation-number-checksum' }

/**
 * Reads a Swedish organisation number and tells a sole trader's personal number (also a coordination number, whose
 * day is raised by 60) from a legal person's, whose third digit is 2 or more. Accepts ten digits, or twelve with
 * the prefix 16 (organisation) or 18–20 (person), with "-", "+" or spaces; 7–9 bare digits are taken as a personal
 * number whose leading zeros a spreadsheet has dropped. The check digit is Luhn's.
 * A personal number leaves this function only as what `keyedHash` makes of its ten digits: the same person hashes
 * alike with or without century.
 * @param text the number as written
 * @param keyedHash a keyed hash (HMAC) of the caller's, applied to the ten digits of a personal number
 * @returns `NNNNNN-NNNN` of an organisation, a sole trader's key, or a refusal that never repeats the input
 * @example readOrganisationNumber('2120001355', hash) // { ok: true, kind: 'organisation', … '212000-1355' }
 */
export function readOrganisationNumber(
  text: string,
  keyedHash: (tenDigits: string) => string,
): OrganisationNumberResult {
  const compact = text.trim().replace(/[\s\u00a0]/g, '')
  if (!/^(\d{7,12}|(\d\d)?\d{6}[-+–]\d{4})$/.test(compact)) {
    return { ok: false, reason: 'organisation-number-malformed' }
  }
  const person = digitsOfPerson(compact)
  if (person !== undefined) {
    if (!luhnHolds(person)) return { ok: false, reason: 'organisation-number-checksum' }
    return { ok: true, kind: 'soleTrader', personalKey: keyedHash(person) }
  }
  const digits = compact.replace(/\D/g, '').replace(/^16(?=\d{10}$)/, '')
  if (digits.length !== 10 || Number(digits[2]) < 2 || digits.startsWith('0')) {
    return { ok: false, reason: 'organisation-number-malformed' }
  }
  if (!luhnHolds(digits)) return { ok: false, reason: 'organisation-number-checksum' }
  return {
    ok: true,
    kind: 'organisation',
    organisationNumber: `${digits.slice(0, 6)}-${digits.slice(6)}`,
  }
}
