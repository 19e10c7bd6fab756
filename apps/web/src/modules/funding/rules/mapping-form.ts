import { BACKGROUNDS, LEADER_RULES, MISSING_KINDS, OUTCOMES, STATED_SEXES } from '@jamvikt/domain'
import { CASE_FIELDS, type CaseField, DATE_STYLES, type MappingInput } from '@jamvikt/tables'

/** The fields whose values the guided step translates, and what they may mean; others keep their own words. */
export const TRANSLATED = {
  outcome: OUTCOMES,
  sex: [...STATED_SEXES, ...MISSING_KINDS],
  background: [...BACKGROUNDS, ...MISSING_KINDS],
} as const
export type TranslatedField = keyof typeof TRANSLATED

export const COUNTS = ['applied', 'granted', 'refused', 'amountApplied', 'amountGranted'] as const
export const REST = 'applied-granted'

export type FormText = (name: string) => string

export function isTranslated(field: string): field is TranslatedField {
  return Object.hasOwn(TRANSLATED, field)
}

const filled = (text: string) => (text.trim() === '' ? undefined : text)

/**
 * The mapping that the guided step's form says. Names of the form: `column.FIELD`, `value.FIELD.N` with
 * `meaning.FIELD.N`, `more.FIELD`, and for lists of counts `group.N.COUNT` with `by.N` and `dimension.N`.
 */
export function mappingFromForm(text: FormText, start: MappingInput): MappingInput {
  const options = {
    ...(filled(text('leaderRule'))
      ? { leaderRule: LEADER_RULES.find((rule) => rule === text('leaderRule')) }
      : {}),
    ...(filled(text('industryVersion'))
      ? { industryVersion: text('industryVersion') as MappingInput['industryVersion'] }
      : {}),
    ...(filled(text('numbers')) ? { numbers: text('numbers') as MappingInput['numbers'] } : {}),
    ...(filled(text('dates')) ? { dates: DATE_STYLES.find((style) => style === text('dates')) } : {}),
    amountUnit: text('amountUnit') === 'tkr' ? ('tkr' as const) : ('kr' as const),
    sexInferred: text('sexInferred') === 'on',
  }
  return start.aggregated ? aggregatedFromForm(text, start, options) : casesFromForm(text, options)
}

function casesFromForm(text: FormText, options: object): MappingInput {
  const columns: Record<string, string> = {}
  for (const field of CASE_FIELDS) {
    const column = filled(text(`column.${field}`))
    if (column) columns[field] = column
  }
  const values: Record<string, Record<string, string>> = {}
  for (const field of Object.keys(TRANSLATED) as CaseField[]) {
    const found = columns[field] ? valuesFromForm(text, field) : {}
    if (Object.keys(found).length > 0) values[field] = found
  }
  const alternativeSex: Record<string, string> = {}
  for (const rule of LEADER_RULES) {
    const column = filled(text(`alternative.${rule}`))
    if (column) alternativeSex[rule] = column
  }
  const outcome = filled(text('constant.outcome'))
  return {
    columns,
    values,
    ...(outcome && !columns.outcome ? { constants: { outcome } } : {}),
    ...(Object.keys(alternativeSex).length > 0 ? { alternativeSex } : {}),
    ...options,
  }
}

function valuesFromForm(text: FormText, field: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (let index = 0; text(`listed.${field}.${index}`) === '1'; index += 1) {
    const meaning = filled(text(`meaning.${field}.${index}`))
    if (meaning) values[text(`value.${field}.${index}`)] = meaning
  }
  for (const line of text(`more.${field}`).split('\n')) {
    const at = line.lastIndexOf('=')
    if (at > 0) values[line.slice(0, at).trim()] = line.slice(at + 1).trim()
  }
  return values
}

function aggregatedFromForm(text: FormText, start: MappingInput, options: object): MappingInput {
  const aggregated = (start.aggregated ?? []).map((group, index) => {
    const columns = COUNTS.flatMap((count) => {
      const column = filled(text(`group.${index}.${count}`))
      return column ? [[count, column] as const] : []
    })
    return { by: group.by, applied: '', granted: '', ...Object.fromEntries(columns) }
  })
  const columns: Record<string, string> = {}
  for (let index = 0; text(`dimensionColumn.${index}`) !== ''; index += 1) {
    const name = filled(text(`dimension.${index}`))
    if (name) columns[name] = text(`dimensionColumn.${index}`)
  }
  return { columns, aggregated, ...options }
}
