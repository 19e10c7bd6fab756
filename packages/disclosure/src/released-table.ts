declare const RELEASED: unique symbol

/** A table that the release door has let through; nothing else makes one. */
export interface ReleasedTable<Payload> {
  readonly [RELEASED]: true
  readonly payload: Payload
}

const made = new WeakSet<object>()

/**
 * Makes a released table. Only the release door may import this file; all others have the type alone.
 *
 * @param payload what may be shown; frozen at its top level
 * @example const table = makeReleasedTable(protection.table)
 */
export function makeReleasedTable<Payload extends object>(payload: Payload): ReleasedTable<Payload> {
  const table = Object.freeze({ payload: Object.freeze(payload) })
  made.add(table)
  if (!isReleased<Payload>(table)) throw new TypeError('a released table lost its mark')
  return table
}

function isReleased<Payload>(value: object): value is ReleasedTable<Payload> {
  return made.has(value)
}

/**
 * Stops whatever is not a released table, however it was typed: copies, casts and parsed JSON included.
 *
 * @throws TypeError
 * @example assertReleased(table) // before a writer writes
 */
export function assertReleased(value: unknown): asserts value is ReleasedTable<unknown> {
  if (typeof value !== 'object' || value === null || !made.has(value)) {
    throw new TypeError('only a released table may be written')
  }
}
