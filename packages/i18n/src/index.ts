import { en } from './en/index.ts'
import { sv } from './sv/index.ts'

export const LANGUAGES = ['sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type MessageKey = keyof typeof sv

type Named<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Named<Rest>
  : never
/** A key with a sibling `.one`, for when there is one of what it counts. */
export type CountedKey = { [Key in MessageKey]: `${Key}.one` extends MessageKey ? Key : never }[MessageKey]
type ParamsOf<Key extends MessageKey> = Record<Named<(typeof sv)[Key]>, string | number>
type Arguments<Key extends MessageKey> = [Named<(typeof sv)[Key]>] extends [never]
  ? []
  : [params: ParamsOf<Key>]

const catalogues: Record<Language, Record<MessageKey, string>> = { sv, en }

export function isLanguage(text: string | undefined): text is Language {
  return text === 'sv' || text === 'en'
}

export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(sv, text)
}

function fill(text: string, params: Record<string, string | number>) {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''))
}

/**
 * Texts and numbers of one language. Numbers in texts are formatted by the caller, who knows their unit.
 * `text` takes typed keys with the parameters their Swedish text names; `dynamic` takes a key known only at run time
 * and gives `fallback` where the catalogue has none.
 */
function makeLocale(language: Language) {
  const tag = language === 'sv' ? 'sv-SE' : 'en-GB'
  const catalogue = catalogues[language]
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const oneDecimal = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const threeDecimals = new Intl.NumberFormat(tag, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const twoDecimals = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'Europe/Stockholm' })
  const time = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  })
  const figures = Array.from(
    { length: 16 },
    (_, digits) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  // A minus sign, not a hyphen, in every language.
  const written = (format: Intl.NumberFormat, value: number) => format.format(value).replace('-', '−')
  const collator = new Intl.Collator('sv-SE', { numeric: true })
  return {
    language,
    tag,
    text: <Key extends MessageKey>(key: Key, ...[params]: Arguments<Key>) =>
      fill(catalogue[key], params ?? {}),
    dynamic: (key: string, fallback: string, params: Record<string, string | number> = {}) =>
      isMessageKey(key) ? fill(catalogue[key], params) : fallback,
    /** A text of so many, with `{count}` in it: that of one where there is one. */
    counted: (key: CountedKey, count: number) => {
      const one: `${CountedKey}.one` = `${key}.one`
      return fill(catalogue[count === 1 ? one : key], { count: written(number, count) })
    },
    number: (value: number) => written(number, value),
    /** A figure with the decimals that its producer gives it, 0–15. */
    figure: (value: number, decimals: number) => written(figures[decimals] ?? number, value),
    decimal: (value: number) => written(twoDecimals, value),
    /** A share 0–1 as per cent with one decimal. */
    percent: (share: number) => `${written(oneDecimal, share * 100)} %`,
    /** A share as whole per cent, for axes. */
    wholePercent: (share: number) => `${number.format(share * 100)} %`,
    /** A difference of shares in percentage points, signed. */
    points: (difference: number) => {
      const tenths = Math.round(Math.abs(difference) * 1000)
      const sign = tenths === 0 ? '' : difference > 0 ? '+' : '−'
      return `${sign}${oneDecimal.format(tenths / 10)}`
    },
    /** Whole kronor of an amount in öre. */
    kronor: (amountOre: number) => `${number.format(Math.round(amountOre / 100))} kr`,
    /** Large sums: million kronor with one decimal, or whole kronor below one million. */
    largeKronor: (amountOre: number) =>
      Math.abs(amountOre) >= 1e8
        ? `${oneDecimal.format(amountOre / 1e8)} ${language === 'sv' ? 'mnkr' : 'million kr'}`
        : `${number.format(Math.round(amountOre / 100))} kr`,
    probability: (p: number) => (p < 0.001 ? `< ${threeDecimals.format(0.001)}` : threeDecimals.format(p)),
    date: (value: Date | string) => date.format(new Date(value)),
    time: (value: Date | string) => time.format(new Date(value)),
    compare: (a: string, b: string) => collator.compare(a, b),
  }
}

export type Locale = ReturnType<typeof makeLocale>
const locales: Record<Language, Locale> = { sv: makeLocale('sv'), en: makeLocale('en') }

/** The one locale object of a language; formatters are made once since making them is slow. */
export function localeOf(language: Language): Locale {
  return locales[language]
}

/** The language a browser asks for first among those we have; Swedish when it asks for neither. */
export function negotiate(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase()
    if (isLanguage(tag)) return tag
  }
  return 'sv'
}
