import { describe, expect, it } from 'vitest'
import { demoPlans } from '../../../demo/plans/demo-plans.ts'
import { budgetsOf, groupName, wholeOf } from '../rules/budgets.ts'
import { PlanTree } from '../rules/tree.ts'
import { readPlanJson } from './rules/read-json.ts'

function planNamed(start: string) {
  const file = demoPlans().find(({ slug }) => slug.startsWith(start))
  const read = readPlanJson(file?.text ?? '')
  expect(read.faults).toEqual([])
  if (read.document === null) throw new Error('no plan')
  return {
    document: read.document,
    remarks: read.remarks,
    tree: new PlanTree(read.document),
    text: file?.text ?? '',
  }
}

describe('the plans of the demo', () => {
  it('say that they are entered for trying, and after which plan', () => {
    for (const { text } of demoPlans()) {
      const { document } = readPlanJson(text)
      expect(document?.facts.synthetic).toBe(true)
      expect(document?.facts.origin).toMatch(/handlingsplan 2016–2018/)
    }
  })

  it('hold Stockholm’s three priorities, four flagships, shares of post and 12,100 tkr', () => {
    const { document, tree, remarks } = planNamed('stockholm')
    expect(remarks).toEqual([])
    expect(tree.all('priority')).toHaveLength(3)
    expect(tree.all('activity').filter(({ fields }) => fields.flagship)).toHaveLength(4)
    expect(
      tree
        .all('role')
        .flatMap(({ fields: { shareFrom, shareTo } }) => (shareFrom === null ? [] : [[shareFrom, shareTo]])),
    ).toEqual([
      [50, 50],
      [45, 45],
      [10, 15],
    ])
    const [budget] = budgetsOf(document)
    const byYear = budget?.by(['year'])
    expect(['2016', '2017', '2018'].map((year) => wholeOf(byYear?.get(year)))).toEqual([
      150_000_00n,
      6_956_000_00n,
      4_994_000_00n,
    ])
    expect(budget && wholeOf(budget.total)).toBe(12_100_000_00n)
    const common = budget?.by(['priority', 'year']).get(groupName(['common', '2017']))
    expect(wholeOf(common)).toBe(1_024_000_00n)
  })

  it('hold Västerbotten’s two priorities and four strands with phases, none ending before it begins', () => {
    const { tree, text } = planNamed('vasterbotten')
    expect(tree.all('priority')).toHaveLength(2)
    const strands = tree.all('activity')
    expect(strands).toHaveLength(4)
    for (const { id } of strands) expect(tree.all('phase', id).length).toBeGreaterThan(3)
    const slipped = text.replace('"end":"2018-10-31"', '"end":"2016-10-31"')
    const read = readPlanJson(slipped)
    expect(read.document).toBeNull()
    expect(read.faults).toMatchObject([
      { reason: 'ends-before-start', item: 'Uppdragsutbildning för näringslivspersoner' },
    ])
    expect(read.faults[0]?.place.path).toMatch(/^items\[\d+\]\.fields\.end$/)
  })

  it('hold Jämtland Härjedalen’s thirteen activities and 5,203,139 kr, by activity and by cost type and year', () => {
    const { document, tree } = planNamed('jamtland')
    expect(tree.all('priority')).toHaveLength(3)
    expect(tree.all('activity')).toHaveLength(13)
    const [byActivity, byType] = budgetsOf(document)
    expect(byActivity && wholeOf(byActivity.total)).toBe(5_203_139_00n)
    expect(byType && wholeOf(byType.total)).toBe(5_203_139_00n)
    expect(['2016', '2017', '2018'].map((year) => wholeOf(byType?.by(['year']).get(year)))).toEqual([
      161_802_00n,
      3_203_000_00n,
      1_838_337_00n,
    ])
    const indirect = tree.all('cost-type').find(({ fields }) => fields.counts === 'indirect')
    expect(indirect?.fields).toMatchObject({ rate: 9.8, base: ['lon'], rounding: 'krona' })
  })
})
