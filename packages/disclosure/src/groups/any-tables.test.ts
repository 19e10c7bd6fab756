import { expect, it } from 'vitest'
import { type Atom, randomAtoms, randomFrom, subsets, tableFrom } from '../attack/tables.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { crossingKey, groupKey } from './group-key.ts'
import { protectGroups } from './protect-groups.ts'

const TABLES = process.env.JAMVIKT_DEEP === '1' ? 3_000 : 300

/** The largest crossings; one with many dimensions, several that share some, none at all. */
const LARGEST: readonly (readonly (readonly string[])[])[] = [
  [['sex', 'a', 'b', 'c']],
  [
    ['sex', 'a'],
    ['sex', 'b'],
    ['sex', 'c'],
  ],
  [
    ['sex', 'a', 'b'],
    ['sex', 'a', 'c'],
  ],
  [
    ['sex', 'a'],
    ['sex', 'b'],
  ],
  [['a'], ['b']],
  [['sex']],
  [['a']],
  [[]],
]
const SEXES = [[], ['women'], ['men', 'women'], ['men', 'other', 'women'], ['x', 'y']]
const PARTS = [['granted'], ['granted', 'refused'], ['applied', 'granted', 'refused']]

/** Cases whose parts leave something of the whole, and money that few have most of. */
function casesFor(below: (most: number) => number, seed: number, sexes: readonly string[]): Atom[] {
  const parts = PARTS[below(PARTS.length)] ?? []
  const sizes = [1 + below(5), 1 + below(4), 1 + below(3)]
  const withMoney = below(2) === 1
  const shape = { sexes, sizes, parts, mean: 1 + below(30), emptyOfTen: below(9) }
  return randomAtoms(seed, shape).map(({ by, counts }) => {
    const { granted = 0, refused = 0 } = counts
    const rest = below(3) === 0 ? below(4) : 0
    const whole = parts.includes('applied') ? { applied: granted + refused + rest } : {}
    const recipients = Array.from({ length: granted }, () => ({
      id: below(200),
      ore: below(9) === 0 ? 1_000_000 : below(1000),
    }))
    return { by, counts: { ...counts, ...whole }, ...(withMoney ? { recipients } : {}) }
  })
}

it('has a certificate that holds for any tables, and hides what it is asked to', () => {
  let shown = 0
  for (let seed = 1; seed <= TABLES; seed++) {
    const below = randomFrom(seed)
    const sexes = SEXES[below(SEXES.length)] ?? []
    const largest = (LARGEST[below(LARGEST.length)] ?? []).map((one) =>
      one.filter((name) => name !== 'sex' || sexes.length > 0),
    )
    const crossings = new Map(
      largest.flatMap((one) => subsets(one, one.length)).map((crossing) => [crossingKey(crossing), crossing]),
    )
    const cells = tableFrom(casesFor(below, seed, sexes), [...crossings.values()])
    const forced = below(3) === 0 ? cells.filter(() => below(4) === 0).map(({ by }) => by) : []
    const options = { threshold: 3 + below(5), width: 1 + below(4), forced }
    const protection = protectGroups(cells, plainHash, options)
    if (!protection.ok) throw new Error(`table ${seed}: ${JSON.stringify(protection)}`)
    const hidden = new Set(protection.reasons.map(({ by }) => groupKey(by)))
    expect(forced.filter((by) => !hidden.has(groupKey(by)))).toEqual([])
    for (const { by, counts } of cells) {
      const { applied, ...parts } = counts
      const known = Object.values(parts).reduce((sum, count) => sum + count, 0)
      const all = [...Object.values(parts), applied === undefined ? 0 : applied - known]
      if (all.some((count) => count > 0 && count < options.threshold)) expect(hidden).toContain(groupKey(by))
    }
    shown += cells.length - hidden.size
  }
  expect(shown).toBeGreaterThan(TABLES)
})
