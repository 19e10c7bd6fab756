import { partsOf, type TableParts, type V2CodeListName, v2CodeListOf, v2MetadataOf } from '@jamvikt/tables'
import { jsonReply, type Reply } from '../answer.ts'
import { codeListsOf, labelOfList, tableOfCodeList } from '../code-lists.ts'
import type { Question } from '../question.ts'
import { type Asked, quoted, refused } from '../refusal.ts'
import { type Asks, type Plan, planOf, tableOfPlan, type VariableAsk } from '../selection.ts'
import { languageOf, type ShownTable } from '../shown-table.ts'
import { keyOf, planOfSaved, planOfSelected, selectionOf } from './data.ts'
import { linkTo } from './links.ts'
import { type Selected, selectedByAddress } from './parameters.ts'

/**
 * The metadata of a table: whole, or as they are after the default selection, a saved query, or code lists.
 * @returns as `planOf` refuses; 404 for a saved query that is none of this table
 */
export async function metadataReply(question: Question, slug: string): Promise<Asked<Reply>> {
  const shown = await question.table(slug)
  if (!shown.ok) return shown
  const language = languageOf(shown.table, question.language)
  const described = describedParts(question, shown)
  if (!described.ok) return described
  const { cellNotes: _, cellMarks: __, ...frame } = described.parts
  const body = () => JSON.stringify(v2MetadataOf(frame, language, listNames(question, shown, language)))
  return { ok: true, type: 'application/json', body, ...keyOf(question, shown) }
}

function describedParts(question: Question, shown: ShownTable): Asked<{ readonly parts: TableParts }> {
  const { params } = question
  const saved = params.get('savedQuery')
  const isDefault = /^true$/i.test(params.get('defaultSelection') ?? '')
  if (saved || isDefault) {
    const planned = saved ? planOfSaved(shown, saved) : planOfSelected(shown, NOTHING)
    return planned.ok ? { ok: true, parts: partsOf(tableOfPlan(shown.table, planned.plan)) } : planned
  }
  const selected = selectedByAddress(params)
  return selected.ok ? withLists(shown, selected.asks) : selected
}

/** The whole table with some dimensions told by other lists: one value of each of the others is enough to tell them. */
function withLists({ table }: ShownTable, asks: Asks): Asked<{ readonly parts: TableParts }> {
  const lists = codeListsOf(table)
  let { dimensions } = table
  for (const [id, { codeList }] of asks) {
    if (codeList === null) continue
    const one = new Map<string, VariableAsk>(table.dimensions.map((dimension) => [dimension.id, FIRST]))
    one.set(id, { choose: (codes) => ({ ok: true, codes }), codeList })
    const planned = planOf(table, lists, one, {}, 'refused')
    if (!planned.ok) return planned
    const as = tableOfPlan(table, planned.plan).dimensions.find((dimension) => dimension.id === id)
    dimensions = dimensions.map((dimension) => (dimension.id === id ? (as ?? dimension) : dimension))
  }
  return { ok: true, parts: { ...partsOf(table), dimensions } }
}

const FIRST: VariableAsk = { choose: (codes) => ({ ok: true, codes: codes.slice(0, 1) }), codeList: null }
const NOTHING: Selected = { asks: new Map(), placement: {} }

function listNames(question: Question, shown: ShownTable, language: string): Map<string, V2CodeListName[]> {
  const names = new Map<string, V2CodeListName[]>()
  for (const { dimension, list } of codeListsOf(shown.table)) {
    const name: V2CodeListName = {
      id: list.id,
      label: labelOfList(list, language),
      type: list.kind === 'aggregation' ? 'Aggregation' : 'Valueset',
      links: [linkTo(question, 'metadata', language, ['codelists', list.id])],
    }
    names.set(dimension, [...(names.get(dimension) ?? []), name])
  }
  return names
}

/** What is answered of a table where nothing is asked, value by value. */
export async function defaultSelectionReply(question: Question, slug: string): Promise<Asked<Reply>> {
  const shown = await question.table(slug)
  if (!shown.ok) return shown
  const planned = planOfSelected(shown, NOTHING)
  if (!planned.ok) return planned
  return jsonReply(selectionAnswer(question, shown, planned.plan))
}

/** A plan as the API tells it, with a link to its figures’ table. */
export function selectionAnswer(question: Question, shown: ShownTable, plan: Plan) {
  const language = languageOf(shown.table, question.language)
  return {
    ...selectionOf(shown.table, plan),
    language,
    links: [linkTo(question, 'metadata', language, ['tables', shown.table.id, 'metadata'])],
  }
}

/**
 * A code list by its id.
 * @returns 404 where no published table has it
 */
export async function codeListReply(question: Question, id: string): Promise<Asked<Reply>> {
  const missing = refused(404, `There is no code list ${quoted(id)}.`)
  const slug = tableOfCodeList(id)
  if (slug === null) return missing
  const shown = await question.table(slug)
  if (!shown.ok) return shown.status === 404 ? missing : shown
  const found = codeListsOf(shown.table).find(({ list }) => list.id === id)
  if (found === undefined) return missing
  const language = languageOf({ languages: Object.keys(found.list.label) }, question.language)
  return jsonReply({
    ...v2CodeListOf(found.list, language),
    links: [
      linkTo(question, 'self', language, ['codelists', id]),
      linkTo(question, 'metadata', language, ['tables', slug, 'metadata']),
    ],
  })
}
