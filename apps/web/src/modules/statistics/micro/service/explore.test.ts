import { assertReleased } from '@jamvikt/disclosure'
import { checkStatTable, type StatTable, sizesOf, stridesOf } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../platform/policy.ts'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { declared, NOISE, openTestMicro, PEOPLE, peopleCsv } from '../micro.test-support.ts'
import type { CubeQuestion } from '../model-micro.ts'
import { explore, MOST_QUESTIONS } from './explore.ts'

const database = await openTestDatabase()
const { doors, renew, approved } = openTestMicro(database)

const FINE: CubeQuestion = { dimensions: ['kön', 'plats', 'ålder'], filters: [], measures: ['count'] }
const COUNTS: CubeQuestion = { dimensions: ['kön', 'plats'], filters: [], measures: ['count'] }

async function tableOf(actor: Actor, id: string, question: CubeQuestion = COUNTS): Promise<StatTable> {
  const answer = await explore(doors, actor, id, question)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  assertReleased(answer.released)
  return answer.released.payload.table
}

/** Figures by codes, dimensions in the order of their names, measures apart. */
function figures(table: StatTable): Map<string, number> {
  const strides = stridesOf(sizesOf(table))
  const found = new Map<string, number>()
  for (const [cell, value] of table.values.entries()) {
    const codes = table.dimensions.map(({ id, categories }, d) => {
      const at = Math.floor(cell / (strides[d] ?? 1)) % categories.length
      return `${id}=${categories[at]?.code}`
    })
    found.set(
      codes
        .filter((code) => !code.endsWith('=total'))
        .sort()
        .join(' '),
      value,
    )
  }
  return found
}

describe('figures of microdata', () => {
  it('have the noise that was approved, and few are the true ones', async () => {
    const { proposer, id } = await approved(peopleCsv(), PEOPLE, '00000000-0000-4000-8000-000000000001')
    const table = await tableOf(proposer, id)
    expect(checkStatTable(table)).toBeNull()
    const shown = figures(table)
    const rows = peopleCsv()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(';'))
    let exact = 0
    for (const sex of ['K', 'M', null]) {
      for (const place of ['A', 'B', 'Ö', null]) {
        const truth = rows.filter((row) => (sex ?? row[1]) === row[1] && (place ?? row[2]) === row[2]).length
        const key = [sex && `kön=${sex}`, place && `plats=${place}`, 'mått=count']
          .filter(Boolean)
          .sort()
          .join(' ')
        const figure = shown.get(key) ?? Number.NaN
        expect(Math.abs(figure - truth)).toBeLessThanOrEqual(NOISE.maxNoise)
        if (figure === truth) exact += 1
      }
    }
    expect(exact).toBeLessThan(8)
    expect(table.notes?.[0]).toMatchObject({ mandatory: true })
    expect(table.notes?.[0]?.text.sv).toContain('mer än 5 (varians 3)')
  })

  it('are the same for the same group in every table, by filter and as a total; another version has noise of its own', async () => {
    const { proposer, id } = await approved()
    const crossed = figures(await tableOf(proposer, id))
    const alone = figures(await tableOf(proposer, id, { ...COUNTS, dimensions: ['plats'] }))
    const filtered = figures(
      await tableOf(proposer, id, {
        ...COUNTS,
        dimensions: ['plats'],
        filters: [{ dimension: 'kön', code: 'K' }],
      }),
    )
    for (const place of ['A', 'B', 'Ö']) {
      expect(alone.get(`mått=count plats=${place}`)).toBe(crossed.get(`mått=count plats=${place}`))
      expect(filtered.get(`mått=count plats=${place}`)).toBe(crossed.get(`kön=K mått=count plats=${place}`))
    }
    expect(alone.get('mått=count')).toBe(crossed.get('mått=count'))
    // A hundred men more in Ö: of groups without them, the same persons, most figures are others.
    const [header = '', ...lines] = peopleCsv().trim().split('\n')
    const more = Array.from({ length: 100 }, (_, i) => `ny${i};M;Ö;ung;1;${i + 7}`)
    const before = figures(await tableOf(proposer, id, FINE))
    expect(await renew(proposer, id, [header, ...more, ...lines].join('\n'))).toMatchObject({ version: 2 })
    const later = figures(await tableOf(proposer, id, FINE))
    const same = [...before].filter(([codes]) => /kön=K|plats=[AB]/.test(codes))
    const moved = same.filter(([codes, figure]) => later.get(codes) !== figure)
    expect(moved.length).toBeGreaterThan(same.length / 3)
  })

  it('of empty groups stay 0, and no small count is shown', async () => {
    const rows = ['id;a;b', ...Array.from({ length: 40 }, (_, i) => `r${i};${i % 8};${i < 4 ? 'x' : 'y'}`)]
    const { proposer, id } = await approved(rows.join('\n'), declared(['id', 'a', 'b']))
    const shown = figures(await tableOf(proposer, id, { ...COUNTS, dimensions: ['a', 'b'] }))
    for (const a of [4, 5, 6, 7]) expect(shown.get(`a=${a} b=x mått=count`)).toBe(0)
    for (const figure of shown.values()) expect(figure === 0 || figure >= NOISE.threshold).toBe(true)
  })

  it('differ between two regions with the same records', async () => {
    const wide = ['id;a', ...Array.from({ length: 2000 }, (_, i) => `r${i};${i % 100}`)].join('\n')
    const [one, other] = [
      await approved(wide, declared(['id', 'a'])),
      await approved(wide, declared(['id', 'a'])),
    ]
    const question = { ...COUNTS, dimensions: ['a'] }
    const a = [...(await tableOf(one.proposer, one.id, question)).values]
    const b = [...(await tableOf(other.proposer, other.id, question)).values]
    expect(a.filter((figure, cell) => figure !== b[cell]).length).toBeGreaterThan(50)
  })

  it('keep kinds of missing apart, and mean nothing where nobody is', async () => {
    const { proposer, id } = await approved()
    const table = await tableOf(proposer, id, {
      dimensions: ['ålder'],
      filters: [],
      measures: ['count', 'sum:inkomst', 'mean:inkomst'],
    })
    expect(table.dimensions[0]?.categories.map(({ code }) => code)).toEqual([
      'gammal',
      'ung',
      'noAnswer',
      'declined',
      'total',
    ])
    const shown = figures(table)
    for (const code of ['gammal', 'ung', 'noAnswer']) {
      const [count = 0, sum = 0, mean = 0] = ['count', 'sum:inkomst', 'mean:inkomst'].map((measure) =>
        shown.get([`mått=${measure}`, `ålder=${code}`].sort().join(' ')),
      )
      // Three figures each.
      expect(Math.abs(mean / (sum / count) - 1)).toBeLessThanOrEqual(0.011)
    }
  })

  it('are refused for six dimensions, chosen ones counted, and for what the list has not', async () => {
    const headers = ['id', 'a', 'b', 'c', 'd', 'e', 'f']
    const rows = Array.from(
      { length: 20 },
      (_, i) => `r${i};${[1, 2, 3, 4, 5, 6].map((d) => i % d).join(';')}`,
    )
    const { proposer, id } = await approved([headers.join(';'), ...rows].join('\n'), declared(headers))
    const six = { ...COUNTS, dimensions: ['a', 'b', 'c', 'd', 'e', 'f'] }
    const narrowed = {
      ...COUNTS,
      dimensions: ['a', 'b', 'c', 'd', 'e'],
      filters: [{ dimension: 'f', code: '1' }],
    }
    for (const question of [six, narrowed])
      expect(await explore(doors, proposer, id, question)).toMatchObject({ reason: 'too-many-dimensions' })
    expect(await tableOf(proposer, id, { ...COUNTS, dimensions: six.dimensions.slice(0, 5) })).toBeDefined()
    for (const [question, reason] of [
      [{ ...COUNTS, dimensions: ['__proto__'] }, 'unknown-dimension'],
      [{ ...COUNTS, dimensions: ['a', 'a'] }, 'dimension-twice'],
      [{ ...COUNTS, dimensions: [], filters: [{ dimension: 'a', code: "0' OR 1=1" }] }, 'unknown-code'],
      [{ ...COUNTS, dimensions: ['a'], measures: ['constructor'] }, 'unknown-measure'],
      [{ ...COUNTS, dimensions: ['a'], measures: [] }, 'no-measure'],
    ] as const)
      expect(await explore(doors, proposer, id, question)).toMatchObject({ ok: false, reason })
  })

  it('come from lists whose columns and values are named to do harm', async () => {
    const evil = ['id', '"); DROP TABLE m1; --', '__proto__', "'||'", 'constructor']
    const rows = Array.from({ length: 60 }, (_, i) => [
      `r${i}`,
      `"${i % 2}`,
      '__proto__',
      "');--",
      `toString${i % 3}`,
    ])
    const quoted = [evil, ...rows].map((cells) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'),
    )
    const { proposer, id } = await approved(quoted.join('\n'), declared(evil))
    const table = await tableOf(proposer, id, {
      dimensions: evil.slice(1, 4),
      filters: [{ dimension: 'constructor', code: 'toString1' }],
      measures: ['count'],
    })
    expect(table.dimensions.map(({ id: name }) => name)).toEqual([...evil.slice(1, 4), 'mått'])
    expect(table.values.at(-1)).toBeGreaterThanOrEqual(15)
  })
})

describe('the engine', () => {
  it('that is killed in the middle of a question says so, and answers the next', async () => {
    const { proposer, id } = await approved()
    await tableOf(proposer, id)
    const asked = explore(doors, proposer, id, { ...COUNTS, dimensions: ['plats', 'ålder'] })
    while (doors.cubes.isCounting === false) await new Promise((resolve) => setTimeout(resolve, 1))
    process.kill(doors.cubes.pid ?? 0, 'SIGKILL')
    expect(await asked).toEqual({ ok: false, reason: 'engine-failed' })
    expect(await tableOf(proposer, id)).toBeDefined()
  })

  it('answers what waits when a question is called off', async () => {
    const { proposer, id } = await approved()
    const off = new AbortController()
    const first = explore(doors, proposer, id, { ...COUNTS, dimensions: ['plats', 'ålder'] }, off.signal)
    const second = explore(doors, proposer, id, COUNTS)
    off.abort()
    expect(await first).toEqual({ ok: false, reason: 'called-off' })
    expect((await second).ok).toBe(true)
  })
})

it('are counted for one person only so often within a minute; others may go on', async () => {
  const { proposer, id } = await approved()
  const other = await database.actor('analyst', proposer.regionId)
  for (let at = 0; at < MOST_QUESTIONS; at++) await tableOf(proposer, id)
  const refused = await explore(doors, proposer, id, COUNTS)
  expect(refused).toMatchObject({ ok: false, reason: 'too-many-questions' })
  expect(refused.ok || 'seconds' in refused).toBe(true)
  expect((await explore(doors, other, id, COUNTS)).ok).toBe(true)
})
