import { cellsOver } from '../model/cells-over.ts'
import { addUp, codesOf, firstApart, firstUnequal, innerCells } from '../model/cube.ts'
import { onlyInner } from '../sensitivity/contributors.ts'
import type { Contributors } from '../sensitivity/rules.ts'
import { amountWidth, isSmallCount, mayBeHiddenEmpty, traitCells } from '../sensitivity/rules.ts'
import type { Figure, InnerStep, SuppressionRules, TableSet } from './options.ts'
import { FIXED, FREE, type Layer, makeRow, type Need, OPEN, type Problem, type Row } from './problem.ts'
import type { SuppressionRefusal } from './refusals.ts'
import { boundedCells, cellsOfTables, guardedCells } from './tables.ts'

/** A problem ready to be searched, with what is needed to read its answer. */
export interface Prepared {
  readonly ok: true
  readonly problem: Problem
  readonly inTable: Uint8Array
  /** Cells that are hidden for their own sake. */
  readonly sensitive: readonly number[]
}

export function prepare(set: TableSet, rules: SuppressionRules): Prepared | SuppressionRefusal {
  const refusal = faultOfOptions(set, rules) ?? faultOfFigures(set)
  if (refusal !== null) return refusal
  const { cube, counts } = set
  const tables = set.tables ?? [cube.dimensions.map(({ name }) => name)]
  const inTable = cellsOfTables(cube, tables)
  if (set.leftOut !== undefined) {
    for (let cell = 0; cell < cube.size; cell++) if (set.leftOut[cell] === 1) inTable[cell] = 0
  }
  const mayHideEmpty = mayBeHiddenEmpty(cube, counts, rules)
  const structural = new Set(set.structuralZeros ?? [])
  const state = new Uint8Array(cube.size)
  for (let cell = 0; cell < cube.size; cell++) {
    if (inTable[cell] !== 1) state[cell] = FREE
    else if (structural.has(cell)) state[cell] = FIXED
    else if (counts[cell] === 0 && rules.zeros === 'publish' && mayHideEmpty[cell] !== 1) state[cell] = FIXED
  }
  for (const cell of [...rules.mustPublish, ...(set.known ?? [])]) state[cell] = FIXED
  const layers = layersOf(set, rules, inTable, boundedCells(cube, inTable), mayHideEmpty)
  const singles = rules.singletons ? singlesOf(set) : new Uint8Array(cube.size)
  const guarded = guardedCells(cube, tables, inTable, set.leftOut, set.guarded)
  const needs = needsOf(set, rules, { inTable, guarded, structural, singles })
  const partner = partnersOf(set, rules, inTable)
  // A cell cannot be hidden when the one that goes with it must stay.
  for (const [cell, other] of partner.entries()) if (state[other] === FIXED) state[cell] = FIXED
  const sensitive = [...new Set(needs.map(({ cell }) => cell))].sort((a, b) => a - b)
  const known = new Set(set.known ?? [])
  const kept = new Set(rules.mustPublish)
  const held = (set.hiddenBefore ?? []).filter((cell) => kept.has(cell) || kept.has(partner[cell] ?? cell))
  const conflicts = [...sensitive.filter((cell) => state[cell] === FIXED && !known.has(cell)), ...held]
  if (conflicts.length > 0) {
    return {
      ok: false,
      reason: 'must-publish-sensitive',
      cells: conflicts.map((cell) => codesOf(cube, cell)),
    }
  }
  for (const cell of sensitive) {
    if (known.has(cell)) continue
    state[cell] = FREE
    state[partner[cell] ?? cell] = FREE
  }
  for (const cell of set.hiddenBefore ?? []) {
    for (const one of [cell, partner[cell] ?? cell]) if (state[one] === OPEN) state[one] = FREE
  }
  const open = {
    cube,
    state,
    layers,
    needs: needs.filter(({ cell, width }) => width > 0 && !known.has(cell)),
    costs: set.costs ?? costsOf(set, rules),
    partner,
    singles,
  }
  const candidates = (set.candidates ?? []).flatMap((steps) => rowFrom(open, steps) ?? [])
  return { ok: true, problem: { ...open, candidates }, inTable, sensitive }
}

/** The row of the given changes of inner cells; `null` when it moves a fixed cell. */
function rowFrom(problem: Omit<Problem, 'candidates'>, changes: readonly InnerStep[]): Row | null {
  const steps = new Map<number, number>()
  for (const { cell, step } of changes) {
    for (const over of cellsOver(problem.cube, cell)) steps.set(over, (steps.get(over) ?? 0) + step)
  }
  const moved = [...steps].filter(([, step]) => step !== 0)
  if (moved.length === 0 || moved.some(([cell]) => problem.state[cell] === FIXED)) return null
  return makeRow(
    problem,
    Int32Array.from(moved, ([cell]) => cell),
    Int32Array.from(moved, ([, step]) => step),
  )
}

function faultOfOptions(
  { cube, tables = [], leftOut }: TableSet,
  rules: SuppressionRules,
): SuppressionRefusal | null {
  const bad = (option: string) => ({ ok: false, reason: 'bad-option', option }) as const
  if (!Number.isSafeInteger(rules.threshold) || rules.threshold < 1) return bad('threshold')
  if (!Number.isSafeInteger(rules.width) || rules.width < 1) return bad('width')
  if (rules.attackers.length === 0) return bad('attackers')
  // Whoever is alone in a cell of one of several tables, or of one of several releases, is not followed.
  const several = tables.length > 1 || cube.dimensions.some(({ wholes }) => wholes !== undefined)
  if (rules.singletons && (several || leftOut !== undefined)) return bad('singletons')
  const { pPercent, nk, fewestContributors } = rules.dominance
  if (pPercent !== null && !(pPercent >= 0 && pPercent <= 100)) return bad('pPercent')
  if (nk !== null && !(nk.k > 0 && nk.k <= 100)) return bad('nk')
  if (!Number.isSafeInteger(fewestContributors) || fewestContributors < 0) return bad('fewestContributors')
  const names = cube.dimensions.map(({ name }) => name)
  if (rules.traits.some(({ dimension }) => !names.includes(dimension))) return bad('traits')
  if (rules.symmetry !== null) {
    const { dimension, codes } = rules.symmetry
    const known = cube.dimensions.find(({ name }) => name === dimension)?.codes ?? []
    if (codes[0] === codes[1] || codes.some((code) => !known.includes(code))) return bad('symmetry')
  }
  const outside = (cell: number) => !Number.isSafeInteger(cell) || cell < 0 || cell >= cube.size
  if (rules.mustPublish.some(outside)) return bad('mustPublish')
  return null
}

function faultOfFigures({ cube, counts, figures = [] }: TableSet): SuppressionRefusal | null {
  for (const { name, values } of [{ name: 'count', values: counts }, ...figures]) {
    const bad = values.findIndex((value) => !Number.isSafeInteger(value) || value < 0)
    if (bad >= 0 || values.length !== cube.size) {
      return { ok: false, reason: 'bad-figure', figure: name, cell: codesOf(cube, Math.max(bad, 0)) }
    }
    const unequal = firstUnequal(cube, values) ?? firstApart(cube, values.keys(), (cell) => values[cell] ?? 0)
    if (unequal !== null) {
      return { ok: false, reason: 'not-additive', figure: name, cell: codesOf(cube, unequal) }
    }
  }
  const parts = figures.filter(({ kind }) => kind === 'part')
  for (let cell = 0; cell < cube.size; cell++) {
    const sum = parts.reduce((total, { values }) => total + (values[cell] ?? 0), 0)
    if (sum > (counts[cell] ?? 0)) {
      return { ok: false, reason: 'bad-figure', figure: parts[0]?.name ?? '', cell: codesOf(cube, cell) }
    }
  }
  return null
}

function layersOf(
  set: TableSet,
  rules: SuppressionRules,
  inTable: Uint8Array,
  bounded: Uint8Array,
  mayBeEmpty: Uint8Array,
): Layer[] {
  const { counts, figures = [] } = set
  const knowsFull = rules.attackers.includes(1) && rules.zeros === 'publish'
  const room = counts.map((count, cell) => {
    if (bounded[cell] !== 1) return Number.POSITIVE_INFINITY
    return count - (knowsFull && inTable[cell] === 1 && mayBeEmpty[cell] !== 1 && count > 0 ? 1 : 0)
  })
  const layers: Layer[] = [{ name: 'count', values: counts, room, rises: false }]
  for (const figure of withRemainder(counts, figures)) {
    const { kind, name, values } = figure
    const own = values.map((value, cell) => {
      if (bounded[cell] !== 1) return Number.POSITIVE_INFINITY
      // A part can only fall as far as the whole may, an amount until the largest of those behind it is left.
      return kind === 'part'
        ? Math.min(value, room[cell] ?? 0)
        : value - (heldOf(figure.contributors)?.[cell] ?? 0)
    })
    layers.push({ name, values, room: own, rises: kind === 'amount' })
  }
  return layers
}

/** What one of those behind an amount knows to be in each cell. */
function heldOf(contributors: Contributors | null): Float64Array | undefined {
  return contributors?.held ?? contributors?.first
}

/** The figures, and what the parts leave of the count as a part of its own where they leave anything. */
export function withRemainder(counts: Float64Array, figures: readonly Figure[]): readonly Figure[] {
  const parts = figures.filter(({ kind }) => kind === 'part')
  if (parts.length === 0) return figures
  const values = counts.map((count, cell) =>
    parts.reduce((rest, part) => rest - (part.values[cell] ?? 0), count),
  )
  return values.some((value) => value !== 0)
    ? [...figures, { kind: 'part', name: 'remainder', values }]
    : figures
}

function singlesOf({ cube, counts }: TableSet): Uint8Array {
  return innerCells(cube).map((inner, cell) => (inner === 1 && counts[cell] === 1 ? 1 : 0))
}

interface Marks {
  readonly inTable: Uint8Array
  readonly guarded: Uint8Array
  readonly structural: ReadonlySet<number>
  readonly singles: Uint8Array
}

function needsOf(
  set: TableSet,
  rules: SuppressionRules,
  { inTable, guarded, structural, singles }: Marks,
): Need[] {
  const { cube, counts } = set
  const needs: Need[] = []
  const ownOf = (cell: number) => (rules.singletons ? onlyInner(cube, counts, cell) : -1)
  // A sum of people who are each alone moves with the witness of any of them.
  const alone = Float64Array.from(singles, (mark, cell) => (inTable[cell] === 1 ? mark : 0))
  addUp(cube, alone)
  const implied = (cell: number) =>
    rules.zeros === 'publish' &&
    rules.traits.length === 0 &&
    (counts[cell] ?? 0) > 1 &&
    alone[cell] === counts[cell]
  const figures = withRemainder(counts, set.figures ?? [])
  for (let cell = 0; cell < cube.size; cell++) {
    if (structural.has(cell)) continue
    const count = counts[cell] ?? 0
    if (inTable[cell] !== 1 && (guarded[cell] !== 1 || count === 0)) continue
    if (isSmallCount(count, rules)) {
      needs.push({ layer: 0, cell, width: implied(cell) ? 0 : rules.width, own: ownOf(cell) })
    }
    if (count === 0) continue
    for (const [i, figure] of figures.entries()) {
      const value = figure.values[cell] ?? 0
      const width =
        figure.kind === 'part'
          ? value > 0 && value < rules.threshold
            ? rules.width
            : 0
          : widthOfAmount(figure, cell, rules)
      if (width > 0) needs.push({ layer: i + 1, cell, width, own: ownOf(cell) })
    }
  }
  const seen = new Set(needs.map(({ cell }) => cell))
  for (const cell of traitCells(cube, counts, inTable, rules)) {
    if (!seen.has(cell) && !structural.has(cell)) needs.push({ layer: 0, cell, width: rules.width, own: -1 })
  }
  return needs
}

function widthOfAmount(
  figure: Extract<Figure, { kind: 'amount' }>,
  cell: number,
  rules: SuppressionRules,
): number {
  const { contributors, values } = figure
  if (contributors === null) return 0
  const [count, first, second] = [
    contributors.count[cell],
    contributors.first[cell],
    contributors.second[cell],
  ]
  return amountWidth(values[cell] ?? 0, count ?? 0, first ?? 0, second ?? 0, rules.dominance)
}

function partnersOf(
  { cube, counts }: TableSet,
  { symmetry, zeros }: SuppressionRules,
  inTable: Uint8Array,
): Int32Array {
  const partner = Int32Array.from(counts, (_, cell) => cell)
  if (symmetry === null) return partner
  const d = cube.dimensions.findIndex(({ name }) => name === symmetry.dimension)
  const codes = cube.dimensions[d]?.codes ?? []
  const stride = cube.strides[d] ?? 1
  const [one, other] = symmetry.codes.map((code) => codes.indexOf(code))
  const step = ((other ?? 0) - (one ?? 0)) * stride
  for (let cell = 0; cell < cube.size; cell++) {
    if (Math.floor(cell / stride) % codes.length !== one || inTable[cell] !== 1) continue
    // An empty cell shown beside a hidden one tells nothing, unless empty cells may be hidden as well.
    const isEmpty = (counts[cell] ?? 0) === 0 || (counts[cell + step] ?? 0) === 0
    if (isEmpty && zeros !== 'cover') continue
    partner[cell] = cell + step
    partner[cell + step] = cell
  }
  return partner
}

/**
 * What hiding a cell costs: 1, and a tenth for each power of ten in its count, so that totals are kept; a tenth more
 * where it is split by the dimension of symmetry.
 */
function costsOf({ cube, counts }: TableSet, { symmetry }: SuppressionRules): Float64Array {
  const d = cube.dimensions.findIndex(({ name }) => name === symmetry?.dimension)
  const leaves = cube.dimensions[d]?.leaves ?? 0
  const nodes = cube.dimensions[d]?.codes.length ?? 1
  const stride = cube.strides[d] ?? 1
  return counts.map((count, cell) => {
    const split = d >= 0 && Math.floor(cell / stride) % nodes < leaves
    return 1 + Math.log10(1 + count) / 10 + (split ? 0.1 : 0)
  })
}
