import { type FieldDef, type FieldValue, fieldDefs, type ItemKind } from '../model-items.ts'

/** What stands in a form, by field: several texts where several are chosen. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** What the fields of an item look like in a form. */
export function typedOf(kind: ItemKind, fields: Readonly<Record<string, FieldValue>>): Typed {
  return Object.fromEntries(
    Object.keys(fieldDefs(kind)).map((field) => [field, textsOf(fields[field] ?? null)]),
  )
}

function textsOf(value: FieldValue): readonly string[] {
  if (value === null || value === false || value === '') return []
  if (value === true) return ['on']
  if (typeof value === 'number') return [String(value).replace('.', ',')]
  return typeof value === 'string' ? [value] : value
}

/** The fields that a form says, as they are to be checked. */
export function fieldsTyped(kind: ItemKind, typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fieldDefs(kind)).map(([field, def]) => [field, valueTyped(def, typed[field] ?? [])]),
  )
}

function valueTyped(def: FieldDef, texts: readonly string[]): unknown {
  const [text = ''] = texts
  switch (def.type) {
    case 'line':
    case 'text':
      return text
    case 'date':
    case 'choice':
      return text.trim() === '' ? null : text.trim()
    case 'number':
      return numberTyped(text)
    case 'yes':
      return text !== ''
    case 'items':
    case 'codes':
      return texts.filter((each) => each !== '')
  }
}

/** A number with a decimal comma or point and spaces between thousands; what is no number stays as it is written. */
export function numberTyped(text: string): number | string | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  if (bare === '') return null
  return /^-?\d{1,15}([.,]\d{1,9})?$/.test(bare) ? Number(bare.replace(',', '.')) : text
}
