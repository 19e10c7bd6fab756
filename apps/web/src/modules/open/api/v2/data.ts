import { parseV2VariablesSelection, type StatTable, type V2VariablesSelection } from '@jamvikt/tables'
import type { Reply } from '../answer.ts'
import { codeListsOf } from '../code-lists.ts'
import { defaultAsks } from '../default-selection.ts'
import { MEDIA, writeTable } from '../formats.ts'
import type { Question } from '../question.ts'
import { type Asked, quoted, refused } from '../refusal.ts'
import { faultOfSize, type Plan, planOf, tableOfPlan } from '../selection.ts'
import { languageOf, type ShownTable } from '../shown-table.ts'
import { linkTo } from './links.ts'
import { type Output, outputOf, type Selected, selectedByAddress, selectedByBody } from './parameters.ts'
import { readSavedQuery } from './saved-query.ts'

/** Figures by address. Nothing selected is the default selection. */
export async function dataReply(question: Question, slug: string): Promise<Asked<Reply>> {
  const shown = await question.table(slug)
  if (!shown.ok) return shown
  const selected = selectedByAddress(question.params)
  if (!selected.ok) return selected
  return figures(question, shown, selected, true)
}

/** Figures by a selection in the body of a POST; without a body, the default selection. */
export async function postedDataReply(question: Question, slug: string): Promise<Asked<Reply>> {
  const shown = await question.table(slug)
  if (!shown.ok) return shown
  const text = await question.body()
  const read = text.trim() === '' ? null : parseV2VariablesSelection(text)
  if (read !== null && !read.ok) return refusedBody(read)
  const selected = selectedByBody(read?.answer ?? { selection: [] })
  if (!selected.ok) return selected
  return figures(question, shown, selected, false)
}

function figures(
  question: Question,
  shown: ShownTable,
  selected: Selected,
  isByAddress: boolean,
): Asked<Reply> {
  const output = outputOf(question.params.get('outputFormat'), question.params.getAll('outputFormatParams'))
  if (!output.ok) return output
  const planned = planOfSelected(shown, selected)
  if (!planned.ok) return planned
  return figuresReply(question, shown, planned.plan, output, isByAddress)
}

/** The plan of a selection, or of the default selection where nothing is selected. */
export function planOfSelected(
  shown: ShownTable,
  { asks, placement }: Selected,
): Asked<{ readonly plan: Plan }> {
  const lists = codeListsOf(shown.table)
  return planOf(shown.table, lists, asks.size === 0 ? defaultAsks(shown.table) : asks, placement, 'refused')
}

/** The plan of a saved query of this table. */
export function planOfSaved(shown: ShownTable, id: string): Asked<{ readonly plan: Plan }> {
  const saved = readSavedQuery(id)
  if (!saved.ok) return saved
  if (saved.query.tableId !== shown.table.id)
    return refused(404, `The saved query is of table ${quoted(saved.query.tableId)}.`)
  const selected = selectedByBody(saved.query.selection)
  return selected.ok ? planOfSelected(shown, selected) : selected
}

/**
 * Figures as a file.
 * @param isByAddress whether the address says all, so that the answer can be known again
 */
export function figuresReply(
  question: Question,
  shown: ShownTable,
  plan: Plan,
  { format, options }: Output,
  isByAddress: boolean,
): Asked<Reply> {
  const fault = faultOfSize(plan, format)
  if (fault !== null) return fault
  const language = languageOf(shown.table, question.language)
  const { type, ending } = MEDIA[format]
  const described = linkTo(question, '', language, ['tables', shown.table.id, 'metadata']).href
  return {
    ok: true,
    type,
    key: isByAddress ? keyOf(question, shown).key : null,
    body: () => writeTable(shown, tableOfPlan(shown.table, plan), format, language, options),
    headers: {
      Link: `<${described}>; rel="describedby"`,
      ...(type === 'application/json' || format === 'html'
        ? {}
        : { 'Content-Disposition': `attachment; filename="${shown.table.id}.${ending}"` }),
    },
  }
}

/** All that an answer about a table depends on: what was released, what is said of it, and what was asked. */
export function keyOf(question: Question, { content }: ShownTable) {
  const { releaseId, dataset, notice, publishedAt, provenance } = content
  const { base, path, params, language } = question
  return { key: [releaseId, dataset, notice, publishedAt, provenance, base, path, [...params], language] }
}

/** A plan as a selection with the codes themselves; of a variable that is left out there are none. */
export function selectionOf(
  { dimensions, stub }: StatTable,
  { variables, placement }: Plan,
): V2VariablesSelection {
  const ids = dimensions.map(({ id }) => id)
  return {
    selection: variables.map(({ id, codes, codeList, isLeftOut }) => ({
      variableCode: id,
      codelist: codeList,
      valueCodes: isLeftOut ? [] : [...codes],
    })),
    placement: {
      heading: [...(placement.heading ?? (placement.stub === undefined ? ids.slice(stub) : []))],
      stub: [...(placement.stub ?? (placement.heading === undefined ? ids.slice(0, stub) : []))],
    },
  }
}

/** A body that is no selection. */
export function refusedBody({ keyword, detail }: { readonly keyword?: string; readonly detail?: string }) {
  const where = keyword === undefined || keyword === '' ? '' : ` at ${quoted(keyword)}`
  return refused(
    400,
    `The body is not a query as it should be${where}${detail ? `: ${quoted(detail)}` : ''}.`,
  )
}
