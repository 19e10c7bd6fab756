import type { Reply } from '../answer.ts'
import type { Question } from '../question.ts'
import { type ApiRefusal, type Asked, refused } from '../refusal.ts'
import { configReply } from './config.ts'
import { dataReply, postedDataReply } from './data.ts'
import { codeListReply, defaultSelectionReply, metadataReply } from './metadata.ts'
import { openApiReply } from './openapi.ts'
import { savedDataReply, savedQueryReply, savedSelectionReply, saveQueryReply } from './saved-queries.ts'
import { tableReply, tablesReply } from './tables.ts'

type Handler = (question: Question, id: string) => Promise<Asked<Reply>> | Reply

/** What is answered at each address; `*` is an id. */
const ADDRESSES: Readonly<Record<string, { readonly GET?: Handler; readonly POST?: Handler }>> = {
  config: { GET: configReply },
  'openapi.json': { GET: openApiReply },
  tables: { GET: tablesReply },
  'tables/*': { GET: tableReply },
  'tables/*/metadata': { GET: metadataReply },
  'tables/*/defaultselection': { GET: defaultSelectionReply },
  'tables/*/data': { GET: dataReply, POST: postedDataReply },
  'codelists/*': { GET: codeListReply },
  savedqueries: { POST: saveQueryReply },
  'savedqueries/*': { GET: savedQueryReply },
  'savedqueries/*/selection': { GET: savedSelectionReply },
  'savedqueries/*/data': { GET: savedDataReply },
}

/**
 * Answers a call of PxWebApi 2.
 * @param method HEAD is answered as GET
 * @returns 404 for an address that there is not, 405 for a method that it does not take
 * @source PxWebApi 2 OpenAPI specification
 */
export async function answerV2(question: Question, method: string): Promise<Asked<Reply>> {
  const { path } = question
  const pattern = path.map((part, at) => (at === 1 ? '*' : part)).join('/')
  const handlers = Object.hasOwn(ADDRESSES, pattern) ? ADDRESSES[pattern] : undefined
  if (handlers === undefined) return refused(404, 'There is nothing at this address.')
  const handler = method === 'POST' ? handlers.POST : method === 'GET' ? handlers.GET : undefined
  if (handler !== undefined) return handler(question, path[1] ?? '')
  const allowed = [...(handlers.GET ? ['GET', 'HEAD'] : []), ...(handlers.POST ? ['POST'] : []), 'OPTIONS']
  return refused(405, `This address takes ${allowed.join(', ')}.`, { Allow: allowed.join(', ') })
}

const TITLES: Readonly<Record<ApiRefusal['status'], string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Content too large',
  429: 'Too many requests',
}

/**
 * A refusal as problem+json.
 * @source RFC 9457
 */
export function problemOf({ status, detail }: ApiRefusal) {
  const body = JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail })
  return { type: 'application/problem+json', body }
}
