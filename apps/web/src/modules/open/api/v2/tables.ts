import { localeOf } from '@jamvikt/i18n'
import { type TableParts, textOf, type V2Link, type V2Table, type V2Tables } from '@jamvikt/tables'
import type { PublishedContent } from '../../../statistics/public.ts'
import { jsonReply, type Reply } from '../answer.ts'
import type { Question } from '../question.ts'
import { type Asked, refused } from '../refusal.ts'
import { periodsOf } from '../selection.ts'
import { instant, languageOf, shownParts } from '../shown-table.ts'
import { linksOfTable, linkTo } from './links.ts'
import { countOf } from './parameters.ts'

const PAGE_SIZE = 20
const MOST_ON_A_PAGE = 1000
const DAY_MS = 86_400_000
const TIME_UNITS: Readonly<Record<string, string>> = {
  year: 'Annual',
  quarter: 'Quarterly',
  month: 'Monthly',
  week: 'Weekly',
}

/**
 * The list of tables, a page of it: those that hold the words of `query` and have been published within `pastDays`.
 * Tables are never discontinued here: one that is taken back is gone.
 * @returns 400 for a page or number of days that is none; a page after the last is empty
 */
export async function tablesReply(question: Question): Promise<Asked<Reply>> {
  const { params, language, now } = question
  const number = countOf(params, 'pageNumber', 1)
  const size = countOf(params, 'pageSize', PAGE_SIZE)
  const days = countOf(params, 'pastDays', Number.POSITIVE_INFINITY)
  const discontinued = params.get('includeDiscontinued') ?? ''
  if (!number.ok) return number
  if (!size.ok) return size
  if (!days.ok) return days
  if (!/^(true|false|)$/i.test(discontinued))
    return refused(400, 'Parameter “includeDiscontinued” is true or false.')
  const entries = (await question.list(params.get('query') ?? '')).filter(
    ({ publishedAt }) => now.getTime() - publishedAt.getTime() <= days.count * DAY_MS,
  )
  const pageSize = Math.min(size.count, MOST_ON_A_PAGE)
  const totalPages = Math.max(1, Math.ceil(entries.length / pageSize))
  const first = (number.count - 1) * pageSize
  const answer: V2Tables = {
    language,
    tables: entries
      .slice(first, first + pageSize)
      .map((entry) => tableOf(question, entry, shownParts(entry, entry.parts))),
    page: {
      pageNumber: number.count,
      pageSize,
      totalElements: entries.length,
      totalPages,
      links: pageLinks(question, number.count, totalPages),
    },
    links: [linkTo(question, 'self', language, ['tables'])],
  }
  return jsonReply(answer)
}

function pageLinks(question: Question, page: number, last: number): V2Link[] {
  const kept = Object.fromEntries(
    ['query', 'pastDays', 'includeDiscontinued', 'pageSize'].flatMap((name) => {
      const value = question.params.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const to = (rel: string, number: number) =>
    linkTo(question, rel, question.language, ['tables'], { ...kept, pageNumber: String(number) })
  return [
    to('first', 1),
    ...(page > 1 ? [to('prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [to('next', page + 1)] : []),
    to('last', last),
  ]
}

/** What is said of one table, without its variables. */
export async function tableReply(question: Question, slug: string): Promise<Asked<Reply>> {
  const shown = await question.table(slug)
  if (!shown.ok) return shown
  const answer = tableOf(question, shown.content, shown.table)
  return jsonReply({ ...answer, language: languageOf(shown.table, question.language) })
}

function tableOf(question: Question, content: Omit<PublishedContent, 'table'>, parts: TableParts): V2Table {
  const { dataset, publishedAt } = content
  const language = languageOf(parts, question.language)
  const words = (texts: TableParts['source']) => textOf(texts, language, parts.languages)
  const time = parts.dimensions.find(({ role }) => role === 'time')
  const periods = periodsOf(parts)
  const area = localeOf(question.language).text(`stat.area.${dataset.area}`)
  return {
    id: dataset.slug,
    label: words(parts.title),
    description: words(parts.description),
    sortCode: dataset.name,
    updated: instant(publishedAt),
    firstPeriod: periods?.[0] ?? null,
    lastPeriod: periods?.[1] ?? null,
    category: 'public',
    variableNames: parts.dimensions.map(({ label }) => words(label)),
    discontinued: false,
    source: words(parts.source),
    subjectCode: dataset.area,
    ...(time === undefined ? {} : { timeUnit: TIME_UNITS[time.timeUnit ?? ''] ?? 'Other' }),
    paths: [[{ id: dataset.area, label: area, sortCode: area }]],
    links: linksOfTable(question, dataset.slug, language, parts.languages),
  }
}
