import type { PlanItem } from '../model-items.ts'

/** The activity that a phase or a milestone belongs to: whoever waits for the one waits for the other. */
function ownersOf(items: readonly PlanItem[]): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ id, kind, parent }) =>
      (kind === 'phase' || kind === 'milestone') && parent !== null ? [[id, parent] as const] : [],
    ),
  )
}

/** Whom each activity waits for; only activities wait. */
function waitingFor(items: readonly PlanItem[]): ReadonlyMap<string, readonly string[]> {
  const owners = ownersOf(items)
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

/** One step of a ring: something waits for something else. */
export interface RingStep {
  readonly id: string
  /** What it waits for: an activity, or a phase or a milestone of the activity of the next step. */
  readonly first: string
}

/** The shortest way on which an activity comes after itself, step by step; nothing where it does not. */
export function ringOf(items: readonly PlanItem[], id: string): readonly RingStep[] {
  const owners = ownersOf(items)
  const after = new Map(
    items.flatMap((item) => (item.kind === 'activity' ? [[item.id, item.fields.after] as const] : [])),
  )
  const cameBy = new Map<string, RingStep>()
  const waiting = [id]
  for (const at of waiting)
    for (const first of after.get(at) ?? []) {
      const next = owners.get(first) ?? first
      if (next === id) return [...wayTo(cameBy, at), { id: at, first }]
      if (cameBy.has(next)) continue
      cameBy.set(next, { id: at, first })
      waiting.push(next)
    }
  return []
}

function wayTo(cameBy: ReadonlyMap<string, RingStep>, to: string): readonly RingStep[] {
  const way: RingStep[] = []
  for (let step = cameBy.get(to); step !== undefined; step = cameBy.get(step.id)) way.unshift(step)
  return way
}

/** Whether an activity comes after itself, through what it comes after. */
export function comesAfterItself(items: readonly PlanItem[], id: string): boolean {
  return ringOf(items, id).length > 0
}
