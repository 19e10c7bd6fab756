/** One line of a report, and the heading it stands under. */
export interface Line {
  readonly under: string
  readonly text: string
}

export interface ChangedLine extends Line {
  readonly kind: 'added' | 'removed'
}

const MOST_LINES = 3000

/**
 * The lines that two reports do not share, in their order: what was taken away before what came in its place.
 * @returns `null` where the reports are too long to be held against each other
 */
export function changedLines(before: readonly Line[], after: readonly Line[]): ChangedLine[] | null {
  if (before.length > MOST_LINES || after.length > MOST_LINES) return null
  const isSame = (a: Line | undefined, b: Line | undefined) => a?.text === b?.text && a?.under === b?.under
  let start = 0
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1
  let [endA, endB] = [before.length, after.length]
  while (endA > start && endB > start && isSame(before[endA - 1], after[endB - 1])) {
    endA -= 1
    endB -= 1
  }
  const [a, b] = [before.slice(start, endA), after.slice(start, endB)]
  const width = b.length + 1
  const shared = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => shared[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      shared[i * width + j] = isSame(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const changed: ChangedLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && right !== undefined && isSame(left, right)) {
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changed.push({ kind: 'removed', ...left })
      i += 1
    } else if (right !== undefined) {
      changed.push({ kind: 'added', ...right })
      j += 1
    }
  }
  return changed
}
