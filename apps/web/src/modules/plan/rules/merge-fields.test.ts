import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeFields } from './merge-fields.ts'

const isSame = (_field: string, a: unknown, b: unknown) => a === b
const word = fc.constantFrom('', 'a', 'b', 'c')
const fields = fc.record({ name: word, what: word, how: word })

it('loses nobody’s words: each field is the one that changed, or clashes', () => {
  fc.assert(
    fc.property(fields, fields, fields, (seen, latest, mine) => {
      const { merged, clashing } = mergeFields(seen, latest, mine, isSame)
      for (const field of ['name', 'what', 'how'] as const) {
        const [before, theirs, own] = [seen[field], latest[field], mine[field]]
        if (clashing.includes(field)) expect(new Set([before, theirs, own]).size).toBe(3)
        else if (own !== before) expect(merged[field]).toBe(own)
        else expect(merged[field]).toBe(theirs)
      }
    }),
    { seed: 1 },
  )
})

it('is the writer’s own where nobody else has written', () => {
  fc.assert(
    fc.property(fields, fields, (seen, mine) => {
      expect(mergeFields(seen, seen, mine, isSame)).toEqual({ merged: mine, clashing: [] })
    }),
    { seed: 1 },
  )
})
