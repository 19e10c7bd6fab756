import {
  applyCodeList,
  type CodeList,
  type CodesSelected,
  type StatDimension,
  type StatTable,
  selectCells,
  type TableParts,
} from '@jamvikt/tables'
import type { TableCodeList } from './code-lists.ts'
import { type ApiRefusal, type Asked, quoted, refused, refusedSelection } from './refusal.ts'

/** Cells of one answer at most. */
export const MAX_CELLS = 150_000
/** Cells of a workbook or a page at most: they are made whole in memory, a cell at a time. */
export const MAX_HEAVY_CELLS = 20_000
/** Cells that are read to sum an answer at most. */
const MAX_CELLS_READ = 2_000_000

/** What is asked of one variable. */
export interface VariableAsk {
  /** Which of the codes it may be asked by; `null` where the variable is left out. */
  readonly choose: ((codes: readonly string[], options: { readonly time: boolean }) => CodesSelected) | null
  readonly codeList: string | null
  /** Of a list that groups: the values in the groups instead of the groups. */
  readonly single?: boolean
}
export type Asks = ReadonlyMap<string, VariableAsk>

/** What is answered of one variable. */
interface PlannedVariable {
  readonly id: string
  readonly codes: readonly string[]
  /** Groups to be summed, only those chosen. */
  readonly groups: CodeList | null
  readonly codeList: string | null
  /** One value stands for all, and the variable does not stand in the answer. */
  readonly isLeftOut: boolean
}

/** Which variables stand in rows and columns; those that are named nowhere stand in the rest. */
export interface Placement {
  readonly stub?: readonly string[]
  readonly heading?: readonly string[]
}

export interface Plan {
  readonly variables: readonly PlannedVariable[]
  readonly placement: Placement
}

/**
 * Makes a plan of what is asked: the codes of every variable. A variable that is left out is answered by the value that
 * stands for all, if there is one.
 * @param lists those of the table
 * @param rest what becomes of a variable that is left out and has no such value: refused, or all its values
 * @returns the plan; 400 naming the variable and what is wrong, 403 where the answer has more than `MAX_CELLS` cells
 */
export function planOf(
  parts: TableParts,
  lists: readonly TableCodeList[],
  asks: Asks,
  placement: Placement,
  rest: 'refused' | 'all',
): Asked<{ readonly plan: Plan }> {
  const ids = new Set(parts.dimensions.map(({ id }) => id))
  const unknown = [...asks.keys(), ...(placement.stub ?? []), ...(placement.heading ?? [])].find(
    (id) => !ids.has(id),
  )
  if (unknown !== undefined) return refused(400, `The table has no variable ${quoted(unknown)}.`)
  const placed = [...(placement.stub ?? []), ...(placement.heading ?? [])]
  const twice = placed.find((id, at) => placed.indexOf(id) !== at)
  if (twice !== undefined) return refused(400, `Variable ${quoted(twice)} is placed twice.`)
  const variables: PlannedVariable[] = []
  for (const dimension of parts.dimensions) {
    const planned = plannedOf(dimension, lists, asks.get(dimension.id), rest)
    if ('ok' in planned) return planned
    variables.push(planned)
  }
  return tooLarge(variables) ?? { ok: true, plan: { variables, placement } }
}

function plannedOf(
  dimension: StatDimension,
  lists: readonly TableCodeList[],
  ask: VariableAsk | undefined,
  rest: 'refused' | 'all',
): PlannedVariable | ApiRefusal {
  const { id, elimination } = dimension
  const total = elimination?.total ?? null
  const { choose = null, codeList = null, single = false } = ask ?? {}
  const list = lists.find((each) => each.dimension === id && each.list.id === codeList)?.list ?? null
  if (codeList !== null && list === null)
    return refused(400, `Variable ${quoted(id)} has no code list ${quoted(codeList)}.`)
  if (choose === null && list === null) {
    if (total !== null) return { id, codes: [total], groups: null, codeList: null, isLeftOut: true }
    if (rest === 'refused')
      return refused(400, `Variable ${quoted(id)} must be selected: no value of it stands for all.`)
  }
  const available = list === null ? codesOf(dimension) : list.values.map(({ code }) => code)
  const chosen =
    choose === null
      ? { ok: true as const, codes: available }
      : choose(available, { time: dimension.role === 'time' })
  if (!chosen.ok) return refusedSelection(id, chosen)
  if (chosen.codes.length === 0) return refused(400, `Variable ${quoted(id)} has no value selected.`)
  const { codes } = chosen
  if (list?.kind !== 'aggregation') return { id, codes, groups: null, codeList, isLeftOut: false }
  const byCode = new Map(list.values.map((value) => [value.code, value]))
  const values = codes.flatMap((code) => byCode.get(code) ?? [])
  if (!single) return { id, codes, groups: { ...list, values }, codeList, isLeftOut: false }
  const members = [...new Set(values.flatMap((value) => value.members))]
  return { id, codes: members, groups: null, codeList: null, isLeftOut: false }
}

/** The codes of a dimension; those of time from the earliest, since expressions count from there. */
function codesOf({ role, categories }: StatDimension): readonly string[] {
  const codes = categories.map(({ code }) => code)
  const [first = '', last = ''] = [codes[0], codes.at(-1)]
  return role === 'time' && first > last ? codes.toReversed() : codes
}

/** The first and the last period of a table; `null` where it has no time. */
export function periodsOf({ dimensions }: TableParts): readonly [string, string] | null {
  const time = dimensions.find(({ role }) => role === 'time')
  if (time === undefined) return null
  const codes = codesOf(time)
  return [codes[0] ?? '', codes.at(-1) ?? '']
}

function tooLarge(variables: readonly PlannedVariable[]): ApiRefusal | null {
  const cells = variables.reduce((product, { codes }) => product * codes.length, 1)
  if (cells > MAX_CELLS)
    return refused(403, `The selection has ${cells} cells; an answer has at most ${MAX_CELLS}.`)
  const read = variables.reduce((product, variable) => product * membersOf(variable).length, 1)
  if (read > MAX_CELLS_READ)
    return refused(403, `${read} cells would be summed; at most ${MAX_CELLS_READ} are.`)
  return null
}

function membersOf({ codes, groups }: PlannedVariable): readonly string[] {
  return groups === null ? codes : [...new Set(groups.values.flatMap(({ members }) => members))]
}

/**
 * The part of a table that was planned.
 * @param table the one that the plan was made of
 */
export function tableOfPlan(table: StatTable, { variables, placement }: Plan): StatTable {
  const chosen = new Map(variables.map((variable) => [variable.id, membersOf(variable)]))
  let result = held(selectCells(table, chosen))
  for (const { id, groups } of variables)
    if (groups !== null) result = held(applyCodeList(result, id, groups))
  const without = new Set(variables.flatMap(({ id, isLeftOut }) => (isLeftOut ? [id] : [])))
  return held(selectCells(result, new Map(), { ...placement, without }))
}

/** A plan has been checked: what is refused now is a fault of ours. */
function held(read: ReturnType<typeof selectCells>): StatTable {
  if (!read.ok) throw new Error(`a planned selection was refused: ${JSON.stringify(read)}`)
  return read.table
}

/** Refuses an answer that has too many cells for its format. */
export function faultOfSize({ variables }: Plan, format: string): ApiRefusal | null {
  const cells = variables.reduce((all, { codes, groups }) => all * (groups?.values.length ?? codes.length), 1)
  if ((format !== 'xlsx' && format !== 'html') || cells <= MAX_HEAVY_CELLS) return null
  return refused(
    403,
    `As ${format} an answer has at most ${MAX_HEAVY_CELLS} cells, and this one has ${cells}.`,
  )
}
