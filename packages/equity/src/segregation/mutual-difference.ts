import { type Refusal, type Result, refuse } from '../result.ts'
import { mutualInformation, mutualOf } from './mutual-information.ts'
import { fitMargins, type ShareTable } from './proportional-fitting.ts'
import { type CountTable, totalsOf } from './table.ts'

/** How M changed, in nats; `difference` is the sum of the five parts. */
export interface MutualDifference {
  readonly before: number
  readonly after: number
  readonly difference: number
  /** From units and groups found only after. */
  readonly additions: number
  /** From units and groups found only before. */
  readonly removals: number
  /** From changed sizes of the groups. */
  readonly groupMarginal: number
  /** From changed sizes of the units. */
  readonly unitMarginal: number
  /** From changed association: the odds of the groups across the units, margins apart. */
  readonly structural: number
}

/** Cells of 0 start at this share: too little to count, and enough for any margins to be met. */
const NEARLY_NONE = 1e-30

/**
 * The change in M between two tables, divided into what follows from new and gone units and groups, from the
 * sizes of groups and of units, and from their association.
 *
 * With M̃ of the tables cut to the units and groups both have: additions = M₂ − M̃₂, removals = M̃₁ − M₁. Let
 * M(s, g, u) be M of the table with the association of s, the group sizes of g and the unit sizes of u (each 1 or
 * 2), made by iterative proportional fitting. structural = ½[M(2,1,1) − M(1,1,1)] + ½[M(2,2,2) − M(1,2,2)]. The
 * rest, for each association, is divided between group and unit sizes by Shapley: group = ½ Σ_s ½ Σ_u
 * [M(s,2,u) − M(s,1,u)], units likewise. Exchanging the tables turns every sign; additions and removals change
 * places. Parts are arithmetic: they say where a change lies, not why.
 *
 * @param before and `after` from `segregationTable`; units and groups are matched by name, clusters not used
 * Refuses: `too-few` (`after.units`, `after.groups`: fewer than two in common, or fewer than two of them with
 * members there), `not-converged` (`after`: the margins could not be met).
 *
 * Source: Elbers (2021), Sociol. Methods Res. 52, association first and margins within it; in the manner of R
 * segregation 1.1.0 `mutual_difference(method = "shapley")`. Held against laws and closed forms, not against R's
 * figures, whose second data set is not at hand; R's fitting ends at coarser margins.
 * @example mutualDifference(table, table) // every part 0
 */
export function mutualDifference(
  before: CountTable,
  after: CountTable,
): Result<{ readonly change: MutualDifference }> {
  const common = commonOf(before, after)
  if ('ok' in common) return common
  const [first, second] = common
  const tables = [marginsOf(first), marginsOf(second)] as const
  const worths = new Float64Array(8)
  for (let mask = 0; mask < 8; mask++) {
    const fitted = fitMargins(
      tables[mask & 1 ? 1 : 0],
      tables[mask & 4 ? 1 : 0].unitTotals,
      tables[mask & 2 ? 1 : 0].groupTotals,
    )
    if (fitted === null) return refuse('not-converged', 'after')
    worths[mask] = mutualOf(fitted, first.groupCount).m
  }
  const worth = (structure: number, groups: number, units: number) =>
    worths[structure + 2 * groups + 4 * units] ?? 0
  const sides = [0, 1]
  const half = (part: (side: number) => number) => sides.reduce((sum, side) => sum + part(side) / 2, 0)
  const startM = mutualInformation(before).m
  const endM = mutualInformation(after).m
  return {
    ok: true,
    change: {
      before: startM,
      after: endM,
      difference: endM - startM,
      additions: endM - worth(1, 1, 1),
      removals: worth(0, 0, 0) - startM,
      groupMarginal: half((s) => half((u) => worth(s, 1, u) - worth(s, 0, u))),
      unitMarginal: half((s) => half((g) => worth(s, g, 1) - worth(s, g, 0))),
      structural: half((margins) => worth(1, margins, margins) - worth(0, margins, margins)),
    },
  }
}

function marginsOf(table: ShareTable) {
  return { ...table, ...totalsOf(table.shares, table.groupCount) }
}

/** Both tables cut to what they have in common, as shares. */
function commonOf(before: CountTable, after: CountTable): readonly [ShareTable, ShareTable] | Refusal {
  const unitsAfter = new Set(after.units)
  const groupsAfter = new Set(after.groups)
  let units = before.units.filter((unit) => unitsAfter.has(unit))
  let groups = before.groups.filter((group) => groupsAfter.has(group))
  for (let size = Number.POSITIVE_INFINITY; size > units.length + groups.length; ) {
    size = units.length + groups.length
    // What has members only outside the common part is empty in it, and is not common either.
    const cuts = [cut(before, units, groups), cut(after, units, groups)].map(marginsOf)
    const filled = (kind: 'unitTotals' | 'groupTotals', i: number) => cuts.every((t) => (t[kind][i] ?? 0) > 0)
    units = units.filter((_, i) => filled('unitTotals', i))
    groups = groups.filter((_, i) => filled('groupTotals', i))
  }
  if (units.length < 2) return refuse('too-few', 'after.units')
  if (groups.length < 2) return refuse('too-few', 'after.groups')
  return [sharesOf(cut(before, units, groups)), sharesOf(cut(after, units, groups))]
}

function cut(table: CountTable, units: readonly string[], groups: readonly string[]): ShareTable {
  const rows = new Map(table.units.map((unit, u) => [unit, u]))
  const columns = groups.map((group) => table.groups.indexOf(group))
  const shares = new Float64Array(units.length * groups.length)
  let at = 0
  for (const unit of units) {
    const start = (rows.get(unit) ?? 0) * table.groups.length
    for (const column of columns) shares[at++] = table.counts[start + column] ?? 0
  }
  return { shares, groupCount: groups.length }
}

function sharesOf({ shares, groupCount }: ShareTable): ShareTable {
  const { total } = totalsOf(shares, groupCount)
  return { shares: shares.map((n) => (n > 0 ? n / total : NEARLY_NONE)), groupCount }
}
