import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf, coursesOf } from './goal-course.ts'

const at = (year: number, value: number) => ({ year, value })

describe('how a goal goes', () => {
  it.each([
    ['rise', at(2016, 20), at(2018, 40), at(2017, 30), 'on-way'],
    ['rise', at(2016, 20), at(2018, 40), at(2017, 29), 'behind'],
    ['rise', at(2016, 20), at(2018, 40), at(2017, 40), 'reached'],
    ['rise', at(2016, 20), at(2018, 40), at(2017, 19), 'behind'],
    ['fall', at(2016, 40), at(2018, 20), at(2017, 30), 'on-way'],
    ['fall', at(2016, 40), at(2018, 20), at(2017, 45), 'behind'],
    ['fall', at(2016, 40), at(2018, 20), at(2018, 12), 'reached'],
    // The direction is told by baseline and target where nothing else tells it.
    [null, at(2016, 40), at(2018, 20), at(2017, 30), 'on-way'],
    [null, null, at(2018, 20), at(2017, 30), 'unknown'],
    [null, at(2016, 20), at(2018, 20), at(2017, 20), 'unknown'],
    // Without a baseline only the end says more than that it is not reached.
    ['rise', null, at(2018, 40), at(2017, 30), 'unknown'],
    ['rise', null, at(2018, 40), at(2018, 30), 'behind'],
    ['keep', at(2016, 50), at(2018, 50), at(2017, 50), 'reached'],
    ['keep', at(2016, 50), at(2018, 50), at(2017, 51), 'unknown'],
    ['rise', at(2016, 20), null, at(2017, 30), 'unknown'],
    ['rise', at(2016, 20), at(2018, 40), null, 'unknown'],
  ] as const)('%s from %o to %o, now %o: %s', (direction, baseline, target, actual, course) => {
    expect(courseOf(direction, { baseline, target, actual })).toBe(course)
  })

  it('is the same upside down', () => {
    const value = fc.integer({ min: -1000, max: 1000 })
    const year = fc.integer({ min: 2010, max: 2020 })
    fc.assert(
      fc.property(value, value, value, year, year, year, (a, b, c, x, y, z) => {
        const rise = courseOf('rise', { baseline: at(x, a), target: at(y, b), actual: at(z, c) })
        const fall = courseOf('fall', { baseline: at(x, -a), target: at(y, -b), actual: at(z, -c) })
        expect(fall).toBe(rise)
      }),
      { seed: 1 },
    )
  })
})

describe('how measures go', () => {
  it('is counted once of women and men, as the worse of the two', () => {
    const [women, men, all] = ['women', 'men', 'all'] as const
    const courses = (...goals: Parameters<typeof coursesOf>[0]) => coursesOf(goals)
    expect(
      courses(
        { sex: women, course: 'reached' },
        { sex: men, course: 'behind' },
        { sex: women, course: 'on-way' },
        { sex: men, course: 'unknown' },
        { sex: all, course: 'reached' },
        { sex: women, course: 'on-way' },
        { sex: men, course: 'reached' },
      ),
    ).toEqual(['behind', 'unknown', 'reached', 'on-way'])
    expect(courses({ sex: men, course: 'behind' }, { sex: women, course: 'reached' })).toEqual([
      'behind',
      'reached',
    ])
  })
})
