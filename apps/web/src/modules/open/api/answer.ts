import { sha256 } from '../../../platform/sha256.ts'
import type { ApiRefusal } from './refusal.ts'

type Body = string | Uint8Array

/** An answer before it is sent. */
export interface Reply {
  readonly ok: true
  readonly status?: 200 | 201
  readonly type: string
  /** Made only when it is needed: a caller that has it already is told so. */
  readonly body: Body | (() => Body | Promise<Body>)
  /**
   * What the body depends on, all of it; the body's own digest is used where it is not given. `null` for what is not to
   * be kept.
   */
  readonly key?: readonly unknown[] | null
  readonly headers?: Readonly<Record<string, string>>
}

/** Raised when what is written of the same release changes, so that nobody keeps the old. */
const WRITERS = 1

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After, Content-Disposition, Link, Allow',
}

/** For the answer to a browser that asks whether it may ask. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })
}

/**
 * A document as JSON.
 * @example jsonReply({ apiVersion: '2.0' })
 */
export function jsonReply(document: unknown, rest: Partial<Omit<Reply, 'ok' | 'body'>> = {}): Reply {
  return { ok: true, type: 'application/json', body: JSON.stringify(document), ...rest }
}

/**
 * Sends a reply: with a tag by which it is known again, or as “not modified” to whoever has it. It may be kept, but is
 * asked about each time it is used.
 * @param ifNoneMatch the header of the request
 */
export async function send(reply: Reply, ifNoneMatch: string | undefined): Promise<Response> {
  const { key, body } = reply
  const headers = new Headers({
    'Content-Type': reply.type,
    Vary: 'Accept-Encoding',
    ...CORS,
    ...reply.headers,
  })
  if (key === null) {
    headers.set('Cache-Control', 'no-store')
    return respond(typeof body === 'function' ? await body() : body, reply.status ?? 200, headers)
  }
  headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  // Weak: a workbook holds the time it was written, so that its bytes may differ while it says the same.
  const early = key === undefined ? null : `W/"${digestOf(JSON.stringify([WRITERS, ...key]))}"`
  if (early !== null && matches(ifNoneMatch, early)) return notModified(headers, early)
  const content = typeof body === 'function' ? await body() : body
  const tag = early ?? `W/"${digestOf(content)}"`
  if (matches(ifNoneMatch, tag)) return notModified(headers, tag)
  headers.set('ETag', tag)
  return respond(content, reply.status ?? 200, headers)
}

/**
 * Sends a refusal.
 * @param write what the API in question writes of it
 */
export function sendRefusal(
  refusal: ApiRefusal,
  write: (refusal: ApiRefusal) => { readonly type: string; readonly body: string },
): Response {
  const { type, body } = write(refusal)
  const headers = new Headers({ 'Content-Type': type, 'Cache-Control': 'no-store', ...CORS })
  for (const [name, value] of Object.entries(refusal.headers ?? {})) headers.set(name, value)
  return respond(body, refusal.status, headers)
}

/** The digest is long enough that no two answers meet, and short enough for a header. */
function digestOf(content: Body): string {
  return sha256(content).slice(0, 32)
}

function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const bare = (text: string) => text.trim().replace(/^W\//, '')
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag))
}

function notModified(headers: Headers, tag: string): Response {
  headers.set('ETag', tag)
  headers.delete('Content-Type')
  headers.delete('Content-Disposition')
  return new Response(null, { status: 304, headers })
}

function respond(content: Body, status: number, headers: Headers): Response {
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), { status, headers })
}
