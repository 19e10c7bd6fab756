import { betraysLine } from './betrays-line.ts'
import { combinations, groupKey } from './group-key.ts'
import { growUntil, isSafeLine } from './line.ts'
import { protectWorld } from './protect-world.ts'
import { faultOf, groupOf } from './rule.ts'
import { ALL_STEPS, type ProtectionSteps } from './steps.ts'
import { indexTable, type TableIndex } from './table-index.ts'
import type { By, HidingReason, Protection, ProtectionOptions, PublishedCell, TrueCell } from './types.ts'

/**
 * Suppression for linked tables of counts and money, crossed by sex: shows a cell whole or hides it whole.
 *
 * A group passes when each of its counts is 0 or at least N and each amount passes the p % rule
 * (total − x1 − x2 ≥ p/100 · x1). Against whoever knows every published cell, that margins are sums, that
 * counts are whole and not negative, N, p and this method, no failing count can be worked out:
 *
 * 1. Each label of sex is a world. A margin over sex is shown only where every world's cell is shown, so
 *    worlds are linked by the overall total alone. If women or men fail both are hidden; if the hidden rest
 *    of the total is not safe, further labels, then the total itself, are hidden.
 * 2. One dimension: failing categories (of women or of men: both) are hidden with complements, taken in a
 *    public order, until the known sum of the hidden is a safe line. Never fewer than two.
 * 3. Two dimensions: hidden categories count as one. All failing cells lie in one hidden block of rows and
 *    columns whose sums are safe lines. In such a block with row sum r, column sum c and total T a cell can
 *    be anything in max(0, r+c−T) … min(r, c), at least N values for a failing count.
 * 4. Tables of two dimensions that would close a ring are withheld (a×b, b×c and a×c together can give cells
 *    away that none of them shows), and so are all inner cells of three or more dimensions beside sex.
 *
 * The README holds the proof and its limits. Known limit: for blocks of two dimensions the claim is proved
 * for those who reason from the figures and their sums, not for those who also reason from the choices made.
 *
 * @param cells every cell of each crossing (full product of labels), zero cells too; with a crossing all its
 *   subsets, and with sex in the table each crossing both with and without sex. Order does not matter
 * @returns the table, and the internal reasons apart from it; or a refusal: `no-cells`, `bad-option`,
 *   `bad-figure` (not whole, negative, or parts beyond `applied`), `duplicate-cell`, `missing-cell`,
 *   `missing-crossing`, `not-additive`, each naming its group or crossing
 *
 * Source: the p % rule and complementary suppression as in Hundepool et al. (2012), Statistical Disclosure
 * Control, ch. 4; the range of a cell in a block is Fréchet's.
 * @example
 * const protection = protectCells(table.cells, { threshold: 5 })
 * if (protection.ok) auditCells(protection.table.cells, { stages: table.stages })
 */
export function protectCells(cells: readonly TrueCell[], options: ProtectionOptions = {}): Protection {
  return protectBySteps(cells, options, ALL_STEPS)
}

/** The same with single steps switched off, for the tests of what each step is for. */
export function protectBySteps(
  cells: readonly TrueCell[],
  options: ProtectionOptions,
  steps: ProtectionSteps,
): Protection {
  const index = indexTable(cells, options)
  if ('ok' in index) return index
  const hidden = new Map<string, HidingReason>()
  const forced = new Set((options.forced ?? []).map(groupKey))
  const hide = (by: By, fallback: HidingReason): void => {
    const key = groupKey(by)
    const cell = index.cells.get(key)
    if (cell === undefined || hidden.has(key)) return
    hidden.set(key, faultOf(groupOf([cell], index.rule), index.rule) ?? fallback)
  }
  const overall = index.cells.get(groupKey({}))
  if (
    overall === undefined ||
    faultOf(groupOf([overall], index.rule), index.rule) !== null ||
    betraysLine(index, {})
  ) {
    for (const { by } of index.cells.values()) hide(by, 'complement')
    return assemble(index, hidden)
  }
  const worlds = protectTotals(index, forced, steps)
  for (const world of worldsOf(index)) {
    const label = world[index.pair]
    if (label === undefined || !worlds.hidden.has(label)) continue
    for (const { by } of index.cells.values()) if (by[index.pair] === label) hide(by, 'complement')
  }
  for (const group of sharedWorlds(index, worlds.hidden, steps)) {
    protectWorld({ index, worlds: group, forced, steps, hide })
  }
  if (index.hasPair) hideMargins(index, hidden, worlds.total && steps.hideTotal, steps, hide)
  return assemble(index, hidden)
}

function worldsOf({ hasPair, labels, pair }: TableIndex): By[] {
  return hasPair ? (labels.get(pair) ?? []).map((label) => ({ [pair]: label })) : [{}]
}

/** Which labels of sex are hidden altogether, and whether the total over them is. */
function protectTotals(
  index: TableIndex,
  forced: ReadonlySet<string>,
  steps: ProtectionSteps,
): { readonly hidden: ReadonlySet<string>; readonly total: boolean } {
  const hidden = new Set<string>()
  if (!index.hasPair) return { hidden, total: false }
  const { pair, pairLabels, rule } = index
  const labels = index.labels.get(pair) ?? []
  const groups = new Map(
    labels.map((label) => [
      label,
      groupOf([index.cells.get(groupKey({ [pair]: label })) ?? []].flat(), rule),
    ]),
  )
  for (const [label, group] of groups) {
    const world = { [pair]: label }
    if (faultOf(group, rule) !== null || forced.has(groupKey(world)) || betraysLine(index, world)) {
      hidden.add(label)
    }
  }
  const inPair = (label: string) => pairLabels.includes(label)
  if (steps.pairTogether && [...hidden].some(inPair)) {
    for (const label of labels.filter(inPair)) hidden.add(label)
  }
  const candidates = labels.filter((label) => !hidden.has(label) && !inPair(label))
  const safe = growUntil(hidden, candidates, () =>
    isSafeLine(
      [...hidden].flatMap((label) => groups.get(label) ?? []),
      rule,
    ),
  )
  return { hidden, total: !safe || forced.has(groupKey({})) }
}

function sharedWorlds(index: TableIndex, hidden: ReadonlySet<string>, steps: ProtectionSteps): By[][] {
  const shown = worldsOf(index).filter((world) => !hidden.has(world[index.pair] ?? ''))
  if (!index.hasPair || !steps.pairTogether) return shown.map((world) => [world])
  const inPair = (world: By) => index.pairLabels.includes(world[index.pair] ?? '')
  const pair = shown.filter(inPair)
  return [...(pair.length > 0 ? [pair] : []), ...shown.filter((w) => !inPair(w)).map((w) => [w])]
}

function hideMargins(
  index: TableIndex,
  hidden: ReadonlyMap<string, HidingReason>,
  totalHidden: boolean,
  steps: ProtectionSteps,
  hide: (by: By, fallback: HidingReason) => void,
): void {
  for (const { by } of index.cells.values()) {
    if (index.pair in by) continue
    const beneath = worldsOf(index).some((world) => hidden.has(groupKey({ ...by, ...world })))
    const inner = Object.keys(by).length > 0
    if (totalHidden || (inner && beneath && steps.marginOverPair)) hide(by, 'complement')
  }
}

function assemble(index: TableIndex, hidden: ReadonlyMap<string, HidingReason>): Protection {
  const all = index.crossings.flatMap((crossing) => combinations(crossing, sortedLabels(index)))
  const cells = all.flatMap((by) => {
    const key = groupKey(by)
    const cell = index.cells.get(key)
    if (cell === undefined) return []
    return [hidden.has(key) ? { by, suppressed: true as const } : publish(cell, by)]
  })
  const dominanceTested = [...index.cells.values()].every((cell) =>
    Object.values(cell.amounts).every(({ contributors }) => contributors !== null),
  )
  return {
    ok: true,
    table: {
      cells,
      threshold: index.rule.threshold,
      pPercent: index.rule.pPercent,
      dominanceTested,
      counts: { cells: cells.length, suppressed: hidden.size },
    },
    reasons: all.flatMap((by) => {
      const reason = hidden.get(groupKey(by))
      return reason === undefined ? [] : [{ by, reason }]
    }),
  }
}

function sortedLabels({ labels }: TableIndex): ReadonlyMap<string, readonly string[]> {
  return new Map([...labels].map(([name, list]) => [name, [...list].sort()]))
}

/** Only totals leave: recipients, and how many they are, stay behind. */
function publish(cell: TrueCell, by: By): PublishedCell {
  const amounts = Object.entries(cell.amounts).map(([name, { totalOre }]) => [name, { totalOre }] as const)
  return { by, counts: { ...cell.counts }, amounts: Object.fromEntries(amounts) }
}
