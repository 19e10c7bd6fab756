import { holm } from '../rates/holm.ts'
import { minimumDetectableDifference } from '../rates/minimum-detectable.ts'
import { wilsonInterval } from '../rates/wilson.ts'
import { fisherExact } from '../selection/fisher.ts'
import { impactRatio } from '../selection/impact-ratio.ts'
import { shortfall } from '../selection/shortfall.ts'
import type { AuditCounts, AuditGroup, AuditOptions, AuditResult, Comparison, Rate } from './audit-types.ts'
import { crossingKey, dimensionsOf, groupKey, without } from './group-key.ts'
import { decidedOf, isMissingGroup, referencesOf } from './reference-group.ts'
import type { AuditCell, FigureCell, Stages } from './types.ts'

const ALPHA = 0.05
const ALIKE_FROM = 0.8
const ALIKE_TO = 1.25

/**
 * The audit of every group: counts, money, rates with intervals, and each group against its reference.
 *
 * Everything derived comes from the cells given, so the same call serves the true and the protected view:
 * a suppressed cell stays suppressed and no parent, reference or family of tests leans on it.
 *
 * - rate = granted / (granted + refused); withdrawn and pending cases are no decision.
 * - reference: in crossings of sex and more, men of the same combination; else the chosen label, else the
 *   highest rate among groups with ≥ 30 decided and ≥ 2 % of all decided. Kinds of missing never are one.
 * - `holmP` adjusts within the crossing (one family for each set of dimensions), references, suppressed
 *   groups and kinds of missing left out.
 * - verdict: `differenceShown` when holmP < 0.05; `noDifferenceShown` when the whole interval of the
 *   ratio lies in 0.8–1.25; else `insufficientEvidence`, which is also all that can be said without the
 *   decided stage. "No difference" is never said for want of data.
 *
 * @param cells tabulated, aggregated or protected cells; any order
 * @returns a group for each cell, in the order given; figures of stages that are absent are `null`, not 0
 * @throws RangeError when counts are negative or not whole
 * @example
 * const table = tabulate(cases, [[], ['sex']])
 * if (table.ok) auditCells(table.cells, { stages: table.stages })
 */
export function auditCells(cells: readonly AuditCell[], options: AuditOptions): AuditResult {
  const released = new Map<string, FigureCell>()
  const crossings = new Map<string, FigureCell[]>()
  for (const cell of cells) {
    if (cell.suppressed === true) continue
    released.set(groupKey(cell.by), cell)
    const key = crossingKey(cell.by)
    const family = crossings.get(key)
    if (family === undefined) crossings.set(key, [cell])
    else family.push(cell)
  }
  const comparisons = new Map<string, Comparison>()
  const references = new Set<string>()
  for (const family of crossings.values()) {
    const referenceOf = referencesOf(family, options)
    for (const reference of referenceOf.values()) references.add(groupKey(reference.by))
    compareFamily(family, referenceOf, comparisons, options.stages)
  }
  const base = new Map((options.base ?? []).map((cell) => [groupKey(cell.by), cell.count]))
  const groups = cells.map((cell): AuditGroup => {
    const key = groupKey(cell.by)
    const head = {
      by: cell.by,
      crossing: dimensionsOf(cell.by),
      missing: isMissingGroup(cell.by, options),
      baseCount: base.get(key) ?? null,
    }
    if (cell.suppressed === true) return { ...head, suppressed: true }
    const comparison = comparisons.get(key) ?? null
    return {
      ...head,
      suppressed: false,
      ...figuresOf(cell, released, options),
      comparison,
      verdict: references.has(key) ? 'reference' : verdictOf(comparison),
    }
  })
  const suppressed = groups.filter((group) => group.suppressed).length
  return { stages: options.stages, groups, options, cells, counts: { groups: groups.length, suppressed } }
}

function compareFamily(
  family: readonly FigureCell[],
  referenceOf: ReadonlyMap<string, FigureCell>,
  comparisons: Map<string, Comparison>,
  stages: Stages,
): void {
  const pairs = family.flatMap((cell) => {
    const reference = referenceOf.get(groupKey(cell.by))
    return reference === undefined || reference === cell ? [] : [{ cell, reference }]
  })
  const pValues = pairs.map(({ cell, reference }) =>
    fisherExact(cell.counts.granted, cell.counts.refused, reference.counts.granted, reference.counts.refused),
  )
  const adjusted = holm(pValues)
  pairs.forEach(({ cell, reference }, i) => {
    const own = { granted: cell.counts.granted, decided: decidedOf(cell) }
    const other = { granted: reference.counts.granted, decided: decidedOf(reference) }
    const money = cell.amounts.granted
    const gap = shortfall(own, other, money.totalOre, money.stated ?? own.granted)
    comparisons.set(groupKey(cell.by), {
      reference: reference.by,
      impactRatio: impactRatio(own, other),
      fisherP: pValues[i] ?? 1,
      holmP: adjusted[i] ?? 1,
      shortfallGrants: gap?.grants ?? 0,
      shortfallOre: stages.amountGranted ? (gap?.amountOre ?? null) : null,
      minimumDetectable: minimumDetectableDifference(
        own.decided,
        other.decided,
        other.granted / other.decided,
      ),
    })
  })
}

function verdictOf(comparison: Comparison | null) {
  if (comparison === null) return 'insufficientEvidence'
  if (comparison.holmP < ALPHA) return 'differenceShown'
  const interval = comparison.impactRatio?.interval ?? null
  return interval !== null && interval.low >= ALIKE_FROM && interval.high <= ALIKE_TO
    ? 'noDifferenceShown'
    : 'insufficientEvidence'
}

function figuresOf(cell: FigureCell, released: ReadonlyMap<string, FigureCell>, options: AuditOptions) {
  const { stages } = options
  const parent = released.get(groupKey(parentOf(cell, options.sexDimension ?? 'sex')))
  const appliedOre = stages.amountApplied ? cell.amounts.applied.totalOre : null
  const grantedOre = stages.amountGranted ? cell.amounts.granted.totalOre : null
  const shareOf = (figure: (c: FigureCell) => number | null): number | null => {
    const whole = parent === undefined ? null : figure(parent)
    const part = figure(cell)
    return whole === null || part === null || whole === 0 ? null : part / whole
  }
  return {
    counts: countsOf(cell, stages),
    share: shareOf((c) => firstCount(c, stages)),
    shareOfGrantedAmount: shareOf((c) => (stages.amountGranted ? c.amounts.granted.totalOre : null)),
    rate: stages.decided ? rateOf(cell) : null,
    appliedOre,
    grantedOre,
    medianGrantedOre: stages.amountGranted ? (cell.medianGrantedOre?.valueOre ?? null) : null,
    grantedPerApplied:
      appliedOre === null || grantedOre === null || appliedOre === 0 ? null : grantedOre / appliedOre,
  }
}

function parentOf(cell: FigureCell, sex: string) {
  return sex in cell.by ? without(cell.by, sex) : {}
}

function firstCount(cell: FigureCell, stages: Stages): number | null {
  if (stages.applied) return cell.counts.applied
  return stages.granted ? cell.counts.granted : null
}

function countsOf({ counts }: FigureCell, stages: Stages): AuditCounts {
  const outcome = stages.applied && stages.decided
  return {
    applied: stages.applied ? counts.applied : null,
    decided: stages.decided ? counts.granted + counts.refused : null,
    granted: stages.granted ? counts.granted : null,
    refused: stages.decided ? counts.refused : null,
    withdrawn: outcome ? counts.withdrawn : null,
    pending: outcome ? counts.pending : null,
  }
}

function rateOf(cell: FigureCell): Rate | null {
  const n = decidedOf(cell)
  return n === 0 ? null : { value: cell.counts.granted / n, n, ...wilsonInterval(cell.counts.granted, n) }
}
