import { localeOf } from '@jamvikt/i18n'
import type { PlanDocument, PlanVersion } from '../../model.ts'
import { type FieldValue, fieldDefs, fieldsOf, type ItemKind, type PlanItem } from '../../model-items.ts'
import { METHOD_CODES } from '../../working-methods.ts'
import { type Masked, masking, peopleIn } from './names-of-people.ts'

/**
 * Kinds that everybody may see. Meetings, tasks, risks, lessons and messages are the region’s own work with the plan;
 * kinds that come later are not open until they stand here.
 */
const OPEN_KINDS: ReadonlySet<ItemKind> = new Set([
  'priority',
  'national',
  'goal',
  'group',
  'activity',
  'phase',
  'milestone',
  'indicator',
  'figure',
  'role',
  'cost-type',
  'financier',
  'budget',
])

type Decision = NonNullable<PlanVersion['decision']>

/**
 * A plan as it may leave: without what is the region’s own, roles by their duty alone, no ids of what stands outside the
 * plan but indicators of the catalogue, and no name of a person that is known.
 * @param names of people: the region’s members; those of the plan’s own roles are found here
 */
export function openDocument<D extends Decision | null>(
  document: PlanDocument,
  decision: D,
  names: readonly string[],
): { readonly document: PlanDocument; readonly decision: D; readonly masked: readonly Masked[] } {
  const roles = document.items.flatMap((item) => (item.kind === 'role' ? peopleIn(item.fields.name) : []))
  const mask = masking([...names, ...roles])
  const items = document.items.flatMap((item) => (OPEN_KINDS.has(item.kind) ? [opened(item, mask.text)] : []))
  const { facts } = document
  const { name, lede, origin } = facts
  return {
    document: {
      facts: { ...facts, name: mask.text(name), lede: mask.text(lede), origin: mask.text(origin) },
      items,
      cells: document.cells,
    },
    decision: decision === null ? decision : { ...decision, body: mask.text(decision.body) },
    masked: mask.masked(),
  }
}

function opened(item: PlanItem, mask: (text: string) => string): PlanItem {
  if (item.kind === 'role') {
    const { duty } = item.fields
    const nobody = { organisation: '', shareFrom: null, shareTo: null, member: [], note: '' }
    return { ...item, fields: { ...nobody, name: dutyName(duty), duty } }
  }
  const fields: Record<string, FieldValue> = { ...fieldsOf(item) }
  for (const [field, def] of Object.entries(fieldDefs(item.kind))) {
    const value = fields[field]
    if (typeof value === 'string' && (def.type === 'line' || def.type === 'text')) fields[field] = mask(value)
    if (field === 'serves') fields[field] = []
    if (field === 'methods' && Array.isArray(value))
      fields[field] = value.filter((code) => METHOD_CODES.includes(code))
  }
  return { ...item, fields } as PlanItem
}

/** What a role is called where nobody is named. Documents are in Swedish; pages say it in the reader’s language. */
function dutyName(duty: (PlanItem & { readonly kind: 'role' })['fields']['duty']): string {
  const { text } = localeOf('sv')
  return duty === null ? text('plan.kind.role') : text(`plan.choice.duty.${duty}`)
}

/** A plan with no other indicators of the catalogue than those that are open. */
export function withOpenIndicators(document: PlanDocument, open: ReadonlySet<string>): PlanDocument {
  const items = document.items.map((item) =>
    item.kind === 'indicator'
      ? { ...item, fields: { ...item.fields, catalogue: item.fields.catalogue.filter((id) => open.has(id)) } }
      : item,
  )
  return { ...document, items }
}
