type Value = string | number | boolean | readonly string[]

/** A thing in a plan with what stands under it. */
export interface Node {
  readonly kind: string
  /** How others refer to it. */
  readonly id?: string
  readonly fields: Readonly<Record<string, Value>>
  readonly under: readonly Node[]
}

/** @example node('goal', { name: 'Fler', year: 2018 }, [], 'fler') */
export function node(
  kind: string,
  fields: Readonly<Record<string, Value>>,
  under: readonly Node[] = [],
  id?: string,
): Node {
  return { kind, fields, under, ...(id === undefined ? {} : { id }) }
}

export const many = (kind: string, rows: readonly Readonly<Record<string, Value>>[]): Node[] =>
  rows.map((fields) => node(kind, fields))

/** Target groups in the order of their rank. */
export function groups(...names: readonly string[]): Node[] {
  const ranks = ['primary', 'secondary', 'tertiary']
  return names.map((name, at) => node('group', { name, rank: ranks[at] ?? 'tertiary' }))
}

/** Steps of an activity in order: the name, and the first and last day where they are known. */
export function phases(...rows: readonly (readonly [name: string, start?: string, end?: string])[]): Node[] {
  return rows.map(([name, start, end]) =>
    node('phase', { name, ...(start ? { start } : {}), ...(end ? { end } : {}) }),
  )
}

export interface DemoPlan {
  readonly slug: string
  readonly facts: Readonly<Record<string, Value>>
  readonly nodes: readonly Node[]
  /** Amounts in kronor, none of them with öre. */
  readonly amounts: readonly {
    readonly budget: string
    readonly key: readonly string[]
    readonly kronor: number
  }[]
}

/** A plan in the format of plan files, as it would be saved and sent. */
export function planFile({ facts, nodes, amounts }: DemoPlan): string {
  const items: object[] = []
  const put = (given: readonly Node[], parent: string | null) => {
    for (const { kind, id = `${kind}-${items.length + 1}`, fields, under } of given) {
      items.push({ id, kind, parent, fields })
      put(under, id)
    }
  }
  put(nodes, null)
  const cells = amounts.map(({ budget, key, kronor }) => ({
    budget,
    key,
    amountOre: `${kronor}00`.replace(/^0+(?=\d)/, ''),
  }))
  return JSON.stringify({ format: 'jamvikt-plan', version: 1, plan: facts, items, cells })
}
