import { type FieldValue, fieldsOf, type ItemKind, type ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'

export const COLUMNS = ['name', 'start', 'end', 'unit', 'responsible', 'after'] as const
export type TimeColumn = (typeof COLUMNS)[number]

export type TimeItem = ItemOf<'priority' | 'activity' | 'phase' | 'milestone'>

/** A row of the time plan, numbered as an outline: `1.2.1`; milestones of the plan itself are `M1`, `M2`. */
export interface TimeRow {
  readonly item: TimeItem
  readonly number: string
  /** 1 for what stands under the plan itself. */
  readonly level: number
  readonly hasParts: boolean
}

const FIELDS: Readonly<Record<TimeItem['kind'], Partial<Record<TimeColumn, string>>>> = {
  priority: { name: 'name' },
  activity: {
    name: 'name',
    start: 'start',
    end: 'end',
    unit: 'unit',
    responsible: 'responsible',
    after: 'after',
  },
  phase: { name: 'name', start: 'start', end: 'end' },
  milestone: { name: 'name', end: 'on' },
}

/** The field that a column holds of a kind; `null` where it holds none. */
export function fieldAt(kind: ItemKind, column: TimeColumn): string | null {
  return isTimeKind(kind) ? (FIELDS[kind][column] ?? null) : null
}

/** The column that holds a field of a kind. */
export function columnOf(kind: TimeItem['kind'], field: string): TimeColumn | null {
  return COLUMNS.find((column) => FIELDS[kind][column] === field) ?? null
}

function isTimeKind(kind: ItemKind): kind is TimeItem['kind'] {
  return Object.hasOwn(FIELDS, kind)
}

/** From when to when something goes on: a milestone on its day. */
export function spanOf(item: TimeItem): { readonly start: string | null; readonly end: string | null } {
  if (item.kind === 'milestone') return { start: item.fields.on, end: item.fields.on }
  if (item.kind === 'priority') return { start: null, end: null }
  return { start: item.fields.start, end: item.fields.end }
}

/** The name of a cell’s field. */
export function placeKey(id: string, column: TimeColumn): string {
  return `${column}.${id}`
}

/** Words as they are compared: case and spaces aside. */
export function bareName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** A plan as rows of time: priorities, under them activities, under those their parts, phases and milestones. */
export class TimeGrid {
  readonly rows: readonly TimeRow[]
  readonly tree: PlanTree
  readonly #byId: ReadonlyMap<string, TimeRow>
  readonly #byNumber: ReadonlyMap<string, string>
  readonly #roles = new Map<string, string[]>()

  constructor(tree: PlanTree) {
    this.tree = tree
    const rows: TimeRow[] = []
    const put = (item: TimeItem, number: string, level: number) => {
      const parts = tree
        .children(item.id)
        .filter((each): each is TimeItem => isTimeKind(each.kind) && each.kind !== 'priority')
      rows.push({ item, number, level, hasParts: parts.length > 0 })
      for (const [at, part] of parts.entries()) put(part, `${number}.${at + 1}`, level + 1)
    }
    for (const [at, priority] of tree.all('priority', null).entries()) put(priority, `${at + 1}`, 1)
    for (const [at, milestone] of tree.all('milestone', null).entries()) put(milestone, `M${at + 1}`, 1)
    this.rows = rows
    this.#byId = new Map(rows.map((row) => [row.item.id, row]))
    this.#byNumber = new Map(rows.map((row) => [row.number.toLowerCase(), row.item.id]))
    for (const { id, fields } of tree.all('role'))
      this.#roles.set(bareName(fields.name), [...(this.#roles.get(bareName(fields.name)) ?? []), id])
  }

  row(id: string): TimeRow | null {
    return this.#byId.get(id) ?? null
  }

  numbered(number: string): string | null {
    return this.#byNumber.get(number.toLowerCase()) ?? null
  }

  /** The roles of a name: more than one where several share it. */
  rolesNamed(name: string): readonly string[] {
    return this.#roles.get(bareName(name)) ?? []
  }

  /** What a cell says, as it is typed. */
  text({ item }: TimeRow, column: TimeColumn): string {
    const field = fieldAt(item.kind, column)
    return field === null ? '' : this.textOf(column, fieldsOf(item)[field])
  }

  /** What a value looks like in a column. */
  textOf(column: TimeColumn, value: FieldValue | undefined): string {
    if (value === null || value === undefined || typeof value === 'boolean') return ''
    if (typeof value !== 'object') return String(value)
    return value
      .flatMap((id) =>
        column === 'after' ? (this.row(id)?.number ?? []) : (this.tree.of('role', id)?.fields.name ?? []),
      )
      .join('; ')
  }

  /** The rows right after one that stand under it. */
  under(row: TimeRow): readonly TimeRow[] {
    const from = this.rows.indexOf(row) + 1
    const to = this.rows.findIndex(({ level }, at) => at >= from && level <= row.level)
    return this.rows.slice(from, to < 0 ? undefined : to)
  }
}
