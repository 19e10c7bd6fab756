import { LANGUAGES, type Language, localeOf } from '@jamvikt/i18n'
import { PLAN_KINDS, type PlanKind } from '../../model.ts'
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
import { COMMON } from '../../rules/budgets.ts'
import { METHOD_CODES, methodName } from '../../working-methods.ts'
import { EARLIER_COLUMNS, EARLIER_FACTS, EARLIER_SHEETS, EARLIER_WORDS } from './earlier-words.ts'
import { markCode, markedCode } from './marked-code.ts'

/** The facts of a plan as rows of their sheet. */
export const FACTS = ['name', 'kind', 'lede', 'startsOn', 'endsOn', 'synthetic', 'origin'] as const
export type Fact = (typeof FACTS)[number]

export type SheetKind = ItemKind | 'plan' | 'cells' | 'help' | 'lists'
export const SHEET_KINDS: readonly SheetKind[] = ['help', 'plan', ...ITEM_KINDS, 'cells', 'lists']

/** Columns of a sheet that are no fields: the row’s own code, and that of what it stands under. */
export type ColumnKey = { readonly field: string } | 'code' | 'parent'

/** What a sheet is called: as the pages call what stands in it. */
export function sheetName(language: Language, kind: SheetKind): string {
  const locale = localeOf(language)
  return isItemKind(kind) ? locale.text(`plan.kinds.${kind}`) : locale.text(`plan.x.sheet.${kind}`)
}

function isItemKind(kind: SheetKind): kind is ItemKind {
  return ITEM_KINDS.some((one) => one === kind)
}

/** What a field is called on its form. */
export function fieldName(language: Language, kind: ItemKind, field: string): string {
  const locale = localeOf(language)
  return locale.dynamic(`plan.field.${kind}.${field}`, locale.dynamic(`plan.field.${field}`, field))
}

export function factName(language: Language, fact: Fact): string {
  const locale = localeOf(language)
  return fact === 'synthetic' || fact === 'origin'
    ? locale.text(`plan.x.fact.${fact}`)
    : locale.text(`plan.facts.${fact}`)
}

export function planKindName(language: Language, kind: PlanKind): string {
  return localeOf(language).text(`plan.kindOf.${kind}`)
}

/** What a choice is called on the form of its kind. */
export function choiceName(language: Language, kind: ItemKind, field: string, choice: string): string {
  const locale = localeOf(language)
  return locale.dynamic(
    `plan.choice.${kind}.${field}.${choice}`,
    locale.dynamic(`plan.choice.${field}.${choice}`, choice),
  )
}

export function yesName(language: Language, word: 'yes' | 'no'): string {
  return localeOf(language).text(word)
}

/** What stands for all priorities together in the place of one. */
export function commonName(language: Language): string {
  return localeOf(language).text('plan.compare.common')
}

export function dimensionName(language: Language, dimension: BudgetDimension): string {
  return localeOf(language).text(`plan.m.dimension.${dimension}`)
}

/** Whether rows of a kind say what they stand under: all that may stand elsewhere than under the plan itself. */
export function hasParent(kind: ItemKind): boolean {
  return KINDS[kind].parents.some((parent) => parent !== 'plan')
}

/** Words as they are compared: without case, stars for “required”, signs at the end (a question is one with or without its mark) and blanks too many. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*:?]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Values by all their names: those of files written earlier too, which give way to those of today. */
function named<Value>(
  values: readonly Value[],
  namesOf: (language: Language, value: Value) => readonly string[],
  earlier: (value: Value) => readonly string[] = () => [],
): ReadonlyMap<string, Value> {
  return new Map([
    ...values.flatMap((value) => earlier(value).map((name) => [plain(name), value] as const)),
    ...LANGUAGES.flatMap((language) =>
      values.flatMap((value) => namesOf(language, value).map((name) => [plain(name), value] as const)),
    ),
  ])
}

/** Sheets by their names in every language, and by the names that the format itself has. */
export const SHEETS = named(
  SHEET_KINDS,
  (language, kind) => [sheetName(language, kind), kind],
  (kind) => EARLIER_SHEETS[kind] ?? [],
)
export const FACT_NAMES = named(
  FACTS,
  (language, fact) => [factName(language, fact), fact],
  (fact) => EARLIER_FACTS[fact] ?? [],
)
const DIMENSIONS = named(BUDGET_DIMENSIONS, (language, dimension) => [
  dimensionName(language, dimension),
  dimension,
])

const columnsOfKinds = new Map(
  ITEM_KINDS.map((kind) => {
    const fields = named(
      Object.keys(fieldDefs(kind)),
      (language, field) => [fieldName(language, kind, field), field],
      (field) => EARLIER_COLUMNS[`${kind}.${field}`] ?? EARLIER_COLUMNS[field] ?? [],
    )
    const columns: ReadonlyMap<string, ColumnKey> = new Map([
      ...[...fields].map(([name, field]): [string, ColumnKey] => [name, { field }]),
      ...named<ColumnKey>(['code', 'parent'], (language, column) => [
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

const YES = named(['yes', 'no'] as const, (language, word) => [yesName(language, word), word])
const ALSO_YES: ReadonlySet<string> = new Set(['x', 'true', 'sant', '1'])
const ALSO_NO: ReadonlySet<string> = new Set(['false', 'falskt', '0'])

/** Yes or no as people write it; `null` where it is neither. */
export function yesOf(text: string): boolean | null {
  const word = plain(text)
  if (YES.get(word) === 'yes' || ALSO_YES.has(word)) return true
  return YES.get(word) === 'no' || ALSO_NO.has(word) ? false : null
}

/** The choice of a field that a word means in any language; `null` where it is none of them. */
export function choiceOf(kind: ItemKind, field: string, text: string): string | null {
  const def = fieldDefs(kind)[field]
  if (def?.type !== 'choice') return null
  const names = named(
    def.of,
    (language, choice) => [choice, choiceName(language, kind, field, choice)],
    (choice) => EARLIER_WORDS[choice] ?? [],
  )
  return names.get(plain(text)) ?? null
}

const KINDS_OF_PLAN = named(
  PLAN_KINDS,
  (language, kind) => [kind, planKindName(language, kind)],
  (kind) => EARLIER_WORDS[kind] ?? [],
)

export function planKindOf(text: string): string | null {
  return KINDS_OF_PLAN.get(plain(text)) ?? null
}

const COMMONS: ReadonlySet<string> = new Set([COMMON, ...LANGUAGES.map(commonName)].map(plain))

/** Whether a word stands for what all priorities share. */
export function isCommon(text: string): boolean {
  return COMMONS.has(plain(text))
}

const TOTALS: ReadonlySet<string> = new Set([
  ...LANGUAGES.map((language) => plain(localeOf(language).text('plan.x.word.total'))),
  'totalt',
  'sum',
  'summa totalt',
])

/** Whether a word stands for a sum of what is above it. */
export function isTotal(text: string): boolean {
  return TOTALS.has(plain(text))
}

/** The words that may be chosen for a fact of the plan; none where it is free. */
export function allowedForFact(language: Language, fact: string): readonly string[] {
  if (fact === 'kind') return PLAN_KINDS.map((kind) => planKindName(language, kind))
  return fact === 'synthetic' ? yesAndNo(language) : []
}

function yesAndNo(language: Language): readonly string[] {
  return [yesName(language, 'yes'), yesName(language, 'no')]
}

/** The words that may be chosen in a field; none where it is free. */
export function allowedWords(
  language: Language,
  kind: ItemKind,
  field: string,
  def: FieldDef,
): readonly string[] {
  if (def.type === 'choice') return def.of.map((choice) => choiceName(language, kind, field, choice))
  if (def.type === 'yes') return yesAndNo(language)
  if (kind === 'national' && field === 'code') return NATIONAL_ENTRIES.map((entry) => entry[language])
  return (CODED[`${kind}.${field}`] ?? []).map((code) => codeName(language, kind, field, code))
}

/** Codes that are written as words, by kind and field. */
const CODED: Readonly<Record<string, readonly string[]>> = {
  'budget.over': BUDGET_DIMENSIONS,
  'activity.methods': METHOD_CODES,
}
const CODES_BY_WORD: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  'budget.over': DIMENSIONS,
  'activity.methods': named(METHOD_CODES, (language, code) => [methodName({ language }, code), code]),
}

/**
 * What stands in a workbook for a code: its word; marked as a code where others of the field have words and it has none.
 */
export function codeName(language: Language, kind: ItemKind, field: string, code: string): string {
  const coded = CODED[`${kind}.${field}`]
  if (coded === undefined) return code
  if (!coded.includes(code)) return markCode(language, code)
  const dimension = BUDGET_DIMENSIONS.find((one) => one === code)
  return dimension === undefined ? methodName({ language }, code) : dimensionName(language, dimension)
}

/** The code that a word in a workbook stands for or is marked as, in either language; the word itself where it is none. */
export function codeOf(kind: ItemKind, field: string, word: string): string {
  const words = CODES_BY_WORD[`${kind}.${field}`]
  return words === undefined ? word : (words.get(plain(word)) ?? markedCode(word) ?? word)
}
