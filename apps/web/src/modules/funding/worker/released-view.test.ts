import type { AuditCell, Stages } from '@jamvikt/equity'
import { expect, it } from 'vitest'
import type { ReleasedPayload } from './engine-messages.ts'
import { releasedView } from './released-view.ts'

const STAGES: Stages = {
  applied: true,
  decided: true,
  granted: true,
  amountApplied: true,
  amountGranted: true,
}

function cell(by: Record<string, string>, n: number): AuditCell {
  return {
    by,
    counts: { applied: 2 * n, granted: n, refused: n, withdrawn: 0, pending: 0 },
    amounts: { applied: { totalOre: 200 * n }, granted: { totalOre: 100 * n } },
  }
}

function payload(
  period: string,
  dimensions: readonly string[],
  stages: Partial<Stages> = {},
): ReleasedPayload {
  const sexes = ['women', 'men']
  const cells = [
    cell({}, 20),
    ...sexes.map((sex) => cell({ sex }, 10)),
    ...dimensions.flatMap((name) => [
      cell({ [name]: 'x' }, 20),
      ...sexes.map((sex) => cell({ sex, [name]: 'x' }, 10)),
    ]),
  ]
  return {
    period,
    cells,
    stages: { ...STAGES, ...stages },
    base: null,
    present: dimensions,
    threshold: 5,
    leaderRule: null,
    countsWhat: null,
    hidden: 0,
  }
}

function view(tables: readonly ReleasedPayload[], crossing: readonly string[] | null) {
  const answer = releasedView({ task: 'released', tables, crossing })
  if (answer.kind !== 'view') throw new Error(answer.kind)
  return answer.view
}

it('a sum of periods holds the dimensions that all of them have', () => {
  const tables = [payload('2022', ['industry', 'county']), payload('2023', ['industry'])]
  for (const order of [tables, tables.toReversed()]) {
    const sum = view(order, null)
    expect(sum.present).toEqual(['industry'])
    expect(sum.groups.some((group) => 'county' in group.by)).toBe(false)
    expect(sum.groups.some((group) => 'industry' in group.by)).toBe(true)
  }
})

it('a crossing that one period lacks is not answered from the other', () => {
  const tables = [payload('2022', ['industry', 'county']), payload('2023', ['industry'])]
  expect(view(tables, ['county']).groups.some((group) => 'county' in group.by)).toBe(false)
  expect(view(tables.slice(0, 1), ['county']).groups.some((group) => 'county' in group.by)).toBe(true)
})

it('a sum of periods has the stages that all of them have', () => {
  const tables = [payload('2022', []), payload('2023', [], { amountGranted: false, decided: false })]
  const common = { ...STAGES, amountGranted: false, decided: false }
  for (const order of [tables, tables.toReversed()]) expect(view(order, []).stages).toEqual(common)
})
