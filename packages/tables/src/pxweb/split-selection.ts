import type { StatRefusal } from '../stat/refusal.ts'

/** The codes asked for, by variable. */
export type Selection = ReadonlyMap<string, readonly string[]>

/** The search for the fewest pieces stops after so many steps, and takes the best found. */
const MOST_STEPS = 20_000
const MOST_PIECES = 100_000

/**
 * Splits a question into pieces that a server will answer.
 * @param sizesByVariable how many values each variable of the table has. One that is not in the selection is counted
 * whole; give only those that the answer will hold (not those that are eliminated)
 * @param selection codes by variable; a variable without codes counts as not selected
 * @param maxCells the most cells of one answer, at least 1
 * @returns the pieces, in the order of the table: each has consecutive codes of every variable, none has more than
 * `maxCells` cells, together they hold every combination once. As few as can be made by cutting each variable into
 * parts of equal size, or nearly so. Or `too-many-cells`, where the variables that are not selected are too many by
 * themselves, or more than 100 000 pieces would be needed
 * @example splitSelection(new Map([['Region', 290], ['Tid', 20]]), selection, 1000)
 */
export function splitSelection(
  sizesByVariable: ReadonlyMap<string, number>,
  selection: Selection,
  maxCells: number,
): readonly Selection[] | StatRefusal {
  const whole = [...sizesByVariable]
    .filter(([variable]) => (selection.get(variable) ?? []).length === 0)
    .reduce((product, [, size]) => product * size, 1)
  if (!(whole <= maxCells)) return { ok: false, reason: 'too-many-cells', detail: `${whole} > ${maxCells}` }
  const chosen = [...selection].filter(([, codes]) => codes.length > 0)
  const cells = chosen.reduce((product, [, codes]) => product * codes.length, whole)
  if (cells / maxCells > MOST_PIECES)
    return { ok: false, reason: 'too-many-cells', detail: `${cells} > ${MOST_PIECES} × ${maxCells}` }
  const several = chosen.filter(([, codes]) => codes.length > 1)
  const lengths = fewestPieces(
    several.map(([, codes]) => codes.length),
    Math.floor(maxCells / Math.max(1, whole)),
  )
  const lengthOf = new Map(several.map(([variable], d) => [variable, lengths[d]]))
  let pieces: (readonly (readonly [string, readonly string[]])[])[] = [[]]
  for (const [variable, codes] of chosen) {
    const parts = cut(codes, lengthOf.get(variable) ?? 1)
    pieces = pieces.flatMap((piece) => parts.map((part) => [...piece, [variable, part] as const]))
  }
  return pieces.map((piece) => new Map(piece))
}

function cut(codes: readonly string[], length: number): (readonly string[])[] {
  return Array.from({ length: Math.ceil(codes.length / length) }, (_, at) =>
    codes.slice(at * length, (at + 1) * length),
  )
}

/** For each variable how many of its codes go into a piece, so that the pieces are as few as can be found. */
function fewestPieces(sizes: readonly number[], most: number): readonly number[] {
  const restOfCells = sizes.map((_, d) => sizes.slice(d).reduce((product, size) => product * size, 1))
  const fewest = Math.ceil((restOfCells[0] ?? 1) / most)
  const lengths = new Array<number>(sizes.length).fill(1)
  let best = { pieces: Number.POSITIVE_INFINITY, lengths: [...lengths] }
  let steps = 0
  const choose = (d: number, pieces: number, room: number): void => {
    if (d === sizes.length) {
      if (pieces < best.pieces) best = { pieces, lengths: [...lengths] }
      return
    }
    for (const length of lengthsOf(sizes[d] ?? 1, room)) {
      const sofar = pieces * Math.ceil((sizes[d] ?? 1) / length)
      const left = Math.floor(room / length)
      const bound = sofar * Math.max(1, Math.ceil((restOfCells[d + 1] ?? 1) / left))
      if (bound >= best.pieces) continue
      if (best.pieces === fewest || (steps++ > MOST_STEPS && best.pieces !== Number.POSITIVE_INFINITY)) return
      lengths[d] = length
      choose(d + 1, sofar, left)
    }
  }
  choose(0, 1, most)
  return best.lengths
}

/** The lengths that cut so many codes into 1, 2, 3 … parts, as far as there is room; the longest first. */
function lengthsOf(size: number, room: number): number[] {
  const lengths: number[] = []
  for (let length = Math.min(size, room); length >= 1; ) {
    const parts = Math.ceil(size / length)
    const even = Math.ceil(size / parts)
    lengths.push(even)
    length = even - 1
  }
  return lengths
}
