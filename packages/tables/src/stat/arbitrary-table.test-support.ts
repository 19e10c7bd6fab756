import fc from 'fast-check'
import { defined } from '../stat/defined.ts'
import { CELL_STATES, isFigure, STATE } from './cell-state.ts'
import type { DimensionRole, Measure, Note, StatDimension, StatTable, Texts, TimeUnit } from './stat-table.ts'
import { cellsOf, sizesOf, TIME_UNITS } from './stat-table.ts'
import type { ArbitraryTableOptions, TableFeature } from './table-features.test-support.ts'

const ODD = [
  '__proto__',
  'constructor',
  'toString',
  'YES',
  'DATA=',
  '..',
  '-',
  '0',
  '"',
  'a"b',
  ' a',
  'b ',
  'a;b',
]
const PERIODS: Readonly<Record<TimeUnit, (year: number) => string>> = {
  year: (year) => `${year}`,
  'half-year': (year) => `${year}H1`,
  quarter: (year) => `${year}K2`,
  month: (year) => `${year}M03`,
  week: (year) => `${year}V04`,
  day: (year) => `${year}-05-06`,
}
const KINDS = ['stock', 'flow', 'average'] as const
const PRICES = ['current', 'fixed'] as const
const SHOWN = ['code', 'label', 'code-label', 'label-code'] as const

/**
 * Makes tables that `checkStatTable` accepts, for properties such as “written and read back it is the same”. Every text
 * has all of the table's languages and is never empty; mandatory and optional notes stand in any order; figures are
 * never -0.
 * @param options bounds, and the features to leave out
 * @example fc.assert(fc.property(arbitraryTable({ without: ['fractions'] }), survives), { seed: 1 })
 */
export function arbitraryTable(options: ArbitraryTableOptions = {}): fc.Arbitrary<StatTable> {
  return fc.gen().map((draw) => new TableMaker(draw, options).table())
}

class TableMaker {
  readonly #draw: fc.GeneratorValue
  readonly #options: ArbitraryTableOptions
  readonly #without: ReadonlySet<TableFeature>
  readonly #languages: readonly string[]

  constructor(draw: fc.GeneratorValue, options: ArbitraryTableOptions) {
    const { languages = ['sv', 'en', 'fi'], without = [] } = options
    this.#draw = draw
    this.#options = options
    this.#without = new Set(without)
    this.#languages = languages.slice(0, this.#number(1, languages.length))
  }

  table(): StatTable {
    const dimensions = this.#dimensions()
    const hasMetric = dimensions.some(({ role }) => role === 'metric')
    const states = Uint8Array.from({ length: cellsOf(sizesOf({ dimensions })) }, () => this.#state())
    const texts = () => this.#maybe('tableTexts', () => this.#texts())
    const date = () => this.#maybe('dates', () => this.#date())
    const stated = CELL_STATES.slice(1).flatMap((state) => {
      const text = this.#maybe('stateTexts', () => this.#texts())
      return text === undefined ? [] : [[state, text] as const]
    })
    return defined({
      id: this.#maybe('tableTexts', () => this.#text()) ?? '',
      languages: this.#languages,
      title: this.#texts(),
      contents: texts(),
      description: texts(),
      source: texts(),
      database: texts(),
      contact: this.#maybe('tableTexts', () => this.#noteTexts()),
      subject: this.#maybe('tableTexts', () => ({ code: this.#text(), label: this.#texts() })),
      link: texts(),
      survey: texts(),
      licence: this.#maybe('licence', () => 'CC0-1.0'),
      created: date(),
      updated: date(),
      nextUpdate: date(),
      updateFrequency: this.#maybe('tableTexts', () => this.#text()),
      officialStatistics: this.#maybe('tableTexts', () => this.#some()),
      copyright: this.#maybe('tableTexts', () => this.#some()),
      notes: this.#maybe('tableNotes', () => this.#notes()),
      dimensions,
      stub: this.#has('anyStub') ? this.#number(0, dimensions.length) : dimensions.length - 1,
      measure: hasMetric ? undefined : this.#measure(false),
      values: Float64Array.from(states, (state) => this.#figure(state)),
      states,
      stateTexts: stated.length === 0 ? undefined : Object.fromEntries(stated),
      cellNotes: this.#maybe('cellNotes', () =>
        this.#list(() => ({ at: this.#place(dimensions), note: this.#note() })),
      ),
      cellMarks: this.#maybe('cellMarks', () =>
        this.#list(() => ({ at: this.#place(dimensions), mark: this.#texts() })),
      ),
    })
  }

  #dimensions(): StatDimension[] {
    const count = this.#number(1, this.#options.mostDimensions ?? 5)
    const labels = this.#labels(count, true)
    const main = this.#languages[0] ?? ''
    const names = labels.map((label) => label[main] ?? '')
    const ids = this.#maybe('ownIds', () => this.#distinct(count)) ?? names
    const taken = new Set<DimensionRole>()
    return ids.map((id, at) => this.#dimension(id, labels[at] ?? {}, taken))
  }

  #dimension(id: string, label: Texts, taken: Set<DimensionRole>): StatDimension {
    const once = (['metric', 'time'] as const).filter((each) => !taken.has(each))
    const roles = ([...once, 'geo'] as const).filter((each) => this.#has(each))
    const role = this.#one<DimensionRole>(['classification', ...roles])
    taken.add(role)
    const timeUnit = role === 'time' && this.#some() ? this.#one(TIME_UNITS) : undefined
    const count = this.#number(1, this.#options.mostCategories ?? 4)
    const codes =
      timeUnit !== undefined && this.#some()
        ? Array.from({ length: count }, (_, at) => PERIODS[timeUnit](2001 + at))
        : this.#distinct(count)
    const labels = this.#labels(count, !this.#has('sharedLabels'))
    return defined({
      id,
      label,
      role,
      categories: codes.map((code, at) =>
        defined({
          code,
          label: labels[at] ?? {},
          notes: this.#maybe('categoryNotes', () => this.#notes()),
          measure: role === 'metric' ? this.#measure(true) : undefined,
        }),
      ),
      children: this.#maybe('children', () => this.#children(codes)),
      elimination: this.#maybe('elimination', () => ({ total: this.#some() ? this.#one(codes) : null })),
      timeUnit,
      map: role === 'geo' ? this.#maybe('map', () => this.#texts()) : undefined,
      domain: this.#maybe('domain', () => this.#texts()),
      notes: this.#maybe('dimensionNotes', () => this.#notes()),
      show: this.#maybe('show', () => this.#one(SHOWN)),
    })
  }

  /** Parts come after their wholes, so that there is no circle. */
  #children(codes: readonly string[]): Record<string, readonly string[]> | undefined {
    const entries = codes.flatMap((code, at) => {
      const parts = codes.slice(at + 1).filter(() => this.#some())
      return parts.length === 0 ? [] : [[code, parts] as const]
    })
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  }

  #measure(isOfContents: boolean): Measure {
    return defined({
      unit: this.#some() ? this.#texts() : undefined,
      decimals: this.#has('fractions') ? this.#number(0, 6) : 0,
      kind: this.#maybe('measureDetails', () => this.#one(KINDS)),
      prices: this.#maybe('measureDetails', () => this.#one(PRICES)),
      adjusted: this.#maybe('measureDetails', () => ({ calendar: this.#some(), season: this.#some() })),
      basePeriod: this.#maybe('measureDetails', () => this.#texts()),
      referencePeriod: this.#maybe('measureDetails', () => this.#texts()),
      contact: isOfContents ? this.#maybe('measureDetails', () => this.#noteTexts()) : undefined,
      updated: isOfContents ? this.#maybe('dates', () => this.#date()) : undefined,
    })
  }

  #state(): number {
    const kind = this.#number(0, 9)
    if (kind > 3) return STATE.value
    if (kind === 3) return this.#has('nil') ? STATE.nil : STATE.value
    return this.#has('missingKinds')
      ? this.#number(STATE.notApplicable, CELL_STATES.length - 1)
      : STATE.unavailable
  }

  #figure(state: number): number {
    if (!isFigure(state)) return Number.NaN
    if (state === STATE.nil) return 0
    const kind = this.#number(0, 3)
    if (kind === 0 && this.#has('anyDouble'))
      return this.#draw(fc.double, { noNaN: true, noDefaultInfinity: true }) + 0
    const whole = this.#number(-1_000_000, 1_000_000)
    return this.#has('fractions') && kind > 1 ? whole / this.#one([2, 10, 100, 1000, 100_000]) + 0 : whole + 0
  }

  #place(dimensions: readonly StatDimension[]): (number | null)[] {
    return dimensions.map(({ categories }) => (this.#some() ? this.#number(0, categories.length - 1) : null))
  }

  #notes(): Note[] {
    return this.#list(() => this.#note())
  }

  #note(): Note {
    return { text: this.#noteTexts(), mandatory: this.#some() }
  }

  #texts(read = () => this.#text()): Texts {
    return Object.fromEntries(this.#languages.map((language) => [language, read()]))
  }

  /** Some are longer than the lines that formats allow. */
  #noteTexts(): Texts {
    return this.#texts(() => {
      const text = this.#some() ? this.#text().repeat(this.#number(1, 200)) : this.#text()
      const broken = this.#has('lineBreaks') && this.#some() ? `${text}\n${this.#text()}.` : `${text}.`
      return this.#has('hashInNotes') ? broken : broken.replaceAll('#', '')
    })
  }

  #labels(count: number, isDistinct: boolean): Texts[] {
    const lists = this.#languages.map((language) => {
      const labels = isDistinct ? this.#distinct(count) : Array.from({ length: count }, () => this.#text())
      return [language, labels] as const
    })
    return Array.from({ length: count }, (_, at) =>
      Object.fromEntries(lists.map(([language, labels]) => [language, labels[at] ?? ''])),
    )
  }

  #distinct(count: number): string[] {
    const found = new Set<string>()
    while (found.size < count) {
      const text = this.#text()
      found.add(found.has(text) ? `${text}${found.size}` : text)
    }
    return [...found]
  }

  #text(): string {
    const isOdd = this.#has('oddTexts')
    if (isOdd && this.#number(0, 5) === 0) return this.#one(ODD)
    const letters = isOdd ? ' aBåÄö9"\'#,;()=[]–é.' : 'aBåÄö9'
    const others = this.#has('anyScript') && this.#number(0, 3) === 0 ? [...'Жλ中😀'] : []
    return Array.from({ length: this.#number(1, 8) }, () => this.#one([...letters, ...others])).join('')
  }

  #date(): string {
    const date = `20${this.#number(10, 29)}-0${this.#number(1, 9)}-1${this.#number(0, 9)}`
    return this.#some() ? date : `${date}T1${this.#number(0, 9)}:3${this.#number(0, 9)}`
  }

  #list<T>(make: () => T): T[] {
    return Array.from({ length: this.#number(1, 3) }, make)
  }

  #has(feature: TableFeature): boolean {
    return !this.#without.has(feature)
  }

  #some(): boolean {
    return this.#draw(fc.boolean)
  }

  #maybe<T>(feature: TableFeature, make: () => T): T | undefined {
    return this.#has(feature) && this.#some() ? make() : undefined
  }

  #number(min: number, max: number): number {
    return this.#draw(fc.integer, { min, max })
  }

  #one<T>(values: readonly T[]): T {
    const value = values[this.#number(0, values.length - 1)]
    if (value === undefined) throw new Error('nothing to choose from')
    return value
  }
}
