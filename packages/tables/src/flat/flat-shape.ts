import { type DimensionRole, TIME_UNITS, type TimeUnit } from '../stat/stat-table.ts'
import { type Cell, isDateCell, isRefusedCell, type TableRow } from '../table.ts'
import { readFigure } from './read-figure.ts'

/** How a list of rows is a statistical table: which columns hold codes, and which hold figures. */
export interface FlatShape {
  /** Columns of codes, in order; `label` names the column of their texts where there is one. */
  readonly dimensions: readonly {
    readonly column: string
    readonly role: DimensionRole
    readonly label?: string
  }[]
  /** Columns of figures, at least one. */
  readonly values: readonly string[]
  /** What the columns of figures run over, none to two; `codes` holds one for each of `values`. */
  readonly across: readonly Across[]
  /** The column that tells why a figure is missing, by sign. */
  readonly status: string | null
  /** The signs in figures; told by the figures themselves where it is not given. */
  readonly numbers?: NumberSigns
}

/** The sign before decimals, and the one between thousands; spaces part thousands in any case. */
export interface NumberSigns {
  readonly decimal: '.' | ','
  readonly thousands: '' | '.' | ',' | "'"
}

export interface Across {
  readonly id: string
  readonly role: 'time' | 'metric'
  readonly codes: readonly string[]
}

const TIME_HEADER = /^(tid|år|ar|year|time|time_period|period|månad|month|kvartal|quarter|date|datum)$/i
const GEO_HEADER =
  /^((region|kommun|läns?|lans?|municipality|county)(_?(kod|code|id))?|place|geo|plats|ort)$/i
const CODE_HEADER =
  /^(kön|kon|sex|gender|ålder|alder|age|åldersgrupp|kpi|sni|ssyk|sun|.*(kod|code|_id|grupp|group|klass|class))$/i
const CODES_HEADER = /(kod|koder|code|codes|_id|id)$/i
const VALUE_HEADER = /^(value|värde|varde|obs_value)$/i
const STATUS_HEADER = /^(status|obs_status|value_status)$/i
const PERIOD = /^X?(\d{4})(?:-\d{4}|[KQ][1-4]|M(?:0[1-9]|1[0-2])|H[12]|[VW][0-5]\d)?$/

/** The period that a text names: an R-made `X` before it is left out. `null` where it names none. */
export function periodOf(text: string): string | null {
  return PERIOD.test(text) ? text.replace(/^X/, '') : null
}

/** What the one column of figures says that they are; `null` where it is a period, or only says that it has figures. */
export function contentsOf({ values }: Pick<FlatShape, 'values'>): string | null {
  const [header, ...more] = values
  if (header === undefined || more.length > 0 || VALUE_HEADER.test(header)) return null
  return periodOf(header) === null ? header : null
}

/**
 * The unit of time that all periods have, by their form.
 * @returns `undefined` where they differ or are spans of years
 * @example timeUnitOf(['2023K1', '2023K2']) // 'quarter'
 */
export function timeUnitOf(periods: readonly string[]): TimeUnit | undefined {
  const forms: Readonly<Record<TimeUnit, RegExp>> = {
    year: /^\d{4}$/,
    'half-year': /^\d{4}H[12]$/,
    quarter: /^\d{4}[KQ][1-4]$/,
    month: /^\d{4}M\d\d$/,
    week: /^\d{4}[VW]\d\d$/,
    day: /^\d{4}-\d\d-\d\d$/,
  }
  return TIME_UNITS.find((unit) => periods.length > 0 && periods.every((period) => forms[unit].test(period)))
}

/** A cell as the code it stands for. */
export function codeText(cell: Cell): string {
  if (cell === null || isRefusedCell(cell)) return ''
  return (isDateCell(cell) ? cell.date : String(cell)).trim().replace(/^'(?=[=+\-@])/, '')
}

/**
 * Proposes how a list of rows is a statistical table, by its headers and a sample of its rows: columns of figures are
 * those that hold numbers and are not named as codes or time; columns that number the rows are left out.
 * @param sample rows under the header; some hundreds are enough
 * @param numbers the signs in figures, where somebody has said
 * @returns a shape to correct; `null` where no column holds figures
 * @example suggestFlatShape(['region', 'kön', 'X2019'], rows)?.across // [{ id: 'tid', role: 'time', codes: ['2019'] }]
 */
export function suggestFlatShape(
  headers: readonly string[],
  sample: readonly TableRow[],
  numbers?: NumberSigns,
): FlatShape | null {
  const kinds = headers.map((header, at) => kindOfColumn(header.normalize('NFC'), sample, at, numbers))
  const named = (kind: ColumnKind) => headers.filter((_, at) => kinds[at] === kind)
  const explicit = headers.filter((header, at) => kinds[at] === 'value' && VALUE_HEADER.test(header))
  const figures = named('value')
  const values =
    explicit.length === 1 && figures.every((header) => periodOf(header) === null) ? explicit : figures
  if (values.length === 0) return null
  const others = values === figures ? [] : figures.filter((header) => !values.includes(header))
  // Figures beside the figure are codes only where the other codes do not tell the rows apart.
  const extra = isUnique(
    headers.filter((_, at) => kinds[at] === 'code'),
    headers,
    sample,
  )
    ? []
    : others
  const codes = headers.filter((header, at) => kinds[at] === 'code' || extra.includes(header))
  const labelOf = labelsOf(codes, headers, sample)
  const labels = new Set(labelOf.values())
  const dimensions = codes
    .filter((column) => !labels.has(column))
    .map((column) => {
      const label = labelOf.get(column)
      return { column, role: roleOf(column), ...(label === undefined ? {} : { label }) }
    })
  const across = acrossOf(values)
  return {
    dimensions: onceEach(dimensions, across),
    values,
    across,
    status: named('status')[0] ?? null,
    ...(numbers === undefined ? {} : { numbers }),
  }
}

function isUnique(
  codes: readonly string[],
  headers: readonly string[],
  sample: readonly TableRow[],
): boolean {
  const places = codes.map((code) => headers.indexOf(code))
  const keys = sample.map(({ cells }) => JSON.stringify(places.map((at) => codeText(cells[at] ?? null))))
  return new Set(keys).size === keys.length
}

/** “2019”, “X2019” and “Folkmängd 2019” run over time; the last also over contents; other headers over contents alone. */
export function acrossOf(values: readonly string[]): Across[] {
  const parted = values.map((header) => {
    const [, contents = '', period = header] = /^(.*\S)\s+(\S+)$/.exec(header) ?? []
    return { contents, period: periodOf(period) }
  })
  const codes = parted.map(({ period }) => period ?? '')
  const contents = parted.map((part) => part.contents)
  const metric = (list: readonly string[]) => ({ id: 'measure', role: 'metric' as const, codes: list })
  if (codes.includes('')) return values.length > 1 ? [metric(values)] : []
  const time = { id: 'tid', role: 'time' as const, codes }
  return contents.every((each) => each === '') ? [time] : [metric(contents), time]
}

/** Columns that hold the texts of other columns' codes: named so, or beside a column of codes and one to one with it. */
function labelsOf(
  codes: readonly string[],
  headers: readonly string[],
  sample: readonly TableRow[],
): Map<string, string> {
  const found = new Map<string, string>()
  for (const code of codes) {
    const named = codes.find((other) => other === `${code} label`)
    const label = named ?? (CODES_HEADER.test(code) ? codes.find((other) => isLabel(code, other)) : undefined)
    if (label !== undefined) found.set(code, label)
  }
  return found

  function isLabel(code: string, other: string): boolean {
    if (other === code || CODES_HEADER.test(other) || TIME_HEADER.test(other)) return false
    const [at, beside] = [headers.indexOf(code), headers.indexOf(other)]
    const pairs = new Set<string>()
    const [left, right] = [new Set<string>(), new Set<string>()]
    for (const { cells } of sample) {
      const [a, b] = [codeText(cells[at] ?? null), codeText(cells[beside] ?? null)]
      left.add(a)
      right.add(b)
      pairs.add(JSON.stringify([a, b]))
    }
    return left.size > 1 && left.size === pairs.size && right.size === pairs.size
  }
}

type ColumnKind = 'code' | 'value' | 'status' | 'rownumber'

function kindOfColumn(
  header: string,
  sample: readonly TableRow[],
  at: number,
  numbers?: NumberSigns,
): ColumnKind {
  if (STATUS_HEADER.test(header)) return 'status'
  if (TIME_HEADER.test(header) || GEO_HEADER.test(header) || CODE_HEADER.test(header)) return 'code'
  const cells = sample.map(({ cells }) => cells[at] ?? null).filter((cell) => cell !== null)
  const figures = cells.filter((cell) => readFigure(cell, numbers) !== null).length
  if (cells.length === 0 || figures < 0.9 * cells.length) return 'code'
  const isNumbering =
    /^kolumn \d+$/.test(header) && cells.every((cell, row) => Number(codeText(cell)) === row + 1)
  return isNumbering ? 'rownumber' : 'value'
}

function roleOf(header: string): DimensionRole {
  if (TIME_HEADER.test(header)) return 'time'
  return GEO_HEADER.test(header.normalize('NFC')) ? 'geo' : 'classification'
}

/** A table has one time: further columns of time, such as a month beside its year, are classifications. */
function onceEach(dimensions: FlatShape['dimensions'], across: readonly Across[]): FlatShape['dimensions'] {
  const time = across.some(({ role }) => role === 'time')
    ? -1
    : dimensions.findIndex(({ role }) => role === 'time')
  return dimensions.map((dimension, at) =>
    dimension.role === 'time' && at !== time ? { ...dimension, role: 'classification' } : dimension,
  )
}
