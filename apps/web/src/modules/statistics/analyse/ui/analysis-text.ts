import type { Gap, Interval } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import { type TableParts, textOf } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { labelOf } from '../../rules/view.ts'
import { MOST_STRATA } from '../rules/choice.ts'

export const NONE = '..'

/** How the dimensions and categories of a table are written, and the figures of an analysis. */
export interface Words {
  readonly locale: Locale
  readonly name: (dimension: string) => string
  readonly label: (dimension: string, code: string) => string
  /** A combination of categories; all together where there is none. */
  readonly combination: (dimensions: readonly string[], codes: readonly string[]) => string
  readonly share: (share: number | null | undefined) => string
  readonly shareWithin: (share: number, interval: Interval) => string
  readonly points: (difference: number | null | undefined) => string
  readonly pointsWithin: (figure: Gap['difference'] | null | undefined) => string
  readonly decimalWithin: (figure: Gap['difference'] | null | undefined) => string
  /** A p-value with its letter; nothing where there is none. */
  readonly p: (p: number | null) => string
  /** Some names, and how many more there are. */
  readonly list: (names: readonly string[]) => string
  readonly refusal: (reason: string, about?: { readonly place?: string; readonly count?: number }) => string
}

const NAMES = 12

export function wordsOf(locale: Locale, parts: TableParts, { sex }: Concepts): Words {
  const { language } = locale
  const dimensions = new Map(parts.dimensions.map((dimension) => [dimension.id, dimension]))
  const labels = new Map(
    parts.dimensions.map((dimension) => [
      dimension.id,
      new Map(
        dimension.categories.map(({ code, label }) => [
          code,
          textOf(label, language, parts.languages) || code,
        ]),
      ),
    ]),
  )
  const label = (id: string, code: string) =>
    id === sex?.dimension && (code === sex.codes.women || code === sex.codes.men)
      ? locale.text(code === sex.codes.women ? 'analyse.women' : 'analyse.men')
      : (labels.get(id)?.get(code) ?? labelOf(dimensions.get(id), code, language, parts.languages))
  const within = (value: string, interval: Interval | null, write: (value: number) => string) =>
    interval === null
      ? value
      : `${value} (${locale.text('analyse.interval', { low: write(interval.low), high: write(interval.high) })})`
  const points = (value: number | null | undefined) => (value == null ? NONE : locale.points(value))
  return {
    locale,
    name: (id) => textOf(dimensions.get(id)?.label, language, parts.languages) || id,
    label,
    combination: (ids, codes) =>
      codes.length === 0
        ? locale.text('analyse.everybody')
        : codes.map((code, at) => label(ids[at] ?? '', code)).join(' · '),
    share: (value) => (value == null ? NONE : locale.percent(value)),
    shareWithin: (value, interval) =>
      within(locale.percent(value), interval, (end) => locale.figure(100 * end, 1)),
    points,
    pointsWithin: (figure) => (figure == null ? NONE : within(points(figure.value), figure.interval, points)),
    decimalWithin: (figure) =>
      figure == null ? NONE : within(locale.decimal(figure.value), figure.interval, locale.decimal),
    p: (p) => (p === null ? '' : `p ${locale.probability(p)}`),
    list: (names) =>
      [
        names.slice(0, NAMES).join(', '),
        ...(names.length > NAMES
          ? [locale.text('analyse.more', { count: locale.number(names.length - NAMES) })]
          : []),
      ].join(' '),
    refusal: (reason, { place = locale.text('analyse.everybody'), count = 0 } = {}) =>
      locale.dynamic(`analyse.refused.${reason}`, locale.text('analyse.refused.other', { reason }), {
        place,
        count: locale.number(count),
        most: locale.number(MOST_STRATA),
      }),
  }
}
