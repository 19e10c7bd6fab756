import { type By, medianMayBeShown, protectCells, roundSignificant } from '@jamvikt/disclosure'
import { type AuditCell, type Cell, groupKey } from '@jamvikt/equity'

/** Protects the cells of a whole file as one table; medians are shown rounded, and where nobody can be told apart. */
export function protectList(
  cells: readonly Cell[],
  threshold: number,
  order: Readonly<Record<string, readonly string[]>>,
): AuditCell[] {
  const protection = protectCells(cells, { threshold, order })
  if (!protection.ok) throw new Error(`the table is not protected: ${protection.reason}`)
  const shown = new Set(
    protection.table.cells.flatMap((cell) => (cell.suppressed === true ? [] : [groupKey(cell.by)])),
  )
  const medians = mediansOf(cells, shown, threshold)
  return protection.table.cells.map((cell): AuditCell => {
    if (cell.suppressed === true) return cell
    const { applied = 0, granted = 0, refused = 0, withdrawn = 0, pending = 0 } = cell.counts
    const valueOre = medians.get(groupKey(cell.by))
    return {
      by: cell.by,
      counts: { applied, granted, refused, withdrawn, pending },
      amounts: {
        applied: { totalOre: cell.amounts.applied?.totalOre ?? 0 },
        granted: { totalOre: cell.amounts.granted?.totalOre ?? 0 },
      },
      medianGrantedOre: valueOre === undefined ? null : { valueOre },
    }
  })
}

function mediansOf(
  cells: readonly Cell[],
  shown: ReadonlySet<string>,
  threshold: number,
): Map<string, number> {
  const byKey = new Map(cells.map((cell) => [groupKey(cell.by), cell]))
  const familyKey = (by: By, name: string): string => `${name}|${groupKey(without(by, name))}`
  const families = new Map<string, Cell[]>()
  for (const cell of cells) {
    for (const name of Object.keys(cell.by)) {
      const key = familyKey(cell.by, name)
      const family = families.get(key)
      if (family === undefined) families.set(key, [cell])
      else family.push(cell)
    }
  }
  const medians = new Map<string, number>()
  for (const group of cells) {
    if (group.medianGrantedOre === null || !shown.has(groupKey(group.by))) continue
    const around = Object.keys(group.by).flatMap((name) => {
      const parent = byKey.get(groupKey(without(group.by, name)))
      const siblings = (families.get(familyKey(group.by, name)) ?? []).filter((cell) => cell !== group)
      return parent === undefined ? [] : [{ parent, siblings }]
    })
    const isReleased = (by: By): boolean => shown.has(groupKey(by))
    if (medianMayBeShown({ group, families: around, amount: 'granted', isReleased, threshold })) {
      medians.set(groupKey(group.by), roundSignificant(group.medianGrantedOre.valueOre, 2))
    }
  }
  return medians
}

function without(by: By, name: string): By {
  return Object.fromEntries(Object.entries(by).filter(([key]) => key !== name))
}
