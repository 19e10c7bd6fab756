import { isLanguage } from '@jamvikt/i18n'
import { parseV2SavedQuery, type V2SavedQuery } from '@jamvikt/tables'
import { jsonReply, type Reply } from '../answer.ts'
import type { Question } from '../question.ts'
import { type Asked, refused } from '../refusal.ts'
import { figuresReply, planOfSaved, refusedBody } from './data.ts'
import { linkTo } from './links.ts'
import { selectionAnswer } from './metadata.ts'
import { outputOf } from './parameters.ts'
import { readSavedQuery, savedQueryId } from './saved-query.ts'

/**
 * Saves a query, if it can be answered now.
 * @returns 201 with its id; as `planOf` refuses
 */
export async function saveQueryReply(question: Question): Promise<Asked<Reply>> {
  const read = parseV2SavedQuery(await question.body())
  if (!read.ok) return refusedBody(read)
  const query = read.answer
  const output = outputOf(query.outputFormat ?? null, query.outputFormatParams ?? [])
  if (!output.ok) return output
  const packed = savedQueryId(query)
  if (!packed.ok) return packed
  const shown = await question.table(query.tableId)
  if (!shown.ok) return refused(400, shown.detail)
  const planned = planOfSaved(shown, packed.id)
  if (!planned.ok) return planned
  return jsonReply(answerOf(question, packed.id, query), { status: 201, key: null })
}

/** A saved query as it was saved. */
export async function savedQueryReply(question: Question, id: string): Promise<Asked<Reply>> {
  const saved = readSavedQuery(id)
  if (!saved.ok) return saved
  return jsonReply(answerOf(question, id, saved.query))
}

/** The codes that a saved query selects now. */
export async function savedSelectionReply(question: Question, id: string): Promise<Asked<Reply>> {
  const saved = readSavedQuery(id)
  if (!saved.ok) return saved
  const asked = inItsLanguage(question, saved.query)
  const shown = await asked.table(saved.query.tableId)
  if (!shown.ok) return shown
  const planned = planOfSaved(shown, id)
  return planned.ok ? jsonReply(selectionAnswer(asked, shown, planned.plan)) : planned
}

/** The figures that a saved query selects now, in its own format unless another is asked for. */
export async function savedDataReply(question: Question, id: string): Promise<Asked<Reply>> {
  const saved = readSavedQuery(id)
  if (!saved.ok) return saved
  const { query } = saved
  const { params } = question
  const output = outputOf(
    params.get('outputFormat') ?? query.outputFormat ?? null,
    params.has('outputFormatParams') ? params.getAll('outputFormatParams') : (query.outputFormatParams ?? []),
  )
  if (!output.ok) return output
  const asked = inItsLanguage(question, query)
  const shown = await asked.table(query.tableId)
  if (!shown.ok) return shown
  const planned = planOfSaved(shown, id)
  return planned.ok ? figuresReply(asked, shown, planned.plan, output, true) : planned
}

function inItsLanguage(question: Question, { language }: V2SavedQuery): Question {
  return isLanguage(language) && !question.params.has('lang') ? { ...question, language } : question
}

function answerOf(question: Question, id: string, query: V2SavedQuery) {
  const { language } = inItsLanguage(question, query)
  return {
    language,
    id,
    savedQuery: { ...query, id },
    links: [
      linkTo(question, 'self', language, ['savedqueries', id]),
      linkTo(question, 'data', language, ['savedqueries', id, 'data']),
      linkTo(question, 'selection', language, ['savedqueries', id, 'selection']),
    ],
  }
}
