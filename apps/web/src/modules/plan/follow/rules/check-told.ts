import { REACHED, type Reached, STATUSES, type Status, type Told } from '../model-follow.ts'

const MOST_DONE = 4000
const MOST_REASON = 2000
/** Signs that no text has: steering signs and halves of signs. */
const UNWRITABLE = /[^\P{Cc}\t\n]|\p{Cs}/gu
const MOST_PEOPLE = 10_000_000

export type ToldFault =
  | { readonly field: 'status'; readonly reason: 'choose' }
  | { readonly field: 'done' | 'cause' | 'measure'; readonly reason: 'too-long' | 'needed' }
  | { readonly field: (typeof REACHED)[number]; readonly reason: 'not-a-count' }

/** Whether a status is a deviation, which has a cause and a measure. */
export function isDeviation(status: Status): boolean {
  return status === 'late' || status === 'stopped'
}

/** Checks what a form says; counts are whole numbers, with spaces between thousands at most, and empty where not known. */
export function checkTold(
  given: Readonly<Record<string, string>>,
):
  | { readonly ok: true; readonly told: Told }
  | { readonly ok: false; readonly faults: readonly ToldFault[] } {
  const faults: ToldFault[] = []
  const status = STATUSES.find((each) => each === given.status)
  if (status === undefined) faults.push({ field: 'status', reason: 'choose' })
  const words = (field: 'done' | 'cause' | 'measure', most: number) => {
    const text = (given[field] ?? '').replace(/\r\n?/g, '\n').replace(UNWRITABLE, '').trim()
    if (text.length > most) faults.push({ field, reason: 'too-long' })
    return text
  }
  const [done, cause, measure] = [
    words('done', MOST_DONE),
    words('cause', MOST_REASON),
    words('measure', MOST_REASON),
  ]
  if (status !== undefined && isDeviation(status)) {
    if (cause === '') faults.push({ field: 'cause', reason: 'needed' })
    if (measure === '') faults.push({ field: 'measure', reason: 'needed' })
  }
  const reached: Record<string, number | null> = {}
  for (const field of REACHED) {
    const text = (given[field] ?? '').replace(/[\s\u00a0\u202f]/g, '')
    const count = /^\d{1,9}$/.test(text) ? Number(text) : null
    if (text !== '' && (count === null || count > MOST_PEOPLE)) faults.push({ field, reason: 'not-a-count' })
    reached[field] = count
  }
  if (faults.length > 0 || status === undefined) return { ok: false, faults }
  return { ok: true, told: { status, done, cause, measure, reached: reached as Reached } }
}
