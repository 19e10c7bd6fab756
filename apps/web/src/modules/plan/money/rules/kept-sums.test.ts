import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanDocument } from '../../model.ts'
import type { PlanItem } from '../../model-items.ts'
import { budgetsOf } from '../../rules/budgets.ts'
import { activitySums, priorityMoney } from '../../rules/money-of.ts'
import { jamtland } from '../real-budgets.test-support.ts'

/** The same plan as if it had never been summed before. */
function anew(document: PlanDocument): PlanDocument {
  return { ...document, cells: [...document.cells] }
}

function changed(document: PlanDocument, how: 'words' | 'moved' | 'removed', at: number): PlanDocument {
  const activities = document.items.filter(({ kind }) => kind === 'activity')
  const one = activities[at % activities.length]
  const priorities = document.items.filter(({ kind }) => kind === 'priority')
  const items = document.items.flatMap((item): PlanItem[] => {
    if (item !== one || item.kind !== 'activity') return [item]
    if (how === 'removed') return []
    if (how === 'moved') return [{ ...item, parent: priorities[at % priorities.length]?.id ?? null }]
    return [{ ...item, fields: { ...item.fields, name: `${item.fields.name} ${at}` } }]
  })
  return { ...document, items }
}

test('sums that are kept between changes are what they would be if summed anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('words', 'moved', 'removed'), fc.nat(50)), { maxLength: 6 }),
      (changes) => {
        let document: PlanDocument = jamtland()
        for (const [how, at] of changes) {
          budgetsOf(document)
          activitySums(document)
          document = changed(document, how, at)
          expect(activitySums(document)).toEqual(activitySums(anew(document)))
          expect(priorityMoney(document)).toEqual(priorityMoney(anew(document)))
        }
      },
    ),
    { seed: 1 },
  )
})

test('words alone leave the sums as they are made', () => {
  const document = jamtland()
  expect(budgetsOf(changed(document, 'words', 3))).toBe(budgetsOf(document))
})
