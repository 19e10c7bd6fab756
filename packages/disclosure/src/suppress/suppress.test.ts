import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cube, cellOf, codesOf, layOut, tabulateCube } from '../model/cube.ts'
import { buildDimension, type Dimension } from '../model/dimension.ts'
import { certificateHolds, leaksOf, namesOfTables } from '../testing/attack-suppression.ts'
import { generateTables } from '../testing/generated-tables.ts'
import { highsSolver } from '../testing/highs-solver.ts'
import { CELL, DEFAULT_RULES, type SuppressionRules, type TableSet } from './options.ts'
import { type Suppression, suppress, totalsOf } from './suppress.ts'

function dimension(
  name: string,
  codes: readonly string[],
  groups?: Readonly<Record<string, string>>,
): Dimension {
  const groupings = groups === undefined ? [] : [{ name: 'group', groupOf: new Map(Object.entries(groups)) }]
  const built = buildDimension(name, codes, groupings)
  if (!built.ok) throw new Error(built.reason)
  return built.dimension
}

function cubeOf(...dimensions: readonly Dimension[]): Cube {
  const laid = layOut(dimensions)
  if (!laid.ok) throw new Error(laid.reason)
  return laid.cube
}

/** A table of two dimensions from its inner counts by rows. */
function plane(rows: readonly (readonly number[])[], first = dimension('sex', ['women', 'men'])): TableSet {
  const second = dimension(
    'b',
    (rows[0] ?? []).map((_, i) => `b${i}`),
  )
  const cube = cubeOf(first, second)
  const leaves: [number[], number[]] = [[], []]
  for (const [i, row] of rows.entries()) {
    for (const [j, count] of row.entries()) {
      for (let n = 0; n < count; n++) {
        leaves[0].push(i)
        leaves[1].push(j)
      }
    }
  }
  return {
    cube,
    counts: tabulateCube(
      cube,
      leaves.map((list) => Int32Array.from(list)),
    ),
  }
}

function protectedBy(set: TableSet, rules: Partial<SuppressionRules> = {}): Suppression {
  const suppression = suppress(set, { ...DEFAULT_RULES, ...rules })
  if (!suppression.ok) throw new Error(JSON.stringify(suppression))
  return suppression
}

function hiddenCodes({ set, cells }: Suppression): string[] {
  return [...cells.keys()].flatMap((cell) =>
    (cells[cell] ?? 0) > CELL.shown ? [codesOf(set.cube, cell).join()] : [],
  )
}

describe('suppress', () => {
  test('hides nothing where nothing is small', () => {
    expect(
      protectedBy(
        plane([
          [5, 9, 7],
          [8, 3, 4],
        ]),
      ).counts,
    ).toMatchObject({ sensitive: 0, secondary: 0 })
  })

  test('closes a rectangle around one small cell, at the cheapest place, and keeps all sums', () => {
    const suppression = protectedBy(
      plane([
        [2, 90, 8],
        [30, 80, 9],
      ]),
      { mustPublish: [] },
    )
    expect(hiddenCodes(suppression).sort()).toEqual(['men,b0', 'men,b2', 'women,b0', 'women,b2'])
  })

  test('is the same for a seed, and better or equal with more rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (seed) => {
        const { cube, values, tables } = generateTables(seed, { mostInner: 150 })
        const set = { cube, counts: values, tables: namesOfTables(cube, tables) }
        const [few, again, many] = [5, 5, 300].map((rounds) =>
          suppress(set, DEFAULT_RULES, { rounds, seed: 3 }),
        )
        if (!few?.ok || !again?.ok || !many?.ok) return
        expect(again.cells).toEqual(few.cells)
        const cost = ({ cells }: Suppression) =>
          [...cells.keys()]
            .filter((cell) => cells[cell] === CELL.secondary)
            .reduce((sum, cell) => sum + 1 + Math.log10(1 + (values[cell] ?? 0)) / 10, 0)
        expect(cost(many)).toBeLessThanOrEqual(cost(few) + 1e-9)
      }),
      { seed: 4, numRuns: 25 },
    )
  })

  test('is safe at whatever moment it is stopped', async () => {
    const solver = await highsSolver()
    for (const share of [0, 3, 40]) {
      let asked = 0
      const { cube, values } = generateTables(36, { mostInner: 200 })
      const suppression = suppress({ cube, counts: values }, DEFAULT_RULES, {
        rounds: 100_000,
        progress: () => asked++ / (share + 1),
      })
      if (!suppression.ok) throw new Error(suppression.reason)
      expect(leaksOf(suppression, solver)).toEqual([])
      expect(certificateHolds(suppression)).toMatchObject({ ok: true })
    }
  })

  test('keeps what must stay published, and names what stands in the way', () => {
    const set = plane([
      [1, 4],
      [6, 5],
    ])
    const kept = totalsOf(set.cube, 'sex')
    const suppression = protectedBy(set, { mustPublish: kept })
    for (const cell of kept) expect(suppression.cells[cell]).toBe(CELL.shown)
    const women = cellOf(set.cube, ['women', 'b0']) ?? -1
    expect(suppress(set, { ...DEFAULT_RULES, mustPublish: [women] })).toEqual({
      ok: false,
      reason: 'must-publish-sensitive',
      cells: [['women', 'b0']],
    })
    const all = [...set.counts.keys()].filter((cell) => cell !== women)
    const refused = suppress(set, { ...DEFAULT_RULES, mustPublish: all })
    expect(refused).toMatchObject({ ok: false, reason: 'unprotectable', cells: [['women', 'b0']] })
    if (!refused.ok && refused.reason === 'unprotectable')
      expect(refused.conflicting.length).toBeGreaterThan(0)
  })

  test('hides women and men together where both are there', () => {
    const set = plane([
      [2, 30, 40, 0],
      [50, 31, 41, 12],
    ])
    const suppression = protectedBy(set, { symmetry: { dimension: 'sex', codes: ['women', 'men'] } })
    const hidden = new Set(hiddenCodes(suppression))
    for (const code of ['b0', 'b1', 'b2']) expect(hidden.has(`women,${code}`)).toBe(hidden.has(`men,${code}`))
    expect(hidden).toContain('men,b0')
    expect(certificateHolds(suppression)).toMatchObject({ ok: true })
    expect(
      certificateHolds({
        ...suppression,
        cells: suppression.cells.map((what, cell) =>
          cell === cellOf(set.cube, ['men', 'b0']) ? CELL.shown : what,
        ),
      }),
    ).toMatchObject({ ok: false })
  })

  test('protects zeros as small counts when asked', async () => {
    const set = plane(
      [
        [0, 7, 9],
        [8, 6, 5],
        [12, 11, 10],
      ],
      dimension('a', ['x', 'y', 'z']),
    )
    const suppression = protectedBy(set, { zeros: 'protect' })
    expect(hiddenCodes(suppression)).toContain('x,b0')
    expect(leaksOf(suppression, await highsSolver())).toEqual([])
  })

  test('lets nobody who is alone in a cell work out another', () => {
    // The one in x,b0 knows that cell; if it were what hides y,b0, y,b0 would be open to her.
    const set = plane(
      [
        [1, 6, 9],
        [2, 7, 8],
        [5, 5, 5],
      ],
      dimension('a', ['x', 'y', 'z']),
    )
    const suppression = protectedBy(set, { singletons: true })
    const alone = cellOf(set.cube, ['x', 'b0']) ?? -1
    const small = suppression.needs.findIndex(({ cell }) => cell === cellOf(set.cube, ['y', 'b0']))
    const row = suppression.rows[suppression.witness[small] ?? -1]
    expect(row?.cells).toBeDefined()
    expect([...(row?.cells ?? [])]).not.toContain(alone)
    expect(certificateHolds(suppression)).toMatchObject({ ok: true })
  })

  test('does not let all of a small group be known to share a trait', async () => {
    const outcome = dimension('outcome', ['granted', 'refused'])
    const cube = cubeOf(dimension('place', ['north', 'south', 'west']), outcome)
    const count = (place: number, result: number, n: number) =>
      Array.from({ length: n }, () => [place, result])
    const rows = [
      ...count(0, 1, 6),
      ...count(1, 0, 20),
      ...count(1, 1, 10),
      ...count(2, 0, 9),
      ...count(2, 1, 14),
    ]
    const leaves = [0, 1].map((d) => Int32Array.from(rows, (row) => row[d] ?? 0))
    const set = { cube, counts: tabulateCube(cube, leaves) }
    const traits = [{ dimension: 'outcome', below: 10 }]
    // Everybody in the north was refused.
    expect(hiddenCodes(protectedBy(set))).toEqual([])
    const suppression = protectedBy(set, { traits })
    expect(hiddenCodes(suppression)).toEqual(expect.arrayContaining(['north,granted', 'north,refused']))
    expect(
      leaksOf({ ...suppression, rules: { ...suppression.rules, attackers: [0] } }, await highsSolver()),
    ).toEqual([])
    expect(certificateHolds(suppression)).toMatchObject({ ok: true })
  })

  test('takes what is public elsewhere as known', async () => {
    const set = plane(
      [
        [2, 30, 8, 9],
        [30, 31, 7, 20],
        [11, 12, 13, 14],
      ],
      dimension('a', ['x', 'y', 'z']),
    )
    const known = [cellOf(set.cube, ['y', 'b0']) ?? -1, cellOf(set.cube, ['x', 'b2']) ?? -1]
    const suppression = protectedBy({ ...set, known })
    for (const cell of known) expect(suppression.cells[cell]).toBe(CELL.shown)
    expect(leaksOf(suppression, await highsSolver())).toEqual([])
  })

  test.each([
    ['threshold', { threshold: 0 }],
    ['threshold', { threshold: 2.5 }],
    ['width', { width: 0 }],
    ['attackers', { attackers: [] }],
    ['symmetry', { symmetry: { dimension: 'sex', codes: ['women', 'boys'] as const } }],
    ['traits', { traits: [{ dimension: 'nothing', below: 5 }] }],
    ['pPercent', { dominance: { pPercent: 101, nk: null, fewestContributors: 0 } }],
    ['nk', { dominance: { pPercent: null, nk: { n: 1 as const, k: 0 }, fewestContributors: 0 } }],
    ['mustPublish', { mustPublish: [99_999] }],
  ])('refuses a bad %s', (option, rules) => {
    expect(
      suppress(
        plane([
          [3, 4],
          [5, 6],
        ]),
        { ...DEFAULT_RULES, ...rules },
      ),
    ).toEqual({ ok: false, reason: 'bad-option', option })
  })

  test('refuses figures that are no counts or do not add up, naming the cell', () => {
    const set = plane([
      [3, 4],
      [5, 6],
    ])
    const at = (value: number, cell: number) => ({
      ...set,
      counts: set.counts.map((n, i) => (i === cell ? value : n)),
    })
    expect(suppress(at(1.5, 0), DEFAULT_RULES)).toMatchObject({ reason: 'bad-figure', cell: ['women', 'b0'] })
    expect(suppress(at(-1, 1), DEFAULT_RULES)).toMatchObject({ reason: 'bad-figure', cell: ['women', 'b1'] })
    expect(suppress(at(8, 2), DEFAULT_RULES)).toMatchObject({
      reason: 'not-additive',
      cell: ['women', 'Total'],
    })
    const beyond = { kind: 'part' as const, name: 'granted', values: set.counts.map((n) => n + 1) }
    expect(suppress({ ...set, figures: [beyond] }, DEFAULT_RULES)).toMatchObject({ ok: false })
  })
})
