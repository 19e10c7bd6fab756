import { AsyncLocalStorage } from 'node:async_hooks'
import { argon2, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { betterAuth } from 'better-auth'
import pg from 'pg'

const derive = promisify(argon2)
// OWASP's second profile for argon2id: 19 MiB, two passes.
const COST = { parallelism: 1, memory: 19_456, passes: 2, tagLength: 32 } as const

async function hashPassword(password: string) {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { ...COST, message: password, nonce })
  return `argon2id$${COST.memory}$${COST.passes}$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

async function verifyPassword({ hash, password }: { hash: string; password: string }) {
  const [kind, memory, passes, nonce = '', tag = ''] = hash.split('$')
  if (kind !== 'argon2id') return false
  const wanted = Buffer.from(tag, 'base64url')
  const found = await derive('argon2id', {
    ...COST,
    memory: Number(memory),
    passes: Number(passes),
    message: password,
    nonce: Buffer.from(nonce, 'base64url'),
  })
  return found.length === wanted.length && timingSafeEqual(found, wanted)
}

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const
const RESET_HOURS = 24
const WINDOW_MS = 60_000
/** Failed sign-ins a minute: of one account from one address, and of all accounts from one address. */
const FAILURES = { account: 8, address: 60 } as const

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

export type SignIn =
  | { readonly ok: true; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly reason: 'wrong' | 'too-many' }

/** People, passwords and sessions: a thin face over better-auth, with no self sign-up. */
export function openSessions(options: { appUrl: string; secret: string; baseUrl: string }) {
  const caught = new AsyncLocalStorage<{ token: string | null }>()
  const pool = new pg.Pool({ connectionString: options.appUrl, max: 4, options: '-c search_path=identity' })
  pool.on('error', () => undefined)
  const auth = betterAuth({
    database: pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: RESET_HOURS * 3600,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
      sendResetPassword: async ({ token }) => {
        const waiting = caught.getStore()
        if (waiting) waiting.token = token
      },
    },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': false, '/reset-password': { window: 60, max: 8 } },
    },
    advanced: { cookiePrefix: 'jamvikt', ipAddress: { ipAddressHeaders: ['x-jamvikt-peer'] } },
  })

  const call = (path: string, body: unknown, headers: Headers, peer: string) => {
    const sent = new Headers({
      'content-type': 'application/json',
      origin: options.baseUrl,
      'x-jamvikt-peer': peer,
    })
    const cookie = headers.get('cookie')
    if (cookie) sent.set('cookie', cookie)
    return auth.handler(
      new Request(`${options.baseUrl}/auth${path}`, {
        method: 'POST',
        headers: sent,
        body: JSON.stringify(body),
      }),
    )
  }

  /** Adds to a counter of the last minute and gives what it then is; after a quiet minute it begins anew. */
  const count = async (key: string, step: 1 | -1) => {
    const { rows } = await pool.query<{ count: number }>(
      `insert into "rateLimit" (id, key, count, "lastRequest") values ($1, $2, greatest($3, 0), $4)
       on conflict (key) do update set "lastRequest" = $4,
         count = case when "rateLimit"."lastRequest" > $5 then greatest("rateLimit".count + $3, 0) else greatest($3, 0) end
       returning count`,
      [randomUUID(), key.slice(0, 400), step, Date.now(), Date.now() - WINDOW_MS],
    )
    return rows[0]?.count ?? 0
  }

  return {
    async person(headers: Headers): Promise<Person | null> {
      const found = await auth.api.getSession({ headers })
      return found ? { id: found.user.id, name: found.user.name, email: found.user.email } : null
    },

    async signIn(email: string, password: string, headers: Headers, peer: string): Promise<SignIn> {
      // Counted before the password is looked at, so that many guesses at once are not let through together.
      const counters = [
        { key: `sign-in|${email.toLowerCase()}|${peer}`, most: FAILURES.account },
        { key: `sign-in|${peer}`, most: FAILURES.address },
      ]
      const counts = await Promise.all(counters.map(({ key }) => count(key, 1)))
      if (counters.some(({ most }, index) => (counts[index] ?? 0) > most))
        return { ok: false, reason: 'too-many' }
      const answer = await call('/sign-in/email', { email, password }, headers, peer)
      if (answer.ok) {
        await Promise.all(counters.map(({ key }) => count(key, -1)))
        return { ok: true, cookies: answer.headers.getSetCookie() }
      }
      return { ok: false, reason: 'wrong' }
    },

    async signOut(headers: Headers, peer: string): Promise<readonly string[]> {
      return (await call('/sign-out', {}, headers, peer)).headers.getSetCookie()
    },

    async signOutEverywhere(headers: Headers) {
      await auth.api.revokeSessions({ headers })
    },

    /** Takes a person's password, open links and sessions away: on leaving a region, and before joining one anew. */
    async forgetCredentials(personId: string) {
      await pool.query('delete from account where "userId" = $1', [personId])
      await pool.query('delete from verification where value = $1', [personId])
      await pool.query('delete from session where "userId" = $1', [personId])
    },

    /** The person of this address, made when unknown: without a password until a reset link is used. */
    async personOf(email: string, name: string): Promise<Person> {
      const { rows } = await pool.query<Person>(
        `insert into "user" (id, name, email, "emailVerified") values ($1, $2, $3, true)
         on conflict (email) do update set email = excluded.email returning id, name, email`,
        [randomUUID(), name, email.toLowerCase()],
      )
      const [person] = rows
      if (!person) throw new Error('no person came back')
      return person
    },

    /** A token with which the person of this address sets a password within a day; the administrator hands it over. */
    async resetToken(email: string): Promise<string | null> {
      const waiting: { token: string | null } = { token: null }
      await caught.run(waiting, () => auth.api.requestPasswordReset({ body: { email } }))
      return waiting.token
    },

    async resetPassword(token: string, password: string, peer: string): Promise<'ok' | 'stale' | 'too-many'> {
      if (!/^[\w-]{8,128}$/.test(token)) return 'stale'
      const answer = await call('/reset-password', { token, newPassword: password }, new Headers(), peer)
      return answer.status === 429 ? 'too-many' : answer.ok ? 'ok' : 'stale'
    },

    close: () => pool.end(),
  }
}

export type Sessions = ReturnType<typeof openSessions>
