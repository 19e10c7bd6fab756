import { STATE, type StatTable, type TableParts, type Texts } from '@jamvikt/tables'
import { type Concepts, conceptsOf } from './concepts.ts'
import { agesCovered } from './coverage.ts'
import { once } from './once.ts'
import { type Pivot, pivotOf } from './pivot.ts'
import { queryOf, type View, viewOf } from './view.ts'

/** What does not hold of a table whichever way it is looked at, and what does not hold of one way to look at it. */
type TableCode =
  | 'no-sex'
  | 'one-sex'
  | 'share-without-men'
  | 'of-which'
  | 'men-first'
  | 'no-year'
  | 'no-unit'
  | 'zeros-untold'
  | 'missing-untold'
  | 'ages-missing'
type ViewCode =
  | 'sex-not-shown'
  | 'women-share-alone'
  | 'too-many-rows'
  | 'look-alike'
  | 'axis-cut'
  | 'small-base'

/** What a dataset is called and said to be, by those who keep it. */
interface Words {
  readonly name: string
  readonly description: string
}

/** Something that makes figures of women and men harder to read, or easier to misread. */
export interface PresentationFinding {
  readonly code: TableCode | ViewCode
  /** `must` is against the rules for statistics by sex; `advice` is for the reader's sake. */
  readonly severity: 'must' | 'advice'
  /** Figures that the sentence tells. */
  readonly figures: { readonly some: number; readonly all: number }
  /** The view that has it mended, where one does. */
  readonly mended: View | null
}

/** Words by which a text speaks of something. */
const SAID = {
  women: /(?<!\p{L})(kvinnor|kvinnors|kvinna|flickor|women|women’s|women's|girls|females?)(?!\p{L})/iu,
  men: /(?<!\p{L})(män|mäns|pojkar|men|men’s|men's|boys|males?)(?!\p{L})/iu,
  share: /(?<!\p{L})(andel|andelen|procent|share|proportion|per ?cent)|%/iu,
  ofWhich:
    /(?<!\p{L})(varav|därav|of which|of whom|whereof)\s+(kvinnor|flickor|män|pojkar|women|girls|men|boys)/iu,
  persons:
    /(?<!\p{L})(befolkning|befolkningen|folkmängd|invånare|personer|anställda|sysselsatta|arbetslösa|chefer|elever|studenter|population|inhabitants|persons|people|employees|employed|unemployed|managers|pupils|students)(?!\p{L})/iu,
  unit: /(?<!\p{L})(antal|kronor|kr|tkr|mnkr|euro|procent|timmar|minuter|number|hours|minutes|sek)(?!\p{L})|%/iu,
} as const
const YEAR = /(?<!\d)(19|20)\d\d(?!\d)/

/** Bases smaller than this make one person several per cent. */
const SMALL_BASE = 20
const MANY_ROWS = 40
const MANY_LINES = 4

/** All that a reader would stumble on in a view of a table: what must be mended first. */
export function presentationFindings(
  table: StatTable,
  view: View,
  concepts: Concepts,
  words: Words,
  pivot: Pivot = pivotOf(table, view, concepts, table.languages[0] ?? 'sv'),
): PresentationFinding[] {
  return [...tableFindings(table, concepts, words), ...viewFindings(table, view, concepts, pivot)].toSorted(
    (a, b) => Number(b.severity === 'must') - Number(a.severity === 'must'),
  )
}

/** What there is to stumble on for whoever opens a table without choosing anything. */
export function firstFindings(table: StatTable, words: Words): PresentationFinding[] {
  const concepts = conceptsOf(table)
  return presentationFindings(
    table,
    viewOf(() => undefined, table, concepts),
    concepts,
    words,
  )
}

function tableFindings(table: StatTable, concepts: Concepts, words: Words): PresentationFinding[] {
  const { said, signs, ages } = factsOf(table)
  const says = (what: keyof typeof SAID) => said[what] || SAID[what].test(words.name)
  const found = (code: TableCode, severity: PresentationFinding['severity'], some = 0, all = 0) => ({
    code,
    severity,
    figures: { some, all },
    mended: null,
  })
  const isOneSex = concepts.sex === null && says('women') !== says('men')
  const { zeros, nils, missing, reasons } = signs
  const hasNotes = (table.notes ?? []).length + (table.cellNotes ?? []).length > 0
  return [
    ...(isOneSex ? [found(says('share') ? 'share-without-men' : 'one-sex', 'must')] : []),
    ...(says('ofWhich') ? [found('of-which', 'must')] : []),
    ...(concepts.sex === null && !isOneSex && says('persons') ? [found('no-sex', 'must')] : []),
    ...(isMenFirst(table, concepts) ? [found('men-first', 'advice')] : []),
    ...(concepts.time === null && !(said.year || YEAR.test(words.name) || YEAR.test(words.description))
      ? [found('no-year', 'advice')]
      : []),
    ...(hasUnit(table, concepts) || says('unit') || SAID.unit.test(words.description)
      ? []
      : [found('no-unit', 'advice')]),
    ...(zeros > 0 && nils === 0 ? [found('zeros-untold', 'advice', zeros, table.values.length)] : []),
    ...(missing > 0 && reasons === 0 && !hasNotes
      ? [found('missing-untold', 'advice', missing, table.values.length)]
      : []),
    ...(ages === null || saysAges(words.name, ages)
      ? []
      : [found('ages-missing', 'advice', ages.from, ages.to)]),
  ]
}

/** What a table says by itself, whatever it is called and however it is looked at. */
const factsOf = once((table: StatTable) => {
  const texts = textsOf(table)
  const says = (pattern: RegExp) => texts.some((text) => pattern.test(text))
  const said = {
    women: says(SAID.women),
    men: says(SAID.men),
    share: says(SAID.share),
    ofWhich: says(SAID.ofWhich),
    persons: says(SAID.persons),
    unit: says(SAID.unit),
    year: saysYear(table),
  }
  return { said, signs: signsOf(table), ages: agesCovered(table, conceptsOf(table)) }
})

function saysAges(name: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return new RegExp(`(?<!\\d)${from}\\s*(?:[-‐‑–—]|till|to)\\s*${to}(?!\\d)`, 'i').test(name)
}

/** How often 0, nil, what is missing without a reason and what is missing with one stand in a table. */
function signsOf({ values, states }: StatTable) {
  const count = { zeros: 0, nils: 0, missing: 0, reasons: 0 }
  for (const [cell, state] of states.entries()) {
    if (state === STATE.value) count.zeros += values[cell] === 0 ? 1 : 0
    else if (state === STATE.nil) count.nils += 1
    else if (state === STATE.unavailable) count.missing += 1
    else count.reasons += 1
  }
  return count
}

function viewFindings(table: StatTable, view: View, concepts: Concepts, pivot: Pivot): PresentationFinding[] {
  const mended = (change: Readonly<Record<string, string>>) => {
    const query = queryOf(view)
    for (const [name, value] of Object.entries(change)) query.set(name, value)
    return viewOf((name) => query.get(name) ?? undefined, table, concepts)
  }
  const { sex } = concepts
  const isShown = sex === null || [view.rows, view.columns, view.panels].includes(sex.dimension)
  const lines = view.columns === sex?.dimension ? 0 : pivot.columns.length
  const figures = pivot.rows.flatMap((row) =>
    row.figures.flatMap(({ value }) => (value === null ? [] : [value])),
  )
  const [low, high] = [figures.reduce(least, Infinity), figures.reduce(most, -Infinity)]
  const isCut = (view.chart === 'lines' || view.chart === 'dots') && figures.length > 0 && low > high / 2
  const isLong = (view.chart === 'bars' || view.chart === 'dots') && pivot.rows.length > MANY_ROWS
  const divided = () => {
    const changed = mended({ columns: sex?.dimension ?? '', panels: view.columns ?? '' })
    return changed.panels === null ? null : changed
  }
  const advice = (code: ViewCode, some: number, all: number, mends: View | null): PresentationFinding => ({
    code,
    severity: 'advice',
    figures: { some, all },
    mended: mends,
  })
  return [
    ...(isShown
      ? []
      : [
          {
            ...advice('sex-not-shown', 0, 0, mended({ columns: sex.dimension })),
            severity: 'must' as const,
          },
        ]),
    ...(view.gap === 'share' && sex !== null
      ? [advice('women-share-alone', 0, 0, mended({ gap: 'none', of: sex.dimension }))]
      : []),
    ...(isLong ? [advice('too-many-rows', MANY_ROWS, pivot.rows.length, mended({ order: 'falling' }))] : []),
    ...(view.chart === 'lines' && lines > MANY_LINES ? [advice('look-alike', lines, lines, divided())] : []),
    ...(isCut ? [advice('axis-cut', 0, 0, null)] : []),
    ...(pivot.leastBase !== null && pivot.leastBase < SMALL_BASE
      ? [advice('small-base', pivot.leastBase, SMALL_BASE, mended({ of: '', gap: 'none' }))]
      : []),
  ]
}

const least = (a: number, b: number) => Math.min(a, b)
const most = (a: number, b: number) => Math.max(a, b)

/** Whether a year is named; not by places, whose codes look like years. */
function saysYear({ title, contents, dimensions }: TableParts): boolean {
  const labels = dimensions
    .filter(({ role }) => role !== 'geo')
    .flatMap(({ categories }) => categories.map(({ label }) => label))
  const texts = [title, contents, ...labels].flatMap((one) => Object.values(one ?? {}))
  return texts.some((text) => YEAR.test(text))
}

/** What the table and its categories are called; not notes, which may speak of anything. */
function textsOf({ title, contents, dimensions, measure }: TableParts): string[] {
  const named = dimensions.flatMap(({ label, categories }) => [label, ...categories.map((one) => one.label)])
  const measured = [measure, ...dimensions.flatMap(({ categories }) => categories.map((one) => one.measure))]
  const all: (Texts | undefined)[] = [title, contents, ...named, ...measured.map((one) => one?.unit)]
  return all.flatMap((texts) => Object.values(texts ?? {}))
}

function isMenFirst({ dimensions }: TableParts, { sex }: Concepts): boolean {
  const codes = dimensions.find(({ id }) => id === sex?.dimension)?.categories.map(({ code }) => code) ?? []
  return sex !== null && codes.indexOf(sex.codes.men) < codes.indexOf(sex.codes.women)
}

function hasUnit({ measure, dimensions }: TableParts, concepts: Concepts): boolean {
  const metrics = dimensions.find(({ id }) => id === concepts.measure)?.categories ?? []
  return [measure, ...metrics.map((category) => category.measure)].some(
    (one) => Object.values(one?.unit ?? {}).join('') !== '',
  )
}
