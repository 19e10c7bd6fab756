import type { AuditCell, Stages } from '@jamvikt/equity'
import {
  type Category,
  cellsOf,
  STATE,
  type StatDimension,
  type StatTable,
  sizesOf,
  stridesOf,
  type Texts,
} from '@jamvikt/tables'

/** A released period, as its ledger entry holds it. */
export interface ReleasedPeriod {
  readonly period: string
  readonly cells: readonly AuditCell[]
  readonly stages: Stages
}

/** Words for labels, in all languages of the table. */
export type LabelWords = (dimension: string, code: string) => Texts

const TOTAL = 'total'
const MEASURES = [
  ['applied', 'applied'],
  ['granted', 'granted'],
  ['amountApplied', 'amountApplied'],
  ['amountGranted', 'amountGranted'],
] as const
type Measure = (typeof MEASURES)[number][0]

/**
 * Released periods of a list as one statistical table: sex crossed by one more dimension, or by none, with totals, for each
 * measure and period. What a release hides is `withheld`; a group that a period does not have is `nil`; a measure that a
 * period does not know is `unavailable`. Nothing is worked out: every figure stands in a release.
 * @param crossing the dimension beside sex; `null` for sex alone
 */
export function catalogueTable(
  periods: readonly ReleasedPeriod[],
  crossing: string | null,
  words: LabelWords,
  title: Texts,
): StatTable {
  const ids = ['sex', ...(crossing === null ? [] : [crossing])]
  const dimensions: StatDimension[] = [
    ...ids.map((id) => groupDimension(id, periods, words)),
    measureDimension(periods, words),
    {
      id: 'period',
      label: words('', 'period'),
      role: 'time',
      categories: periods.map(({ period }) => ({ code: period, label: words('period', period) })),
    },
  ]
  const sizes = sizesOf({ dimensions })
  const strides = stridesOf(sizes)
  const values = new Float64Array(cellsOf(sizes))
  const states = new Uint8Array(values.length).fill(STATE.nil)
  const measures = (dimensions.at(-2)?.categories ?? []).map(({ code }) => code as Measure)
  const measureStride = strides.at(-2) ?? 1
  for (const [p, { cells, stages }] of periods.entries()) {
    for (const [m, measure] of measures.entries()) {
      if (stages[measure]) continue
      for (let at = m * measureStride + p; at < values.length; at += measureStride * measures.length) {
        values[at] = Number.NaN
        states[at] = STATE.unavailable
      }
    }
    for (const cell of cells) {
      const names = Object.keys(cell.by)
      if (names.some((name) => !ids.includes(name))) continue
      const start = ids.reduce((sum, id, d) => {
        const place = dimensions[d]?.categories.findIndex(({ code }) => code === (cell.by[id] ?? TOTAL)) ?? 0
        return sum + place * (strides[d] ?? 1)
      }, p)
      for (const [m, measure] of measures.entries()) {
        if (!stages[measure]) continue
        const at = start + m * measureStride
        const figure = figureOf(cell, measure)
        values[at] = figure ?? Number.NaN
        states[at] = figure === null ? STATE.withheld : figure === 0 ? STATE.nil : STATE.value
      }
    }
  }
  return { id: '', languages: ['sv', 'en'], title, dimensions, stub: ids.length, values, states }
}

/** Kronor are whole öre by a hundred: exact to the öre. */
function figureOf(cell: AuditCell, measure: Measure): number | null {
  if ('suppressed' in cell && cell.suppressed === true) return null
  if (!('counts' in cell)) return null
  if (measure === 'applied') return cell.counts.applied
  if (measure === 'granted') return cell.counts.granted
  const amount = measure === 'amountApplied' ? cell.amounts.applied : cell.amounts.granted
  return amount.totalOre / 100
}

function groupDimension(id: string, periods: readonly ReleasedPeriod[], words: LabelWords): StatDimension {
  const codes = new Set(periods.flatMap(({ cells }) => cells.flatMap(({ by }) => by[id] ?? [])))
  const order = id === 'sex' ? ['women', 'men'] : []
  const sorted = [...codes].toSorted((a, b) => rank(order, a) - rank(order, b) || (a < b ? -1 : 1))
  const categories: Category[] = [...sorted, TOTAL].map((code) => ({ code, label: words(id, code) }))
  return {
    id,
    label: words('', id),
    role: id === 'municipality' || id === 'county' ? 'geo' : 'classification',
    categories,
    elimination: { total: TOTAL },
  }
}

function rank(order: readonly string[], code: string): number {
  const at = order.indexOf(code)
  return at < 0 ? order.length : at
}

function measureDimension(periods: readonly ReleasedPeriod[], words: LabelWords): StatDimension {
  const known = MEASURES.filter(([, stage]) => periods.some(({ stages }) => stages[stage]))
  return {
    id: 'measure',
    label: words('', 'measure'),
    role: 'metric',
    categories: known.map(([code]) => ({
      code,
      label: words('measure', code),
      measure: {
        decimals: 0,
        unit: words('unit', code.startsWith('amount') ? 'kronor' : 'cases'),
        kind: 'flow',
      },
    })),
  }
}
