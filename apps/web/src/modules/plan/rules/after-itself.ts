import type { PlanItem } from '../model-items.ts'

/** Whom each activity waits for; a phase or a milestone of an activity stands for that activity. */
function waitingFor(items: readonly PlanItem[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map(
    items.flatMap(({ id, kind, parent }) =>
      (kind === 'phase' || kind === 'milestone') && parent !== null ? [[id, parent] as const] : [],
    ),
  )
  return new Map(
    items.flatMap((item) =>
      item.kind === 'activity'
        ? [[item.id, item.fields.after.map((id) => owners.get(id) ?? id)] as const]
        : [],
    ),
  )
}

/** Activities that close a ring: what they come after comes after them. One of each ring. */
export function closingRings(items: readonly PlanItem[]): readonly string[] {
  const waits = waitingFor(items)
  const state = new Map<string, 'open' | 'done'>()
  const closing = new Set<string>()
  for (const start of waits.keys()) {
    const way = state.has(start) ? [] : [{ id: start, left: [...(waits.get(start) ?? [])] }]
    state.set(start, state.get(start) ?? 'open')
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const next = at.left.pop()
      if (next === undefined) {
        state.set(at.id, 'done')
        way.pop()
      } else if (state.get(next) === 'open') closing.add(at.id)
      else if (!state.has(next)) {
        state.set(next, 'open')
        way.push({ id: next, left: [...(waits.get(next) ?? [])] })
      }
    }
  }
  return [...closing]
}

/** Whether an activity comes after itself, through what it comes after. */
export function comesAfterItself(items: readonly PlanItem[], id: string): boolean {
  const waits = waitingFor(items)
  const passed = new Set<string>()
  const waiting = [...(waits.get(id) ?? [])]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true
    if (passed.has(at)) continue
    passed.add(at)
    waiting.push(...(waits.get(at) ?? []))
  }
  return false
}
