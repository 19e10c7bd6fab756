import { describe, expect, it } from 'vitest'
import { Attacker } from './attack/attacker.ts'
import { type Atom, randomAtoms, type Shape, subsets, tableFrom } from './attack/tables.ts'
import { groupKey } from './group-key.ts'
import { protectBySteps } from './protect-cells.ts'
import { ALL_STEPS, type ProtectionSteps } from './steps.ts'
import type { By, ProtectionOptions } from './types.ts'

const N = 5
const PARTS = ['granted', 'refused']

const SHAPES: readonly Shape[] = [
  { sexes: [], sizes: [5], parts: PARTS, mean: 8, emptyOfTen: 2 },
  { sexes: ['men', 'women'], sizes: [5], parts: PARTS, mean: 8, emptyOfTen: 2 },
  { sexes: ['men', 'notAsked', 'other', 'women'], sizes: [4], parts: PARTS, mean: 7, emptyOfTen: 2 },
  { sexes: [], sizes: [4, 4], parts: PARTS, mean: 9, emptyOfTen: 2 },
  { sexes: ['men', 'women'], sizes: [4, 4], parts: PARTS, mean: 12, emptyOfTen: 1 },
  { sexes: ['men', 'notAsked', 'women'], sizes: [3, 4], parts: PARTS, mean: 14, emptyOfTen: 1 },
  { sexes: [], sizes: [3, 3, 3], parts: ['granted'], mean: 7, emptyOfTen: 3 },
  { sexes: ['men', 'women'], sizes: [3, 3, 3], parts: ['granted'], mean: 9, emptyOfTen: 3 },
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
  const hidden = new Set(protection.reasons.map(({ by }) => groupKey(by)))
  const broken: Broken[] = []
  for (const part of shape.parts) {
    const attacker = new Attacker(protection.table.cells, atoms, part)
    for (const { by, counts } of cells) {
      const count = counts[part] ?? 0
      if (count === 0 || count >= N) continue
      if (!hidden.has(groupKey(by))) throw new Error(`shown: ${groupKey(by)} ${part} ${count}`)
      const { low, high } = attacker.range(by)
      if (high - low < N - 1e-6) broken.push({ by, part, count, low, high })
    }
  }
  return { broken, table: protection.table }
}

describe('an attacker with linear programming', () => {
  it.each(SHAPES.map((shape, i) => ({ shape, i })))('learns no small count, shape $i', ({ shape, i }) => {
    let shown = 0
    for (let seed = 1; seed <= 13; seed++) {
      const atoms = randomAtoms(1000 * i + seed, shape)
      const { broken, table } = brokenBy(atoms, shape, ALL_STEPS)
      expect(broken).toEqual([])
      shown += table.counts.cells - table.counts.suppressed
    }
    expect(shown).toBeGreaterThan(13)
  })
})

describe('each step is needed', () => {
  const some = (steps: Partial<ProtectionSteps>, shapes: readonly number[]) =>
    shapes.some((i) => {
      const shape = SHAPES[i]
      if (shape === undefined) return false
      return Array.from({ length: 13 }, (_, k) => 1000 * i + k + 1).some(
        (seed) => brokenBy(randomAtoms(seed, shape), shape, { ...ALL_STEPS, ...steps }).broken.length > 0,
      )
    })

  it('complements in lines', () => expect(some({ growLines: false }, [0, 1])).toBe(true))
  it('margins over sex', () => expect(some({ marginOverPair: false }, [1, 2, 4, 5])).toBe(true))
  it('blocks grown', () => expect(some({ growBlock: false }, [3, 4])).toBe(true))
  it('hidden categories as one', () => expect(some({ mergeHidden: false }, [3, 4, 5])).toBe(true))
  it('detail withheld', () => expect(() => some({ withholdDetail: false }, [6, 7])).toThrow(/shown/))
})
