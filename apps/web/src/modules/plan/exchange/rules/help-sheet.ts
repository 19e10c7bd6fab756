import { type Language, localeOf } from '@jamvikt/i18n'
import type { FormSheet } from '@jamvikt/tables'
import { BUDGET_DIMENSIONS, fieldDefs, ITEM_KINDS } from '../../model-items.ts'
import {
  allowedForFact,
  allowedWords,
  commonName,
  dimensionName,
  FACTS,
  factName,
  fieldName,
  sheetName,
} from './vocabulary.ts'

/** How the workbook is filled in, in the words that its sheets and columns have, and the words that may be chosen. */
export function helpSheet(language: Language): FormSheet {
  const locale = localeOf(language)
  const columns = [
    { header: locale.text('plan.x.help.title'), width: 60, as: 'text' },
    { header: '', width: 28, as: 'text' },
    { header: '', width: 60, as: 'text' },
  ] as const
  const ofFacts = FACTS.flatMap((fact) => {
    const allowed = allowedForFact(language, fact)
    return allowed.length === 0
      ? []
      : [[sheetName(language, 'plan'), factName(language, fact), allowed.join('; ')]]
  })
  const words = ITEM_KINDS.flatMap((kind) =>
    Object.entries(fieldDefs(kind)).flatMap(([field, def]) => {
      const allowed = allowedWords(language, kind, field, def)
      return allowed.length === 0
        ? []
        : [[sheetName(language, kind), fieldName(language, kind, field), allowed.join('; ')]]
    }),
  )
  return {
    name: sheetName(language, 'help'),
    columns,
    rows: [
      ...helpLines(language).map((line) => [line]),
      [],
      [
        locale.text('plan.x.help.sheet'),
        locale.text('plan.x.help.column'),
        locale.text('plan.x.help.allowed'),
      ],
      ...ofFacts,
      ...words,
    ],
    roomFor: 0,
  }
}

function helpLines(language: Language): readonly string[] {
  const locale = localeOf(language)
  const lists = sheetName(language, 'lists')
  return [
    locale.text('plan.x.help.1', {
      plan: sheetName(language, 'plan'),
      priority: sheetName(language, 'priority'),
    }),
    locale.text('plan.x.help.2', {
      parent: locale.text('plan.x.col.parent'),
      goals: fieldName(language, 'activity', 'goals'),
      responsible: fieldName(language, 'activity', 'responsible'),
      after: fieldName(language, 'activity', 'after'),
    }),
    locale.text('plan.x.help.3'),
    locale.text('plan.x.help.4'),
    locale.text('plan.x.help.value', {
      value: fieldName(language, 'figure', 'value'),
      missing: fieldName(language, 'figure', 'missing'),
    }),
    locale.text('plan.x.help.5', { cells: sheetName(language, 'cells') }),
    locale.text('plan.x.help.6', {
      budget: sheetName(language, 'budget'),
      dimensions: BUDGET_DIMENSIONS.map((dimension) => dimensionName(language, dimension)).join(', '),
      activity: dimensionName(language, 'activity'),
      priority: dimensionName(language, 'priority'),
      common: commonName(language),
      year: dimensionName(language, 'year'),
      amount: locale.text('plan.x.col.amount'),
    }),
    locale.text('plan.x.help.7', { total: locale.text('plan.x.word.total') }),
    locale.text('plan.x.help.8', { lists }),
    locale.text('plan.x.help.national', {
      field: fieldName(language, 'national', 'code'),
      code: locale.text('plan.x.word.code'),
    }),
  ]
}
