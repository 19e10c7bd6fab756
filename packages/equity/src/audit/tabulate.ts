import { medianOfSorted } from '../rates/median.ts'
import { checkCases, type TabulateRefusal } from './check-cases.ts'
import { RecipientSums } from './magnitude.ts'
import type { CaseColumns, Cell, Median, Stages } from './types.ts'

/** Most groups that one call lists. */
export const GROUP_LIMIT = 200_000

export type Tabulation =
  | { readonly ok: true; readonly cells: readonly Cell[]; readonly stages: Stages }
  | TabulateRefusal

/** The rows to count: a mask with 1 for each of them, or a question asked for each row. */
export type CaseFilter = Uint8Array | ((row: number) => boolean)

const GRANTED = 0

/**
 * Counts cases and sums their money by every crossing of dimensions.
 *
 * Each crossing lists the full product of the labels observed among the filtered rows: a combination
 * without a case is a cell of zeros, not absent. `[]` is everybody. Sums are exact whole öre.
 * An amount that is not stated (NaN) adds nothing and is not counted as stated; a granted amount counts for
 * granted cases only. Recipients are told apart by `contributor`. Dominance looks at the largest of them.
 *
 * `stages.applied` and `.decided` are false when the whole list, filtered rows or not, holds no refusal:
 * such a list is of grants only, and a rate from it would be 100 % by construction.
 *
 * @param crossings lists of dimension names; a crossing named twice is counted once
 * @returns cells in order of crossing and label, and the stages; or a refusal before any work:
 *   `too-many-groups` (over 200,000), `unknown-dimension`, `wrong-length`, `unknown-code`, `bad-amount`
 *   (negative, fractional or infinite), naming column and row
 * @throws RangeError naming the cell when a sum is beyond `Number.MAX_SAFE_INTEGER`
 * @example tabulate(cases, subsetsOf(['sex', 'industry'], 2))
 */
export function tabulate(
  cases: CaseColumns,
  crossings: readonly (readonly string[])[],
  filter?: CaseFilter,
): Tabulation {
  const distinct = [
    ...new Map(crossings.map((c) => [JSON.stringify([...new Set(c)].sort()), [...new Set(c)]])).values(),
  ]
  const dimensions = [...new Set(distinct.flat())]
  const fault = checkCases(cases, dimensions)
  if (fault !== null) return fault
  const rows = selectRows(cases, filter)
  const coded = new Map(dimensions.map((name) => [name, observe(cases, name, rows)]))
  const groups = distinct.reduce(
    (sum, crossing) => sum + crossing.reduce((n, name) => n * (coded.get(name)?.labels.length ?? 0), 1),
    0,
  )
  if (groups > GROUP_LIMIT) return { ok: false, reason: 'too-many-groups', groups, limit: GROUP_LIMIT }
  const recipients = denseRecipients(cases.contributor, rows)
  const cells = distinct.flatMap((crossing) => {
    const axes = crossing.flatMap((name) => {
      const axis = coded.get(name)
      return axis === undefined ? [] : [axis]
    })
    return tabulateCrossing(cases, rows, axes, recipients)
  })
  return { ok: true, cells, stages: stagesOf(cases) }
}

interface Axis {
  readonly name: string
  readonly labels: readonly string[]
  /** Code among the observed labels, by position in the selected rows. */
  readonly codes: Uint16Array
}

interface Recipients {
  readonly ids: Uint32Array
  /** Running number by position in the selected rows. */
  readonly index: Uint32Array
}

function selectRows(cases: CaseColumns, filter: CaseFilter | undefined): Uint32Array {
  const rows = new Uint32Array(cases.length)
  let n = 0
  for (let row = 0; row < cases.length; row++) {
    const keep = filter === undefined || (typeof filter === 'function' ? filter(row) : filter[row] === 1)
    if (keep) rows[n++] = row
  }
  return rows.subarray(0, n)
}

function observe(cases: CaseColumns, name: string, rows: Uint32Array): Axis {
  const column = cases.dimensions[name]
  const labels = column?.labels ?? []
  const seen = new Uint8Array(labels.length)
  const codes = new Uint16Array(rows.length)
  rows.forEach((row, i) => {
    const code = column?.codes[row] ?? 0
    codes[i] = code
    seen[code] = 1
  })
  const kept = [...new Set(labels.filter((_, code) => seen[code] === 1))]
  const position = new Map(kept.map((label, i) => [label, i]))
  const recode = Uint16Array.from(labels, (label) => position.get(label) ?? 0)
  for (let i = 0; i < codes.length; i++) codes[i] = recode[codes[i] ?? 0] ?? 0
  return { name, labels: kept, codes }
}

function denseRecipients(contributor: Uint32Array, rows: Uint32Array): Recipients {
  const seen = new Map<number, number>()
  const index = new Uint32Array(rows.length)
  rows.forEach((row, i) => {
    const id = contributor[row] ?? 0
    let at = seen.get(id)
    if (at === undefined) {
      at = seen.size
      seen.set(id, at)
    }
    index[i] = at
  })
  return { ids: Uint32Array.from(seen.keys()), index }
}

function tabulateCrossing(
  cases: CaseColumns,
  rows: Uint32Array,
  axes: readonly Axis[],
  recipients: Recipients,
): Cell[] {
  const size = axes.reduce((n, axis) => n * axis.labels.length, 1)
  const { starts, order } = sortByCell(rows.length, axes, size)
  const applied = new RecipientSums(recipients.ids.length)
  const granted = new RecipientSums(recipients.ids.length)
  const values = new Float64Array(rows.length)
  return Array.from({ length: size }, (_, cell) => {
    const by = labelsOf(cell, axes)
    const outcomes = [0, 0, 0, 0]
    let stated = 0
    const from = starts[cell] ?? 0
    const to = starts[cell + 1] ?? 0
    for (let k = from; k < to; k++) {
      const i = order[k] ?? 0
      const row = rows[i] ?? 0
      const outcome = cases.outcome[row] ?? 0
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      const recipient = recipients.index[i] ?? 0
      const appliedOre = cases.amountAppliedOre[row] ?? Number.NaN
      if (!Number.isNaN(appliedOre)) applied.add(recipient, appliedOre)
      const grantedOre = cases.amountGrantedOre[row] ?? Number.NaN
      if (outcome === GRANTED && !Number.isNaN(grantedOre)) {
        granted.add(recipient, grantedOre)
        values[stated++] = grantedOre
      }
    }
    const describe = () => JSON.stringify(by)
    const amounts = {
      applied: applied.take(recipients.ids, describe),
      granted: granted.take(recipients.ids, describe),
    }
    const [grantedCount = 0, refused = 0, withdrawn = 0, pending = 0] = outcomes
    return {
      by,
      counts: { applied: to - from, granted: grantedCount, refused, withdrawn, pending },
      amounts,
      medianGrantedOre: medianOf(values.subarray(0, stated), amounts.granted.contributors ?? 0),
    }
  })
}

function sortByCell(rows: number, axes: readonly Axis[], size: number) {
  const cellOf = new Uint32Array(rows)
  for (const { labels, codes } of axes) {
    for (let i = 0; i < rows; i++) cellOf[i] = (cellOf[i] ?? 0) * labels.length + (codes[i] ?? 0)
  }
  const starts = new Uint32Array(size + 1)
  for (const cell of cellOf) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < size; cell++) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(rows)
  for (let i = 0; i < rows; i++) {
    const cell = cellOf[i] ?? 0
    const at = next[cell] ?? 0
    order[at] = i
    next[cell] = at + 1
  }
  return { starts, order }
}

function labelsOf(cell: number, axes: readonly Axis[]): Record<string, string> {
  const parts: [string, string][] = []
  let rest = cell
  for (const { name, labels } of axes.toReversed()) {
    parts.unshift([name, labels[rest % labels.length] ?? ''])
    rest = Math.floor(rest / labels.length)
  }
  return Object.fromEntries(parts)
}

function medianOf(values: Float64Array, contributors: number): Median | null {
  const valueOre = medianOfSorted(values.sort())
  return valueOre === null ? null : { valueOre, contributors }
}

function stagesOf(cases: CaseColumns): Stages {
  const refusals = cases.outcome.includes(1)
  return {
    applied: refusals,
    decided: refusals,
    granted: true,
    amountApplied: cases.amountAppliedOre.some((ore) => !Number.isNaN(ore)),
    amountGranted: cases.amountGrantedOre.some(
      (ore, row) => cases.outcome[row] === GRANTED && !Number.isNaN(ore),
    ),
  }
}
