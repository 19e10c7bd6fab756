import { PLAN_KINDS, type PlanFacts } from '../model.ts'
import { isDate } from './check-fields.ts'

export const FACT_FIELDS = ['name', 'kind', 'startsOn', 'endsOn', 'lede'] as const
export type FactField = (typeof FACT_FIELDS)[number]

export interface FactFault {
  readonly field: FactField
  readonly reason: 'name' | 'kind' | 'not-a-date' | 'ends-before-start' | 'not-words'
}

export type CheckedFacts =
  | { readonly ok: true; readonly facts: Omit<PlanFacts, 'synthetic' | 'origin'> }
  | { readonly ok: false; readonly faults: readonly FactFault[] }

const MOST_NAME = 300
export const MOST_LEDE = 4000

/** Checks what somebody says of a plan; every fault is told. */
export function checkFacts(typed: Readonly<Record<FactField, string>>): CheckedFacts {
  const faults: FactFault[] = []
  const name = typed.name.replace(/\s+/g, ' ').trim()
  if (name.length < 2 || name.length > MOST_NAME || /[\p{Cc}\p{Cs}]/u.test(name))
    faults.push({ field: 'name', reason: 'name' })
  const kind = PLAN_KINDS.find((each) => each === typed.kind)
  if (kind === undefined) faults.push({ field: 'kind', reason: 'kind' })
  const { startsOn, endsOn } = typed
  if (!isDate(startsOn)) faults.push({ field: 'startsOn', reason: 'not-a-date' })
  if (!isDate(endsOn)) faults.push({ field: 'endsOn', reason: 'not-a-date' })
  else if (isDate(startsOn) && endsOn < startsOn)
    faults.push({ field: 'endsOn', reason: 'ends-before-start' })
  const lede = typed.lede.replace(/\r\n?/g, '\n').trim()
  if (lede.length > MOST_LEDE || /[^\P{Cc}\t\n]|\p{Cs}/u.test(lede))
    faults.push({ field: 'lede', reason: 'not-words' })
  if (faults.length > 0 || kind === undefined) return { ok: false, faults }
  return { ok: true, facts: { name, kind, lede, startsOn, endsOn } }
}
