import type { Cube } from '../model/cube.ts'
import { TOTAL } from '../model/dimension.ts'
import { codeOfLabel } from './star.ts'
import type { By } from './types.ts'

/**
 * Whether a cube is laid out as groups are: labels and at most a total, or several ways each with the labels of its own.
 * In any other cube sums may be kept that are not those of the groups.
 */
export function isOfGroups({ dimensions }: Cube): boolean {
  return dimensions.every(({ codes, leaves, members, wholes }) => {
    const sums = codes.length - leaves
    if (wholes === undefined) return sums === 0 || (sums === 1 && codes.at(-1) === TOTAL)
    return (
      sums === wholes.length &&
      wholes.every((whole) => {
        // `["industry"]` holds `["industry","C"]`.
        const way = `${codes[whole]?.slice(0, -1)},`
        return members[whole]?.every((leaf) => codes[leaf]?.startsWith(way))
      })
    )
  })
}

/** The codes of a group in the cube of its certificate; too many, and so unknown, where it has none. */
export function groupCodes({ dimensions }: Cube): (by: By) => string[] {
  const shared = new Set(dimensions.flatMap(({ name, wholes }) => (wholes === undefined ? [name] : [])))
  return (by) => {
    const others = Object.entries(by).filter(([name]) => !shared.has(name))
    const codes = dimensions.map(({ name, codes: all, wholes }) => {
      if (wholes === undefined) return Object.hasOwn(by, name) ? codeOfLabel(by[name] ?? '') : TOTAL
      const way = others.shift()
      return way === undefined ? (all[wholes[0] ?? 0] ?? '') : JSON.stringify(way)
    })
    return [...codes, ...others.flat()]
  }
}
