import { type Language, localeOf } from '@jamvikt/i18n'
import type { FormColumn, FormSheet, FormValue } from '@jamvikt/tables'
import type { PlanDocument } from '../../model.ts'
import {
  BUDGET_DIMENSIONS,
  type FieldDef,
  type FieldValue,
  fieldDefs,
  fieldsOf,
  ITEM_KINDS,
  type ItemKind,
} from '../../model-items.ts'
import { sheetAmount } from '../../rules/amount-text.ts'
import { COMMON } from '../../rules/budgets.ts'
import { canonical } from './canonical.ts'
import { helpSheet } from './help-sheet.ts'
import { nationalText } from './national-entry.ts'
import {
  allowedForFact,
  allowedWords,
  choiceName,
  codeName,
  commonName,
  dimensionName,
  FACTS,
  factName,
  fieldName,
  hasParent,
  planKindName,
  sheetName,
  yesName,
} from './vocabulary.ts'

/** What codes of a kind begin with. */
const LETTERS: Readonly<Record<ItemKind, string>> = {
  priority: 'P',
  national: 'N',
  goal: 'M',
  group: 'G',
  activity: 'A',
  phase: 'F',
  milestone: 'S',
  indicator: 'I',
  figure: 'V',
  role: 'R',
  meeting: 'MT',
  task: 'U',
  risk: 'RI',
  lesson: 'L',
  message: 'B',
  'cost-type': 'K',
  financier: 'FI',
  budget: 'BU',
}
const ROOM = 200
/** A plan as the sheets of a workbook; of no plan the template, with room to fill in. */
export function planSheets(language: Language, given: PlanDocument | null): readonly FormSheet[] {
  const document = given === null ? null : canonical(given)
  const codes = codesOf(document)
  const lists = new WordLists(language)
  for (const fact of ['kind', 'synthetic'] as const)
    lists.choices(factName(language, fact), allowedForFact(language, fact))
  const kinds = ITEM_KINDS.map((kind) => kindSheet(language, kind, document, codes, lists))
  return [
    helpSheet(language),
    factSheet(language, document),
    ...kinds,
    cellSheet(language, document, codes),
    lists.sheet(),
  ]
}

function codesOf(document: PlanDocument | null): ReadonlyMap<string, string> {
  const counts = new Map<ItemKind, number>()
  return new Map(
    (document?.items ?? []).map(({ id, kind }) => {
      const number = (counts.get(kind) ?? 0) + 1
      counts.set(kind, number)
      return [id, `${LETTERS[kind]}${number}`]
    }),
  )
}

/** The words that may be chosen, each list once, as columns of a sheet of their own. */
class WordLists {
  readonly #language: Language
  readonly #columns: { readonly headers: Set<string>; readonly words: readonly string[] }[] = []

  constructor(language: Language) {
    this.#language = language
  }

  choices(header: string, words: readonly string[]): FormColumn['choices'] {
    if (words.length === 0) return undefined
    let at = this.#columns.findIndex((column) => column.words.join('\n') === words.join('\n'))
    if (at < 0) at = this.#columns.push({ headers: new Set(), words }) - 1
    this.#columns[at]?.headers.add(header)
    return { sheet: sheetName(this.#language, 'lists'), column: at + 1, count: words.length }
  }

  sheet(): FormSheet {
    const longest = Math.max(0, ...this.#columns.map(({ words }) => words.length))
    return {
      name: sheetName(this.#language, 'lists'),
      columns: this.#columns.map(({ headers }) => ({
        header: [...headers].join(', '),
        width: 26,
        as: 'text',
      })),
      rows: Array.from({ length: longest }, (_, row) => this.#columns.map(({ words }) => words[row] ?? null)),
      roomFor: 0,
    }
  }
}

function factSheet(language: Language, document: PlanDocument | null): FormSheet {
  const locale = localeOf(language)
  const said = (fact: (typeof FACTS)[number]): FormValue => {
    if (document === null) return fact === 'kind' ? planKindName(language, 'action-plan') : null
    if (fact === 'kind') return planKindName(language, document.facts.kind)
    const value = document.facts[fact]
    return typeof value === 'boolean' ? yesName(language, value ? 'yes' : 'no') : value
  }
  return {
    name: sheetName(language, 'plan'),
    columns: [
      { header: locale.text('plan.x.col.fact'), width: 28, as: 'text' },
      { header: locale.text('plan.x.col.factValue'), width: 80, as: 'text' },
    ],
    rows: FACTS.map((fact) => [factName(language, fact), said(fact)]),
    roomFor: 0,
  }
}

function kindSheet(
  language: Language,
  kind: ItemKind,
  document: PlanDocument | null,
  codes: ReadonlyMap<string, string>,
  lists: WordLists,
): FormSheet {
  const locale = localeOf(language)
  const defs = Object.entries(fieldDefs(kind))
  const code = { header: locale.text('plan.x.col.code'), width: 8, as: 'text' } as const
  const parent = { header: locale.text('plan.x.col.parent'), width: 10, as: 'text' } as const
  const items = (document?.items ?? []).filter((item) => item.kind === kind)
  return {
    name: sheetName(language, kind),
    columns: [
      code,
      ...(hasParent(kind) ? [parent] : []),
      ...defs.map(([field, def]) => column(language, kind, field, def, lists)),
    ],
    rows: items.map((item) => [
      codes.get(item.id) ?? '',
      ...(hasParent(kind) ? [codes.get(item.parent ?? '') ?? null] : []),
      ...defs.map(([field, def]) => cell(language, kind, field, def, fieldsOf(item)[field] ?? null, codes)),
    ]),
    roomFor: items.length + (document === null ? ROOM : 20),
  }
}

function column(
  language: Language,
  kind: ItemKind,
  field: string,
  def: FieldDef,
  lists: WordLists,
): FormColumn {
  const header = fieldName(language, kind, field)
  const words = allowedWords(language, kind, field, def)
  // Several words may stand in one cell of what a budget is split over: none is chosen from a list.
  const choices = def.type === 'codes' ? undefined : lists.choices(header, words)
  return {
    header,
    note: words.join('; '),
    width: def.type === 'text' ? 45 : def.type === 'line' ? 32 : 14,
    as: def.type === 'date' ? 'date' : def.type === 'number' ? 'number' : 'text',
    ...(choices === undefined ? {} : { choices }),
  }
}

function cell(
  language: Language,
  kind: ItemKind,
  field: string,
  def: FieldDef,
  value: FieldValue,
  codes: ReadonlyMap<string, string>,
): FormValue {
  switch (def.type) {
    case 'date':
      return typeof value === 'string' ? { date: value } : null
    case 'number':
      return typeof value === 'number' ? value : null
    case 'choice':
      return typeof value === 'string' ? choiceName(language, kind, field, value) : null
    case 'yes':
      return value === true ? yesName(language, 'yes') : null
    case 'items':
      return Array.isArray(value) ? value.map((id) => codes.get(id) ?? '').join(', ') : null
    case 'codes': {
      if (!Array.isArray(value)) return null
      return value.map((code: string) => codeName(language, kind, field, code)).join(', ')
    }
    case 'line':
    case 'text': {
      const text = String(value ?? '')
      return kind === 'national' && field === 'code' ? nationalText(language, text) : text
    }
  }
}

function cellSheet(
  language: Language,
  document: PlanDocument | null,
  codes: ReadonlyMap<string, string>,
): FormSheet {
  const locale = localeOf(language)
  const overOf = new Map(
    (document?.items ?? []).flatMap((item) => (item.kind === 'budget' ? [[item.id, item.fields.over]] : [])),
  )
  const member = (id: string) => codes.get(id) ?? (id === COMMON ? commonName(language) : Number(id))
  return {
    name: sheetName(language, 'cells'),
    columns: [
      { header: locale.text('plan.x.col.budget'), width: 14, as: 'text' },
      ...BUDGET_DIMENSIONS.map(
        (dimension): FormColumn => ({
          header: dimensionName(language, dimension),
          width: 14,
          as: dimension === 'year' ? 'number' : 'text',
        }),
      ),
      { header: locale.text('plan.x.col.amount'), width: 16, as: 'number' },
    ],
    rows: (document?.cells ?? []).map(({ budget, key, amountOre }) => {
      const over = overOf.get(budget) ?? []
      return [
        codes.get(budget) ?? '',
        ...BUDGET_DIMENSIONS.map((dimension) => {
          const at = over.indexOf(dimension)
          return at < 0 ? null : member(key[at] ?? '')
        }),
        sheetAmount(amountOre, 'kr'),
      ]
    }),
    roomFor: document === null ? ROOM : 0,
  }
}
