import type { LaidBlock } from '../documents/laid-out.ts'

/** What became of each source of a report, by its id. */
export function partsShown(
  origins: readonly string[],
  parts: readonly (readonly LaidBlock[])[],
): ReadonlyMap<string, readonly LaidBlock[]> {
  const shown = new Map<string, LaidBlock[]>()
  for (const [at, blocks] of parts.entries()) {
    const origin = origins[at] ?? ''
    shown.set(origin, [...(shown.get(origin) ?? []), ...blocks])
  }
  return shown
}
