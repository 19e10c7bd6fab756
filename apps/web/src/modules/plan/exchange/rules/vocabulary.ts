import { LANGUAGES, type Language, localeOf } from '@jamvikt/i18n'
import { PLAN_KINDS } from '../../model.ts'
import {
  BUDGET_DIMENSIONS,
  type BudgetDimension,
  type FieldDef,
  fieldDefs,
  ITEM_KINDS,
  type ItemKind,
  KINDS,
} from '../../model-items.ts'
import { NATIONAL_ENTRIES } from '../../national-lists.ts'

/** The facts of a plan as rows of their sheet. */
export const FACTS = ['name', 'kind', 'lede', 'startsOn', 'endsOn', 'synthetic', 'origin'] as const
export type Fact = (typeof FACTS)[number]

export type SheetKind = ItemKind | 'plan' | 'cells' | 'help' | 'lists'
export const SHEET_KINDS: readonly SheetKind[] = ['help', 'plan', ...ITEM_KINDS, 'cells', 'lists']

/** Columns of a sheet that are no fields: the row’s own code, and that of what it stands under. */
export type ColumnKey = { readonly field: string } | 'code' | 'parent'

export function sheetName(language: Language, kind: SheetKind): string {
  return localeOf(language).dynamic(`plan.x.sheet.${kind}`, kind)
}

export function fieldName(language: Language, kind: ItemKind, field: string): string {
  const locale = localeOf(language)
  return locale.dynamic(`plan.x.col.${kind}.${field}`, locale.dynamic(`plan.x.col.${field}`, field))
}

export function factName(language: Language, fact: Fact): string {
  return localeOf(language).dynamic(`plan.x.fact.${fact}`, fact)
}

export function wordName(language: Language, choice: string): string {
  return localeOf(language).dynamic(`plan.x.word.${choice}`, choice)
}

export function dimensionName(language: Language, dimension: BudgetDimension): string {
  return localeOf(language).text(`plan.x.col.dimension.${dimension}`)
}

/** Whether rows of a kind say what they stand under: all that may stand elsewhere than under the plan itself. */
export function hasParent(kind: ItemKind): boolean {
  return KINDS[kind].parents.some((parent) => parent !== 'plan')
}

/** Words as they are compared: without case, stars for “required”, signs at the end and blanks too many. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*:]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function inAllLanguages<Value>(
  values: readonly Value[],
  namesOf: (language: Language, value: Value) => readonly string[],
): ReadonlyMap<string, Value> {
  return new Map(
    LANGUAGES.flatMap((language) =>
      values.flatMap((value) => namesOf(language, value).map((name) => [plain(name), value] as const)),
    ),
  )
}

/** Sheets by their names in every language, and by the names that the format itself has. */
export const SHEETS = inAllLanguages(SHEET_KINDS, (language, kind) => [sheetName(language, kind), kind])
export const FACT_NAMES = inAllLanguages(FACTS, (language, fact) => [factName(language, fact), fact])
export const DIMENSIONS = inAllLanguages(BUDGET_DIMENSIONS, (language, dimension) => [
  dimensionName(language, dimension),
  dimension,
])

const columnsOfKinds = new Map(
  ITEM_KINDS.map((kind) => {
    const columns: ReadonlyMap<string, ColumnKey> = new Map([
      ...inAllLanguages<ColumnKey>(
        Object.keys(fieldDefs(kind)).map((field) => ({ field })),
        (language, column) =>
          typeof column === 'string' ? [] : [fieldName(language, kind, column.field), column.field],
      ),
      ...inAllLanguages<ColumnKey>(['code', 'parent'], (language, column) => [
        localeOf(language).text(column === 'code' ? 'plan.x.col.code' : 'plan.x.col.parent'),
      ]),
    ])
    return [kind, columns]
  }),
)

/** The columns of a kind’s sheet by their headers in every language. */
export function columnsOf(kind: ItemKind): ReadonlyMap<string, ColumnKey> {
  return columnsOfKinds.get(kind) ?? new Map()
}

const YES = inAllLanguages(['yes', 'no'], (language, word) => [wordName(language, word), word])
const ALSO_YES: ReadonlySet<string> = new Set(['x', 'true', 'sant', '1'])
const ALSO_NO: ReadonlySet<string> = new Set(['false', 'falskt', '0'])

/** Yes or no as people write it; `null` where it is neither. */
export function yesOf(text: string): boolean | null {
  const word = plain(text)
  if (YES.get(word) === 'yes' || ALSO_YES.has(word)) return true
  return YES.get(word) === 'no' || ALSO_NO.has(word) ? false : null
}

/** The choice that a word means in any language; `null` where it is none of them. */
export function choiceOf(choices: readonly string[], text: string): string | null {
  const word = plain(text)
  return (
    choices.find((choice) =>
      [choice, ...LANGUAGES.map((language) => wordName(language, choice))].some(
        (name) => plain(name) === word,
      ),
    ) ?? null
  )
}

export function planKindOf(text: string): string | null {
  return choiceOf(PLAN_KINDS, text)
}

const TOTALS: ReadonlySet<string> = new Set([
  ...LANGUAGES.map((language) => plain(wordName(language, 'total'))),
  'totalt',
  'sum',
  'summa totalt',
])

/** Whether a word stands for a sum of what is above it. */
export function isTotal(text: string): boolean {
  return TOTALS.has(plain(text))
}

/** The code of a national entry that is written by its code or its name; `null` where it is none. */
export function nationalCode(text: string): string | null {
  const word = plain(text)
  return (
    NATIONAL_ENTRIES.find(({ code, sv, en }) => [code, sv, en].some((name) => plain(name) === word))?.code ??
    null
  )
}

/** The words that may be chosen for a fact of the plan; none where it is free. */
export function allowedForFact(language: Language, fact: string): readonly string[] {
  const words = fact === 'kind' ? PLAN_KINDS : fact === 'synthetic' ? ['yes', 'no'] : []
  return words.map((word) => wordName(language, word))
}

/** The words that may be chosen in a field; none where it is free. */
export function allowedWords(
  language: Language,
  kind: ItemKind,
  field: string,
  def: FieldDef,
): readonly string[] {
  if (def.type === 'choice') return def.of.map((choice) => wordName(language, choice))
  if (def.type === 'yes') return [wordName(language, 'yes'), wordName(language, 'no')]
  if (kind === 'national' && field === 'code') return NATIONAL_ENTRIES.map((entry) => entry[language])
  return kind === 'budget' && field === 'over'
    ? BUDGET_DIMENSIONS.map((dimension) => dimensionName(language, dimension))
    : []
}
