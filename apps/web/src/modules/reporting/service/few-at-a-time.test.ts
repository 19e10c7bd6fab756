import { expect, it } from 'vitest'
import { FewAtATime } from './few-at-a-time.ts'

it('a few work at a time, the others wait in their order, and more than that are refused', async () => {
  const turns = new FewAtATime(2, 3)
  const log: number[] = []
  let underWay = 0
  let most = 0
  const ends: (() => void)[] = []
  const work = (at: number) => async () => {
    underWay += 1
    most = Math.max(most, underWay)
    log.push(at)
    await new Promise<void>((resolve) => ends.push(resolve))
    underWay -= 1
    if (at === 1) throw new Error('fails')
    return at
  }
  const all = Promise.allSettled([0, 1, 2, 3, 4, 5].map((at) => turns.run(work(at))))
  for (let done = 0; done < 5; done += 1) {
    while (ends[done] === undefined) await Promise.resolve()
    ends[done]?.()
  }
  const told = (await all).map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))
  expect(told).toEqual([0, 'failed', 2, 3, 4, 'busy'])
  expect([most, log]).toEqual([2, [0, 1, 2, 3, 4]])
  ends.length = 0
  const next = turns.run(async () => 'free')
  expect(await next).toBe('free')
})
