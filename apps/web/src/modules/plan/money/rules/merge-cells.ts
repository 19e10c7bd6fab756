import { groupName } from '../../rules/budgets.ts'

/** An amount that somebody wants a cell to have, and the one that they had before them. `null` is not known. */
export interface WantedCell {
  readonly key: readonly string[]
  readonly seen: bigint | null
  readonly wanted: bigint | null
}

export interface CellChange {
  readonly key: readonly string[]
  readonly before: bigint | null
  readonly after: bigint | null
}

/** A cell that somebody else has changed meanwhile to something else. */
export interface CellClash {
  readonly key: readonly string[]
  readonly theirs: bigint | null
  readonly mine: bigint | null
}

/**
 * What is to be written: cells that the writer has changed. A cell that the writer left as it was stays as it is now; one
 * that both have changed differently is a clash.
 */
export function mergeCells(
  cells: readonly WantedCell[],
  latest: ReadonlyMap<string, bigint>,
): { readonly changes: readonly CellChange[]; readonly clashes: readonly CellClash[] } {
  const changes: CellChange[] = []
  const clashes: CellClash[] = []
  for (const { key, seen, wanted } of cells) {
    const now = latest.get(groupName(key)) ?? null
    if (wanted === seen || wanted === now) continue
    if (now === seen) changes.push({ key, before: now, after: wanted })
    else clashes.push({ key, theirs: now, mine: wanted })
  }
  return { changes, clashes }
}
