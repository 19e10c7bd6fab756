import { type Cube, cellOf, codesOf } from '../model/cube.ts'
import { TOTAL } from '../model/dimension.ts'
import { CELL, type SuppressionRules, type SuppressionSearch, type TableSet } from './options.ts'
import { type Prepared, prepare } from './prepare.ts'
import { FIXED, type Layer, type Need, OPEN, type Problem, type Row } from './problem.ts'
import type { SuppressionRefusal } from './refusals.ts'
import { search } from './search.ts'

/** Tables in which nothing sensitive can be worked out, and the witnesses of it. */
export interface Suppression {
  readonly ok: true
  readonly set: TableSet
  readonly rules: SuppressionRules
  /** By cell: one of `CELL`. */
  readonly cells: Uint8Array
  /** 1 where a cell stands in a table; what does not is neither shown nor suppressed. */
  readonly inTable: Uint8Array
  readonly needs: readonly Need[]
  readonly layers: readonly Layer[]
  /** For each need the row that meets it. */
  readonly witness: Int32Array
  readonly rows: readonly Row[]
  readonly counts: {
    /** Cells of the tables that are not empty, or hidden. */
    readonly cells: number
    readonly sensitive: number
    readonly secondary: number
    /** The sum of the counts hidden beside the sensitive. */
    readonly suppressedMass: number
  }
  readonly rounds: number
}

/** Rounds of improvement for each sensitive cell of the tables. */
const ROUNDS_PER_CELL = 12
const MOST_ROUNDS = 150_000

/**
 * Hides cells so that no sensitive figure of the tables can be worked out from what is shown.
 *
 * Sensitive cells are hidden, and others with them, until every sensitive figure keeps an interval of the promised
 * width against each attacker. What is hidden, and why it is enough, is found as witnesses (README): the answer carries
 * one for every sensitive figure. The same input and seed give the same answer, however long it may take, as long as
 * `progress` does not end it; ending it early gives a safe answer that hides more.
 *
 * @returns the suppression, or a refusal: `bad-option`, `bad-figure`, `not-additive`, `must-publish-sensitive`,
 *   `unprotectable`
 * @example suppress({ cube, counts }, { ...DEFAULT_RULES, mustPublish: totalsOf(cube, 'sex') })
 */
export function suppress(
  set: TableSet,
  rules: SuppressionRules,
  how: SuppressionSearch = {},
): Suppression | SuppressionRefusal {
  const prepared = prepare(set, rules)
  return prepared.ok ? solve(set, rules, prepared, how) : prepared
}

/** The same from a problem that is already laid out. */
export function solve(
  set: TableSet,
  rules: SuppressionRules,
  prepared: Prepared,
  how: SuppressionSearch,
): Suppression | SuppressionRefusal {
  const { problem } = prepared
  const sensitive = prepared.sensitive.filter((cell) => prepared.inTable[cell] === 1)
  const { pattern, unmet, rounds } = search(problem, {
    seed: how.seed ?? 1,
    rounds: how.rounds ?? Math.min(MOST_ROUNDS, ROUNDS_PER_CELL * sensitive.length),
    progress: how.progress ?? (() => 0),
  })
  if (unmet.length > 0) return unprotectable(set, rules, problem, unmet)
  const cells = new Uint8Array(set.cube.size)
  for (let cell = 0; cell < cells.length; cell++) {
    if (prepared.inTable[cell] === 1 && (set.counts[cell] ?? 0) > 0) cells[cell] = CELL.shown
  }
  for (const cell of set.hiddenBefore ?? []) {
    if (prepared.inTable[cell] !== 1) continue
    cells[cell] = CELL.secondary
    cells[problem.partner[cell] ?? cell] = CELL.secondary
  }
  for (let cell = 0; cell < cells.length; cell++) {
    if (prepared.inTable[cell] === 1 && (pattern.uses[cell] ?? 0) > 0) cells[cell] = CELL.secondary
  }
  for (const cell of sensitive) {
    if (problem.state[cell] === FIXED) continue
    cells[problem.partner[cell] ?? cell] = CELL.secondary
  }
  for (const cell of sensitive) if (problem.state[cell] !== FIXED) cells[cell] = CELL.sensitive
  const rows = [...pattern.rows]
  return {
    ok: true,
    set,
    rules,
    cells,
    inTable: prepared.inTable,
    needs: problem.needs,
    layers: problem.layers,
    witness: witnessesOf(problem.needs, rows, (row) => pattern.metBy(row)),
    rows,
    counts: countsOf(set, cells),
    rounds,
  }
}

/** The total of everything, and the totals by one dimension alone where that dimension is there. */
export function totalsOf(cube: Cube, dimension?: string): number[] {
  const d = cube.dimensions.findIndex(({ name }) => name === dimension)
  const codes = d < 0 ? [TOTAL] : (cube.dimensions[d]?.codes ?? [])
  return codes.flatMap(
    (code) =>
      cellOf(
        cube,
        cube.dimensions.map((_, i) => (i === d ? code : TOTAL)),
      ) ?? [],
  )
}

function witnessesOf(
  needs: readonly Need[],
  rows: readonly Row[],
  metBy: (row: Row) => number[],
): Int32Array {
  const witness = new Int32Array(needs.length).fill(-1)
  for (const [i, row] of rows.entries()) for (const need of metBy(row)) witness[need] = i
  return witness
}

function countsOf({ counts }: TableSet, cells: Uint8Array): Suppression['counts'] {
  let [all, sensitive, secondary, suppressedMass] = [0, 0, 0, 0]
  for (const [cell, what] of cells.entries()) {
    if (what === CELL.absent) continue
    all++
    if (what === CELL.sensitive) sensitive++
    if (what === CELL.secondary) {
      secondary++
      suppressedMass += counts[cell] ?? 0
    }
  }
  return { cells: all, sensitive, secondary, suppressedMass }
}

/** Names the cells that cannot be protected, and those that must stay published without which they could. */
function unprotectable(
  { cube }: TableSet,
  { mustPublish }: SuppressionRules,
  problem: Problem,
  unmet: readonly number[],
): SuppressionRefusal {
  const state = Uint8Array.from(problem.state)
  const freed = mustPublish.filter(
    (cell) => state[cell] === FIXED && (problem.layers[0]?.values[cell] ?? 0) > 0,
  )
  for (const cell of freed) state[cell] = OPEN
  const needs = unmet.flatMap((need) => problem.needs[need] ?? [])
  const { pattern } = search({ ...problem, state, needs }, { seed: 1, rounds: 0, progress: () => 1 })
  const conflicting = freed.filter((cell) => (pattern.uses[cell] ?? 0) > 0)
  return {
    ok: false,
    reason: 'unprotectable',
    cells: needs.map(({ cell }) => codesOf(cube, cell)),
    conflicting: conflicting.map((cell) => codesOf(cube, cell)),
  }
}
