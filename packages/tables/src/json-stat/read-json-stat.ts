import { defined } from '../stat/defined.ts'
import {
  checkedRead,
  DEFAULT_STAT_LIMITS,
  type StatLimits,
  type StatRefusal,
  StatRefusedError,
} from '../stat/refusal.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { briefOf, isJsonObject, JsonPart } from './json-part.ts'
import { parseJson } from './parse-json.ts'
import { readDataset } from './read-dataset.ts'

export interface JsonStatOptions {
  /** The language of the texts, where the document does not state it (`extension.px.language`); else `und`. */
  readonly language?: string
  readonly limits?: Partial<StatLimits>
}

/** Where an item of a collection is found. */
export interface JsonStatLink {
  readonly href: string
  readonly label?: string
}

export type JsonStatRead =
  | { readonly ok: true; readonly tables: readonly StatTable[]; readonly links: readonly JsonStatLink[] }
  | StatRefusal

/** Collections may hold collections; so many levels are followed. */
const MOST_LEVELS = 10

/**
 * Reads a document of JSON-stat: a dataset or a collection of version 2.0, or a bundle of version 1.x.
 *
 * Cells: a number is a figure, 0 too. `null`, or a place left out, is missing: of the kind its status names (one to six
 * dots as in PX files; `:` unavailable; `c` withheld), else unavailable. A dash is nil, whose value is 0. Any other
 * status (`p`, `e`, a footnote letter) is kept as `cellMarks`. Categories stand in the order of their index. PxWeb’s
 * `extension` fills the fields of the table; what has no place there is kept in `other.jsonStat` in the document’s
 * shape. Without `extension.px` the last dimension is put in the heading. Time codes of a common form give `timeUnit`.
 * @param input the document: UTF-8 bytes, or text
 * @param options language and lower limits; the limit of cells is for all tables of the document together
 * @returns the tables, and the links of a collection to what it does not hold itself; or why it is refused: what
 * `parseJson` refuses; `server-refused` (an error answer); `not-this-format` (other JSON, or the class `dimension`);
 * `unsupported-version`; `member-missing`, `member-wrong-type`, `values-do-not-match`, `too-few-values`,
 * `too-many-values`, `too-many-cells`, `value-unreadable` with the JSON path; faults of `checkStatTable`
 * @source https://json-stat.org/full/ (2.0 and before); PxWebApi 2 OpenAPI specification, schema Dataset
 * @example
 * const read = readJsonStat(bytes, { language: 'sv' })
 * if (read.ok) for (const table of read.tables) console.log(table.title)
 */
export function readJsonStat(input: Uint8Array | string, options: JsonStatOptions = {}): JsonStatRead {
  const limits = { ...DEFAULT_STAT_LIMITS, ...options.limits }
  try {
    const read = new DocumentReader(options, limits.cells)
    read.document(new JsonPart(parseJson(input, limits), ''), 0)
    return { ok: true, tables: read.tables, links: read.links }
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    throw error
  }
}

class DocumentReader {
  readonly tables: StatTable[] = []
  readonly links: JsonStatLink[] = []
  private readonly options: JsonStatOptions
  private cellsLeft: number

  constructor(options: JsonStatOptions, cells: number) {
    this.options = options
    this.cellsLeft = cells
  }

  document(root: JsonPart, level: number): void {
    if (!isJsonObject(root.value)) root.refuse('not-this-format')
    refuseError(root)
    const version = root.member('version')
    if (!version.absent && !/^[12](?:\.\d+)?$/.test(briefOf(version.value)))
      version.refuse('unsupported-version')
    const kind = root.member('class')
    if (kind.value === 'dataset' || (kind.absent && !root.member('dimension').absent)) this.dataset(root)
    else if (kind.value === 'collection') this.collection(root, level)
    else if (kind.absent) this.bundle(root)
    else kind.refuse('not-this-format')
  }

  private dataset(part: JsonPart, name?: string): void {
    const { language } = this.options
    const checked = checkedRead(readDataset(part, defined({ language, name }), this.cellsLeft))
    if (!checked.ok) {
      const { ok: _, reason, ...where } = checked
      throw new StatRefusedError(reason, where)
    }
    this.cellsLeft -= checked.table.values.length
    this.tables.push(checked.table)
  }

  private collection(part: JsonPart, level: number): void {
    for (const item of part.member('link').member('item').items()) {
      const href = item.member('href').textIfAny()
      if (!item.member('dimension').absent) this.dataset(item)
      else if (!item.member('link').member('item').absent) {
        if (level >= MOST_LEVELS) item.refuse('syntax', 'nested too deep')
        this.document(item, level + 1)
      } else if (href !== undefined)
        this.links.push(defined({ href, label: item.member('label').textIfAny() }))
    }
  }

  /** Version 1.x: an object of datasets by name. */
  private bundle(root: JsonPart): void {
    const entries = Object.entries(root.object())
    if (entries.length === 0) root.refuse('not-this-format')
    for (const [name, value] of entries) {
      if (!isJsonObject(value) || !isJsonObject(value.dimension))
        root.refuse('not-this-format', name.slice(0, 60))
      this.dataset(new JsonPart(value, name), name === 'dataset' ? undefined : name)
    }
  }
}

/** An answer of a server that had no data to give: JSON-stat’s `error`, or PxWeb’s. */
function refuseError(root: JsonPart): void {
  const error = root.member('error')
  if (error.absent) return
  const first: unknown = Array.isArray(error.value) ? error.value[0] : error.value
  const label = isJsonObject(first) ? first.label : first
  error.refuse('server-refused', briefOf(label))
}
