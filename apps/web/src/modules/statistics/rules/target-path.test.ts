import { expect, it } from 'vitest'
import { indicatorAddresses } from './indicator-address.ts'
import { targetPath } from './target-path.ts'

const points = [
  { period: 2020, value: 70 },
  { period: 2022, value: 80 },
]

it('draws the straight way from the latest value to the target, and leaves years without a value empty', () => {
  expect(targetPath(points, { value: 100, year: 2024 })).toEqual({
    years: [2020, 2021, 2022, 2023, 2024],
    values: [70, null, 80, null, null],
    path: [null, null, 80, 90, 100],
  })
})

it('draws no way where nothing is aimed at, the year has passed or is too far off', () => {
  const bare = { years: [2020, 2021, 2022], values: [70, null, 80], path: [null, null, null] }
  expect(targetPath(points, null)).toEqual(bare)
  expect(targetPath(points, { value: 100, year: 2021 })).toEqual(bare)
  expect(targetPath(points, { value: 100, year: 2190 })).toEqual(bare)
  expect(targetPath([], null)).toBeNull()
  expect(targetPath(points.slice(0, 1), null)).toBeNull()
})

it('gives each indicator an address of its own', () => {
  const addresses = indicatorAddresses([
    { id: 'a', name: 'Lön, kvinnor' },
    { id: 'b', name: 'Makt' },
    { id: 'c', name: 'makt!' },
  ])
  expect([...addresses]).toEqual([
    ['a', 'lon-kvinnor'],
    ['b', 'b'],
    ['c', 'c'],
  ])
})
