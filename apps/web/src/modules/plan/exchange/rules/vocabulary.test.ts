import { isMessageKey, LANGUAGES, localeOf } from '@jamvikt/i18n'
import { describe, expect, it } from 'vitest'
import { fieldDefs, ITEM_KINDS } from '../../model-items.ts'
import { choiceLabel, fieldLabel, kindsName } from '../../ui/words.tsx'
import { FINDING_REASONS } from '../model-exchange.ts'
import { EARLIER_COLUMNS, EARLIER_FACTS, EARLIER_SHEETS, EARLIER_WORDS } from './earlier-words.ts'
import { nationalCode, nationalText, nearestNational } from './national-entry.ts'
import {
  choiceName,
  choiceOf,
  codeName,
  codeOf,
  columnsOf,
  FACT_NAMES,
  fieldName,
  plain,
  planKindOf,
  SHEET_KINDS,
  SHEETS,
  sheetName,
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
          expect(columnsOf(kind).get(plain(name)), `${kind} ${name}`).toEqual({ field })
          expect(name, `${kind}.${field} has a name in words`).not.toBe(field)
        }
  })

  it('tell choices apart in both languages', () => {
    for (const kind of ITEM_KINDS)
      for (const [field, def] of Object.entries(fieldDefs(kind)))
        if (def.type === 'choice')
          for (const choice of def.of)
            for (const language of LANGUAGES)
              expect(
                choiceOf(kind, field, choiceName(language, kind, field, choice)),
                `${kind}.${field}`,
              ).toBe(choice)
  })

  it('are those of the pages', () => {
    for (const language of LANGUAGES)
      for (const kind of ITEM_KINDS) {
        const locale = localeOf(language)
        expect(sheetName(language, kind)).toBe(kindsName(locale, kind, null))
        for (const [field, def] of Object.entries(fieldDefs(kind))) {
          expect(fieldName(language, kind, field)).toBe(fieldLabel(locale, kind, field))
          for (const choice of def.type === 'choice' ? def.of : [])
            expect(choiceName(language, kind, field, choice)).toBe(choiceLabel(locale, kind, field, choice))
        }
      }
  })

  it('are understood as they were in earlier workbooks, and stand for nothing else today', () => {
    for (const [kind, names] of Object.entries(EARLIER_SHEETS))
      for (const name of names) expect(SHEETS.get(plain(name)), name).toBe(kind)
    for (const [fact, names] of Object.entries(EARLIER_FACTS))
      for (const name of names) expect(FACT_NAMES.get(plain(name)), name).toBe(fact)
    for (const kind of ITEM_KINDS)
      for (const [field, def] of Object.entries(fieldDefs(kind))) {
        for (const name of EARLIER_COLUMNS[`${kind}.${field}`] ?? EARLIER_COLUMNS[field] ?? [])
          expect(columnsOf(kind).get(plain(name)), `${kind} ${name}`).toEqual({ field })
        for (const choice of def.type === 'choice' ? def.of : [])
          for (const word of EARLIER_WORDS[choice] ?? [])
            expect(choiceOf(kind, field, word), `${kind}.${field} ${word}`).toBe(choice)
      }
    expect(planKindOf('Strategi')).toBe('strategy')
  })

  it('take a national goal of any years by its code and its name, and any other by what is marked as a code', () => {
    expect(nationalCode('Ekonomisk jämställdhet')).toBe('goal-economy')
    expect(nationalCode('ECONOMIC equality')).toBe('goal-economy')
    expect(nationalCode('goal-care')).toBe('goal-care')
    expect(nationalCode('Jämställdhet i regionalfondens projekt 2014–2020')).toBe('assignment-2016-4')
    expect(nationalCode('Något eget')).toBeNull()
    expect(nationalCode('kod:')).toBeNull()
    expect(nationalCode('KOD:  assignment-2031-2 ')).toBe('assignment-2031-2')
    expect(nationalText('sv', 'goal-care')).toBe('Obetalt hem- och omsorgsarbete')
    for (const language of LANGUAGES)
      for (const code of ['assignment-2031-2', 'Något eget', 'Ekonomisk jämställdhet', 'kod: kod: x', '=1+1'])
        expect(nationalCode(nationalText(language, code))).toBe(code)
  })

  it('mark a method of no list as a code, so that it is not taken for the word of another', () => {
    for (const language of LANGUAGES)
      for (const code of ['4r', '4R', 'training', 'TRAINING', 'Utbildning', 'training:', 'kod:4r', 'code:'])
        expect(codeOf('activity', 'methods', codeName(language, 'activity', 'methods', code))).toBe(code)
    expect(codeName('sv', 'activity', 'methods', 'training')).toBe('Utbildning')
    expect(codeName('sv', 'activity', 'methods', 'Utbildning')).toBe('kod: Utbildning')
    expect(codeOf('activity', 'methods', 'Eget')).toBe('Eget')
    expect(codeName('sv', 'priority', 'serves', '4R')).toBe('4R')
  })

  it('find what a mistyped national goal comes closest to, and nothing where nothing is near', () => {
    expect(nearestNational('Ekonomisk jämstäldhet')).toBe('goal-economy')
    expect(nearestNational('goal-helth')).toBe('goal-health')
    expect(nearestNational('Obetalt hem och omsorgsarbete')).toBe('goal-care')
    expect(nearestNational('Klimat och energi')).toBeNull()
    expect(nearestNational('x'.repeat(5000))).toBeNull()
  })

  it('say what to do about everything that can be found', () => {
    expect(FINDING_REASONS.filter((reason) => !isMessageKey(`plan.x.find.${reason}`))).toEqual([])
  })
})
