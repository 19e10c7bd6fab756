import { cellsOver } from '../model/cells-over.ts'
import { nodeOf } from '../model/cube.ts'
import type { Pattern } from './pattern.ts'
import { FIXED, type Need, OPEN, type Row } from './problem.ts'

/** States kept at each depth, depths, and inner cells tried from each state. */
const BEAM = 24
const DEPTH = 12
const TRIED = 48
/** What a fixed cell that moves counts, in cells, where changes are compared. */
const BROKEN = 1e6

/** A change on the way: inner cells with their steps, and every cell that moves. */
interface Change {
  readonly inner: ReadonlyMap<number, number>
  readonly steps: ReadonlyMap<number, number>
  /** Fixed cells that move: a witness has none. */
  readonly broken: number
  /** What the cells that would have to be hidden cost. */
  readonly cost: number
}

/**
 * Finds a witness of any shape, for the few needs that no circuit meets: single records are moved one by one, each
 * to undo what the last one broke, the cheapest attempts kept (beam search).
 */
export class WitnessFinder {
  readonly #pattern: Pattern
  readonly #random: () => number
  #need: Need | undefined
  /** Room that a cell must have to fall, and to rise and be taken back. */
  #up = 1
  #down = 0

  constructor(pattern: Pattern, random: () => number) {
    this.#pattern = pattern
    this.#random = random
  }

  find(number: number): Row | null {
    const need = this.#pattern.problem.needs[number]
    if (need === undefined) return null
    this.#need = need
    // The width may be won by adding only, by subtracting only, or half each.
    const half = Math.ceil(need.width / 2)
    const both = [
      [need.width, 0],
      [0, need.width],
      [half, need.width - half],
    ] as const
    const ways = this.#pattern.problem.layers[need.layer]?.rises ? both.slice(0, 1) : both
    for (const [up, down] of ways) {
      this.#up = up
      this.#down = down
      const row = this.#search(number, need)
      if (row !== null) return row
    }
    return null
  }

  #search(number: number, need: Need): Row | null {
    let beam = this.#starts(need)
    let best: Change | null = null
    for (let depth = 0; depth < DEPTH && beam.length > 0; depth++) {
      const next: Change[] = []
      for (const change of beam) {
        const target = this.#worst(change)
        const holds = change.broken === 0 && change.steps.has(need.cell)
        if (holds && (best === null || change.cost < best.cost)) best = change
        if (target !== null && (best === null || depth < 8)) next.push(...this.#repairs(change, target))
      }
      next.sort((a, b) => a.broken - b.broken || a.cost - b.cost)
      beam = distinct(next).slice(0, BEAM)
    }
    if (best === null) return null
    const row = this.#pattern.row(Int32Array.from(best.steps.keys()), Int32Array.from(best.steps.values()))
    return this.#pattern.metBy(row).includes(number) ? row : null
  }

  /** One record more in some inner cell of the need. */
  #starts(need: Need): Change[] {
    const empty: Change = { inner: new Map(), steps: new Map(), broken: 0, cost: 0 }
    return this.#innerBeneath(need.cell, [])
      .filter((cell) => this.#mayStep(cell, 1, empty))
      .slice(0, BEAM)
      .map((cell) => this.#with(empty, cell, 1))
  }

  /** The fixed cell that moves most, else the dearest cell that would have to be hidden; `null` when there is none. */
  #worst({ steps }: Change): { readonly cell: number; readonly step: number } | null {
    let worst: { cell: number; step: number } | null = null
    let most = 0
    for (const [cell, step] of steps) {
      const weight = this.#weight(cell) * (1 + 0.1 * this.#random())
      if (weight <= most) continue
      most = weight
      worst = { cell, step }
    }
    return worst
  }

  #weight(cell: number): number {
    const { state, costs } = this.#pattern.problem
    if (state[cell] === FIXED) return BROKEN
    return state[cell] === OPEN && this.#pattern.uses[cell] === 0 ? (costs[cell] ?? 0) : 0
  }

  #repairs(change: Change, target: { readonly cell: number; readonly step: number }): Change[] {
    const sign = target.step > 0 ? -1 : 1
    return this.#innerBeneath(target.cell, [...change.inner.keys()])
      .filter((cell) => this.#mayStep(cell, sign, change))
      .slice(0, TRIED)
      .map((cell) => this.#with(change, cell, sign))
  }

  #mayStep(cell: number, sign: 1 | -1, change: Change): boolean {
    const { state, singles, layers } = this.#pattern.problem
    const need = this.#need
    if (state[cell] === FIXED || need === undefined) return false
    if (singles[cell] === 1 && cell !== need.own) return false
    const before = change.inner.get(cell) ?? 0
    // Going back and forth leads nowhere.
    if (before * sign < 0) return false
    const room = layers[need.layer]?.room[cell] ?? 0
    const steps = Math.abs(before) + 1
    return room >= steps * (sign < 0 ? this.#up : this.#down)
  }

  #with(change: Change, cell: number, sign: 1 | -1): Change {
    const inner = new Map(change.inner)
    inner.set(cell, (inner.get(cell) ?? 0) + sign)
    const steps = new Map(change.steps)
    const { state } = this.#pattern.problem
    let { broken, cost } = change
    for (const over of cellsOver(this.#pattern.problem.cube, cell)) {
      const before = steps.get(over) ?? 0
      const after = before + sign
      const turn = before === 0 ? 1 : after === 0 ? -1 : 0
      if (state[over] === FIXED) broken += turn
      else cost += turn * this.#weight(over)
      if (after === 0) steps.delete(over)
      else steps.set(over, after)
    }
    return { inner, steps, broken, cost }
  }

  /**
   * Some inner cells beneath a cell: first those that share all codes but one with an inner cell that moves already
   * (most sums then cancel), then any.
   */
  #innerBeneath(cell: number, moving: readonly number[]): number[] {
    const { cube } = this.#pattern.problem
    const found = new Set<number>()
    const held = cube.dimensions.map(({ members }, d) => members[nodeOf(cube, cell, d)] ?? [])
    for (const from of moving) {
      for (const [d, leaves] of held.entries()) {
        const stride = cube.strides[d] ?? 0
        const own = nodeOf(cube, from, d)
        for (const leaf of leaves) {
          const other = from + (leaf - own) * stride
          if (held.every((all, e) => all.includes(nodeOf(cube, other, e)))) found.add(other)
        }
      }
    }
    const size = held.reduce((product, leaves) => product * leaves.length, 1)
    const wanted = found.size + Math.min(size, 4 * TRIED)
    for (let i = 0; i < size && found.size < wanted; i++) {
      let rest = size <= 4 * TRIED ? i : Math.floor(this.#random() * size)
      let at = 0
      for (const [d, leaves] of held.entries()) {
        at += (leaves[rest % leaves.length] ?? 0) * (cube.strides[d] ?? 0)
        rest = Math.floor(rest / leaves.length)
      }
      found.add(at)
    }
    return [...found]
  }
}

function distinct(changes: readonly Change[]): Change[] {
  const seen = new Set<string>()
  return changes.filter(({ inner }) => {
    const key = [...inner].sort(([a], [b]) => a - b).join(';')
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
}
