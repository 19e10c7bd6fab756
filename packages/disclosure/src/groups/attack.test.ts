import { describe, expect, it } from 'vitest'
import { Attacker } from '../attack/attacker.ts'
import { type Atom, randomAtoms, randomFrom, type Shape, subsets, tableFrom } from '../attack/tables.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { indexGroups } from './group-index.ts'
import { crossingKey, groupKey } from './group-key.ts'
import { placeGroups, tablesOfGroups } from './group-tables.ts'
import { type HidingInput, hideGroups } from './hide-groups.ts'
import { completed } from './options.ts'
import { protectGroups } from './protect-groups.ts'
import { isDominated } from './rule.ts'
import { starOf } from './star.ts'
import type { HiddenCell, PublishedCell, TrueCell } from './types.ts'

const N = 5
const WIDTH = 2
/** Tables for each shape: a hundred in all, or two thousand in the deep suite. */
const SEEDS = process.env.JAMVIKT_DEEP === '1' ? 200 : 10
const PARTS = ['granted', 'refused']

interface Tables extends Shape {
  /** The largest crossings; left out: one of all dimensions. */
  readonly largest?: readonly (readonly string[])[]
}

const SEX = ['men', 'women']
const SHAPES: readonly Tables[] = [
  { sexes: [], sizes: [6], parts: PARTS, mean: 12, emptyOfTen: 2 },
  { sexes: SEX, sizes: [6], parts: PARTS, mean: 20, emptyOfTen: 1 },
  { sexes: ['men', 'notAsked', 'other', 'women'], sizes: [4], parts: PARTS, mean: 20, emptyOfTen: 1 },
  { sexes: [], sizes: [5, 5], parts: PARTS, mean: 20, emptyOfTen: 1 },
  { sexes: SEX, sizes: [4, 5], parts: PARTS, mean: 30, emptyOfTen: 1 },
  { sexes: ['men', 'notAsked', 'women'], sizes: [4, 4], parts: PARTS, mean: 40, emptyOfTen: 1 },
  { sexes: SEX, sizes: [3, 3, 3], parts: ['granted'], mean: 14, emptyOfTen: 4 },
  // Side by side: what several tables that share some dimensions tell together.
  {
    sexes: SEX,
    sizes: [4, 3],
    parts: PARTS,
    mean: 9,
    emptyOfTen: 3,
    largest: [
      ['sex', 'a'],
      ['sex', 'b'],
    ],
  },
  {
    sexes: ['men', 'other', 'women'],
    sizes: [3, 4, 3],
    parts: ['granted'],
    mean: 6,
    emptyOfTen: 6,
    largest: [
      ['sex', 'a', 'b'],
      ['sex', 'a', 'c'],
    ],
  },
  {
    sexes: SEX,
    sizes: [3, 3, 2],
    parts: ['granted'],
    mean: 6,
    emptyOfTen: 6,
    largest: [
      ['sex', 'a'],
      ['sex', 'b'],
      ['sex', 'c'],
    ],
  },
]

const WAYS: Tables = { sexes: SEX, sizes: [4], parts: ['granted'], mean: 5, emptyOfTen: 2 }

function crossingsOf({ sexes, sizes, largest }: Tables): string[][] {
  const names = [...(sexes.length > 0 ? ['sex'] : []), ...sizes.map((_, i) => 'abcd'[i] ?? '')]
  const all = (largest ?? [names]).flatMap((one) => subsets(one, one.length))
  return [...new Map(all.map((crossing) => [crossingKey(crossing), crossing])).values()]
}

/** What is shown when these groups are hidden. */
function shownBut(cells: readonly TrueCell[], hidden: ReadonlySet<string>): (PublishedCell | HiddenCell)[] {
  return cells.map((cell) => (hidden.has(groupKey(cell.by)) ? { by: cell.by, suppressed: true } : cell))
}

/** Small counts that what is shown leaves fewer values than promised. */
function broken(
  atoms: readonly Atom[],
  parts: readonly string[],
  cells: readonly TrueCell[],
  shown: readonly (PublishedCell | HiddenCell)[],
): string[] {
  return parts.flatMap((part) => {
    const attacker = new Attacker(shown, atoms, part)
    return cells.flatMap(({ by, counts }) => {
      const count = counts[part] ?? 0
      if (count === 0 || count >= N) return []
      const { low, high } = attacker.range(by)
      return high - low < WIDTH - 1e-6 ? [`${groupKey(by)} ${part} ${count} in ${low}..${high}`] : []
    })
  })
}

function protectedBy(cells: readonly TrueCell[]) {
  const protection = protectGroups(cells, plainHash, { threshold: N, width: WIDTH })
  if (!protection.ok) throw new Error(JSON.stringify(protection))
  return protection.table
}

/** The same with the tables changed on the way, to see what a step is for. */
function hiddenWith(cells: readonly TrueCell[], change: (input: HidingInput) => HidingInput): Set<string> {
  const index = indexGroups(cells, N, 10)
  if ('ok' in index) throw new Error(index.reason)
  const star = starOf(index.crossings, index.labels)
  if (!star.ok) throw new Error(star.reason)
  const groups = placeGroups(index, star)
  const set = tablesOfGroups(index, star, groups)
  return new Set(hideGroups(change({ index, set, groups, options: completed({ threshold: N }) })).keys)
}

describe('an attacker with linear programming', () => {
  it.each(SHAPES.map((shape, i) => ({ shape, i })))('learns no small count, shape $i', ({ shape, i }) => {
    let [shown, all] = [0, 0]
    for (let seed = 1; seed <= SEEDS; seed++) {
      const atoms = randomAtoms(1000 * i + seed, shape)
      const cells = tableFrom(atoms, crossingsOf(shape))
      const table = protectedBy(cells)
      expect(broken(atoms, shape.parts, cells, table.cells)).toEqual([])
      shown += table.counts.cells - table.counts.suppressed
      all += table.counts.cells
    }
    expect(shown / all).toBeGreaterThan(0.2)
  })

  it('would learn some were tables side by side not held to be of the same cases', () => {
    const shape = SHAPES[8] ?? SHAPES[0]
    if (shape === undefined) throw new Error('no shape')
    const leaks = Array.from({ length: 10 }, (_, seed) => {
      const atoms = randomAtoms(8001 + seed, shape)
      const cells = tableFrom(atoms, crossingsOf(shape))
      const hidden = hiddenWith(cells, ({ set, ...rest }) => {
        const dimensions = set.cube.dimensions.map(({ wholes: _, ...plain }) => plain)
        return { ...rest, set: { ...set, cube: { ...set.cube, dimensions } } }
      })
      return broken(atoms, shape.parts, cells, shownBut(cells, hidden)).length
    })
    expect(Math.max(...leaks)).toBeGreaterThan(0)
  })
})

/** Cases with money, few of them large. */
function moneyAtoms(seed: number): Atom[] {
  const below = randomFrom(seed)
  const shape = { sexes: SEX, sizes: [4, 3], parts: ['granted'], mean: 24, emptyOfTen: 2 }
  return randomAtoms(seed, shape).map((atom) => ({
    ...atom,
    recipients: Array.from({ length: atom.counts.granted ?? 0 }, () => ({
      id: below(4000),
      ore: below(12) === 0 ? 90_000 : 500 + below(500),
    })),
  }))
}

const MONEY = subsets(['sex', 'a', 'b'], 3)

/** Dominant recipients whose amount somebody can estimate from above within p %, with what she has herself. */
function estimated(
  atoms: readonly Atom[],
  cells: readonly TrueCell[],
  shown: readonly (PublishedCell | HiddenCell)[],
): string[] {
  const isHidden = new Set(shown.filter(({ suppressed }) => suppressed).map(({ by }) => groupKey(by)))
  const insiders = new Set(
    cells.flatMap(({ by, amounts }) =>
      isHidden.has(groupKey(by)) ? (amounts.granted?.top ?? []).slice(0, 2).map(({ id }) => id) : [],
    ),
  )
  return [-1, ...insiders].flatMap((insider) => {
    const without = (recipients: Atom['recipients'] = []) =>
      recipients.reduce((sum, { id, ore }) => sum + (id === insider ? 0 : ore), 0)
    const rest = atoms.map((atom) => ({ ...atom, counts: { ore: without(atom.recipients) } }))
    const known = tableFrom(
      rest.map(({ by, counts }) => ({ by, counts })),
      MONEY,
    )
    const attacker = new Attacker(
      known.map((cell) => (isHidden.has(groupKey(cell.by)) ? { by: cell.by, suppressed: true } : cell)),
      rest,
      'ore',
    )
    return cells.flatMap((cell) => {
      const [first] = cell.amounts.granted?.top ?? []
      if (first === undefined || first.id === insider || !isDominated([cell], 'granted', 10)) return []
      const { high } = attacker.range(cell.by)
      return high < first.ore * 1.1 - 1e-3 ? [`${groupKey(cell.by)} by ${insider}: ${high}`] : []
    })
  })
}

describe('somebody who has a part of the money herself', () => {
  it('estimates no dominant recipient within p %, and sees no recipient', () => {
    for (let seed = 1; seed <= (SEEDS > 10 ? 60 : 6); seed++) {
      const atoms = moneyAtoms(seed)
      const cells = tableFrom(atoms, MONEY)
      const table = protectedBy(cells)
      expect(JSON.stringify(table)).not.toMatch(/contributors|top|"id"/)
      expect(estimated(atoms, cells, table.cells)).toEqual([])
    }
  })

  it('would, were what she has not taken to be known', () => {
    const found = Array.from({ length: 6 }, (_, seed) => {
      const atoms = moneyAtoms(seed + 1)
      const cells = tableFrom(atoms, MONEY)
      const hidden = hiddenWith(cells, ({ set, ...rest }) => ({
        ...rest,
        set: {
          ...set,
          figures: (set.figures ?? []).map((figure) => {
            if (figure.kind !== 'amount' || figure.contributors === null) return figure
            const held = new Float64Array(set.cube.size)
            return { ...figure, contributors: { ...figure.contributors, held } }
          }),
        },
      }))
      return estimated(atoms, cells, shownBut(cells, hidden)).length
    })
    expect(Math.max(...found)).toBeGreaterThan(0)
  })
})

describe('women and men', () => {
  const shapes = [...SHAPES.filter(({ sexes }) => sexes.length > 1), { ...WAYS, largest: [['sex'], ['a']] }]
  it('are hidden together in every table, empty or not', () => {
    // One shown beside one hidden would tell that the hidden one is empty, had the rule an exception for those.
    let hidden = 0
    for (const [i, shape] of shapes.entries()) {
      for (let seed = 1; seed <= 12; seed++) {
        const cells = tableFrom(randomAtoms(100 * i + seed, { ...shape, emptyOfTen: 4 }), crossingsOf(shape))
        const keys = new Set(
          protectedBy(cells).cells.flatMap((cell) => (cell.suppressed ? [groupKey(cell.by)] : [])),
        )
        for (const { by } of cells.filter((cell) => cell.by.sex === 'women')) {
          expect(keys.has(groupKey({ ...by, sex: 'men' }))).toBe(keys.has(groupKey(by)))
        }
        hidden += keys.size
      }
    }
    expect(hidden).toBeGreaterThan(100)
  })
})
