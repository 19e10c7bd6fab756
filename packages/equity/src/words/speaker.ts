export type Language = 'sv' | 'en'

/** A finding as a typed key with its figures; what is written stands in the family's texts. */
export interface Sentence {
  readonly key: string
  readonly params: object
}

/** How figures read in a language. Shares are 0–1; NaN never comes here. */
export interface Formats {
  /** A number with at most `digits` decimals, 2 unless told. */
  readonly number: (value: number, digits?: number) => string
  /** A number with exactly so many decimals, 0–4. */
  readonly fixed: (value: number, digits: number) => string
  /** A number with at most three significant digits, for figures whose size is not known beforehand. */
  readonly figure: (value: number) => string
  /** A share as per cent with one decimal: 14.9 %. */
  readonly percent: (share: number) => string
  /** A difference of shares in percentage points without unit or sign: 2.8. */
  readonly points: (difference: number) => string
  /** A p-value: three decimals, or "< 0.001". */
  readonly p: (p: number) => string
  /** "from a to b", each end written by `write`. */
  readonly interval: (
    interval: { readonly low: number; readonly high: number },
    write: (value: number) => string,
  ) => string
}

/** The texts of a family in one language: a function for each key. */
export type Texts<S extends Sentence> = {
  readonly [Key in S['key']]: (params: Extract<S, { key: Key }>['params'], formats: Formats) => string
}

/** An interval as it goes with "lower" or "higher" by an amount: turned where the value is negative. */
export function sizeInterval(
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
): { readonly low: number; readonly high: number } {
  return value < 0 ? { low: -high, high: -low } : { low, high }
}

function makeFormats(tag: string, to: string): Formats {
  const byDigits = Array.from(
    { length: 5 },
    (_, digits) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits }),
  )
  const byExactDigits = Array.from(
    { length: 5 },
    (_, digits) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const one = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const three = new Intl.NumberFormat(tag, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const significant = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 })
  // A minus sign, not a hyphen, in every language.
  const written = (format: Intl.NumberFormat, value: number) =>
    format.format(Object.is(value, -0) ? 0 : value).replace('-', '−')
  return {
    number: (value, digits = 2) => written(byDigits[digits] ?? three, value),
    fixed: (value, digits) => written(byExactDigits[digits] ?? three, value),
    figure: (value) => written(significant, value),
    percent: (share) => `${written(one, share * 100)} %`,
    points: (difference) => one.format(Math.abs(difference) * 100),
    p: (p) => (p < 0.001 ? `< ${three.format(0.001)}` : three.format(p)),
    interval: ({ low, high }, write) => `${write(low)} ${to} ${write(high)}`,
  }
}

const formats: Readonly<Record<Language, Formats>> = {
  sv: makeFormats('sv-SE', 'till'),
  en: makeFormats('en-GB', 'to'),
}

/**
 * Makes a family's speaker: it writes a sentence out in Swedish or English.
 *
 * @param texts a function for each key and language; the types require every key in both
 */
export function speaker<S extends Sentence>(texts: Readonly<Record<Language, Texts<S>>>) {
  return (sentence: S, language: Language): string => {
    const write = texts[language][sentence.key as S['key']] as (params: object, formats: Formats) => string
    return write(sentence.params, formats[language])
  }
}
