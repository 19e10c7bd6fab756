import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { parseV2SavedQuery, type V2SavedQuery } from '@jamvikt/tables'
import { type Asked, refused } from '../refusal.ts'

/** An id is part of an address, and must be shorter than any program allows. */
const MOST_ID_CHARACTERS = 2048
/** What an id may unfold to. */
const MOST_BYTES = 64 * 1024

/**
 * The id of a query to be saved. Nothing is kept: the id is the query itself, packed, so that it never grows old and
 * holds nothing that its owner did not write.
 * @returns the id, the same for the same query; 400 where it would be longer than 2,048 characters
 * @example savedQueryId(query)
 */
export function savedQueryId(query: V2SavedQuery): Asked<{ readonly id: string }> {
  const { id: _, ...kept } = query
  const id = deflateRawSync(JSON.stringify(kept)).toString('base64url')
  if (id.length > MOST_ID_CHARACTERS)
    return refused(
      400,
      'The query is too long to be saved; use expressions such as * or FROM(…) instead of codes.',
    )
  return { ok: true, id }
}

/**
 * The query that an id holds. It is foreign input like any other: it is read and checked anew.
 * @returns 404 for what is no id
 * @example readSavedQuery(id)
 */
export function readSavedQuery(id: string): Asked<{ readonly query: V2SavedQuery }> {
  const missing = refused(404, 'There is no such saved query.')
  if (id.length > MOST_ID_CHARACTERS || !/^[A-Za-z0-9_-]+$/.test(id)) return missing
  const text = unfolded(id)
  const read = text === null ? null : parseV2SavedQuery(text)
  return read?.ok ? { ok: true, query: read.answer } : missing
}

function unfolded(id: string): string | null {
  try {
    return inflateRawSync(Buffer.from(id, 'base64url'), { maxOutputLength: MOST_BYTES }).toString('utf8')
  } catch {
    return null
  }
}
