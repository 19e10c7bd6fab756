import type { By, HiddenCell, PublishedCell } from '../types.ts'
import { Polytope } from './simplex.ts'
import { type Atom, matches } from './tables.ts'

/**
 * Knows every published cell, that each is the sum of the finest combinations of labels, and that nothing is
 * negative. Works out what a count of a group can be at least and at most.
 */
export class Attacker {
  readonly #atoms: readonly Atom[]
  readonly #polytope: Polytope

  constructor(published: readonly (PublishedCell | HiddenCell)[], atoms: readonly Atom[], part: string) {
    this.#atoms = atoms
    const shown = published.flatMap((cell) => (cell.suppressed === true ? [] : [cell]))
    this.#polytope = new Polytope(
      shown.map(({ by }) => atoms.map((atom) => (matches(by, atom) ? 1 : 0))),
      shown.map(({ counts }) => counts[part] ?? 0),
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
