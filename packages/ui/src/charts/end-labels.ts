/**
 * Moves labels at the ends of lines apart, each as near its line as the others allow, in the lines' order.
 * @param wished the height of each line's end; null where there is none
 * @param gap the least distance between labels
 * @returns heights between `top` and `bottom` as far as they have room; null stays null
 * @example endLabels([50, 52, null], 14, 0, 100) // [44, 58, null]
 */
export function endLabels(
  wished: readonly (number | null)[],
  gap: number,
  top: number,
  bottom: number,
): (number | null)[] {
  const order = wished
    .flatMap((y, at) => (y === null ? [] : [{ at, y }]))
    .sort((a, b) => a.y - b.y || a.at - b.at)
  // Runs of labels that touch share their middle; a run that meets the one above joins it.
  const runs: { members: number[]; middle: number }[] = []
  for (const { at, y } of order) {
    runs.push({ members: [at], middle: y })
    for (;;) {
      const last = runs.at(-1)
      const above = runs.at(-2)
      if (last === undefined || above === undefined) break
      const room = ((last.members.length + above.members.length) * gap) / 2
      if (last.middle - above.middle >= room) break
      const count = last.members.length + above.members.length
      const middle = (last.middle * last.members.length + above.middle * above.members.length) / count
      runs.splice(-2, 2, { members: [...above.members, ...last.members], middle })
    }
  }
  const result: (number | null)[] = wished.map(() => null)
  let free = top
  for (const { members, middle } of runs) {
    const half = ((members.length - 1) * gap) / 2
    const start = Math.max(free, Math.min(middle - half, bottom - 2 * half))
    for (const [index, at] of members.entries()) result[at] = start + index * gap
    free = start + members.length * gap
  }
  return result
}
