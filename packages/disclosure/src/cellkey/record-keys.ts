/**
 * A hash under a tenant's secret: same text, same bytes; without the secret the bytes cannot be told from chance.
 * HMAC-SHA-256 with a secret of at least 32 random bytes serves. This package does not see the secret and cannot
 * judge it: a short or public one gives all noise away.
 */
export type KeyedHash = (message: string) => Uint8Array

/** What keys are for. Each purpose has keys of its own, so that noise of one kind tells nothing of another. */
export type KeyPurpose = 'count' | 'amount' | 'contributor'

export type RecordKeyFault =
  | { readonly ok: false; readonly reason: 'empty-id' | 'duplicate-id'; readonly row: number }
  /** The hash gave fewer than four bytes. */
  | { readonly ok: false; readonly reason: 'bad-hash'; readonly row: number }

/**
 * Gives every record a key, the first step of the cell-key method.
 *
 * key = first 32 bits of hash(`purpose:id`), a whole number below 2^32 standing for u = key / 2^32. Whole numbers make
 * the sums of keys exact and free of order. Keys depend on the id and the secret alone, so a record keeps its key in
 * every table, filter and year. A new secret is a new draw of all noise: whoever holds two publications of the same
 * data under two secrets can average them, so a secret lasts as long as its data.
 *
 * Source: Fraser, B. and Wooton, J. (2005), A proposed method for confidentialising tabular output to protect against
 * differencing. UNECE work session on statistical data confidentiality.
 *
 * @param ids one for each record, stable over time; where a person has several records, theirs are several ids
 * @param hash see `KeyedHash`
 * @returns one key for each id in their order, or a fault naming the row, counted from 0: `empty-id`, `duplicate-id`
 * (a record counted twice would be perturbed as two), `bad-hash`
 * @example recordKeys(['case-1', 'case-2'], (m) => createHmac('sha256', secret).update(m).digest(), 'count')
 */
export function recordKeys(
  ids: readonly string[],
  hash: KeyedHash,
  purpose: KeyPurpose,
): { readonly ok: true; readonly keys: Uint32Array } | RecordKeyFault {
  const keys = new Uint32Array(ids.length)
  const seen = new Set<string>()
  for (const [row, id] of ids.entries()) {
    if (id === '') return { ok: false, reason: 'empty-id', row }
    if (seen.has(id)) return { ok: false, reason: 'duplicate-id', row }
    seen.add(id)
    const bytes = hash(`${purpose}:${id}`)
    if (bytes.length < 4) return { ok: false, reason: 'bad-hash', row }
    keys[row] = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  }
  return { ok: true, keys }
}
