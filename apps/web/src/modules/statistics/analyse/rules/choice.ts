import { type StatDimension, type TableParts, textOf } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { countedOf } from '../../rules/counted.ts'
import { ALL, isSummable, totalOf, type View, type ViewQuery, viewOf } from '../../rules/view.ts'
import { divisible, partsOf, wholeOf } from './parts.ts'

const MOST_GROUPS = 4
export const MOST_STRATA = 2000
/** Strata that the first look has at most, so that it can be read. */
const FIRST_STRATA = 200
const FIRST_GROUPS = 2

/** Parameters of an address, those that are given once and those that are given several times. */
export interface Asked {
  readonly one: ViewQuery
  readonly all: (name: string) => readonly string[]
}

/** What is asked of a table of counts. */
export interface CountChoice {
  readonly kind: 'counts'
  readonly outcome: string
  /** The categories of the outcome that count as yes. */
  readonly yes: readonly string[]
  /** Dimensions, sex first. */
  readonly groups: readonly string[]
  /** Of every other dimension the code that is looked at, or `ALL` for the sum of them. */
  readonly rest: ReadonlyMap<string, string>
  /** The group whose categories the gaps are compared over, and the category that the others are compared with. */
  readonly by: { readonly dimension: string; readonly base: string | null } | null
  /** The group whose mix the gap is divided over. */
  readonly over: string | null
  /** The dimension over which women and men are spread. */
  readonly units: string | null
  /** Whether the table does not tell that it counts persons, and the address does. */
  readonly isSaid: boolean
}

/** What is asked of any other table: a view with women and men across. */
export interface FigureChoice {
  readonly kind: 'figures'
  readonly view: View
  readonly base: string | null
  /** Whether the table does not tell if it counts persons, so that it is asked. */
  readonly isAsked: boolean
}

export type AnalysisChoice = CountChoice | FigureChoice | { readonly kind: 'no-sex' }

/**
 * What an address asks of a table, made whole: an outcome, the groups, and of every other dimension its total, the sum
 * or a category. The address of a view asks too. What the table does not have is passed over.
 */
export function choiceOf(asked: Asked, parts: TableParts, concepts: Concepts): AnalysisChoice {
  if (concepts.sex === null) return { kind: 'no-sex' }
  const sex = concepts.sex.dimension
  const offered = divisible(parts, concepts)
  const outcome = outcomeOf(asked, offered, concepts)
  const first = new Map(
    parts.dimensions
      .filter(({ id }) => id !== sex && id !== outcome?.id)
      .map((dimension) => [dimension.id, oneCode(dimension, asked.one(`in.${dimension.id}`), concepts)]),
  )
  const counted = outcome === undefined ? 'other' : countedOf(parts, first, concepts)
  const isOpen = counted === 'unknown' || counted === 'unnamed'
  const isSaid = isOpen && asked.one('counts') === 'yes'
  if (outcome === undefined || (counted !== 'counts' && !isSaid))
    return figureChoice(asked, parts, concepts, isOpen)
  const groups = [sex, ...groupsOf(asked, offered, outcome, concepts)]
  const others = groups.slice(1)
  const rest = new Map(
    parts.dimensions
      .filter(({ id }) => id !== outcome.id && !groups.includes(id))
      .map((dimension) => [dimension.id, restCode(dimension, asked.one(`in.${dimension.id}`), concepts)]),
  )
  const amongst = (name: string, wanted: string | null) =>
    others.find((id) => id === asked.one(name)) ?? others.find((id) => id === wanted) ?? others[0] ?? null
  const by = amongst('by', concepts.background)
  const base = offered
    .filter(({ id }) => id === by)
    .flatMap((dimension) => partsOf(dimension, concepts))
    .find((code) => code === asked.one('base'))
  return {
    kind: 'counts',
    outcome: outcome.id,
    yes: yesOf(asked, outcome, parts, concepts),
    groups,
    rest,
    by: by === null ? null : { dimension: by, base: base ?? null },
    over: amongst('over', concepts.age),
    units: unitsOf(asked, parts, concepts),
    isSaid,
  }
}

function outcomeOf(asked: Asked, offered: readonly StatDimension[], concepts: Concepts) {
  const { place, age, background } = concepts
  const find = (id: string | null | undefined) => offered.find((dimension) => dimension.id === id)
  const plain = offered.find(({ id }) => id !== place?.dimension && id !== age && id !== background)
  return (
    find(asked.one('outcome')) ??
    find(asked.one('of')) ??
    plain ??
    find(background) ??
    find(age) ??
    find(place?.dimension)
  )
}

const NOT_KNOWN = /saknas|okän[dt]|uppgift|unknown|missing|not (stated|known)/i

/**
 * The ticked categories; else the one that a view shows, save the first, which views show where nothing is chosen; else
 * the last that is known.
 */
function yesOf(asked: Asked, outcome: StatDimension, parts: TableParts, concepts: Concepts): string[] {
  const codes = partsOf(outcome, concepts)
  const ticked = new Set(asked.one('yesOf') === outcome.id ? asked.all('yes') : [])
  const known = codes.filter((code) => ticked.has(code))
  if (known.length > 0) return known
  const shown = codes.slice(1).find((code) => code === asked.one(`in.${outcome.id}`))
  const unknown = new Set(notKnown(outcome, parts))
  const last = codes.findLast((code) => !unknown.has(code))
  return [shown ?? last ?? codes.at(-1) ?? '']
}

/** The categories of a dimension that stand for those of whom it is not known. */
export function notKnown({ categories }: StatDimension, { languages }: TableParts): string[] {
  return categories
    .filter(({ label }) => NOT_KNOWN.test(textOf(label, languages[0] ?? 'sv', languages)))
    .map(({ code }) => code)
}

function groupsOf(
  asked: Asked,
  offered: readonly StatDimension[],
  outcome: StatDimension,
  concepts: Concepts,
): string[] {
  const candidates = offered.filter((dimension) => dimension !== outcome)
  const wanted = new Set(asked.all('group').slice(0, 100))
  // The form tells by `yesOf` that it was sent: then nothing ticked is a choice.
  if (wanted.size > 0 || asked.one('yesOf') !== undefined)
    return candidates
      .filter(({ id }) => wanted.has(id))
      .slice(0, MOST_GROUPS)
      .map(({ id }) => id)
  const rank = ({ id }: StatDimension) =>
    id === concepts.background ? 0 : id === concepts.age ? 1 : id === concepts.place?.dimension ? 3 : 2
  const found: string[] = []
  let strata = 2
  for (const dimension of candidates.toSorted((a, b) => rank(a) - rank(b))) {
    const size = partsOf(dimension, concepts).length
    if (found.length === FIRST_GROUPS || strata * size > FIRST_STRATA) continue
    strata *= size
    found.push(dimension.id)
  }
  return found
}

const DIVIDES_WORK =
  /inriktning|bransch|näringsgren|yrke|sektor|program|ämne|field|industry|occupation|sector|subject/i

function unitsOf(asked: Asked, parts: TableParts, concepts: Concepts): string | null {
  if (asked.one('units') === '') return null
  const offered = unitsOffered(parts, concepts)
  const named = offered.find(
    ({ id, label }) => DIVIDES_WORK.test(id) || Object.values(label).some((text) => DIVIDES_WORK.test(text)),
  )
  return (offered.find(({ id }) => id === asked.one('units')) ?? named)?.id ?? null
}

/** The dimensions over which women and men may be spread: three parts or more, age not among them. */
export function unitsOffered(parts: TableParts, concepts: Concepts): StatDimension[] {
  return divisible(parts, concepts).filter(
    (dimension) => dimension.id !== concepts.age && partsOf(dimension, concepts).length > 2,
  )
}

function oneCode(dimension: StatDimension, asked: string | undefined, concepts: Concepts): string {
  const { id, categories } = dimension
  if (asked !== undefined && categories.some(({ code }) => code === asked)) return asked
  if (id === concepts.time) return latestOf(dimension)
  const [whole, ...more] = wholeOf(dimension, concepts)
  return (more.length === 0 ? whole : undefined) ?? categories[0]?.code ?? ''
}

/** Files may have the latest period first. */
function latestOf({ categories }: StatDimension): string {
  const periods = categories.map(({ code }) => code).toSorted()
  return periods.at(-1) ?? ''
}

function restCode(dimension: StatDimension, asked: string | undefined, concepts: Concepts): string {
  const code = oneCode(dimension, asked, concepts)
  const isTaken = asked === code || totalOf(dimension, concepts) !== null
  return !isTaken && isSummable(dimension, concepts) ? ALL : code
}

function figureChoice(asked: Asked, parts: TableParts, concepts: Concepts, isAsked: boolean): FigureChoice {
  const sex = concepts.sex?.dimension ?? ''
  const several = parts.dimensions.filter(({ id, categories }) => id !== sex && categories.length > 1)
  const open = several.filter(({ role }) => role !== 'time' && role !== 'metric')
  const known = (id: string | null | undefined) => open.find((dimension) => dimension.id === id)?.id
  const rows =
    known(asked.one('by')) ??
    known(asked.one('rows')) ??
    known(concepts.background) ??
    known(concepts.age) ??
    (open[0] ?? several[0] ?? parts.dimensions.find(({ id }) => id !== sex))?.id
  const gap = asked.one('gap') === 'difference' ? 'difference' : 'ratio'
  const fixed = new Map([
    ['rows', rows],
    ['columns', sex],
    ['gap', gap],
    ['of', undefined],
  ])
  const view = viewOf((name) => (fixed.has(name) ? fixed.get(name) : asked.one(name)), parts, concepts)
  const base = parts.dimensions
    .find(({ id }) => id === view.rows)
    ?.categories.find(({ code }) => code === asked.one('base'))
  return { kind: 'figures', view, base: base?.code ?? null, isAsked }
}
