import { protectGroups, shownMedians } from '@jamvikt/disclosure'
import { type AuditCell, type Cell, groupKey } from '@jamvikt/equity'
import { sha256 } from './sha256.ts'

/** Protects the cells of a whole file as one table; medians are shown rounded, and where nobody can be told apart. */
export function protectList(cells: readonly Cell[], threshold: number): AuditCell[] {
  const protection = protectGroups(cells, sha256, { threshold })
  if (!protection.ok) throw new Error(`the table is not protected: ${protection.reason}`)
  const shown = new Set(
    protection.table.cells.flatMap((cell) => (cell.suppressed === true ? [] : [groupKey(cell.by)])),
  )
  const medianOf = shownMedians({
    cells,
    amount: 'granted',
    medianOf: (cell) => cell.medianGrantedOre?.valueOre ?? null,
    isReleased: (by) => shown.has(groupKey(by)),
    threshold,
  })
  return protection.table.cells.map((cell): AuditCell => {
    if (cell.suppressed === true) return cell
    const { applied = 0, granted = 0, refused = 0, withdrawn = 0, pending = 0 } = cell.counts
    const valueOre = medianOf(cell.by)
    return {
      by: cell.by,
      counts: { applied, granted, refused, withdrawn, pending },
      amounts: {
        applied: { totalOre: cell.amounts.applied?.totalOre ?? 0 },
        granted: { totalOre: cell.amounts.granted?.totalOre ?? 0 },
      },
      medianGrantedOre: valueOre === null ? null : { valueOre },
    }
  })
}
