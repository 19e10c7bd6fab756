import { combinations, crossingKey, groupKey } from './group-key.ts'
import { growUntil, isSafeLine } from './line.ts'
import { type Plane, protectPlane } from './protect-plane.ts'
import { faultOf, groupOf } from './rule.ts'
import type { ProtectionSteps } from './steps.ts'
import type { TableIndex } from './table-index.ts'
import type { By, HidingReason } from './types.ts'

export interface WorldInput {
  readonly index: TableIndex
  /** The worlds that share their hidden sets: women and men, or one other label, or everybody. */
  readonly worlds: readonly By[]
  readonly forced: ReadonlySet<string>
  readonly steps: ProtectionSteps
  readonly hide: (by: By, fallback: HidingReason) => void
}

/** Protects all tables of worlds whose own totals are shown. */
export function protectWorld(input: WorldInput): void {
  const { index, steps } = input
  const crossings = index.crossings
    .map((crossing) => crossing.filter((name) => name !== index.pair))
    .filter((crossing, i, all) => all.findIndex((other) => other.join('\n') === crossing.join('\n')) === i)
  const hidden = new Map<string, ReadonlySet<string>>()
  for (const [dimension, ...more] of crossings) {
    if (dimension === undefined || more.length > 0) continue
    const set = protectLine(input, dimension)
    hidden.set(dimension, set)
    for (const label of set) hideAll(input, [{ [dimension]: label }], 'complement')
  }
  const planes = crossings.flatMap(([a, b, ...more]) => {
    if (a === undefined || b === undefined || more.length > 0) return []
    const hiddenRows = hidden.get(a) ?? new Set<string>()
    const hiddenColumns = hidden.get(b) ?? new Set<string>()
    const plane = protectPlane({ ...input, dimensions: [a, b], hiddenRows, hiddenColumns })
    hideMerged(input, [a, b], hiddenRows, hiddenColumns)
    return [{ dimensions: [a, b] as const, plane }]
  })
  hidePlanes(input, planes)
  for (const crossing of crossings) {
    if (crossing.length < 3 || !steps.withholdDetail) continue
    hideAll(input, combinations(crossing, index.labels), 'too-detailed')
  }
}

function hideAll({ worlds, hide }: WorldInput, groups: readonly By[], reason: HidingReason): void {
  for (const world of worlds) for (const by of groups) hide({ ...world, ...by }, reason)
}

function protectLine(input: WorldInput, dimension: string): ReadonlySet<string> {
  const { index, worlds, forced, steps } = input
  const labels = index.labels.get(dimension) ?? []
  const lines = worlds.map(
    (world) =>
      new Map(
        labels.map((label) => {
          const key = groupKey({ ...world, [dimension]: label })
          const group = groupOf([index.cells.get(key) ?? []].flat(), index.rule)
          const fails = faultOf(group, index.rule) !== null
          return [label, { group, mustHide: fails || forced.has(key) }]
        }),
      ),
  )
  const hidden = new Set(labels.filter((label) => lines.some((line) => line.get(label)?.mustHide)))
  if (hidden.size === 0 || !steps.growLines) return hidden
  const candidates = labels.filter((label) => !hidden.has(label))
  growUntil(hidden, candidates, () =>
    lines.every((line) =>
      isSafeLine(
        [...hidden].flatMap((label) => line.get(label)?.group ?? []),
        index.rule,
      ),
    ),
  )
  return hidden
}

/** Hiding is inherited: a hidden category hides all its cells. */
function hideMerged(
  input: WorldInput,
  [a, b]: readonly [string, string],
  hiddenRows: ReadonlySet<string>,
  hiddenColumns: ReadonlySet<string>,
): void {
  for (const by of combinations([a, b], input.index.labels)) {
    if (hiddenRows.has(by[a] ?? '') || hiddenColumns.has(by[b] ?? '')) hideAll(input, [by], 'complement')
  }
}

interface NamedPlane {
  readonly dimensions: readonly [string, string]
  readonly plane: Plane
}

/**
 * Shows the tables of two dimensions that form no ring, in order of priority, and hides their blocks; a table
 * that would close a ring is withheld whole. In the graph whose nodes are dimensions and whose edges are the
 * tables shown every edge is then a bridge: across it the halves of two cases can be exchanged without a
 * trace in any other table, so no other table narrows a hidden cell. Which tables are shown does not depend
 * on the figures.
 */
function hidePlanes(input: WorldInput, planes: readonly NamedPlane[]): void {
  const root = new Map<string, string>()
  const find = (name: string): string => {
    const parent = root.get(name)
    return parent === undefined ? name : find(parent)
  }
  const { priority, labels } = input.index
  const place = new Map(priority.map((pair, i) => [crossingKey(pair), i]))
  const of = ({ dimensions }: NamedPlane) => place.get(crossingKey(dimensions)) ?? priority.length
  for (const { dimensions, plane } of planes.toSorted((a, b) => of(a) - of(b))) {
    const [x, y] = [find(dimensions[0]), find(dimensions[1])]
    if (x === y && input.steps.noRings) hideAll(input, combinations(dimensions, labels), 'too-detailed')
    else hideBlock(input, dimensions, plane)
    if (x !== y) root.set(x, y)
  }
}

function hideBlock(
  input: WorldInput,
  [a, b]: readonly [string, string],
  { rows, columns, block }: Plane,
): void {
  for (const i of block.rows) {
    for (const j of block.columns) {
      for (const row of rows[i] ?? []) {
        hideAll(
          input,
          (columns[j] ?? []).map((column) => ({ [a]: row, [b]: column })),
          'complement',
        )
      }
    }
  }
}
