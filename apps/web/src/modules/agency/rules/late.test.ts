import { describe, expect, it } from 'vitest'
import type { ReportState } from '../model-submission.ts'
import { awaitedOf } from './late.ts'

const PERIODS = [
  { id: 'h1', startsOn: '2017-01-01', endsOn: '2017-06-30', dueOn: '2017-07-31' },
  { id: 'h2', startsOn: '2017-07-01', endsOn: '2017-12-31', dueOn: '2018-01-31' },
]
const report = (periodId: string, number: number, state: ReportState) => ({
  planId: 'p',
  planName: 'Plan',
  periodId,
  number,
  state,
  submittedAt: new Date(`2018-02-0${number}T10:00:00Z`),
  figures: { periods: PERIODS },
})
const said = (awaited: ReturnType<typeof awaitedOf>) => awaited.map(({ kind, endsOn }) => `${kind} ${endsOn}`)

describe('reports that should have come', () => {
  it('are those of the plan’s periods whose day has passed', () => {
    const reports = [report('h1', 1, 'accepted')]
    expect(said(awaitedOf(reports, [2017], '2018-01-31'))).toEqual([])
    expect(said(awaitedOf(reports, [2017], '2018-02-01'))).toEqual(['not-received 2017-12-31'])
  })

  it('are also those that were sent back and have not come anew', () => {
    const back = [report('h1', 1, 'returned'), report('h2', 1, 'reopened')]
    expect(said(awaitedOf(back, [], '2017-01-01'))).toEqual(['sent-back 2017-06-30', 'sent-back 2017-12-31'])
    expect(said(awaitedOf([...back, report('h1', 2, 'submitted')], [], '2017-01-01'))).toEqual([
      'sent-back 2017-12-31',
    ])
  })

  it('are both half-years of a year with money that no plan tells of', () => {
    expect(said(awaitedOf([], [2016], '2017-01-15'))).toEqual(['not-received 2016-06-30'])
    expect(said(awaitedOf([], [2016], '2017-02-01'))).toEqual([
      'not-received 2016-06-30',
      'not-received 2016-12-31',
    ])
  })
})
