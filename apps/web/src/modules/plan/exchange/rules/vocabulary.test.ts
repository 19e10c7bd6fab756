import { isMessageKey, LANGUAGES } from '@jamvikt/i18n'
import { describe, expect, it } from 'vitest'
import { fieldDefs, ITEM_KINDS } from '../../model-items.ts'
import { FINDING_REASONS } from '../model-exchange.ts'
import {
  choiceOf,
  columnsOf,
  fieldName,
  nationalCode,
  SHEET_KINDS,
  SHEETS,
  sheetName,
  wordName,
} from './vocabulary.ts'

describe('the words of the workbook', () => {
  it('name each sheet once over both languages, as a spreadsheet can', () => {
    for (const language of LANGUAGES)
      for (const kind of SHEET_KINDS) {
        const name = sheetName(language, kind)
        expect(SHEETS.get(name.toLowerCase()), name).toBe(kind)
        expect(name, kind).toMatch(/^[^:\\/?*[\]]{2,31}$/)
        expect(name, 'has a name in words').not.toBe(kind)
      }
  })

  it('name each column of a sheet once over both languages', () => {
    for (const kind of ITEM_KINDS)
      for (const language of LANGUAGES)
        for (const field of Object.keys(fieldDefs(kind))) {
          const name = fieldName(language, kind, field)
          expect(columnsOf(kind).get(name.toLowerCase()), `${kind} ${name}`).toEqual({ field })
          expect(name, `${kind}.${field} has a name in words`).not.toBe(field)
        }
  })

  it('tell choices apart in both languages', () => {
    for (const kind of ITEM_KINDS)
      for (const [field, def] of Object.entries(fieldDefs(kind)))
        if (def.type === 'choice')
          for (const choice of def.of)
            for (const language of LANGUAGES)
              expect(choiceOf(def.of, wordName(language, choice)), `${kind}.${field}`).toBe(choice)
  })

  it('take a national area by its code and its name', () => {
    expect(nationalCode('Ekonomisk jämställdhet')).toBe('goal-economy')
    expect(nationalCode('ECONOMIC equality')).toBe('goal-economy')
    expect(nationalCode('goal-care')).toBe('goal-care')
    expect(nationalCode('Något eget')).toBeNull()
  })

  it('say what to do about everything that can be found', () => {
    expect(FINDING_REASONS.filter((reason) => !isMessageKey(`plan.x.find.${reason}`))).toEqual([])
  })
})
