import { describe, expect, it } from 'vitest'
import { MOST_COMMENT, obstaclesOf, questionsOf } from './in-the-way.ts'

const told = (id: string, areaId: string, status: string, cause = '', measure = '') => ({
  id,
  name: id,
  areaId,
  told: { status, cause, measure },
})
const untold = (id: string, areaId: string) => ({ id, name: id, areaId, told: null })
const areas = [
  { id: 'a', name: 'Ledning' },
  { id: 'b', name: 'Stöd' },
]

describe('what stands in the way of a report', () => {
  it('is nothing where all is told, nothing is behind and the whole is commented on', () => {
    const activities = [told('1', 'a', 'on-track'), told('2', 'b', 'done')]
    const questions = questionsOf({ areas, activities, goalsBehind: [] })
    expect(questions.map(({ key }) => key)).toEqual(['overall'])
    expect(obstaclesOf(activities, questions, { overall: 'Det går bra.' })).toEqual([])
  })

  it('is each activity without an update, and each deviation without cause and measure', () => {
    const activities = [
      untold('1', 'a'),
      told('2', 'a', 'late', 'Sjukdom', ' '),
      told('3', 'b', 'stopped', 'Sjukdom', 'Nya dagar'),
    ]
    const found = obstaclesOf(activities, [], {})
    expect(found).toEqual([
      { kind: 'untold', activityId: '1', name: '1' },
      { kind: 'unexplained', activityId: '2', name: '2' },
    ])
  })

  it('is each comment that lacks: on the whole, on areas and goals that are behind', () => {
    const activities = [told('1', 'b', 'late', 'x', 'y')]
    const questions = questionsOf({ areas, activities, goalsBehind: [{ id: 'g', name: 'Fler kurser' }] })
    expect(questions.map(({ key }) => key)).toEqual(['overall', 'area.b', 'goal.g'])
    const words = { overall: ' \n', 'area.b': 'x'.repeat(MOST_COMMENT + 1), 'goal.g': 'Ny takt.' }
    expect(
      obstaclesOf(activities, questions, words).map(({ kind, ...rest }) => [
        kind,
        'question' in rest ? rest.question.key : '',
      ]),
    ).toEqual([
      ['no-comment', 'overall'],
      ['too-long', 'area.b'],
    ])
  })
})
