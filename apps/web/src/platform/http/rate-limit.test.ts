import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CALLS, RateLimit, WINDOW_SECONDS } from './rate-limit.ts'

describe('calls of one address', () => {
  it('are let through up to the limit, and again when the first is old', () => {
    const limit = new RateLimit(3, 10)
    expect([0, 1000, 2000].map((at) => limit.secondsToWait('a', at))).toEqual([0, 0, 0])
    expect(limit.secondsToWait('a', 2500)).toBe(8)
    expect(limit.secondsToWait('b', 2500)).toBe(0)
    expect(limit.secondsToWait('a', 10_000)).toBe(0)
    expect(limit.secondsToWait('a', 10_001)).toBe(1)
  })

  it('are never more than the limit in any window, and waiting as told is enough', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 200 }), (gaps) => {
        const limit = new RateLimit()
        const made: number[] = []
        let now = 0
        for (const gap of gaps) {
          now += gap
          const seconds = limit.secondsToWait('a', now)
          if (seconds > 0) now += seconds * 1000
          if (seconds > 0) expect(limit.secondsToWait('a', now)).toBe(0)
          made.push(now)
        }
        for (const end of made)
          expect(
            made.filter((at) => at <= end && at > end - WINDOW_SECONDS * 1000).length,
          ).toBeLessThanOrEqual(MAX_CALLS)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it.each([
    ['2001:db8:1:2:3::4', '2001:db8:1:2::ffff', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::1', '::2', true],
    ['::ffff:192.0.2.1', '192.0.2.1', true],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
  ])('%s and %s are one caller: %s', (first, second, isOne) => {
    const limit = new RateLimit(1, 10)
    expect(limit.secondsToWait(first, 0)).toBe(0)
    expect(limit.secondsToWait(second, 0) > 0).toBe(isOne)
  })

  it('take no more memory than is given: whoever has been silent longest is forgotten', () => {
    const limit = new RateLimit(1, 10, 100)
    for (let at = 0; at < 1000; at++) limit.secondsToWait(`a${at}`, at)
    expect(limit.size).toBe(100)
    expect(limit.secondsToWait('a999', 1000)).toBeGreaterThan(0)
    expect(limit.secondsToWait('a0', 1000)).toBe(0)
  })
})
