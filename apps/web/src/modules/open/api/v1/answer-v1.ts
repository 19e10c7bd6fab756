import { isLanguage } from '@jamvikt/i18n'
import type { Reply } from '../answer.ts'
import type { Question } from '../question.ts'
import { type ApiRefusal, type Asked, quoted, refused } from '../refusal.ts'
import { figuresV1, metadataV1 } from './query.ts'
import { areaReply, areasReply, configV1, DATABASE, databasesReply, searchReply } from './walk.ts'

/** Language, database, level, table: an address has no more parts. */
const MOST_PARTS = 4

/**
 * Answers a call of PxWebApi 1: `/{language}/{database}/{sub-goal}/{table}`. Limits are told from the language down and
 * not above it: programs go down the address until they find them, and take what they have passed for the root.
 * @param method HEAD is answered as GET
 * @returns 404 for a level or table that there is not, 405 for a POST to a level
 * @source PxWebApi 1.0 specification
 */
export async function answerV1(question: Question, method: string): Promise<Asked<Reply>> {
  const [language = '', database, area, table] = question.path
  if (!isLanguage(language)) return refused(404, `There is no language ${quoted(language)}.`)
  if (database !== undefined && database !== DATABASE)
    return refused(404, `There is no database ${quoted(database)}.`)
  if (question.path.length > MOST_PARTS) return refused(404, 'There is nothing at this address.')
  const asked = { ...question, language }
  if (method === 'POST' && table !== undefined) return figuresV1(asked, table)
  if (method !== 'GET') {
    const allowed = table === undefined ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, POST, OPTIONS'
    return refused(405, `This address takes ${allowed}.`, { Allow: allowed })
  }
  if (question.params.has('config')) return configV1()
  const search = question.params.get('query')
  if (search !== null && database !== undefined && table === undefined) return searchReply(asked, search)
  if (table !== undefined) return metadataV1(asked, table)
  if (area !== undefined) return areaReply(asked, area)
  return database === undefined ? databasesReply(asked) : areasReply(asked)
}

/** A refusal as version 1 writes it. */
export function errorOf({ detail }: ApiRefusal) {
  return { type: 'application/json', body: JSON.stringify({ error: detail }) }
}
