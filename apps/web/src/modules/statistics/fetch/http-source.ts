import { CallRate, CLOCK, type Clock, type Rate } from './call-rate.ts'
import type { HttpRefusal } from './http-refusal.ts'
import { oneRequest, type Question, type RawAnswer, type RequestLimits } from './one-request.ts'
import { type AddressRules, checkAddress, resolveHost } from './open-address.ts'

interface SourceAnswer {
  readonly ok: true
  readonly bytes: Uint8Array
  readonly contentType: string
  /** Where it came from in the end. */
  readonly address: string
}

export interface HttpSourceOptions extends Partial<AddressRules> {
  readonly clock?: Clock
  /** How many times a question is put before it is given up. */
  readonly tries?: number
  readonly limits?: Partial<RequestLimits>
}

export interface HttpSource {
  get(address: string, limits?: Partial<RequestLimits>): Promise<SourceAnswer | HttpRefusal>
  /** Puts a question that changes nothing: it may be put again. */
  ask(address: string, body: string, limits?: Partial<RequestLimits>): Promise<SourceAnswer | HttpRefusal>
  /** Holds all calls to a source within what it allows. */
  tellRate(address: string, rate: Rate): void
}

const MOST_BYTES = 64 * 1024 * 1024
const MOST_MS = 120_000
const TRIES = 4
const REDIRECTS = 3
const FIRST_PAUSE_MS = 1000
/** A source that wants to be left alone for longer than this is left alone. */
const LONGEST_PAUSE_MS = 60_000
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504])
const MOVED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * The one way out to other servers. Only https to addresses of the open internet, checked again at each of three
 * redirects at most; within limits of size (64 MB, unpacked) and time (120 s a call); within the rate that a source
 * has told; broken connections and busy sources are tried again with doubled pauses, or as `Retry-After` says.
 * @param options `localhost` lets this machine itself through (tests); clock and resolver may be replaced
 * @returns answers of status 200–299 that are not web pages; or why not: what `checkAddress` and `oneRequest` refuse,
 * `too-many-redirects`, `source-busy`, `source-down` (a status of 500 or more), `not-found` (404, 410),
 * `source-refused` with what was said, `html-file` for a page where data were asked for
 * @example await openHttpSource({}).get('https://api.kolada.se/v2/kpi/N00945')
 */
export function openHttpSource(options: HttpSourceOptions): HttpSource {
  const clock = options.clock ?? CLOCK
  const rules = { localhost: options.localhost ?? false, resolve: options.resolve ?? resolveHost }
  const rate = new CallRate(clock)
  const tries = options.tries ?? TRIES

  const call = async (
    address: string,
    question: Question,
    limits: RequestLimits,
  ): Promise<(RawAnswer & { address: string }) | HttpRefusal> => {
    let place = address
    let asked = question
    for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
      const target = await checkAddress(place, rules)
      if (!target.ok) return target
      await rate.turn(target.url.origin)
      const answer = await oneRequest(target, asked, limits)
      if (!answer.ok || !MOVED.has(answer.status) || answer.location === null)
        return answer.ok ? { ...answer, address: place } : answer
      if (!URL.canParse(answer.location, place))
        return { ok: false, reason: 'address-invalid', detail: answer.location.slice(0, 200) }
      place = new URL(answer.location, place).href
      if (answer.status !== 307 && answer.status !== 308) asked = { method: 'GET' }
    }
    return { ok: false, reason: 'too-many-redirects', detail: address.slice(0, 200) }
  }

  const persist = async (
    address: string,
    question: Question,
    given: Partial<RequestLimits> = {},
  ): Promise<SourceAnswer | HttpRefusal> => {
    const limits = { bytes: MOST_BYTES, milliseconds: MOST_MS, ...options.limits, ...given }
    for (let attempt = 1; ; attempt++) {
      const answer = await call(address, question, limits)
      const isBusy = answer.ok && BUSY.has(answer.status)
      if (!isBusy && (answer.ok || answer.reason !== 'source-down')) return judged(answer)
      const pause =
        pauseOf(answer.ok ? answer.retryAfter : null, clock.now()) ?? FIRST_PAUSE_MS * 2 ** (attempt - 1)
      if (attempt >= tries || pause > LONGEST_PAUSE_MS) return judged(answer)
      await clock.sleep(pause)
    }
  }

  return {
    get: (address, limits) => persist(address, { method: 'GET' }, limits),
    ask: (address, body, limits) => persist(address, { method: 'POST', body }, limits),
    tellRate: (address, told) => {
      if (URL.canParse(address)) rate.tell(new URL(address).origin, told)
    },
  }
}

/** `Retry-After`: seconds, or a date. */
function pauseOf(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

function judged(
  answer: (RawAnswer & { readonly address: string }) | HttpRefusal,
): SourceAnswer | HttpRefusal {
  if (!answer.ok) return answer
  const { status, contentType, bytes, address } = answer
  const refused = (reason: HttpRefusal['reason'], detail: string): HttpRefusal => ({
    ok: false,
    reason,
    detail,
  })
  const { host } = new URL(address)
  if (status === 429 || status === 503) return refused('source-busy', host)
  if (status >= 500) return refused('source-down', `${host}: ${status}`)
  if (status === 404 || status === 410) return refused('not-found', address.slice(0, 200))
  if (status < 200 || status > 299) return refused('source-refused', `${status} ${firstWords(bytes)}`.trim())
  if (
    /^\s*(text\/html|application\/xhtml)/i.test(contentType) ||
    /^<(!doctype\s+html|html)/i.test(firstWords(bytes))
  )
    return refused('html-file', host)
  return { ok: true, bytes, contentType, address }
}

function firstWords(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/[\s\p{Cc}\ufeff]+/gu, ' ')
    .trim()
}
