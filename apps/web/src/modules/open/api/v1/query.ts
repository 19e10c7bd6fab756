import { parseV1Query, selectCodesByV1Filter, type V1Query, v1MetadataOf } from '@jamvikt/tables'
import { jsonReply, type Reply } from '../answer.ts'
import { codeListsOf, type TableCodeList } from '../code-lists.ts'
import type { CsvOptions } from '../csv.ts'
import { type Format, MEDIA, writeTable } from '../formats.ts'
import type { Question } from '../question.ts'
import { type Asked, quoted, refused } from '../refusal.ts'
import {
  type Asks,
  faultOfSize,
  type Placement,
  planOf,
  tableOfPlan,
  type VariableAsk,
} from '../selection.ts'
import { languageOf } from '../shown-table.ts'
import { keyOf, refusedBody } from '../v2/data.ts'

/** The formats of version 1. `csv2` and `csv3` have a row for each cell, or for each row of contents. */
const V1_FORMATS: ReadonlyMap<
  string,
  { readonly format: Format; readonly options: CsvOptions; readonly isLong?: true }
> = new Map([
  ['json', { format: 'json-px', options: {} }],
  ['json-px', { format: 'json-px', options: {} }],
  ['json-stat', { format: 'json-stat', options: {} }],
  ['json-stat2', { format: 'json-stat2', options: {} }],
  ['px', { format: 'px', options: {} }],
  ['xlsx', { format: 'xlsx', options: {} }],
  ['csv', { format: 'csv', options: {} }],
  ['csv2', { format: 'csv', options: { texts: 'texts' }, isLong: true }],
  ['csv3', { format: 'csv', options: { texts: 'codes' }, isLong: true }],
])

/** The variables of a table. */
export async function metadataV1(question: Question, slug: string): Promise<Asked<Reply>> {
  const shown = await question.table(slug)
  if (!shown.ok) return shown
  const metadata = v1MetadataOf(shown.table, languageOf(shown.table, question.language))
  return jsonReply(metadata, keyOf(question, shown))
}

/**
 * Figures by a query in the body of a POST. A variable that is not in the query is answered by the value that stands
 * for all, or whole where there is none.
 * @returns 400 for a body, variable, value, filter or format that is none; 403 for too many cells; 404 for no table
 */
export async function figuresV1(question: Question, slug: string): Promise<Asked<Reply>> {
  const shown = await question.table(slug)
  if (!shown.ok) return shown
  const read = parseV1Query(await question.body())
  if (!read.ok) return refusedBody(read)
  const name = read.answer.response?.format ?? 'json'
  const output = V1_FORMATS.get(name.toLowerCase())
  if (output === undefined)
    return refused(400, `There is no format ${quoted(name)}; there are ${[...V1_FORMATS.keys()].join(', ')}.`)
  const { table } = shown
  const lists = codeListsOf(table)
  const asks = asksOf(read.answer, lists)
  if (!asks.ok) return asks
  const metric = table.dimensions.find(({ role }) => role === 'metric')?.id
  const placement: Placement =
    output.isLong === undefined
      ? {}
      : {
          stub: table.dimensions.flatMap(({ id }) => (id === metric ? [] : [id])),
          heading: metric === undefined ? [] : [metric],
        }
  const planned = planOf(table, lists, asks.asks, placement, 'all')
  if (!planned.ok) return planned
  const { format, options } = output
  const fault = faultOfSize(planned.plan, format)
  if (fault !== null) return fault
  const { type, ending } = MEDIA[format]
  return {
    ok: true,
    type,
    key: null,
    body: () =>
      writeTable(
        shown,
        tableOfPlan(table, planned.plan),
        format,
        languageOf(table, question.language),
        options,
      ),
    headers:
      type === 'application/json'
        ? {}
        : { 'Content-Disposition': `attachment; filename="${slug}.${ending}"` },
  }
}

function asksOf({ query }: V1Query, lists: readonly TableCodeList[]): Asked<{ readonly asks: Asks }> {
  const asks = new Map<string, VariableAsk>()
  for (const { code, selection } of query) {
    const { filter, values } = selection
    if (asks.has(code)) return refused(400, `Variable ${quoted(code)} is selected twice.`)
    const [, kind = '', name = ''] = /^(agg|vs):(.*)$/is.exec(filter) ?? []
    const list = lists.find(({ dimension, list: { id } }) => dimension === code && isNamed(id, kind, name))
    if (kind !== '' && list === undefined)
      return refused(400, `Variable ${quoted(code)} has no code list ${quoted(filter)}.`)
    asks.set(code, {
      choose: (codes, options) =>
        selectCodesByV1Filter(kind === '' ? filter.toLowerCase() : filterOf(values), values, codes, options),
      codeList: list?.list.id ?? null,
    })
  }
  return { ok: true, asks }
}

/** With a code list values are codes of it, or a pattern that stands for several. */
function filterOf(values: readonly string[]): 'all' | 'item' {
  return values.some((value) => value.includes('*')) ? 'all' : 'item'
}

/** A list is named by its id, with what kind it is before the colon or also in the name. */
function isNamed(id: string, kind: string, name: string): boolean {
  return id.startsWith(`${kind.toLowerCase()}_`) && (id === name || id === `${kind.toLowerCase()}_${name}`)
}
