import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import { isLanguage, localeOf, negotiate } from '@jamvikt/i18n'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { membershipsOf } from '../db/members.ts'
import { withTenant } from '../db/tenant.ts'
import { remember } from '../history.ts'
import { errorFields, log } from '../log.ts'
import { clientFolder } from './assets.ts'
import { type Platform, scopeOf, type Web, type WebContext, type WebEnv } from './context.ts'
import { ownAddress } from './own-address.ts'
import { peerAddress } from './peer.ts'
import { HttpProblem, problemResponse } from './problem.tsx'

const MAX_FORM_BYTES = 1024 * 1024
const MAX_LONG_FORM_BYTES = 16 * 1024 * 1024
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024
const EMBEDDED =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
/** The only addresses that take files: there a large body is read after the sender is known. */
const TAKES_FILES =
  /^\/r\/[^/]+\/(look\/template|money\/uploads|bases|plans\/import|plans\/[^/]+\/money\/ledger|statistics(\/[^/]+)?\/new)$/

/** Forms with a row a part of a plan: as large as plans are. */
const LONG_FORMS = /^\/r\/[^/]+\/plans\/[^/]+\/(time|follow\/[^/]+\/all)$/

/** What the agency has and no region; and what both have. */
const OF_THE_AGENCY = /^\/r\/[^/]+\/(regions|received|grants)(\/|$)/
const OF_BOTH = /^\/r\/[^/]+(\/people(\/|$)|$)/

function connectionOf(c: WebContext): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** The application before any room is added: headers, limits, language, who is asking, and one mapper of errors. */
export function makeApp(platform: Platform): Web {
  const app = new Hono<WebEnv>()
  const secure = platform.config.baseUrl.startsWith('https:')

  app.use(async (c, next) => {
    c.set('reference', randomUUID().slice(0, 8))
    c.set('peer', peerAddress(connectionOf(c), c.req.header('x-forwarded-for'), platform.config.proxies))
    const chosen = getCookie(c, 'language')
    c.set('locale', localeOf(isLanguage(chosen) ? chosen : negotiate(c.req.header('accept-language'))))
    const began = performance.now()
    await next()
    const route = c.req.routePath
    if (!c.req.path.startsWith('/assets/'))
      log(c.res.status >= 500 ? 'error' : 'info', 'request', {
        reference: c.get('reference'),
        method: c.req.method,
        route,
        status: c.res.status,
        ms: Math.round(performance.now() - began),
      })
  })
  // A chart that others show on their pages: the only address that may stand in a frame.
  app.use('/open/:site/:dataset/embed', async (c, next) => {
    await next()
    c.header('Content-Security-Policy', EMBEDDED)
    c.header('X-Frame-Options', undefined)
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  )
  app.use('/assets/*', compress())
  // Behind a proxy that speaks https the address we see is not the one that people use.
  const own = new URL(platform.config.baseUrl).origin
  const guard = csrf({ origin: (origin, c) => origin === own || origin === new URL(c.req.url).origin })
  // The open API knows nobody: there is nothing to forge, and programs post without a type.
  app.use((c, next) => (c.req.path.startsWith('/api/') ? next() : guard(c, next)))
  const limited = (maxSize: number) =>
    bodyLimit({ maxSize, onError: () => Promise.reject(new HttpProblem(413)) })
  const form = limited(MAX_FORM_BYTES)
  const isLarge = (path: string) => TAKES_FILES.test(path) || LONG_FORMS.test(path)
  app.use((c, next) => (isLarge(c.req.path) ? next() : form(c, next)))
  app.use(async (c, next) => {
    if (new URL(c.req.url).search.includes('%00')) throw new HttpProblem(400)
    await next()
  })

  const folder = clientFolder()
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/favicon.svg', (c) =>
    c.body(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 22"><rect x="1" y="3" width="11" height="8" fill="#0d5c63"/><path d="M1 11.5H29" stroke="#0d5c63" stroke-width="1.5"/><rect x="18" y="12" width="11" height="7" fill="#e0a12e"/></svg>',
      200,
      { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
    ),
  )

  app.use(async (c, next) => {
    const person =
      getCookie(c, 'jamvikt.session_token') || getCookie(c, '__Secure-jamvikt.session_token')
        ? await platform.sessions.person(c.req.raw.headers)
        : null
    c.set('person', person)
    c.set('memberships', person ? await membershipsOf(platform.db, person.id) : [])
    c.header('Cache-Control', 'private, no-store')
    await next()
  })

  app.get('/language', (c) => {
    const to = c.req.query('to')
    if (isLanguage(to))
      setCookie(c, 'language', to, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true, secure })
    return c.redirect(ownAddress(c.req.query('back')))
  })

  // Everything of a region: its members only; anybody else learns nothing, and the attempt is written down.
  app.use('/r/:slug/*', regionOnly)
  app.use('/r/:slug/*', (c, next) =>
    isLarge(c.req.path)
      ? limited(LONG_FORMS.test(c.req.path) ? MAX_LONG_FORM_BYTES : MAX_UPLOAD_BYTES)(c, next)
      : next(),
  )
  app.use('/r/:slug', regionOnly)

  app.notFound(async (c) => {
    await rememberRefusal(platform, c)
    return problemResponse(c, 404)
  })
  app.onError(async (error, c) => {
    if (error instanceof HttpProblem) {
      if (error.status === 403 || error.status === 404) await rememberRefusal(platform, c)
      if (error.retryAfterSeconds !== null) c.header('Retry-After', String(error.retryAfterSeconds))
      return problemResponse(c, error.status)
    }
    if (error instanceof HTTPException && error.status < 500) return problemResponse(c, error.status)
    if (
      error instanceof TypeError &&
      c.req.method === 'POST' &&
      /form|body|Content-Type/i.test(error.message)
    )
      return problemResponse(c, 400)
    // A zero byte in a form's field: no text, and no JSON, that the database takes.
    if ('code' in error && (error.code === '22021' || error.code === '22P05')) return problemResponse(c, 400)
    log('error', 'failure', { reference: c.get('reference'), route: c.req.routePath, ...errorFields(error) })
    return problemResponse(c, isOfNoRoom(error) ? 507 : 500)
  })
  return app
}

/** Whether the disk was full: the server's own (Linux), or the database's (SQLSTATE class 53). */
function isOfNoRoom(error: Error): boolean {
  return 'code' in error && (error.code === 'ENOSPC' || error.code === '53100')
}

async function regionOnly(c: WebContext, next: () => Promise<void>) {
  const person = c.get('person')
  if (!person) {
    if (c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html'))
      return c.redirect(`/sign-in?back=${encodeURIComponent(c.req.path)}`)
    throw new HttpProblem(404)
  }
  const membership = c.get('memberships').find((one) => one.slug === c.req.param('slug'))
  if (!membership) throw new HttpProblem(404)
  const isRoomOf = OF_THE_AGENCY.test(c.req.path) ? 'agency' : 'region'
  if (isRoomOf !== membership.kind && !OF_BOTH.test(c.req.path)) throw new HttpProblem(404)
  if (membership.kind === 'agency' && c.req.path === `/r/${membership.slug}`)
    return c.redirect(`${c.req.path}/regions`)
  c.set('membership', membership)
  c.set('actor', {
    personId: person.id,
    personName: person.name,
    regionId: membership.regionId,
    role: membership.role,
  })
  await next()
}

/** An address without what opens a door: that is kept nowhere. */
function withoutKey(address: string): string {
  return address.replace(/^\/(update|referral|reset)\/.*/, '/$1/…')
}

/** A hostile or mistaken address within a region stands in that region's history, and in the log. */
async function rememberRefusal(platform: Platform, c: WebContext) {
  const actor = c.get('actor')
  log('warn', 'refused', { reference: c.get('reference'), route: c.req.routePath, method: c.req.method })
  const person = c.get('person')
  const home = c.get('memberships')?.[0]
  const scope = actor
    ? scopeOf(actor)
    : person && home
      ? { regionId: home.regionId, personId: person.id }
      : null
  if (!scope) return
  await withTenant(platform.db, scope, (db) =>
    remember(db, {
      regionId: scope.regionId,
      actorId: scope.personId,
      kind: 'refusal',
      entity: 'address',
      entityId: withoutKey(c.req.path).replaceAll('\0', '').slice(0, 200),
      action: c.req.method,
    }),
  )
}
