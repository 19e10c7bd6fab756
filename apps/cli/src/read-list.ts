import { createHmac, randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { LEADER_RULES, nearest } from '@jamvikt/domain'
import {
  type AggregateRow,
  type Cell,
  cellsFromAggregates,
  type Stages,
  subsetsOf,
  tabulate,
} from '@jamvikt/equity'
import {
  encodeCases,
  type Mapping,
  type OpenTable,
  openTable,
  type Refusal,
  readAggregates,
  readCases,
} from '@jamvikt/tables'
import type { Texts } from './messages.ts'
import { type AuditOrder, type Problems, withSuggestions } from './options.ts'
import { fileProblem, mappingProblems } from './read-mapping.ts'

export type Progress = (share: number) => void

/** A list as tabulated: the true cells of every subset of the dimensions asked for. */
export interface ListRead {
  readonly ok: true
  readonly cells: readonly Cell[]
  readonly stages: Stages
  readonly rows: number
  readonly refusals: readonly Refusal[]
  readonly rowsRefused: number
}

/** Rows that could not be counted are handed to `onRefusals` also when the list as a whole cannot be used. */
export interface Reading {
  readonly order: AuditOrder
  readonly mapping: Mapping
  readonly texts: Texts
  readonly onProgress: Progress
  readonly onRefusals: (refusals: readonly Refusal[]) => Promise<Problems | null>
}

export async function readList(reading: Reading): Promise<ListRead | Problems> {
  const { order, mapping, texts, onProgress } = reading
  const table = await openTable(order.file, {
    name: basename(order.file),
    onProgress: ({ bytesRead, bytesTotal }) => onProgress(bytesTotal === 0 ? 1 : bytesRead / bytesTotal),
  })
  if (!table.ok) return fileProblem(table, order.file, texts)
  return mapping.aggregated === undefined ? casesOf(table, reading) : aggregatesOf(table, reading)
}

async function casesOf(table: OpenTable, reading: Reading): Promise<ListRead | Problems> {
  const { order, mapping, texts } = reading
  const key = randomBytes(32)
  const hashPersonalNumber = (text: string): string => createHmac('sha256', key).update(text).digest('hex')
  const read = await readCases(table, mapping, { hashPersonalNumber })
  if (!read.ok) return listProblem(read, order, texts)
  const problem = await reading.onRefusals(read.refusals)
  if (problem !== null) return problem
  if (read.records.length === 0) return { ok: false, problems: [texts.text('noCases')] }
  const rule = order.leaderRule === mapping.leaderRule ? null : order.leaderRule
  const columns = encodeCases(read.records, rule === null ? {} : { leaderRule: rule })
  if (!columns.ok) {
    if (columns.reason === 'too-many-labels') {
      return { ok: false, problems: [texts.text('tooManyLabels', { name: columns.dimension })] }
    }
    const known = LEADER_RULES.filter((name) => name === mapping.leaderRule || columns.known.includes(name))
    return {
      ok: false,
      problems: [texts.text('leaderRuleUnknown', { value: rule ?? '', known: known.join(', ') || '–' })],
    }
  }
  const names = Object.keys(columns.dimensions)
  const stated = Object.entries(columns.dimensions).flatMap(([name, { labels }]) =>
    labels.some((label) => label !== 'notAsked' && label !== 'undated') ? [name] : [],
  )
  const faults = dimensionProblems(order.by, names, stated, texts)
  if (faults.length > 0) return { ok: false, problems: faults }
  const tabulated = tabulate(columns, subsetsOf(order.by))
  if (!tabulated.ok) {
    if (tabulated.reason !== 'too-many-groups')
      throw new Error(`the list is not tabulated: ${tabulated.reason}`)
    return tooMany(tabulated, texts)
  }
  const { rowsRead: rows, refusals, rowsRefused } = read
  return { ok: true, cells: tabulated.cells, stages: tabulated.stages, rows, refusals, rowsRefused }
}

async function aggregatesOf(table: OpenTable, reading: Reading): Promise<ListRead | Problems> {
  const { order, mapping, texts } = reading
  const read = await readAggregates(table, mapping)
  if (!read.ok) return listProblem(read, order, texts)
  const problem = await reading.onRefusals(read.refusals)
  if (problem !== null) return problem
  const [first] = read.aggregates
  if (first === undefined) return { ok: false, problems: [texts.text('noCases')] }
  const names = Object.keys(first.by)
  const faults = dimensionProblems(order.by, names, names, texts)
  if (order.leaderRule !== null && order.leaderRule !== mapping.leaderRule) {
    const known = mapping.leaderRule ?? '–'
    faults.push(texts.text('leaderRuleUnknown', { value: order.leaderRule, known }))
  }
  if (faults.length > 0) return { ok: false, problems: faults }
  const rows = read.aggregates.map(({ by, row: _, ...figures }): AggregateRow => {
    const known = Object.entries(figures).filter(([, value]) => typeof value !== 'string')
    return {
      by: Object.fromEntries(order.by.map((name) => [name, by[name] ?? ''])),
      ...Object.fromEntries(known.map(([name, value]) => [name, Number(value)])),
    }
  })
  const summed = cellsFromAggregates(rows)
  if (!summed.ok) {
    if (summed.reason === 'too-many-groups') return tooMany(summed, texts)
    const row = 'row' in summed ? (read.aggregates[summed.row]?.row ?? '–') : '–'
    const text =
      summed.reason === 'missing-figure'
        ? texts.text('figuresIncomplete', { row, field: summed.field })
        : texts.text('tableUnfit', { row, reason: summed.reason })
    return { ok: false, problems: [text] }
  }
  const { rowsRead, refusals, rowsRefused } = read
  return { ok: true, cells: summed.cells, stages: summed.stages, rows: rowsRead, refusals, rowsRefused }
}

function listProblem(
  refusal: Exclude<Awaited<ReturnType<typeof readCases>>, { ok: true }>,
  order: AuditOrder,
  texts: Texts,
): Problems {
  return refusal.reason === 'mapping-refused'
    ? { ok: false, problems: mappingProblems(refusal, order.mapping, texts) }
    : fileProblem(refusal, order.file, texts)
}

function tooMany({ groups, limit }: { groups: number; limit: number }, texts: Texts): Problems {
  return { ok: false, problems: [texts.text('tooManyGroups', { groups, limit })] }
}

function dimensionProblems(
  by: readonly string[],
  names: readonly string[],
  stated: readonly string[],
  texts: Texts,
): string[] {
  return by
    .filter((name) => !stated.includes(name))
    .map((value) =>
      names.includes(value)
        ? texts.text('byNotStated', { value })
        : withSuggestions(
            texts,
            texts.text('byUnknown', { value, known: stated.join(', ') }),
            nearest(value, names, 1),
          ),
    )
}
