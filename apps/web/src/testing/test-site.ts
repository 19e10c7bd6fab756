import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { makeApp } from '../platform/http/app.tsx'
import type { Platform } from '../platform/http/context.ts'
import { addAccount } from '../platform/people/account-routes.tsx'
import { addPeople } from '../platform/people/people-routes.tsx'
import { addSignIn } from '../platform/people/sign-in-routes.tsx'
import type { Actor, Role } from '../platform/policy.ts'
import { openSessions } from '../platform/session.ts'
import type { TestDatabase } from './test-database.ts'

const SITE = 'http://localhost:4000'
export const PASSWORD = 'a sentence to remember'

export interface Visitor {
  readonly cookie: string
}
export const NOBODY: Visitor = { cookie: '' }

interface Sent {
  readonly by?: Visitor
  readonly from?: string
  readonly headers?: Record<string, string>
}

/** The site's rooms for people on a test database, asked as a browser asks, from an address of one's choice. */
export function openTestSite(database: TestDatabase) {
  const sessions = openSessions({
    appUrl: database.appUrl,
    secret: 'only-for-tests'.repeat(4),
    baseUrl: SITE,
  })
  const root = path.resolve('.')
  const platform: Platform = {
    config: {
      root,
      port: 4000,
      host: '127.0.0.1',
      dataDir: tmpdir(),
      boundaries: [],
      mail: null,
      proxies: 0,
      databaseUrl: null,
      baseUrl: SITE,
    },
    db: database.db,
    sessions,
    demo: false,
  }
  const app = makeApp(platform)
  addSignIn(app, platform)
  addAccount(app, platform)
  addPeople(app, platform)
  afterAll(() => sessions.close())

  const request = async (place: string, init: RequestInit, sent: Sent) =>
    app.request(
      `${SITE}${place}`,
      {
        ...init,
        headers: {
          origin: SITE,
          'accept-language': 'en',
          ...(sent.by?.cookie ? { cookie: sent.by.cookie } : {}),
          ...sent.headers,
        },
      },
      { incoming: { socket: { remoteAddress: sent.from ?? '127.0.0.1' } } },
    )
  const get = (place: string, sent: Sent = {}) => request(place, { method: 'GET' }, sent)
  const post = (place: string, form: Record<string, string>, sent: Sent = {}) =>
    request(place, { method: 'POST', body: new URLSearchParams(form) }, sent)
  const signIn = (email: string, password: string, sent: Sent & { back?: string } = {}) =>
    post('/sign-in', { email, password, ...(sent.back === undefined ? {} : { back: sent.back }) }, sent)

  let people = 0
  return {
    app,
    platform,
    sessions,
    request,
    get,
    post,
    signIn,
    /** A person in a role with a password, signed in; `home` is the region's address. */
    async visitor(
      role: Role,
      regionId?: string,
    ): Promise<Visitor & { actor: Actor; email: string; home: string }> {
      const actor = await database.actor(role, regionId)
      const email = `${actor.personId}@test.invalid`
      people += 1
      const peer = `10.0.0.${people}`
      await sessions.resetPassword((await sessions.resetToken(email)) ?? '', PASSWORD, peer)
      const answer = await signIn(email, PASSWORD, { from: peer })
      if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`)
      return { actor, email, cookie: cookieOf(answer), home: `/r/r-${actor.regionId.slice(0, 8)}` }
    },
  }
}

export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}
