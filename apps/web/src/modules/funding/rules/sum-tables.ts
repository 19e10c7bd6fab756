import type { AuditCell, FigureCell } from '@jamvikt/equity'
import { crossingKey, groupKey } from '@jamvikt/equity'

/**
 * Sums released tables over periods. A group that is hidden in any period is hidden in the sum; a group that a period
 * does not list had nobody there; a crossing that a period does not hold is left out. Medians are not sums: only a single table keeps them.
 */
export function sumTables(tables: readonly (readonly AuditCell[])[]): AuditCell[] {
  const [only] = tables
  if (only && tables.length === 1) return [...only]
  const held = tables.map((cells) => new Set(cells.map((cell) => crossingKey(cell.by))))
  const sums = new Map<string, AuditCell>()
  for (const cell of tables.flat()) {
    if (!held.every((crossings) => crossings.has(crossingKey(cell.by)))) continue
    const key = groupKey(cell.by)
    const before = sums.get(key)
    sums.set(key, before ? add(before, cell) : cell.suppressed ? cell : { ...cell, medianGrantedOre: null })
  }
  return [...sums.values()]
}

function add(a: AuditCell, b: AuditCell): AuditCell {
  if (a.suppressed || b.suppressed) return { by: a.by, suppressed: true }
  return {
    by: a.by,
    counts: {
      applied: a.counts.applied + b.counts.applied,
      granted: a.counts.granted + b.counts.granted,
      refused: a.counts.refused + b.counts.refused,
      withdrawn: a.counts.withdrawn + b.counts.withdrawn,
      pending: a.counts.pending + b.counts.pending,
    },
    amounts: { applied: addAmounts(a, b, 'applied'), granted: addAmounts(a, b, 'granted') },
    medianGrantedOre: null,
  }
}

function addAmounts(a: FigureCell, b: FigureCell, which: 'applied' | 'granted') {
  return { totalOre: a.amounts[which].totalOre + b.amounts[which].totalOre }
}
