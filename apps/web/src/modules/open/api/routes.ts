import { withOpenSite } from '../../../platform/db/tenant.ts'
import type { Platform, Web, WebContext } from '../../../platform/http/context.ts'
import { RateLimit } from '../../../platform/http/rate-limit.ts'
import { listPublished, publishedTable } from '../../statistics/public.ts'
import { NO_PLANS, type OpenPlans } from '../model-plans.ts'
import { preflight, type Reply, send, sendRefusal } from './answer.ts'
import { catalogueReply } from './dcat/answer-catalogue.ts'
import type { Question } from './question.ts'
import { type ApiRefusal, type Asked, quoted, refused } from './refusal.ts'
import { shownTable } from './shown-table.ts'
import { answerV1, errorOf } from './v1/answer-v1.ts'
import { answerV2, problemOf } from './v2/answer-v2.ts'

const MOST_BODY_BYTES = 256 * 1024
/** The form of a table's address; nothing else is looked for. */
const SLUG = /^[a-z0-9-]{1,100}$/

/**
 * The open API of each site, PxWebApi 2 and 1 under `/api/SITE`, and its catalogue under `/open/SITE`. Whatever is wrong
 * with a call is answered in the API’s own form and never as a page. Must be added before the pages of the open site,
 * whose addresses would take the catalogue’s.
 * @param plans what is known of plans
 * @param now the clock; published tables appear by it, and calls are counted by it
 * @example addApi(app, platform)
 */
export function addApi(
  app: Web,
  platform: Platform,
  now: () => Date = () => new Date(),
  plans: OpenPlans = NO_PLANS,
) {
  const limit = new RateLimit()
  const siteOf = (c: WebContext) => questionOf(platform, plans, c, now())

  app.all('/api/:site/:version/*', (c) => answer(c))
  app.all('/api/:site/:version', (c) => answer(c))
  app.all('/api/*', () => sendRefusal(refused(404, 'There is nothing at this address.'), problemOf))
  app.get('/open/:site/:file{catalogue(?:\\.(?:ttl|rdf|jsonld))?}', async (c) => {
    const question = await siteOf(c)
    const reply = question.ok
      ? await catalogueReply(question.question, c.req.param('file'), c.req.header('accept'))
      : question
    return respond(c, reply, problemOf)
  })

  async function answer(c: WebContext): Promise<Response> {
    if (c.req.method === 'OPTIONS') return preflight()
    const version = c.req.param('version')
    const write = version === 'v1' ? errorOf : problemOf
    const seconds = limit.secondsToWait(c.get('peer'), now().getTime())
    if (seconds > 0)
      return sendRefusal(
        refused(429, `Too many calls; wait ${seconds} s.`, { 'Retry-After': `${seconds}` }),
        write,
      )
    return respond(c, await replyTo(c, version ?? ''), write)
  }

  async function replyTo(c: WebContext, version: string): Promise<Asked<Reply>> {
    const question = await siteOf(c)
    if (!question.ok) return question
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    try {
      if (version === 'v2') return await answerV2(question.question, method)
      if (version === 'v1') return await answerV1(question.question, method)
    } catch (error) {
      if (error instanceof BodyTooLarge) return refused(413, `A body has at most ${MOST_BODY_BYTES} bytes.`)
      throw error
    }
    return refused(404, `There is no version ${quoted(version)} of the API.`)
  }
}

function respond(
  c: WebContext,
  reply: Asked<Reply>,
  write: (refusal: ApiRefusal) => { readonly type: string; readonly body: string },
) {
  return reply.ok ? send(reply, c.req.header('if-none-match')) : sendRefusal(reply, write)
}

class BodyTooLarge extends Error {}

async function questionOf(
  platform: Platform,
  plans: OpenPlans,
  c: WebContext,
  now: Date,
): Promise<Asked<{ readonly question: Question }>> {
  const { pathname, searchParams } = new URL(c.req.url)
  const parts = decoded(pathname)
  const slug = c.req.param('site') ?? ''
  const site =
    parts === null || slug.includes('\0')
      ? null
      : await withOpenSite(platform.db, slug, async (_, open) => open)
  if (parts === null || site === null) return refused(404, 'There is no such site.')
  const question: Question = {
    site,
    base: `${platform.config.baseUrl}/api/${encodeURIComponent(site.slug)}`,
    home: `${platform.config.baseUrl}/open/${encodeURIComponent(site.slug)}`,
    path: parts.slice(3),
    params: searchParams,
    language: searchParams.get('lang') === 'en' ? 'en' : 'sv',
    now,
    list: async (search) =>
      (await withOpenSite(platform.db, slug, (db) => listPublished(db, now, search))) ?? [],
    plans: async () => (await withOpenSite(platform.db, slug, (db) => plans.list(db, now))) ?? [],
    table: async (wanted) => {
      const released = SLUG.test(wanted)
        ? await withOpenSite(platform.db, slug, (db) => publishedTable(db, wanted, now))
        : null
      return released === null
        ? refused(404, `There is no table ${quoted(wanted)}.`)
        : { ok: true, ...shownTable(released) }
    },
    body: () => bodyOf(c),
  }
  return { ok: true, question }
}

/** The parts of an address, without the empty ones that slashes at its end make; `null` where it cannot be decoded. */
function decoded(pathname: string): readonly string[] | null {
  try {
    return pathname
      .split('/')
      .filter(Boolean)
      .map((part) => decodeURIComponent(part))
  } catch {
    return null
  }
}

async function bodyOf(c: WebContext): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.length
    if (bytes > MOST_BODY_BYTES) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
