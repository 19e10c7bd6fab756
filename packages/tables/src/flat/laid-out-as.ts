import { STATE } from '../stat/cell-state.ts'
import { checkedRead, DEFAULT_STAT_LIMITS, type StatLimits, type StatRead } from '../stat/refusal.ts'
import { cellsOf, type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'
import type { TableParts } from '../stat/table-parts.ts'

/**
 * The figures of one table in the layout of another that has the same dimensions, by code: rows of a sheet may have
 * been sorted or taken out since it was written. What is not there is `unavailable`.
 * @returns the table; or `unknown-code` with the dimension, `too-many-cells`, or a fault of the layout
 * @example laidOutAs(flat.table, parts)
 */
export function laidOutAs(found: StatTable, parts: TableParts, options: Partial<StatLimits> = {}): StatRead {
  const limits = { ...DEFAULT_STAT_LIMITS, ...options }
  const cells = cellsOf(sizesOf(parts))
  if (cells > limits.cells)
    return { ok: false, reason: 'too-many-cells', detail: `${cells} > ${limits.cells}` }
  const sizes = sizesOf(found)
  const [from, to] = [stridesOf(sizes), stridesOf(sizesOf(parts))]
  const offsets: number[][] = []
  for (const [d, { id, categories }] of found.dimensions.entries()) {
    const places = new Map(parts.dimensions[d]?.categories.map(({ code }, at) => [code, at]))
    const unknown = categories.find(({ code }) => !places.has(code))
    if (unknown !== undefined)
      return {
        ok: false,
        reason: 'unknown-code',
        keyword: parts.dimensions[d]?.id ?? id,
        detail: unknown.code.slice(0, 80),
      }
    offsets.push(categories.map(({ code }) => (places.get(code) ?? 0) * (to[d] ?? 1)))
  }
  const values = new Float64Array(cells).fill(Number.NaN)
  const states = new Uint8Array(cells).fill(STATE.unavailable)
  for (let cell = 0; cell < found.values.length; cell++) {
    let at = 0
    for (const [d, offset] of offsets.entries())
      at += offset[Math.floor(cell / (from[d] ?? 1)) % (sizes[d] ?? 1)] ?? 0
    values[at] = found.values[cell] ?? Number.NaN
    states[at] = found.states[cell] ?? STATE.unavailable
  }
  return checkedRead({ ...parts, values, states })
}
