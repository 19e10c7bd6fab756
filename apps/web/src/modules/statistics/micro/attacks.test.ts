import { describe, expect, it } from 'vitest'
import { byCodes, draws, listOf } from './lists.test-support.ts'
import { NOISE } from './micro.test-support.ts'
import { stepOf } from './rules/noisy-figures.ts'

/** One of some codes, by their chances. */
function picker(draw: () => number) {
  return (chances: Readonly<Record<string, number>>): string => {
    let left = draw()
    for (const [code, chance] of Object.entries(chances)) {
      left -= chance
      if (left < 0) return code
    }
    return Object.keys(chances).at(-1) ?? ''
  }
}

describe('figures that are equal or not', () => {
  const draw = draws(7)
  const pick = picker(draw)
  const rows = Array.from({ length: 1200 }, (_, i) => [
    `p${i}`,
    pick({ K: 0.3, M: 0.7 }),
    `plats${Math.floor(draw() * 10)}`,
    `${Math.floor(draw() * 8)}`,
    pick({ Sverige: 0.8, EU: 0.1, Världen: 0.1 }),
  ])
  const women = (place: string, branch: string, origin?: string) =>
    rows.filter(([, sex, p, b, o]) => sex === 'K' && p === place && b === branch && (origin ?? o) === o)
      .length
  const groups = Array.from({ length: 80 }, (_, i) => [`plats${i % 10}`, `${Math.floor(i / 10)}`] as const)

  it('do not tell where nobody and where one or two are, nor anything of them when crossed on', async () => {
    const { ask } = await listOf(['id', 'kön', 'plats', 'bransch', 'bakgrund'], rows)
    const measures = ['count']
    const crossed = byCodes(await ask({ dimensions: ['plats', 'bransch', 'kön'], filters: [], measures }))
    const shownAsNone = groups.filter(([p, b]) => crossed.get(`${p} ${b} K count`) === 0)
    const few = shownAsNone.filter(([p, b]) => women(p, b) < NOISE.threshold)
    expect(few.some(([p, b]) => women(p, b) === 0)).toBe(true)
    expect(few.some(([p, b]) => women(p, b) > 0)).toBe(true)
    // Men and all are equal for all of them alike.
    for (const [p, b] of few)
      expect(crossed.get(`${p} ${b} M count`)).toBe(crossed.get(`${p} ${b} total count`))
    let told = 0
    for (const [place, branch] of shownAsNone) {
      const filters = [
        { dimension: 'plats', code: place },
        { dimension: 'bransch', code: branch },
      ]
      const on = byCodes(await ask({ dimensions: ['kön', 'bakgrund'], filters, measures }))
      for (const origin of ['Sverige', 'EU', 'Världen']) {
        if (on.get(`M ${origin} count`) === on.get(`total ${origin} count`)) continue
        told += 1
        // That they differ tells of women there, and only where they are as many as may be told of.
        expect(women(place, branch, origin)).toBeGreaterThanOrEqual(NOISE.threshold)
      }
    }
    expect(told).toBeLessThan(shownAsNone.length)
  })
})

describe('sums and means', () => {
  it('are not told of fewer than ten who have an amount, nor that nobody does', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [
      `p${i}`,
      `${i % 3}`,
      i % 3 === 0 || (i % 3 === 1 && i > 25) ? 0 : 1000 + i,
    ])
    const { ask } = await listOf(['id', 'plats', 'belopp'], rows, { amounts: ['belopp'] })
    const measures = ['sum:belopp', 'mean:belopp']
    const shown = byCodes(await ask({ dimensions: ['plats'], filters: [], measures }))
    for (const place of ['0', '1'])
      for (const measure of measures) expect(shown.get(`${place} ${measure}`)).toBeNaN()
    expect(shown.get('2 sum:belopp')).toBeGreaterThan(90_000)
  })

  it('tell the number behind them no better than the count does', async () => {
    const draw = draws(11)
    const rows = Array.from({ length: 1500 }, (_, i) => [
      `p${i}`,
      `${Math.floor(draw() * 40)}`,
      25_000 + Math.floor(draw() * 40),
    ])
    const { read, ask } = await listOf(['id', 'plats', 'lön'], rows, { amounts: ['lön'] })
    const shown = byCodes(await ask({ dimensions: ['plats'], filters: [], measures: ['count', 'sum:lön'] }))
    const off = (read.contents.dimensions[0]?.categories ?? []).map(({ code, rows: truth }) => {
      const bySum = (shown.get(`${code} sum:lön`) ?? 0) / 25_020
      return { bySum: Math.abs(bySum - truth), byCount: Math.abs((shown.get(`${code} count`) ?? 0) - truth) }
    })
    const sure = off.filter(({ bySum }) => bySum < 0.5).length
    expect(sure).toBeLessThan(off.length / 2)
    const mean = (of: 'bySum' | 'byCount') => off.reduce((sum, each) => sum + each[of], 0) / off.length
    expect(mean('bySum')).toBeGreaterThan(0.8 * mean('byCount'))
  })
})

describe('weighted counts', () => {
  it('whose true sum is public fit any number of rows, as calibrated surveys have them', async () => {
    const draw = draws(5)
    const population = new Map<string, number>()
    const rows: string[][] = []
    for (let place = 0; place < 12; place++) {
      for (const sex of ['K', 'M']) {
        const size = 8000 + Math.floor(9000 * draw())
        const weights = Array.from({ length: 15 + Math.floor(60 * draw()) }, () => 0.5 + draw())
        const sum = weights.reduce((a, b) => a + b)
        population.set(`plats${place} ${sex}`, size)
        for (const weight of weights)
          rows.push([
            `p${rows.length}`,
            `plats${place}`,
            sex,
            ((weight / sum) * size).toFixed(6).replace('.', ','),
          ])
      }
    }
    const { ask } = await listOf(['id', 'plats', 'kön', 'vikt'], rows, { weight: 'vikt' })
    const shown = byCodes(await ask({ dimensions: ['plats', 'kön'], filters: [], measures: ['weighted'] }))
    const mean = [...population.values()].reduce((a, b) => a + b) / rows.length
    const step = stepOf(mean)
    expect(step).toBeGreaterThanOrEqual(mean)
    for (const [codes, size] of population) {
      // Whoever knows the mean weight finds the noise, which is the same for any number of rows: all fit.
      const fits = Array.from({ length: 11 }, (_, at) => size + (at - 5) * mean).filter(
        (moved) => Math.abs(moved - (shown.get(`${codes} weighted`) ?? 0)) <= step / 2,
      )
      expect(fits.length).toBeGreaterThan(0)
    }
  })

  it('of fewer than are shown are 0', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => [`p${i}`, `${i % 2}`, i < 4 ? 'x' : 'y', '17,25'])
    const { ask } = await listOf(['id', 'a', 'b', 'w'], rows, { weight: 'w' })
    const shown = byCodes(await ask({ dimensions: ['a', 'b'], filters: [], measures: ['weighted'] }))
    for (const a of ['0', '1', 'total']) expect(shown.get(`${a} x weighted`)).toBe(0)
  })
})

describe('categories of few', () => {
  it('are part of totals, and neither a row nor a choice', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => [
      `p${i}`,
      `${i % 2}`,
      ['Anna Andersson', 'Bo Berg', 'Bo Berg'][i] ?? 'ingen',
    ])
    const { ask } = await listOf(['id', 'a', 'namn'], rows)
    const table = await ask({ dimensions: ['namn', 'a'], filters: [], measures: ['count'] })
    expect(table.dimensions[0]?.categories.map(({ code }) => code)).toEqual(['ingen', 'total'])
    const filters = [{ dimension: 'namn', code: 'Anna Andersson' }]
    await expect(ask({ dimensions: ['a'], filters, measures: ['count'] })).rejects.toThrow('unknown-code')
  })
})
