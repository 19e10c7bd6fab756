import type { PlanDocument } from '../../model.ts'
import { fieldDefs, fieldsOf } from '../../model-items.ts'
import type { Finding, FindingReason, Place } from '../model-exchange.ts'
import { nationalEntry, nearestNational } from './national-entry.ts'

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
    const remark = (reason: FindingReason, field: string, detail: string, nearest: string | null = null) =>
      remarks.push({
        reason,
        place: placeOf(item.id, field),
        item: name,
        detail,
        ...(nearest === null ? {} : { nearest }),
      })
    if (item.kind === 'national') {
      const { code } = item.fields
      const entry = nationalEntry(code)
      const nearest = entry === null ? nearestNational(code) : null
      if (entry === null) remark('unknown-national', 'code', code.slice(0, 60), nearest)
      else if (entry.from > endsOn || (entry.to !== null && entry.to < startsOn))
        remark(
          'national-other-years',
          'code',
          [entry.from, entry.to ?? ''].map((day) => day.slice(0, 4)).join('–'),
        )
    }
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
