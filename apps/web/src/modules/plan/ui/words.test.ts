import { LANGUAGES, localeOf } from '@jamvikt/i18n'
import { expect, it } from 'vitest'
import { fieldDefs, ITEM_KINDS } from '../model-items.ts'
import { kindsUnder } from './item-view.tsx'
import { addWords, choiceLabel, fieldLabel, numberText } from './words.tsx'

it('every field, choice and way to add has words in both languages', () => {
  for (const language of LANGUAGES) {
    const locale = localeOf(language)
    for (const kind of ITEM_KINDS) {
      for (const [field, def] of Object.entries(fieldDefs(kind))) {
        expect(fieldLabel(locale, kind, field), `${kind}.${field}`).not.toBe(field)
        if (def.type === 'choice')
          for (const choice of def.of)
            expect(choiceLabel(locale, kind, field, choice), `${kind}.${field}.${choice}`).not.toBe(choice)
      }
      for (const under of kindsUnder(kind))
        expect(addWords(locale, under, kind), `${under} under ${kind}`).toMatch(/^(Lägg|Koppla|Add|Tie) /)
    }
    for (const under of kindsUnder(null)) expect(addWords(locale, under, null)).toMatch(/^(Lägg|Add) /)
  }
})

it('writes a number with the decimals that it was given', () => {
  const texts = [0, 12, 50.5, -0.125].map((value) => numberText(localeOf('sv'), value))
  expect(texts).toEqual(['0', '12', '50,5', '−0,125'])
})
