import type { By, HiddenCell, PublishedCell } from '../groups/types.ts'
import { Polytope } from './simplex.ts'
import { type Atom, matches } from './tables.ts'

/**
 * Knows every published cell, that each is the sum of the finest combinations of labels, and that nothing is
 * negative. Works out what a count of a group can be at least and at most.
 */
export class Attacker<Cell extends PublishedCell | HiddenCell = PublishedCell | HiddenCell> {
  readonly #atoms: readonly Atom[]
  readonly #polytope: Polytope

  constructor(
    published: readonly Cell[],
    atoms: readonly Atom[],
    part: string,
    covers: (cell: Cell, atom: Atom) => boolean = () => true,
  ) {
    this.#atoms = atoms
    const shown = published.filter((cell) => cell.suppressed !== true)
    this.#polytope = new Polytope(
      atoms.length,
      shown.map((cell) => atoms.map((atom) => (matches(cell.by, atom) && covers(cell, atom) ? 1 : 0))),
      shown.map((cell) => (cell.suppressed === true ? 0 : (cell.counts[part] ?? 0))),
    )
  }

  range(by: By) {
    return this.rangeOfUnion([by])
  }

  rangeOfUnion(groups: readonly By[]) {
    return this.#polytope.range(
      this.#atoms.flatMap((atom, i) => (groups.some((by) => matches(by, atom)) ? [i] : [])),
    )
  }
}
