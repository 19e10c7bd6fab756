import type { Locale } from '@jamvikt/i18n'
import type { LatestFigure, OpenedPlan, PlanForecast, Standing, Sum } from '../../plan/public.ts'
import type { BlockInput, ReportInput } from '../model-report.ts'

/** The time that a report tells of, and what it is called. */
export interface Span {
  readonly startsOn: string
  readonly endsOn: string
  readonly name: string
}

/** The plan’s latest adopted version, and whether the plan that is told of is the same. */
export interface AdoptedVersion {
  readonly number: number
  readonly decision: { readonly diary: string; readonly on: string; readonly body: string }
  readonly isSame: boolean
}

/** All that live blocks are filled in from. */
export interface LiveData {
  readonly regionName: string
  readonly opened: OpenedPlan
  readonly span: Span
  readonly standings: readonly Standing[]
  readonly forecast: PlanForecast
  /** What has been booked on each activity with its parts. */
  readonly used: ReadonlyMap<string, bigint>
  /** The day it is of, `YYYY-MM-DD`: that on which it is made, or its period was closed. */
  readonly today: string
  /** The latest adopted version of the plan; `null` where none is. */
  readonly adopted?: AdoptedVersion | null
  /** Told of as it stood when its period was closed. */
  readonly isFrozen?: boolean
  /** The latest figures of the catalogue’s indicators that the plan follows, where everybody may see them. */
  readonly followed?: readonly LatestFigure[]
}

export type TableInput = Extract<BlockInput, { kind: 'table' }>['table']
export type CellInput = TableInput['rows'][number]['cells'][number]
type Source = NonNullable<TableInput['source']>
export type Rests = NonNullable<ReportInput['facts']['rests']>[number]

/** Which plan, as it was adopted or stands at which change, on which day. */
export function planRests(locale: Locale, { opened, today, isFrozen, adopted }: LiveData): Rests {
  const { facts } = opened.plan
  const version = versionText(locale, opened, adopted)
  return {
    name: facts.name,
    version: isFrozen === true ? locale.text('half.rests.frozen', { version }) : version,
    date: today,
  }
}

function versionText(
  locale: Locale,
  { plan: { revision } }: OpenedPlan,
  adopted: LiveData['adopted'],
): string {
  if (adopted == null) return locale.text('half.rests', { revision })
  const { number, decision, isSame } = adopted
  if (!isSame) return locale.text('half.rests.after', { revision, number })
  return locale.text('half.rests.adopted', {
    number,
    diary: decision.diary,
    date: locale.date(decision.on),
  })
}

export function planSource(locale: Locale, data: LiveData): Source {
  const { name, version, date } = planRests(locale, data)
  return { producer: name, version, date }
}

export const text = (words: string): CellInput => ({ type: 'text', text: words })
export const unknown: CellInput = { type: 'missing', kind: 'unknown' }

export function day(date: string | null): CellInput {
  return date === null ? unknown : { type: 'date', date }
}

export function amount(amountOre: bigint | null | undefined): CellInput {
  return amountOre === null || amountOre === undefined ? unknown : { type: 'money', amountOre, unit: 'kr' }
}

/** A sum: where some of it is not known it is at least so much. */
export function sumCell(sum: Sum | undefined): CellInput {
  if (sum === undefined || sum.amountOre === null) return unknown
  return { type: 'money', amountOre: sum.amountOre, unit: 'kr', atLeast: sum.missing > 0 }
}

/** A table of the plan with whose it is; no block where it has no rows. */
export function planTable(
  locale: Locale,
  data: LiveData,
  table: Omit<TableInput, 'head' | 'source'> & { readonly columns: readonly string[] },
): BlockInput[] {
  const { columns, ...rest } = table
  if (table.rows.length === 0) return []
  const head = [columns.map((column) => ({ text: column }))]
  return [{ kind: 'table', table: { ...rest, head, source: planSource(locale, data) } }]
}
