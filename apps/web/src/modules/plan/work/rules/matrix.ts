import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'

/** Messages to target groups by channels. `''` is a group or a channel that is not said. */
export interface Matrix {
  readonly audiences: readonly string[]
  readonly channels: readonly string[]
  /** Messages to a group by a channel, by day; those without one last. */
  at(audience: string, channel: string): readonly ItemOf<'message'>[]
}

/** The same words but for case and blanks are the same group or channel, named as they were written first. */
export function matrixOf(tree: PlanTree): Matrix {
  const audiences = new Names()
  const channels = new Names()
  const cells = new Map<string, ItemOf<'message'>[]>()
  for (const message of tree.all('message')) {
    const key = cellKey(audiences.of(message.fields.audience), channels.of(message.fields.channel))
    cells.set(key, [...(cells.get(key) ?? []), message])
  }
  for (const messages of cells.values())
    messages.sort((a, b) => (a.fields.on ?? '9999').localeCompare(b.fields.on ?? '9999'))
  return {
    audiences: audiences.sorted(),
    channels: channels.sorted(),
    at: (audience, channel) => cells.get(cellKey(audience, channel)) ?? [],
  }
}

function cellKey(audience: string, channel: string): string {
  return JSON.stringify([audience, channel])
}

class Names {
  readonly #names = new Map<string, string>()

  of(written: string): string {
    const name = written.trim().replace(/\s+/g, ' ')
    const key = name.toLowerCase()
    const known = this.#names.get(key)
    if (known === undefined) this.#names.set(key, name)
    return known ?? name
  }

  /** By name; what is not said comes last. */
  sorted(): string[] {
    return [...this.#names.values()].toSorted(
      (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'sv'),
    )
  }
}
