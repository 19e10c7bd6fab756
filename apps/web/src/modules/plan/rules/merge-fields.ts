/** What becomes of fields that two have written; `clashing` names those that both have changed differently. */
export interface Merge<Value> {
  readonly merged: Readonly<Record<string, Value>>
  readonly clashing: readonly string[]
}

/**
 * Puts a writer’s fields together with what somebody else may have saved meanwhile: what only one has changed stands; a
 * field that both have changed differently clashes, and holds the writer’s own.
 * @param seen the fields as the writer had them before them
 */
export function mergeFields<Value>(
  seen: Readonly<Record<string, unknown>>,
  latest: Readonly<Record<string, Value>>,
  mine: Readonly<Record<string, Value>>,
  isSame: (field: string, a: unknown, b: unknown) => boolean,
): Merge<Value> {
  const merged: Record<string, Value> = { ...latest }
  const clashing: string[] = []
  for (const [field, own] of Object.entries(mine)) {
    const [before, theirs] = [seen[field], latest[field]]
    if (isSame(field, own, before) || isSame(field, own, theirs)) continue
    if (!isSame(field, theirs, before)) clashing.push(field)
    merged[field] = own
  }
  return { merged, clashing }
}
