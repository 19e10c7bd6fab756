import type { z } from 'zod'
import { briefOf, isJsonObject, memberOf } from '../json-stat/json-part.ts'
import { parseJson } from '../json-stat/parse-json.ts'
import { DEFAULT_STAT_LIMITS, type StatRefusal, StatRefusedError } from '../stat/refusal.ts'

/** An answer of a server, as bytes, as text, or parsed already. */
export type AnswerInput = Uint8Array | string | Readonly<Record<string, unknown>> | readonly unknown[]

export type AnswerRead<T> = { readonly ok: true; readonly answer: T } | StatRefusal

/**
 * Checks a server’s answer against a schema.
 * @returns the typed answer; or the refusal: what `parseJson` refuses, `server-refused` where the answer is an error
 * (`{"error": …}` of PxWebApi 1, a problem of RFC 7807 with a status of 400 or more), `member-missing` or
 * `member-wrong-type` with the JSON path (`tables[0].id`)
 */
export function parseAnswer<T>(input: AnswerInput, schema: z.ZodType<T>): AnswerRead<T> {
  try {
    const value =
      typeof input === 'string' || input instanceof Uint8Array ? parseJson(input, DEFAULT_STAT_LIMITS) : input
    refuseError(value)
    const parsed = schema.safeParse(value)
    if (parsed.success) return { ok: true, answer: parsed.data }
    const path = parsed.error.issues[0]?.path ?? []
    const found = path.reduce<unknown>((part, name) => partOf(part, name), value)
    return {
      ok: false,
      reason: found === undefined ? 'member-missing' : 'member-wrong-type',
      keyword: pathText(path),
      ...(found === undefined ? {} : { detail: briefOf(found) }),
    }
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    throw error
  }
}

function refuseError(value: unknown): void {
  if (!isJsonObject(value)) return
  const error = memberOf(value, 'error')
  if (typeof error === 'string')
    throw new StatRefusedError('server-refused', { keyword: 'error', detail: briefOf(error) })
  const status = memberOf(value, 'status')
  const detail = memberOf(value, 'detail') ?? memberOf(value, 'title')
  if (typeof status === 'number' && status >= 400 && typeof detail === 'string')
    throw new StatRefusedError('server-refused', { keyword: 'detail', detail: briefOf(detail) })
}

function partOf(part: unknown, name: PropertyKey): unknown {
  if (Array.isArray(part)) return part[Number(name)]
  return isJsonObject(part) ? memberOf(part, String(name)) : undefined
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((name) => (typeof name === 'number' ? `[${name}]` : `.${String(name)}`))
    .join('')
    .replace(/^\./, '')
}
