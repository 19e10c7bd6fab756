import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument, testDocument, testItem } from '../../../testing/plan-arbitrary.ts'
import { orphansOf } from './orphans.ts'
import { threadsDown, threadsUp } from './thread.ts'
import { PlanTree } from './tree.ts'

const whole = [
  testItem('priority', 'p', null),
  testItem('national', 'n', 'p', { code: 'goal-economy', reason: 'Därför' }),
  testItem('goal', 'g', 'p', { measurable: 'yes' }),
  testItem('goal', 'g1', 'g', { measurable: 'yes' }),
  testItem('indicator', 'i', 'g1'),
  testItem('activity', 'a', 'p', {
    start: '2026-01-01',
    end: '2026-12-31',
    unit: 'Enheten',
    goals: ['g1'],
  }),
  testItem('activity', 'part', 'a'),
]
const lacksOf = (
  items: readonly (typeof whole)[number][],
  money: Map<string, bigint | null> | null = null,
) => {
  const { items: found } = orphansOf(new PlanTree(testDocument(items)), money)
  return [...found].flatMap(([lack, of]) => of.map(({ id }) => `${lack} ${id}`))
}

describe('where the thread breaks', () => {
  it('is nowhere in a plan whose goals have sub-goals with indicators, and whose parts follow the whole', () => {
    expect(lacksOf(whole, new Map([['a', 0n]]))).toEqual([])
  })

  it('is told for each thing that is missing', () => {
    const without = (id: string) => lacksOf(whole.filter((item) => item.id !== id && item.parent !== id))
    expect(without('n')).toEqual(['priority-without-national p'])
    expect(without('i')).toEqual(['goal-without-indicator g', 'goal-without-indicator g1'])
    expect(without('a')).toEqual(['goal-without-activity g', 'goal-without-activity g1'])
    expect(lacksOf(whole, new Map([['a', null]]))).toEqual([
      'activity-without-money a',
      'activity-without-money part',
    ])
    expect(
      lacksOf([testItem('priority', 'p', null), testItem('activity', 'a', 'p', { goals: ['gone'] })]),
    ).toEqual([
      'priority-without-national p',
      'priority-without-goal p',
      'activity-without-goal a',
      'activity-without-dates a',
      'activity-without-responsible a',
    ])
  })

  it('lists the national entries of the plan’s years that nothing serves', () => {
    const { unserved } = orphansOf(new PlanTree(testDocument(whole)), null)
    expect(unserved.map(({ code }) => code)).toEqual([
      'goal-power',
      'goal-education',
      'goal-care',
      'goal-health',
      'goal-violence',
    ])
  })
})

describe('the red thread', () => {
  it('is the same thread both ways', () => {
    const tree = new PlanTree(testDocument(whole))
    expect(threadsDown(tree)).toMatchObject([
      {
        entry: { code: 'goal-economy' },
        priorities: [
          {
            reason: 'Därför',
            goals: [
              { goal: { id: 'g' }, subGoals: [{ activities: [{ id: 'a' }], indicators: [{ id: 'i' }] }] },
            ],
            goalless: [],
          },
        ],
      },
    ])
    expect(threadsUp(tree)).toMatchObject([
      {
        activity: { id: 'a' },
        goals: [{ goal: { id: 'g1' }, above: [{ id: 'g' }], indicators: [{ id: 'i' }] }],
        priorities: [{ priority: { id: 'p' }, serves: [{ code: 'goal-economy' }] }],
      },
    ])
  })

  it('holds every priority and every activity of any plan', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const tree = new PlanTree(document)
        const down = threadsDown(tree).flatMap(({ priorities }) => priorities)
        expect(new Set(down.map(({ priority }) => priority.id))).toEqual(
          new Set(tree.all('priority').map(({ id }) => id)),
        )
        const seen = new Set(down.flatMap(({ goalless }) => goalless.map(({ id }) => id)))
        for (const { activity, goals } of threadsUp(tree))
          expect(goals.length > 0 || seen.has(activity.id)).toBe(true)
      }),
      { seed: 1 },
    )
  })
})
