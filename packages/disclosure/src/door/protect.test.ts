import { describe, expect, test } from 'vitest'
import { publishedCounts } from '../certificate/make-certificate.ts'
import { verify } from '../certificate/verify.ts'
import { DEFAULT_RULES } from '../suppress/options.ts'
import { leaksOf, plainHash } from '../testing/attack-suppression.ts'
import { generateReleases } from '../testing/generated-releases.ts'
import { highsSolver } from '../testing/highs-solver.ts'
import {
  faultOfMethod,
  type LedgerRelease,
  NOTHING_RELEASED,
  type ProtectRequest,
  protect,
} from './protect.ts'

/** A ledger in memory. */
function ledgerOf(...releases: readonly LedgerRelease[]) {
  return { releasesOf: () => releases }
}

/** `count` people of each combination of sex and industry, ids from `start`. */
function people(counts: Readonly<Record<string, number>>, start = 0) {
  const rows = Object.entries(counts).flatMap(([labels, count]) => {
    const [sex = '', industry = ''] = labels.split('/')
    return Array.from({ length: count }, () => ({ sex, industry }))
  })
  return {
    ids: rows.map((_, i) => `p${start + i}`),
    columns: new Map([
      ['sex', rows.map(({ sex }) => sex)],
      ['industry', rows.map(({ industry }) => industry)],
    ]),
  }
}

function withMore(first: ReturnType<typeof people>, labels: readonly string[]) {
  const more = labels.map((label) => label.split('/'))
  const [sexes, industries] = [0, 1].map((part) => more.map((label) => label[part] ?? ''))
  return {
    ids: [...first.ids, ...labels.map((_, i) => `new${i}`)],
    columns: new Map([
      ['sex', [...(first.columns.get('sex') ?? []), ...(sexes ?? [])]],
      ['industry', [...(first.columns.get('industry') ?? []), ...(industries ?? [])]],
    ]),
  }
}

const ASK: Omit<ProtectRequest, 'ids' | 'columns'> = {
  dataset: 'grants',
  kind: 'audit',
  specs: [
    { column: 'sex', chains: [] },
    { column: 'industry', chains: [] },
  ],
  rules: DEFAULT_RULES,
  keep: [],
  hash: plainHash,
}
const MARCH = { 'women/a': 12, 'women/b': 2, 'women/c': 9, 'men/a': 20, 'men/b': 14, 'men/c': 7 }

describe('protect', () => {
  test('hides the small cell with a rectangle, keeps the totals asked for, and proves it', () => {
    const march = protect({ ...ASK, ...people(MARCH), keep: ['sex', 'industry'] }, NOTHING_RELEASED)
    if (!march.ok) throw new Error(march.reason)
    const hidden = publishedCounts(march.cube, march.counts, march.cells).filter(
      ({ count }) => count === null,
    )
    expect(hidden).toHaveLength(4)
    expect(hidden.map(({ codes }) => codes.join())).toContain('women,b')
    expect(hidden.every(({ codes }) => !codes.includes('Total'))).toBe(true)
    expect(
      verify(
        publishedCounts(march.suppression.set.cube, march.suppression.set.counts, march.suppression.cells),
        march.certificate,
        plainHash,
      ),
    ).toMatchObject({
      ok: true,
    })
  })

  test('does not show the newest person: the total alone would give her away', () => {
    const first = people(MARCH)
    const march = protect({ ...ASK, ...first }, NOTHING_RELEASED)
    if (!march.ok) throw new Error(march.reason)
    const second = protect({ ...ASK, ...withMore(first, ['women/a']) }, ledgerOf(march.entry))
    expect(second).toMatchObject({
      ok: false,
      reason: 'unprotectable',
      conflicting: [['Total', 'Total', 'release 2']],
    })
  })

  test('shows what several newcomers allow: no difference gives one of them away', async () => {
    const first = people(MARCH)
    const march = protect({ ...ASK, ...first }, NOTHING_RELEASED)
    if (!march.ok) throw new Error(march.reason)
    const newcomers = ['women/a', 'women/c', 'men/a', 'men/a', 'men/c', 'women/a']
    const second = protect({ ...ASK, ...withMore(first, newcomers) }, ledgerOf(march.entry))
    if (!second.ok) throw new Error(second.reason)
    expect(leaksOf(second.suppression, await highsSolver())).toEqual([])
    const cells = publishedCounts(second.cube, second.counts, second.cells)
    const hidden = new Set(cells.flatMap(({ codes, count }) => (count === null ? [codes.join()] : [])))
    // One woman more in c: her cell or what it adds up with may not be compared.
    expect(hidden).toContain('women,c')
    expect(cells.find(({ codes }) => codes.join() === 'Total,Total')?.count).toBe(70)
  })

  test('the same records again show the same cells', () => {
    const march = protect({ ...ASK, ...people(MARCH) }, NOTHING_RELEASED)
    if (!march.ok) throw new Error(march.reason)
    const again = protect({ ...ASK, ...people(MARCH) }, ledgerOf(march.entry))
    if (!again.ok) throw new Error(again.reason)
    expect(publishedCounts(again.cube, again.counts, again.cells)).toEqual(
      publishedCounts(march.cube, march.counts, march.cells),
    )
  })

  test('a third release is held against both before', async () => {
    const solver = await highsSolver()
    let chains = 0
    for (let seed = 1; seed <= 12; seed++) {
      const { name, cube, before, after } = generateReleases(seed, { mostInner: 60 })
      const request = (one: typeof before) => ({
        ...ASK,
        specs: cube.dimensions.map((dimension) => ({ column: dimension.name, chains: [] })),
        ids: Array.from(one.ids, String),
        columns: new Map(
          cube.dimensions.map((dimension, d) => [
            dimension.name,
            Array.from(one.leaves[d] ?? [], (leaf) => dimension.codes[leaf] ?? ''),
          ]),
        ),
      })
      const entries: LedgerRelease[] = []
      for (const records of [before, after, before]) {
        const release = protect(request(records), ledgerOf(...entries))
        if (!release.ok) break
        expect(leaksOf(release.suppression, solver), name).toEqual([])
        entries.push(release.entry)
      }
      if (entries.length === 3) chains++
    }
    expect(chains).toBeGreaterThan(2)
  })

  test('keeps one method for a dataset, and suppression for audits', () => {
    const march = protect({ ...ASK, ...people(MARCH) }, NOTHING_RELEASED)
    if (!march.ok) throw new Error(march.reason)
    const noisy = ledgerOf({ ...march.entry, method: 'cellkey' })
    expect(protect({ ...ASK, ...people(MARCH) }, noisy)).toEqual({
      ok: false,
      reason: 'method-differs',
      method: 'cellkey',
    })
    expect(
      faultOfMethod(ledgerOf(march.entry), { dataset: 'grants', kind: 'exploration' }, 'cellkey'),
    ).toMatchObject({
      reason: 'method-differs',
    })
    expect(faultOfMethod(NOTHING_RELEASED, { dataset: 'grants', kind: 'audit' }, 'cellkey')).toEqual({
      ok: false,
      reason: 'audit-needs-suppression',
    })
    expect(faultOfMethod(NOTHING_RELEASED, { dataset: 'x', kind: 'exploration' }, 'cellkey')).toBeNull()
  })

  test('refuses a record that stands twice, and ids that are not one for each', () => {
    const march = people(MARCH)
    expect(protect({ ...ASK, ...march, ids: march.ids.with(3, 'p4') }, NOTHING_RELEASED)).toEqual({
      ok: false,
      reason: 'bad-ids',
      record: 4,
    })
    expect(protect({ ...ASK, ...march, ids: ['p0'] }, NOTHING_RELEASED)).toMatchObject({ reason: 'bad-ids' })
  })

  test('refuses a release of other dimensions, tables, rules or columns than those before', () => {
    const march = protect({ ...ASK, ...people(MARCH) }, NOTHING_RELEASED)
    if (!march.ok) throw new Error(march.reason)
    const ledger = ledgerOf(march.entry)
    const again = { ...ASK, ...people(MARCH) }
    for (const other of [
      { ...again, specs: ASK.specs.slice(0, 1) },
      { ...again, tables: [['sex'], ['industry']] },
      { ...again, rules: { ...DEFAULT_RULES, threshold: 2 } },
      { ...again, keep: ['sex'] },
    ]) {
      expect(protect(other, ledger)).toEqual({ ok: false, reason: 'layout-differs' })
    }
    expect(protect({ ...again, keep: ['kön'] }, NOTHING_RELEASED)).toMatchObject({ reason: 'unknown-keep' })
    const short = new Map(
      [...again.columns].map(([name, values]) => [name, name === 'sex' ? values : values.slice(1)]),
    )
    expect(protect({ ...again, columns: short }, NOTHING_RELEASED)).toMatchObject({
      reason: 'unequal-columns',
    })
  })
})
