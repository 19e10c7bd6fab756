import type { AuditOptions } from './audit-types.ts'
import { MISSING_LABELS } from './audit-types.ts'
import { dimensionsOf, groupKey } from './group-key.ts'
import type { By, FigureCell } from './types.ts'

const LEAST_DECIDED = 30
const LEAST_SHARE_OF_DECIDED = 0.02

export function decidedOf(cell: FigureCell): number {
  return cell.counts.granted + cell.counts.refused
}

/** Whether one of the group's labels is a kind of missing. */
export function isMissingGroup(by: By, options: Pick<AuditOptions, 'missingLabels'>): boolean {
  const missing = options.missingLabels ?? MISSING_LABELS
  return Object.values(by).some((label) => missing.has(label))
}

/**
 * The reference of each group of one crossing, by group key; a group without one is left out.
 *
 * With sex and more: men of the same combination, if anything of theirs was decided. Else one for the whole
 * crossing: the chosen label (one dimension only), or the highest rate among groups with at least 30
 * decided and 2 % of all decided; ties by more decided, then by label.
 */
export function referencesOf(cells: readonly FigureCell[], options: AuditOptions): Map<string, FigureCell> {
  const references = new Map<string, FigureCell>()
  const first = cells[0]
  if (first === undefined || !options.stages.decided) return references
  const dimensions = dimensionsOf(first.by)
  const sex = options.sexDimension ?? 'sex'
  const candidates = cells.filter((cell) => !isMissingGroup(cell.by, options) && decidedOf(cell) > 0)
  if (dimensions.includes(sex) && dimensions.length > 1) {
    const byKey = new Map(candidates.map((cell) => [groupKey(cell.by), cell]))
    for (const cell of candidates) {
      const men = byKey.get(groupKey({ ...cell.by, [sex]: options.referenceSex ?? 'men' }))
      if (men !== undefined) references.set(groupKey(cell.by), men)
    }
    return references
  }
  if (dimensions.length === 0) return references
  const single = dimensions.length === 1 ? dimensions[0] : undefined
  const chosen =
    single === undefined ? undefined : candidates.find((cell) => cell.by[single] === options.reference)
  const reference = chosen ?? highestRate(candidates, cells)
  if (reference === undefined) return references
  for (const cell of candidates) references.set(groupKey(cell.by), reference)
  return references
}

function highestRate(candidates: readonly FigureCell[], all: readonly FigureCell[]): FigureCell | undefined {
  const decided = all.reduce((sum, cell) => sum + decidedOf(cell), 0)
  const large = candidates.filter(
    (cell) => decidedOf(cell) >= LEAST_DECIDED && decidedOf(cell) >= LEAST_SHARE_OF_DECIDED * decided,
  )
  const rate = (cell: FigureCell) => cell.counts.granted / decidedOf(cell)
  return large.sort(
    (a, b) => rate(b) - rate(a) || decidedOf(b) - decidedOf(a) || (groupKey(a.by) < groupKey(b.by) ? -1 : 1),
  )[0]
}
