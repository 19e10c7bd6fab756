import { describe, expect, it } from 'vitest'
import { isGiveable, isSameDiary, readDay, readYear } from './money-form.ts'

describe('what is written of money and days', () => {
  it.each(['2026-02-30', '2026-2-1', '', "2026-01-01'--", '٢٠٢٦-٠١-٠١', '20260101'])(
    '%s is no day',
    (text) => {
      expect(readDay(text)).toBeNull()
    },
  )

  it('takes days and years that are', () => {
    expect(readDay('2028-02-29')).toBe('2028-02-29')
    expect([readYear('2017'), readYear('1066'), readYear('2017.5'), readYear('x')]).toEqual([
      2017,
      null,
      null,
      null,
    ])
  })

  it('knows a diary number again', () => {
    expect(isSameDiary('Dnr  2026/7 ', 'dnr 2026/7')).toBe(true)
    expect(isSameDiary('Dnr 2026/7', 'Dnr 2026/71')).toBe(false)
  })

  it('gives nothing, but not less, nor more than is kept exactly', () => {
    expect([null, -1n, 0n, 9_000_000_000_000_000n, 9_000_000_000_000_001n].map(isGiveable)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })
})
