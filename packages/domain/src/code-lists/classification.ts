import { nearest } from '../nearest.ts'
import { bareName } from './bare-name.ts'
import {
  CLASSIFICATION_LISTS,
  type ClassificationId,
  type ClassificationList,
} from './classification-lists.ts'

export { CLASSIFICATION_IDS, type ClassificationId } from './classification-lists.ts'

/** A name by language; English is there only where an official one is held. */
export interface ClassificationName {
  readonly sv: string
  readonly en?: string
}

/** One code of a list. */
export interface ClassificationEntry {
  readonly code: string
  readonly name: ClassificationName
  /** A place in the levels of the list, 0 for the coarsest. */
  readonly level: number
  /** The code that this one is a part of; `null` at the top. */
  readonly parent: string | null
}

/** A level of a list; `length` is that of its codes, `null` where they do not share one. */
export interface ClassificationLevel {
  readonly name: Required<ClassificationName>
  readonly length: number | null
}

/** One edition of a code list. The same code may mean different things in each edition. */
export interface ClassificationVersion {
  readonly id: ClassificationId
  readonly name: Required<ClassificationName>
  /** ISO 8601 dates, the first and the last day of validity; `null` where it is still in use. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly source: string
  readonly levels: readonly ClassificationLevel[]
  /** In the order of codes. Empty where the edition is known but its codes are not held. */
  readonly entries: readonly ClassificationEntry[]
}

export type EntryResult =
  | { readonly ok: true; readonly entry: ClassificationEntry }
  | { readonly ok: false; readonly reason: 'version-without-entries' | 'code-unknown' }

export type NameResult =
  | { readonly ok: true; readonly entries: readonly ClassificationEntry[] }
  | { readonly ok: false; readonly reason: 'version-without-entries' }
  | { readonly ok: false; readonly reason: 'name-unknown'; readonly suggestions: readonly string[] }

interface Indexed {
  readonly version: ClassificationVersion
  readonly byCode: ReadonlyMap<string, ClassificationEntry>
  readonly byName: ReadonlyMap<string, readonly ClassificationEntry[]>
  readonly children: ReadonlyMap<string, readonly ClassificationEntry[]>
}

const INDEXED = new Map<ClassificationId, Indexed>()

/**
 * An edition of a code list with its dates, source, levels and codes. Lists are unpacked when first asked for.
 * @example classification('ssyk2012').validFrom // '2014-01-01'
 */
export function classification(id: ClassificationId): ClassificationVersion {
  return indexed(id).version
}

/**
 * The entry of a code, which has to be whole: lost zeros are not put back; dots are not read.
 * @returns the entry; `version-without-entries` where the edition's codes are not held; `code-unknown`
 * @example entryOf('sni2007', '62') // { ok: true, entry: { code: '62', level: 1, parent: 'J', … } }
 */
export function entryOf(id: ClassificationId, code: string): EntryResult {
  const { version, byCode } = indexed(id)
  if (version.entries.length === 0) return { ok: false, reason: 'version-without-entries' }
  const entry = byCode.get(code)
  return entry === undefined ? { ok: false, reason: 'code-unknown' } : { ok: true, entry }
}

/**
 * Finds entries by Swedish or English name, upper and lower case, spaces, hyphens and other punctuation alike. A level
 * that is not divided further shares its name with the next, so that several entries may be found.
 * @returns all entries of that name in the order of codes; `version-without-entries`; `name-unknown` with up to three
 * names like it (empty text is nobody’s name)
 * @example findByName('ssyk2012', 'militära yrken') // { ok: true, entries: [{ code: '0', … }] }
 */
export function findByName(id: ClassificationId, text: string): NameResult {
  const { version } = indexed(id)
  if (version.entries.length === 0) return { ok: false, reason: 'version-without-entries' }
  const entries = entriesNamed(id, text)
  if (entries.length > 0) return { ok: true, entries }
  const names = new Set(
    version.entries.flatMap(({ name }) => [name.sv, ...(name.en === undefined ? [] : [name.en])]),
  )
  return { ok: false, reason: 'name-unknown', suggestions: nearest(text, [...names]) }
}

/**
 * The same as `findByName` without looking for names like it, which takes long for many texts.
 * @returns an empty list where no entry has the name or the edition’s codes are not held
 * @example entriesNamed('sni2007', 'Utbildning').map(({ code }) => code) // ['85', 'P']
 */
export function entriesNamed(id: ClassificationId, text: string): readonly ClassificationEntry[] {
  return indexed(id).byName.get(bareName(text)) ?? []
}

/**
 * The entry that a code is a part of, or `null` for the top of the list and for codes that are not in it.
 * @example parentOf('sni2007', '62')?.code // 'J'
 */
export function parentOf(id: ClassificationId, code: string): ClassificationEntry | null {
  const { byCode } = indexed(id)
  return byCode.get(byCode.get(code)?.parent ?? '') ?? null
}

/**
 * The level of a code, or `null` where it is not in the list.
 * @example levelOf('sni2007', '62')?.name.en // 'Division'
 */
export function levelOf(id: ClassificationId, code: string): ClassificationLevel | null {
  const { version, byCode } = indexed(id)
  const entry = byCode.get(code)
  return entry === undefined ? null : (version.levels[entry.level] ?? null)
}

/**
 * The entries that a code is divided into, one level down, in the order of codes; those of the top for `null`.
 * @returns an empty list for a code that is not divided or not in the list
 * @example childrenOf('ssyk2012', '0').map(({ code }) => code) // ['01', '02', '03']
 */
export function childrenOf(id: ClassificationId, code: string | null): readonly ClassificationEntry[] {
  const { version, children } = indexed(id)
  if (code === null) return version.entries.filter(({ parent }) => parent === null)
  return children.get(code) ?? []
}

function indexed(id: ClassificationId): Indexed {
  const known = INDEXED.get(id)
  if (known !== undefined) return known
  const { read, ...about } = CLASSIFICATION_LISTS[id]
  const made = indexOf(id, about, read())
  INDEXED.set(id, made)
  return made
}

function indexOf(
  id: ClassificationId,
  about: Omit<ClassificationList, 'read'>,
  entries: readonly ClassificationEntry[],
): Indexed {
  const byName = new Map<string, ClassificationEntry[]>()
  const children = new Map<string, ClassificationEntry[]>()
  for (const entry of entries) {
    for (const name of new Set([bareName(entry.name.sv), bareName(entry.name.en ?? entry.name.sv)]))
      add(byName, name, entry)
    if (entry.parent !== null) add(children, entry.parent, entry)
  }
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  return { version: { id, ...about, entries }, byCode, byName, children }
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
