import { timeUnitOf } from '../json-stat/time-unit.ts'
import { STATE } from '../stat/cell-state.ts'
import { mostDecimals } from '../stat/figure-decimals.ts'
import { checkedRead, DEFAULT_STAT_LIMITS, type StatRead, StatRefusedError } from '../stat/refusal.ts'
import {
  type Category,
  type CellMark,
  cellsOf,
  type StatDimension,
  type StatTable,
  type Texts,
} from '../stat/stat-table.ts'
import type { KoladaDatum, KoladaKpi, KoladaMunicipality } from './kolada-answers.ts'

const SEXES: readonly { readonly code: string; readonly label: Texts }[] = [
  { code: 'K', label: { sv: 'Kvinnor', en: 'Women' } },
  { code: 'M', label: { sv: 'Män', en: 'Men' } },
  { code: 'T', label: { sv: 'Totalt', en: 'Total' } },
]

/** What Kolada’s `status` says of a value that is not there. */
const STATE_OF_STATUS: ReadonlyMap<string, number> = new Map([
  ['', STATE.unavailable],
  ['missing', STATE.unavailable],
  ['private', STATE.withheld],
])

/**
 * A table of figures from Kolada: by KPI (the contents), municipality or region, sex (women first) and year. What has
 * figures is in it, in the order of the lists given, years ascending; an identifier that a list lacks is its own label.
 *
 * A value is a figure, 0 too. Without a value the status tells: `Private` withheld, `Missing` or none unavailable;
 * any other is unavailable and kept as a mark. A value’s status is kept as its mark. A deleted value counts as not
 * there. Where Kolada has no row: not applicable for women or men of a KPI that is not divided by sex, otherwise
 * unavailable. `count`, how many municipalities a group’s mean is made of, is left out. Decimals shown: 0 where every
 * figure is whole, otherwise 1.
 * @param data of all pages together
 * @returns the table, in Swedish with English names of the dimensions; `duplicate-key` where a figure comes twice;
 * `too-many-cells`; `empty-dimension` without figures
 * @source Kolada API version 2, “Query data”
 * @example koladaTable(page.values, catalogue.kpis, municipalities)
 */
export function koladaTable(
  data: readonly KoladaDatum[],
  kpis: readonly KoladaKpi[],
  municipalities: readonly KoladaMunicipality[],
): StatRead {
  try {
    return checkedRead(tableOf(data, kpis, municipalities))
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    throw error
  }
}

function tableOf(
  data: readonly KoladaDatum[],
  kpis: readonly KoladaKpi[],
  municipalities: readonly KoladaMunicipality[],
): StatTable {
  const kpiCodes = inOrder(new Set(data.map(({ kpi }) => kpi)), kpis)
  const places = inOrder(new Set(data.map(({ municipality }) => municipality)), municipalities)
  const found = new Set<string>(data.flatMap(({ values }) => values.map(({ gender }) => gender)))
  const sexes = SEXES.filter(({ code }) => found.has(code))
  const years = [...new Set(data.map(({ period }) => period))].sort()
  const axes = [kpiCodes, places, sexes.map(({ code }) => code), years]
  const cells = cellsOf(axes.map(({ length }) => length))
  if (cells > DEFAULT_STAT_LIMITS.cells)
    throw new StatRefusedError('too-many-cells', { detail: String(cells) })
  const kpiOf = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  const divided = kpiCodes.map((code) => kpiOf.get(code)?.is_divided_by_gender ?? true)
  const figures = readFigures(data, axes, divided)
  const byKpi = cells / kpiCodes.length
  const titleOf = new Map(municipalities.map(({ id, title }) => [id, title]))
  const dimensions: StatDimension[] = [
    {
      id: 'kpi',
      label: { sv: 'nyckeltal', en: 'key figure' },
      role: 'metric',
      categories: kpiCodes.map((code, k): Category => {
        const values = figures.values.subarray(k * byKpi, (k + 1) * byKpi)
        const description = kpiOf.get(code)?.description
        return {
          code,
          label: { sv: kpiOf.get(code)?.title ?? code },
          measure: { decimals: mostDecimals(values, 1) },
          ...(description === undefined ? {} : { notes: [{ text: { sv: description }, mandatory: false }] }),
        }
      }),
    },
    {
      id: 'municipality',
      label: { sv: 'kommun eller region', en: 'municipality or region' },
      role: 'geo',
      categories: places.map((code) => ({ code, label: { sv: titleOf.get(code) ?? code } })),
    },
    {
      id: 'sex',
      label: { sv: 'kön', en: 'sex' },
      role: 'classification',
      categories: sexes,
      ...(found.has('T') ? { elimination: { total: 'T' } } : {}),
    },
    yearsOf(years),
  ]
  const [only] = kpiCodes
  const title = kpiCodes.length === 1 && only !== undefined ? (kpiOf.get(only)?.title ?? only) : 'Nyckeltal'
  return {
    id: kpiCodes.length === 1 ? (only ?? '') : '',
    languages: ['sv', 'en'],
    title: { sv: title },
    source: { sv: 'Kolada' },
    dimensions,
    stub: 3,
    ...figures,
  }
}

function yearsOf(years: readonly string[]): StatDimension {
  const timeUnit = timeUnitOf(years)
  return {
    id: 'period',
    label: { sv: 'år', en: 'year' },
    role: 'time',
    categories: years.map((code) => ({ code, label: { sv: code } })),
    ...(timeUnit === undefined ? {} : { timeUnit }),
  }
}

function readFigures(
  data: readonly KoladaDatum[],
  axes: readonly (readonly string[])[],
  divided: readonly boolean[],
) {
  const [kpis = [], places = [], sexes = [], years = []] = axes
  const cells = cellsOf(axes.map(({ length }) => length))
  const values = new Float64Array(cells).fill(Number.NaN)
  const byKpi = cells / Math.max(1, kpis.length)
  const states = Uint8Array.from({ length: cells }, (_, cell) => {
    const sex = sexes[Math.floor(cell / years.length) % sexes.length]
    return (divided[Math.floor(cell / byKpi)] ?? true) || sex === 'T'
      ? STATE.unavailable
      : STATE.notApplicable
  })
  const at = axes.map((codes) => new Map(codes.map((code, place) => [code, place])))
  const filled = new Uint8Array(cells)
  const cellMarks: CellMark[] = []
  for (const datum of data) {
    for (const { gender, value, status, isdeleted } of datum.values) {
      if (isdeleted) continue
      const spot = [datum.kpi, datum.municipality, gender, datum.period].map(
        (code, d) => at[d]?.get(code) ?? 0,
      )
      const [k = 0, m = 0, s = 0, y = 0] = spot
      const cell = ((k * places.length + m) * sexes.length + s) * years.length + y
      if (filled[cell] === 1)
        throw new StatRefusedError('duplicate-key', {
          detail: [datum.kpi, datum.municipality, gender, datum.period].join(' ').slice(0, 60),
        })
      filled[cell] = 1
      const stated = STATE_OF_STATUS.get(status.toLowerCase())
      values[cell] = value ?? Number.NaN
      states[cell] = value === null ? (stated ?? STATE.unavailable) : STATE.value
      if (status !== '' && (value !== null || stated === undefined))
        cellMarks.push({ at: spot, mark: { sv: status } })
    }
  }
  return { values, states, ...(cellMarks.length === 0 ? {} : { cellMarks }) }
}

/** Those that are there, as a list has them; those it lacks last, by code. */
function inOrder(present: ReadonlySet<string>, list: readonly { readonly id: string }[]): readonly string[] {
  const listed = list.map(({ id }) => id).filter((id) => present.has(id))
  const known = new Set(listed)
  return [...known, ...[...present].filter((id) => !known.has(id)).sort()]
}
