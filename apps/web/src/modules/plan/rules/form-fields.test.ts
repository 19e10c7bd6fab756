import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type FieldDef, fieldDefs, ITEM_KINDS } from '../model-items.ts'
import { checkFields } from './check-fields.ts'
import { fieldsTyped, numberTyped, typedOf } from './form-fields.ts'

function valueFor(def: FieldDef): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'line':
      return fc.constantFrom('Ett namn', 'B')
    case 'text':
      return fc.constantFrom('', 'Två\nrader')
    case 'date':
      return fc.constantFrom(null, '2026-02-28')
    case 'choice':
      return fc.constantFrom(null, ...def.of)
    case 'number':
      return fc.constantFrom(null, def.least ?? 0, def.most ?? 7)
    case 'yes':
      return fc.boolean()
    case 'items':
    case 'codes':
      return fc.uniqueArray(fc.uuid(), { maxLength: 3 })
  }
}

it('a form says of an item what the item says, for every kind', () => {
  for (const kind of ITEM_KINDS)
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(Object.entries(fieldDefs(kind)).map(([field, def]) => [field, valueFor(def)])),
        ),
        (given) => {
          const checked = checkFields(kind, given)
          if (!checked.ok) return
          expect(fieldsTyped(kind, typedOf(kind, checked.fields))).toEqual(checked.fields)
        },
      ),
      { seed: 1, numRuns: 20 },
    )
})

it('reads numbers as they are written here, and leaves the rest for the check to refuse', () => {
  expect([' 1 234,5', '1.5', '−3', '', 'tre', '1,2,3', '1e9'].map(numberTyped)).toEqual([
    1234.5,
    1.5,
    -3,
    null,
    'tre',
    '1,2,3',
    '1e9',
  ])
})
