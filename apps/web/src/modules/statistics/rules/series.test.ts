import { sayTime } from '@jamvikt/equity'
import { describe, expect, it } from 'vitest'
import { pointsOf, seriesSentences, targetProgress } from './series.ts'
import type { Gap } from './view.ts'

const points = (...values: number[]) => values.map((value, at) => ({ period: 2020 + at, value }))

describe('a target', () => {
  it.each([
    ['above what is wanted more of', [50, 45, 41], 50, 'up', 'none', 'wrong-way'],
    ['passed upwards', [40, 50, 70], 50, 'up', 'none', 'reached'],
    ['passed upwards where less is wanted', [60, 70, 81], 50, 'down', 'none', 'wrong-way'],
    ['of parity, overshot to the other side', [100, 114, 130], 95, 'parity', 'ratio', 'wrong-way'],
    ['of parity, met from above', [130, 110, 103], 95, 'parity', 'ratio', 'reached'],
    ['neared fast enough', [70, 75, 80], 100, 'parity', 'ratio', 'on-pace'],
    ['neared too slowly', [70, 70.5, 71], 100, 'parity', 'ratio', 'behind'],
    ['whose series shows no way', [80, 81, 80.5], 90, 'parity', 'ratio', 'too-little'],
    ['reached by a series that shows no way', [80, 91, 90.5], 90, 'parity', 'ratio', 'reached'],
  ] as const)('%s', (_, values, value, direction, gap, state) => {
    expect(targetProgress(points(...values), { value, year: 2027 }, direction, gap)?.state).toBe(state)
  })

  it('is late when its year has passed, and is not judged on fewer than three years', () => {
    expect(targetProgress(points(1, 2, 3), { value: 9, year: 2021 }, 'up', 'none')?.state).toBe('late')
    expect(targetProgress(points(1, 2), { value: 9, year: 2030 }, 'up', 'none')?.state).toBe('too-little')
    expect(targetProgress([], { value: 9, year: 2030 }, 'up', 'none')).toBeNull()
  })

  it('needs so much a year, from the latest value', () => {
    const progress = targetProgress(points(70, 75, 80), { value: 100, year: 2032 }, 'parity', 'ratio')
    expect(progress).toMatchObject({ distance: 20, needed: 2, latest: { period: 2022, value: 80 } })
    expect(progress?.pace).toBeCloseTo(5, 10)
  })
})

describe('a series', () => {
  it('is of years alone, in their order, and leaves out what is missing', () => {
    const row = (code: string, gap: number | null) => ({ code, label: code, figures: [], gap })
    const rows = [row('2022', 3), row('2020', 1), row('2021', null), row('2021K1', 9)]
    expect(pointsOf({ columns: [], rows, decimals: 0, unit: '', left: 0, leastBase: null }, 'ratio')).toEqual(
      [
        { period: 2020, value: 1 },
        { period: 2022, value: 3 },
      ],
    )
  })

  it('says nothing of fewer than three years, and speaks of parity only where there is a gap', () => {
    expect(seriesSentences(points(1, 2), 'ratio', '')).toEqual([])
    expect(seriesSentences(points(70, 75, 80.1), 'ratio', 'kr').map(({ key }) => key)).toEqual([
      'time.rising',
      'time.parity-ahead',
    ])
    expect(seriesSentences(points(70, 75, 80.1), 'none', 'kr')).toHaveLength(1)
    const inPoints = (...[gap, unit]: [Gap, string]) =>
      seriesSentences(points(70, 75, 80.1), gap, unit).map((sentence) => sayTime(sentence, 'sv'))[0]
    for (const [gap, unit] of [
      ['ratio', 'kr'],
      ['share', ''],
      ['none', '%'],
      ['difference', 'procent'],
    ] as const)
      expect(inPoints(gap, unit)).toContain(' procentenheter per år')
    for (const gap of ['none', 'difference'] as const)
      expect(inPoints(gap, 'kr')).not.toContain('procentenheter')
  })
})
