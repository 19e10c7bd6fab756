import { localeOf } from '@jamvikt/i18n'
import { textOf, type V1Config, type V1Databases, type V1Nodes } from '@jamvikt/tables'
import { MAX_CALLS, WINDOW_SECONDS } from '../../../../platform/http/rate-limit.ts'
import { AREAS, type PublishedEntry } from '../../../statistics/public.ts'
import { jsonReply, type Reply } from '../answer.ts'
import type { Question } from '../question.ts'
import { type Asked, quoted, refused } from '../refusal.ts'
import { MAX_CELLS } from '../selection.ts'
import { instant, languageOf, shownParts } from '../shown-table.ts'

/** The site’s only database. */
export const DATABASE = 'open'

/** Limits, as `?config` at any level tells them. */
export function configV1(): Reply {
  const config: V1Config = {
    maxValues: MAX_CELLS,
    maxCells: MAX_CELLS,
    maxCalls: MAX_CALLS,
    timeWindow: WINDOW_SECONDS,
    CORS: true,
  }
  return jsonReply(config)
}

/** The databases of a language. */
export function databasesReply({ site }: Question): Reply {
  const databases: V1Databases = [{ dbid: DATABASE, text: site.name }]
  return jsonReply(databases)
}

/** The sub-goals that have tables, in their order. */
export async function areasReply(question: Question): Promise<Reply> {
  const found = new Set((await question.list()).map(({ dataset }) => dataset.area))
  const nodes: V1Nodes = AREAS.filter((area) => found.has(area)).map((area) => ({
    id: area,
    type: 'l',
    text: localeOf(question.language).text(`stat.area.${area}`),
  }))
  return jsonReply(nodes)
}

/**
 * The tables of a sub-goal.
 * @returns 404 for one that there is not
 */
export async function areaReply(question: Question, area: string): Promise<Asked<Reply>> {
  if (!AREAS.some((each) => each === area)) return refused(404, `There is no level ${quoted(area)}.`)
  const entries = (await question.list()).filter(({ dataset }) => dataset.area === area)
  const nodes: V1Nodes = entries.map((entry) => ({
    id: entry.dataset.slug,
    type: 't',
    text: titleOf(question, entry),
    updated: withoutZone(entry.publishedAt),
  }))
  return jsonReply(nodes)
}

/** Tables that hold all words of a search, with the level at which they stand. */
export async function searchReply(question: Question, search: string): Promise<Reply> {
  const entries = await question.list(search.replaceAll('*', ' '))
  return jsonReply(
    entries.map((entry) => ({
      id: entry.dataset.slug,
      path: `/${entry.dataset.area}`,
      title: titleOf(question, entry),
      score: 1,
      published: withoutZone(entry.publishedAt),
    })),
  )
}

function titleOf({ language }: Question, entry: PublishedEntry): string {
  const parts = shownParts(entry, entry.parts)
  return textOf(parts.title, languageOf(parts, language), parts.languages)
}

/** The first version writes moments without a zone. */
function withoutZone(moment: Date): string {
  return instant(moment).slice(0, -1)
}
