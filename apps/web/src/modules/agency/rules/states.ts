import type { ReportState } from '../model-submission.ts'

/** What is done with a report of a period. The region sends; the agency answers. */
export const REPORT_ACTS = ['submit', 'return', 'accept', 'reopen'] as const
export type ReportAct = (typeof REPORT_ACTS)[number]

/** Where a period’s report stands: that of the latest that was sent, `none` where none was. */
export type Standing = ReportState | 'none'

/**
 * One line an act: who does it, from which states, and what comes of it. A report that was sent back or opened again is
 * followed by a new one, which is `submitted`.
 */
export const REPORT_TABLE = {
  submit: { by: 'region', from: ['none', 'returned', 'reopened'], to: 'submitted' },
  return: { by: 'agency', from: ['submitted'], to: 'returned' },
  accept: { by: 'agency', from: ['submitted'], to: 'accepted' },
  reopen: { by: 'agency', from: ['accepted'], to: 'reopened' },
} as const satisfies Readonly<
  Record<
    ReportAct,
    { readonly by: 'region' | 'agency'; readonly from: readonly Standing[]; readonly to: ReportState }
  >
>

/** Whether an act can be done to a report that stands so. */
export function canBe(act: ReportAct, standing: Standing): boolean {
  const from: readonly Standing[] = REPORT_TABLE[act].from
  return from.includes(standing)
}

/** Whether a period whose report stands so may be told of: what is with the agency, or accepted, is locked. */
export function isLocked(standing: Standing): boolean {
  return standing === 'submitted' || standing === 'accepted'
}
