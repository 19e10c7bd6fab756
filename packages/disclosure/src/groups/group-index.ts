import { combinations, compareText, crossingKey, eachCombination, groupKey } from './group-key.ts'
import { isKnown, type Rule, remainderOf, ruleFor, WHOLE } from './rule.ts'
import type { By, GuardedAmount, ProtectionRefusal, TrueCell } from './types.ts'

/** A checked table: full products, closed under leaving dimensions out, additive. */
export interface GroupIndex {
  readonly cells: ReadonlyMap<string, TrueCell>
  /** Fewest dimensions first, then by name; dimensions in code-point order. */
  readonly crossings: readonly (readonly string[])[]
  /** Labels by dimension, in code-point order. */
  readonly labels: ReadonlyMap<string, readonly string[]>
  readonly rule: Rule
}

export function indexGroups(
  cells: readonly TrueCell[],
  threshold: number,
  pPercent: number,
): GroupIndex | ProtectionRefusal {
  if (cells.length === 0) return { ok: false, reason: 'no-cells' }
  const rule = ruleFor(cells, threshold, pPercent)
  const mixed = rule.amounts.flatMap((name) => unknownAmong(cells, name) ?? [])[0]
  if (mixed !== undefined) return mixed
  const byKey = new Map<string, TrueCell>()
  const crossings = new Map<string, string[]>()
  const seen = new Map<string, Set<string>>()
  for (const cell of cells) {
    const field = badField(cell, rule)
    if (field !== null) return { ok: false, reason: 'bad-figure', by: cell.by, field }
    const key = groupKey(cell.by)
    if (byKey.has(key)) return { ok: false, reason: 'duplicate-cell', by: cell.by }
    byKey.set(key, cell)
    const dimensions = Object.keys(cell.by).sort()
    crossings.set(crossingKey(dimensions), dimensions)
    for (const name of dimensions) {
      const labels = seen.get(name) ?? new Set()
      seen.set(name, labels.add(cell.by[name] ?? ''))
    }
  }
  const index: GroupIndex = {
    cells: byKey,
    crossings: [...crossings.values()].sort(
      (a, b) => a.length - b.length || compareText(crossingKey(a), crossingKey(b)),
    ),
    labels: new Map([...seen].map(([name, found]) => [name, [...found].sort(compareText)])),
    rule,
  }
  return shapeFault(index, crossings) ?? index
}

/** The first field of a cell that cannot be, or that other cells lack. */
function badField(cell: TrueCell, rule: Rule): string | null {
  const wrong = [...rule.names, ...Object.keys(cell.counts)].find(
    (name) => !rule.names.includes(name) || !isFigure(cell.counts[name]) || name === REMAINDER,
  )
  if (wrong !== undefined) return wrong
  if (remainderOf(cell, rule.parts) < 0 && rule.parts.length < rule.names.length) return WHOLE
  const isEmpty = Object.values(cell.counts).every((count) => count === 0)
  return (
    [...rule.amounts, ...Object.keys(cell.amounts)].find((name) => {
      const amount = cell.amounts[name]
      if (!rule.amounts.includes(name) || amount === undefined || !isFigure(amount.totalOre)) return true
      // What somebody has without a case could not be protected.
      const isOwned = isEmpty && amount.totalOre > 0 && amount.contributors !== null
      return isOwned || !areRecipients(amount)
    }) ?? null
  )
}

/** What the engine calls what the parts leave of the whole. */
const REMAINDER = 'remainder'
/** The largest figure that a certificate holds. */
const MOST = 2 ** 43

function isFigure(value: number | undefined): boolean {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= MOST
}

/** Whether recipients are unknown, or whole numbers in order of what they have, which is no more than the amount. */
function areRecipients({ totalOre, contributors, top }: GuardedAmount): boolean {
  if (contributors === null) return true
  const listed = top ?? []
  const sum = listed.reduce((all, { ore }) => all + ore, 0)
  const inOrder = listed.every(
    ({ id, ore }, i) => isFigure(id) && isFigure(ore) && ore <= (listed[i - 1]?.ore ?? ore),
  )
  if (!isFigure(contributors) || !inOrder || sum > totalOre || listed.length > contributors) return false
  return contributors > listed.length || sum === totalOre
}

/** Recipients are known of every amount of a name, or of none: half known, dominance would be tested nowhere. */
function unknownAmong(cells: readonly TrueCell[], name: string): ProtectionRefusal | null {
  const paid = cells.filter(({ amounts }) => (amounts[name]?.totalOre ?? 0) > 0)
  const unknown = paid.filter((cell) => !isKnown(cell, name))
  const [first] = unknown
  return first === undefined || unknown.length === paid.length
    ? null
    : { ok: false, reason: 'bad-figure', by: first.by, field: name }
}

function shapeFault(
  index: GroupIndex,
  crossings: ReadonlyMap<string, readonly string[]>,
): ProtectionRefusal | null {
  for (const crossing of index.crossings) {
    const needed = crossing.map((name) => crossing.filter((other) => other !== name))
    const absent = needed.find((dimensions) => !crossings.has(crossingKey(dimensions)))
    if (absent !== undefined) return { ok: false, reason: 'missing-crossing', crossing: absent }
    for (const by of eachCombination(crossing, index.labels)) {
      if (!index.cells.has(groupKey(by))) return { ok: false, reason: 'missing-cell', by }
    }
    const fault = additivityFault(index, crossing)
    if (fault !== null) return fault
  }
  return null
}

/** The method rests on margins being sums; a table where they are not is refused. */
function additivityFault(index: GroupIndex, crossing: readonly string[]): ProtectionRefusal | null {
  for (const name of crossing) {
    const rest = crossing.filter((other) => other !== name)
    for (const by of combinations(rest, index.labels)) {
      const field = unequalField(index, by, name)
      if (field !== null) return { ok: false, reason: 'not-additive', by, field }
    }
  }
  return null
}

function unequalField({ cells, labels, rule }: GroupIndex, by: By, name: string): string | null {
  const whole = cells.get(groupKey(by))
  const children = (labels.get(name) ?? []).flatMap(
    (label) => cells.get(groupKey({ ...by, [name]: label })) ?? [],
  )
  const sum = (figure: (cell: TrueCell) => number) => children.reduce((n, cell) => n + figure(cell), 0)
  const count = Object.keys(whole?.counts ?? {}).find(
    (field) => sum((cell) => cell.counts[field] ?? 0) !== whole?.counts[field],
  )
  if (count !== undefined) return count
  return (
    rule.amounts.find(
      (field) => sum((cell) => cell.amounts[field]?.totalOre ?? 0) !== whole?.amounts[field]?.totalOre,
    ) ?? null
  )
}
