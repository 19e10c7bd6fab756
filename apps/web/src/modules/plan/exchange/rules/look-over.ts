import type { PlanDocument } from '../../model.ts'
import { fieldDefs, fieldsOf, type ItemOf } from '../../model-items.ts'
import type { Finding, FindingReason, Place } from '../model-exchange.ts'

/** Fields whose codes stand for things that are not in the plan. */
const OUTSIDE: ReadonlySet<string> = new Set(['serves', 'catalogue', 'member'])

/** What is worth a look in a plan that can be brought in: dates outside it, things after themselves, what it refers to outside. */
export function lookOver(
  document: PlanDocument,
  placeOf: (id: string, field: string) => Place,
): readonly Finding[] {
  const { startsOn, endsOn } = document.facts
  const remarks: Finding[] = []
  const after = new Map<string, readonly string[]>()
  for (const item of document.items) {
    const name = 'name' in item.fields ? item.fields.name : ''
    const remark = (reason: FindingReason, field: string, detail: string) =>
      remarks.push({ reason, place: placeOf(item.id, field), item: name, detail })
    const fields = fieldsOf(item)
    for (const [field, def] of Object.entries(fieldDefs(item.kind))) {
      const value = fields[field]
      if (def.type === 'date' && typeof value === 'string' && (value < startsOn || value > endsOn))
        remark('outside-the-plan', field, value)
      if (OUTSIDE.has(field) && Array.isArray(value) && value.length > 0)
        remark('refers-outside', field, String(value.length))
    }
    if (item.kind === 'activity') after.set(item.id, item.fields.after)
  }
  for (const { id, fields } of document.items.filter(isActivity))
    if (comesAfterItself(id, after))
      remarks.push({ reason: 'after-itself', place: placeOf(id, 'after'), item: fields.name, detail: '' })
  return remarks
}

function isActivity(item: PlanDocument['items'][number]): item is ItemOf<'activity'> {
  return item.kind === 'activity'
}

function comesAfterItself(id: string, after: ReadonlyMap<string, readonly string[]>): boolean {
  const passed = new Set<string>()
  const waiting = [...(after.get(id) ?? [])]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true
    if (passed.has(at)) continue
    passed.add(at)
    waiting.push(...(after.get(at) ?? []))
  }
  return false
}
