import { describe, expect, it } from 'vitest'
import { Attacker } from './attack/attacker.ts'
import { type Atom, randomAtoms, type Shape, subsets, tableFrom } from './attack/tables.ts'
import { protectBySteps } from './protect-cells.ts'
import { ALL_STEPS, type ProtectionSteps } from './steps.ts'
import type { By, ProtectionOptions } from './types.ts'

const N = 5
/** Tables for each shape: a hundred in all, or two thousand in the deep suite. */
const SEEDS = process.env.JAMVIKT_DEEP === '1' ? 260 : 13
const PARTS = ['granted', 'refused']

const SHAPES: readonly Shape[] = [
  { sexes: [], sizes: [6], parts: PARTS, mean: 12, emptyOfTen: 2 },
  { sexes: ['men', 'women'], sizes: [6], parts: PARTS, mean: 20, emptyOfTen: 1 },
  { sexes: ['men', 'notAsked', 'other', 'women'], sizes: [4], parts: PARTS, mean: 20, emptyOfTen: 1 },
  { sexes: [], sizes: [5, 5], parts: PARTS, mean: 20, emptyOfTen: 1 },
  { sexes: ['men', 'women'], sizes: [4, 5], parts: PARTS, mean: 30, emptyOfTen: 1 },
  { sexes: ['men', 'notAsked', 'women'], sizes: [4, 4], parts: PARTS, mean: 40, emptyOfTen: 1 },
  { sexes: [], sizes: [3, 3, 3], parts: ['granted'], mean: 9, emptyOfTen: 5 },
  { sexes: ['men', 'women'], sizes: [3, 3, 3], parts: ['granted'], mean: 14, emptyOfTen: 4 },
]

interface Broken {
  readonly by: By
  readonly part: string
  readonly count: number
  readonly low: number
  readonly high: number
}

/** Small counts that the published table pins down to fewer than N values. */
function brokenBy(
  atoms: readonly Atom[],
  shape: Shape,
  steps: ProtectionSteps,
  options: ProtectionOptions = {},
) {
  const names = [...(shape.sexes.length > 0 ? ['sex'] : []), ...shape.sizes.map((_, i) => 'abcd'[i] ?? '')]
  const cells = tableFrom(atoms, subsets(names, 9))
  const protection = protectBySteps(cells, { threshold: N, ...options }, steps)
  if (!protection.ok) throw new Error(JSON.stringify(protection))
  const broken: Broken[] = []
  for (const part of shape.parts) {
    const attacker = new Attacker(protection.table.cells, atoms, part)
    for (const { by, counts } of cells) {
      const count = counts[part] ?? 0
      if (count === 0 || count >= N) continue
      const { low, high } = attacker.range(by)
      if (high - low < N - 1e-6) broken.push({ by, part, count, low, high })
    }
  }
  return { broken, table: protection.table }
}

describe('an attacker with linear programming', () => {
  it.each(SHAPES.map((shape, i) => ({ shape, i })))('learns no small count, shape $i', ({ shape, i }) => {
    let shown = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const atoms = randomAtoms(1000 * i + seed, shape)
      const { broken, table } = brokenBy(atoms, shape, ALL_STEPS)
      expect(broken).toEqual([])
      shown += table.counts.cells - table.counts.suppressed
    }
    expect(shown).toBeGreaterThan(13)
  })
})

/** Cases of one part by labels, as `women/0/1` in the order sex, a, b (sex left out where there is none). */
function atomsOf(names: readonly string[], counts: Readonly<Record<string, number>>): Atom[] {
  return Object.entries(counts).map(([labels, granted]) => {
    const parts = labels.split('/')
    return { by: Object.fromEntries(names.map((name, i) => [name, parts[i] ?? ''])), counts: { granted } }
  })
}

function shapeOf(sexes: readonly string[], sizes: readonly number[]): Shape {
  return { sexes, sizes, parts: ['granted'], mean: 0, emptyOfTen: 0 }
}

describe('each step is needed', () => {
  const holds = (atoms: readonly Atom[], shape: Shape, off: Partial<ProtectionSteps>) => {
    expect(brokenBy(atoms, shape, ALL_STEPS).broken).toEqual([])
    return brokenBy(atoms, shape, { ...ALL_STEPS, ...off }).broken.length === 0
  }
  const line = atomsOf(['a'], { 0: 3, 1: 20, 2: 30 })
  const sexLine = atomsOf(['sex', 'a'], {
    'women/0': 20,
    'women/1': 2,
    'women/2': 30,
    'men/0': 40,
    'men/1': 6,
    'men/2': 30,
    'notAsked/0': 50,
    'notAsked/1': 60,
    'notAsked/2': 70,
  })
  it('complements in lines', () => {
    expect(holds(line, shapeOf([], [3]), { growLines: false })).toBe(false)
  })
  it('margins over sex hidden with what lies beneath', () => {
    const shape = shapeOf(['men', 'notAsked', 'women'], [3])
    expect(holds(sexLine, shape, { marginOverPair: false, growLines: false })).toBe(false)
    const other = atomsOf(['sex', 'a'], {
      'women/0': 20,
      'women/1': 30,
      'men/0': 9,
      'men/1': 9,
      'x/0': 2,
      'x/1': 9,
    })
    expect(holds(other, shapeOf(['men', 'women', 'x'], [2]), { marginOverPair: false })).toBe(false)
  })
  it('the total hidden where it gives a label of sex away', () => {
    const atoms = atomsOf(['sex', 'a'], {
      'women/0': 20,
      'women/1': 30,
      'men/0': 9,
      'men/1': 9,
      'x/0': 2,
      'x/1': 1,
    })
    expect(holds(atoms, shapeOf(['men', 'women', 'x'], [2]), { hideTotal: false })).toBe(false)
  })
  it('women and men hidden together', () => {
    const shape = shapeOf(['men', 'notAsked', 'women'], [3])
    const hiddenOf = (sex: string, steps: ProtectionSteps) =>
      brokenBy(sexLine, shape, steps)
        .table.cells.filter(({ by, suppressed }) => suppressed && by.sex === sex)
        .map(({ by }) => by.a)
    expect(hiddenOf('women', ALL_STEPS)).toEqual(hiddenOf('men', ALL_STEPS))
    expect(hiddenOf('men', { ...ALL_STEPS, pairTogether: false })).toEqual([])
  })
  it('blocks grown', () => {
    const atoms = atomsOf(['a', 'b'], { '0/0': 2, '0/1': 20, '1/0': 30, '1/1': 40 })
    expect(holds(atoms, shapeOf([], [2, 2]), { growBlock: false })).toBe(false)
  })
  it('hidden categories counted as one in tables of two dimensions', () => {
    const atoms = atomsOf(['a', 'b'], { '0/0': 1, '0/1': 3, '1/0': 1, '1/1': 20, '2/0': 30, '2/1': 40 })
    expect(holds(atoms, shapeOf([], [3, 2]), { mergeHidden: false })).toBe(false)
  })
  it('rings of tables kept open', () => {
    const shape = SHAPES[6] ?? shapeOf([], [])
    const broken = Array.from({ length: 13 }, (_, k) => randomAtoms(6001 + k, shape)).filter(
      (atoms) => !holds(atoms, shape, { noRings: false }),
    )
    expect(broken.length).toBeGreaterThan(0)
  })
  it('inner cells of three dimensions withheld', () => {
    const shape = SHAPES[6] ?? shapeOf([], [])
    expect(holds(randomAtoms(6001, shape), shape, { withholdDetail: false })).toBe(false)
  })
})
