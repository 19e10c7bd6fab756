const MASK = '••••••-••••'
/** Digits with whatever marks people write between the parts of a number: anything but letters, up to six. */
const NUMBER_RUN = /\d(?:[^\p{L}\d]{0,6}\d)*/gu

/**
 * Luhn's check on all digits, the last being the check digit; false for anything but digits.
 * @example luhnHolds('2120001355') // true
 */
export function luhnHolds(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const weighed = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

/** Month 01–12 and day 01–31, or 61–91 in a coordination number. */
function startsWithBirthDate(tenDigits: string): boolean {
  const month = Number(tenDigits.slice(2, 4))
  const day = Number(tenDigits.slice(4, 6))
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91))
}

/**
 * The ten digits of what has the shape of a personal or coordination number, or undefined. The check digit is not
 * looked at: a mistyped number gives its owner away too.
 * @example digitsOfPerson('19850101-1234') // '8501011234'
 */
export function digitsOfPerson(text: string): string | undefined {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 12 || digits.length === 11) return undefined
  if (digits.length === 12 && !/^(18|19|20)/.test(digits)) return undefined
  const ten = digits.length === 12 ? digits.slice(2) : digits.padStart(10, '0')
  if (!startsWithBirthDate(ten)) return undefined
  return digits.length >= 10 || luhnHolds(ten) ? ten : undefined
}

/**
 * Tells whether a text holds a personal number whose check digit is right; dates and case numbers seldom do.
 * @example containsPersonalNumber('dnr 123') // false
 */
export function containsPersonalNumber(text: string): boolean {
  return runsOf(text).some((run) => windowsOf(run).some((ten) => startsWithBirthDate(ten) && luhnHolds(ten)))
}

/**
 * Masks everything in a text that could be a personal or coordination number, with or without century, hyphen,
 * spaces or a right check digit; for every value that is echoed in a message. It masks rather too much: a number of
 * ten digits that happens to begin like a birth date is masked too.
 * @returns the text in Unicode's compatibility form (full-width digits as plain ones) with each such number written as "••••••-••••"
 * @example maskPersonalNumbers('Firma 850101-1234') // 'Firma ••••••-••••'
 */
export function maskPersonalNumbers(text: string): string {
  return text.normalize('NFKC').replace(NUMBER_RUN, (run) => (mayHoldPerson(run) ? MASK : run))
}

const runsOf = (text: string): string[] => text.normalize('NFKC').match(NUMBER_RUN) ?? []

function windowsOf(run: string): string[] {
  const digits = run.replace(/\D/g, '')
  if (digits.length < 10) return /^\d{7,9}$/.test(run) ? [digits.padStart(10, '0')] : []
  return Array.from({ length: digits.length - 9 }, (_, start) => digits.slice(start, start + 10))
}

function mayHoldPerson(run: string): boolean {
  const bareShort = /^\d{7,9}$/.test(run)
  return windowsOf(run).some((ten) => startsWithBirthDate(ten) && (!bareShort || luhnHolds(ten)))
}
