import { describe, expect, it } from 'vitest'
import { canBe, isLocked, REPORT_ACTS, type ReportAct, type Standing } from './states.ts'

/** What may be done, written out: from each state, each act. Nothing else may. */
const MAY: Readonly<Record<Standing, readonly ReportAct[]>> = {
  none: ['submit'],
  submitted: ['return', 'accept'],
  returned: ['submit'],
  accepted: ['reopen'],
  reopened: ['submit'],
}

describe('a report between a region and the agency', () => {
  const standings = Object.keys(MAY) as Standing[]
  it.each(standings.flatMap((standing) => REPORT_ACTS.map((act) => [standing, act] as const)))(
    'that is %s: %s',
    (standing, act) => {
      expect(canBe(act, standing)).toBe(MAY[standing].includes(act))
    },
  )

  it('is locked for as long as the region cannot send a new one', () => {
    for (const standing of standings) expect(isLocked(standing), standing).toBe(!canBe('submit', standing))
  })
})
