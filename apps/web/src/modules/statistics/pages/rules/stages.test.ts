import { localeOf } from '@jamvikt/i18n'
import { expect, it } from 'vitest'
import { AREAS } from '../../model-datasets.ts'
import { type Block, contentSchema, STAGES } from '../model-pages.ts'
import { areStagesInOrder, partsOfPage, stagesWithoutFigure } from './stages.ts'
import { templateOf } from './template.ts'

const words = { heading: 'x', body: '', guide: '' }
const stage = (id: string, which: (typeof STAGES)[number]): Block => ({
  ...words,
  id,
  kind: 'stage',
  stage: which,
})
const figure = (id: string): Block => ({ ...words, id, kind: 'figure', datasetId: 'd', version: 1, view: '' })

it('marks the stages that have no figure below them, up to the next stage', () => {
  const blocks = [
    stage('a', 'childhood'),
    { ...words, id: 't', kind: 'text' as const },
    stage('b', 'work'),
    figure('f'),
    stage('c', 'power'),
    { ...words, id: 'i', kind: 'indicator' as const, indicatorId: 'i' },
    stage('d', 'power'),
  ]
  expect([...stagesWithoutFigure(blocks)]).toEqual(['a', 'd'])
  expect([...stagesWithoutFigure([figure('f'), stage('a', 'work')])]).toEqual(['a'])
})

it('knows the order of a life, where stages may be left out and come twice', () => {
  expect(
    areStagesInOrder([stage('a', 'childhood'), figure('f'), stage('b', 'work'), stage('c', 'work')]),
  ).toBe(true)
  expect(areStagesInOrder([stage('a', 'work'), stage('b', 'school')])).toBe(false)
})

it('begins a life course with all stages in order, and every area with questions', () => {
  for (const language of ['sv', 'en'] as const) {
    const locale = localeOf(language)
    const newId = () => crypto.randomUUID()
    const life = templateOf('life-course', null, locale, newId)
    expect(life.map((block) => block.kind === 'stage' && block.stage)).toEqual([...STAGES])
    expect(stagesWithoutFigure(life).size).toBe(STAGES.length)
    for (const area of AREAS) {
      const blocks = templateOf('area', area, locale, newId)
      expect(partsOfPage(blocks).length).toBe(3)
      expect(blocks.every(({ guide }) => guide.endsWith('?'))).toBe(true)
      const page = { title: 'Sida', lede: '', kind: 'area', area, blocks, removed: [] }
      expect(contentSchema.safeParse(page).success).toBe(true)
    }
    expect(templateOf('free', null, locale, newId)).toEqual([])
  }
})
