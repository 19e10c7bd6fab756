import type { Locale } from '@jamvikt/i18n'
import type { Figure } from '../rules/cell-reader.ts'
import type { Gap } from '../rules/view.ts'

const SIGNS = {
  nil: '–',
  notApplicable: '.',
  unavailable: '..',
  withheld: '...',
  noAnswer: '....',
  declined: '.....',
  notAsked: '......',
} as const

/** A figure as it stands in a table: nil, zero and what is missing each in its own way. */
export function figureText(locale: Locale, { value, state }: Figure, decimals: number): string {
  if (state !== 'value') return SIGNS[state]
  return value === null ? SIGNS.unavailable : locale.figure(value, decimals)
}

/** A gap: per cent with one decimal, or a difference in the figures' own unit with its sign. */
export function gapText(locale: Locale, gap: number | null, kind: Gap, decimals: number): string {
  if (gap === null) return SIGNS.unavailable
  if (kind !== 'difference') return `${locale.figure(gap, 1)} %`
  const text = locale.figure(Math.abs(gap), decimals)
  return Number(Math.abs(gap).toFixed(decimals)) === 0 ? text : `${gap > 0 ? '+' : '−'}${text}`
}

/** The signs that stand among figures, each with its meaning. */
export function signsAmong(locale: Locale, figures: Iterable<Figure>): string[] {
  const states = new Set([...figures].map(({ state }) => state))
  return (Object.keys(SIGNS) as (keyof typeof SIGNS)[])
    .filter((state) => states.has(state))
    .map((state) => locale.text(`stat.sign.${state}`))
}
