import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { HttpRefusal } from './http-refusal.ts'
import type { Target } from './open-address.ts'

export interface Question {
  readonly method: 'GET' | 'POST'
  /** A JSON document, with POST. */
  readonly body?: string
  readonly accept?: string
}

export interface RequestLimits {
  /** Of the answer, unpacked. */
  readonly bytes: number
  /** From the call to the last byte. */
  readonly milliseconds: number
}

export interface RawAnswer {
  readonly ok: true
  readonly status: number
  readonly contentType: string
  readonly location: string | null
  readonly retryAfter: string | null
  readonly bytes: Uint8Array
}

const AGENT = 'Jamvikt/1'

/**
 * One call, to a checked address and to nowhere else: the name is not looked up again, so that it cannot come to mean
 * another machine between check and call. No redirect is followed, no connection is shared.
 * @returns the answer, whatever its status; `too-large` and `source-slow` beyond the limits, `encoding-unknown` for a
 * packing that was not asked for or is broken, `source-down` where the connection fails or breaks
 * @example await oneRequest(target, { method: 'GET' }, { bytes: 1_000_000, milliseconds: 10_000 })
 */
export function oneRequest(
  { url, ips }: Target,
  question: Question,
  limits: RequestLimits,
): Promise<RawAnswer | HttpRefusal> {
  const { promise, resolve } = Promise.withResolvers<RawAnswer | HttpRefusal>()
  const refuse = (reason: HttpRefusal['reason'], detail = url.host) =>
    resolve({ ok: false, reason, detail: detail.slice(0, 200) })
  const { body } = question
  const request = (url.protocol === 'https:' ? https : http).request(
    url,
    {
      method: question.method,
      agent: false,
      lookup: pinned(ips),
      headers: {
        'user-agent': AGENT,
        accept: question.accept ?? '*/*',
        'accept-encoding': 'gzip',
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    },
    (answer) =>
      void gathered(answer, limits.bytes).then((read) => {
        request.destroy()
        if (!read.ok) return refuse(read.reason)
        const { headers, statusCode = 0 } = answer
        resolve({
          ok: true,
          status: statusCode,
          contentType: headers['content-type'] ?? '',
          location: headers.location ?? null,
          retryAfter: headers['retry-after'] ?? null,
          bytes: read.bytes,
        })
      }),
  )
  const timer = setTimeout(() => {
    refuse('source-slow')
    request.destroy()
  }, limits.milliseconds)
  request.on('error', () => refuse('source-down'))
  request.end(body)
  return promise.finally(() => clearTimeout(timer))
}

/** Answers every question about a name with the checked addresses. */
function pinned(ips: readonly string[]): LookupFunction {
  const found = ips.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, callback) => {
    const [first] = found
    if (first === undefined) callback(new Error('no address'), '', 4)
    else if (options.all === true) callback(null, found)
    else callback(null, first.address, first.family)
  }
}

type Gathered =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: HttpRefusal['reason'] }

async function gathered(answer: IncomingMessage, most: number): Promise<Gathered> {
  const packing = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const isPacked = packing === 'gzip' || packing === 'x-gzip'
  if (!isPacked && packing !== 'identity' && packing !== '') {
    answer.destroy()
    return { ok: false, reason: 'encoding-unknown' }
  }
  if (!isPacked && Number(answer.headers['content-length'] ?? 0) > most) {
    answer.destroy()
    return { ok: false, reason: 'too-large' }
  }
  const content: Readable = isPacked ? pipeline(answer, createGunzip(), () => undefined) : answer
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of content) {
      if (!(chunk instanceof Uint8Array)) continue
      size += chunk.length
      if (size > most) return { ok: false, reason: 'too-large' }
      chunks.push(chunk)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { ok: false, reason: code.startsWith('Z_') ? 'encoding-unknown' : 'source-down' }
  }
  return answer.complete
    ? { ok: true, bytes: Buffer.concat(chunks, size) }
    : { ok: false, reason: 'source-down' }
}
