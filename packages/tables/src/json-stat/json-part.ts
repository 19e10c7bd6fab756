import { type StatRefusal, StatRefusedError } from '../stat/refusal.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Deeper nesting than this is not kept from a foreign document: writing it back would exhaust the stack. */
const MOST_NESTING = 64
const DETAIL_CHARACTERS = 60

/** Tells whether a parsed JSON value is an object (not a list, not null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member of that name itself, never one inherited: foreign documents may have any name. */
export function memberOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** What stood at a place, cut short, for a refusal. */
export function briefOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, DETAIL_CHARACTERS)
  if (Array.isArray(value)) return `list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'object' : String(value)
}

/**
 * A place in a parsed JSON document that knows its path, so that a refusal can name it. `null` counts as absent.
 * Every reading method throws `StatRefusedError` with `member-missing` or `member-wrong-type`.
 */
export class JsonPart {
  readonly value: unknown
  readonly path: string

  constructor(value: unknown, path: string) {
    this.value = value ?? undefined
    this.path = path
  }

  get absent(): boolean {
    return this.value === undefined
  }

  /** The member of an object; absent where this is absent. */
  member(name: string): JsonPart {
    const path = this.path === '' ? name : `${this.path}.${name}`
    return new JsonPart(this.absent ? undefined : memberOf(this.object(), name), path)
  }

  /** A place within this one, for a value already at hand: `[3]` or `.name`. */
  memberAt(place: string, value: unknown): JsonPart {
    return new JsonPart(value, `${this.path}${place.slice(0, DETAIL_CHARACTERS)}`)
  }

  object(): JsonObject {
    if (isJsonObject(this.value)) return this.value
    return this.refuse(this.absent ? 'member-missing' : 'member-wrong-type')
  }

  /** The members of an object; none where it is absent. */
  entries(): [string, JsonPart][] {
    if (this.absent) return []
    return Object.entries(this.object()).map(([name, value]) => [
      name,
      new JsonPart(value, `${this.path}.${name}`),
    ])
  }

  list(): readonly unknown[] {
    if (Array.isArray(this.value)) return this.value
    return this.refuse(this.absent ? 'member-missing' : 'member-wrong-type')
  }

  /** The items of a list; none where it is absent. */
  items(): JsonPart[] {
    if (this.absent) return []
    return this.list().map((value, at) => new JsonPart(value, `${this.path}[${at}]`))
  }

  text(): string {
    return this.textIfAny() ?? this.refuse('member-missing')
  }

  textIfAny(): string | undefined {
    if (this.value === undefined || typeof this.value === 'string') return this.value
    return this.refuse('member-wrong-type')
  }

  flagIfAny(): boolean | undefined {
    if (this.value === undefined || typeof this.value === 'boolean') return this.value
    return this.refuse('member-wrong-type')
  }

  integer(): number {
    return this.integerIfAny() ?? this.refuse('member-missing')
  }

  /** A whole number that is exact and not negative. */
  integerIfAny(): number | undefined {
    if (this.value === undefined) return undefined
    if (typeof this.value === 'number' && Number.isSafeInteger(this.value) && this.value >= 0)
      return this.value
    return this.refuse('member-wrong-type')
  }

  /** The members of an object that are not named, as they stood; `undefined` where there are none. */
  rest(known: readonly string[]): JsonObject | undefined {
    if (this.absent) return undefined
    const left = Object.entries(this.object()).filter(
      ([name, value]) => value !== null && !known.includes(name),
    )
    if (left.length === 0) return undefined
    for (const [, value] of left)
      if (!isShallow(value, MOST_NESTING)) this.refuse('syntax', 'nested too deep')
    return Object.fromEntries(left)
  }

  refuse(reason: StatRefusal['reason'], detail = briefOf(this.value)): never {
    throw new StatRefusedError(reason, { keyword: this.path, ...(this.absent ? {} : { detail }) })
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1))
}
