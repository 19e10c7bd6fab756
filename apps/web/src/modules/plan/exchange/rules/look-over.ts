import type { PlanDocument } from '../../model.ts'
import { fieldDefs, fieldsOf } from '../../model-items.ts'
import type { Finding, FindingReason, Place } from '../model-exchange.ts'
import { nationalEntry } from './national-entry.ts'

/** Fields whose codes stand for things that are not in the plan. */
const OUTSIDE: ReadonlySet<string> = new Set(['serves', 'catalogue', 'member'])

/**
 * What is worth a look in a plan that can be brought in: dates outside it, what it refers to outside, and national areas
 * of lists that are not known here.
 */
export function lookOver(
  document: PlanDocument,
  placeOf: (id: string, field: string) => Place,
): readonly Finding[] {
  const { startsOn, endsOn } = document.facts
  const remarks: Finding[] = []
  for (const item of document.items) {
    const name = 'name' in item.fields ? item.fields.name : ''
    const remark = (reason: FindingReason, field: string, detail: string) =>
      remarks.push({ reason, place: placeOf(item.id, field), item: name, detail })
    if (item.kind === 'national' && nationalEntry(item.fields.code) === null)
      remark('unknown-national', 'code', item.fields.code.slice(0, 60))
    const fields = fieldsOf(item)
    for (const [field, def] of Object.entries(fieldDefs(item.kind))) {
      const value = fields[field]
      if (def.type === 'date' && typeof value === 'string' && (value < startsOn || value > endsOn))
        remark('outside-the-plan', field, value)
      if (OUTSIDE.has(field) && Array.isArray(value) && value.length > 0)
        remark('refers-outside', field, String(value.length))
    }
  }
  return remarks
}
