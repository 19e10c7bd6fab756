import { z } from 'zod'
import { checkFrame, type StatFrame } from '../json-stat/frame.ts'
import { isJsonObject, JsonPart } from '../json-stat/json-part.ts'
import { readFrame } from '../json-stat/read-dataset.ts'
import { writeHead } from '../json-stat/write-head.ts'
import { type StatRefusal, StatRefusedError } from '../stat/refusal.ts'
import { type AnswerInput, parseAnswer } from './parse-answer.ts'

const codeLists = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    type: z.enum(['Aggregation', 'Valueset']),
    links: z.array(z.object({ rel: z.string(), hreflang: z.string(), href: z.string() })).nullish(),
  }),
)

/** A code list that a variable may be asked by. */
export type V2CodeListName = Readonly<z.infer<typeof codeLists>>[number]

export type V2MetadataRead =
  | {
      readonly ok: true
      readonly frame: StatFrame
      /** By variable; those that have none are left out. */
      readonly codeLists: ReadonlyMap<string, readonly V2CodeListName[]>
    }
  | StatRefusal

/**
 * Reads the metadata of a table from PxWebApi 2, `/tables/{id}/metadata`: a dataset of JSON-stat 2.0 whose `value` is
 * empty. No room is taken for its cells, so the whole of a large table can be described.
 * @returns the table without cells, and the code lists its variables may be asked by; or as `readJsonStat` refuses
 * @source PxWebApi 2 OpenAPI specification, schemas Dataset and CodelistInformation
 * @example readV2Metadata(await response.text())
 */
export function readV2Metadata(
  input: AnswerInput,
  options: { readonly language?: string } = {},
): V2MetadataRead {
  const whole = parseAnswer(input, z.unknown())
  if (!whole.ok) return whole
  try {
    const root = new JsonPart(whole.answer, '')
    if (!isJsonObject(root.value) || root.member('class').value !== 'dataset') root.refuse('not-this-format')
    const frame = readFrame(root, options, () => 0)
    const fault = checkFrame(frame)
    if (fault !== null) {
      const { reason, dimension, detail } = fault
      return { ok: false, reason, keyword: dimension ?? '', ...(detail === undefined ? {} : { detail }) }
    }
    const named = new Map<string, readonly V2CodeListName[]>()
    for (const { id } of frame.dimensions) {
      const part = root.member('dimension').member(id).member('extension').member('codelists')
      if (part.absent) continue
      const read = codeLists.safeParse(part.value)
      if (!read.success) part.refuse('member-wrong-type')
      else if (read.data.length > 0) named.set(id, read.data)
    }
    return { ok: true, frame, codeLists: named }
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    throw error
  }
}

/**
 * The metadata of a table as PxWebApi 2 answers them.
 * @param lists by variable, the code lists it may be asked by; replaces those of an earlier read
 * @returns one JSON document
 * @example v2MetadataOf(table, 'sv')
 */
export function v2MetadataOf(
  frame: StatFrame,
  language: string,
  lists: ReadonlyMap<string, readonly V2CodeListName[]> = new Map(),
): Readonly<Record<string, unknown>> {
  const earlier = frame.other?.jsonStat ?? {}
  const dimension = isJsonObject(earlier.dimension) ? earlier.dimension : {}
  const withLists = Object.fromEntries(
    frame.dimensions.map(({ id }) => {
      const rest = Object.hasOwn(dimension, id) ? dimension[id] : undefined
      const kept = isJsonObject(rest) ? rest : {}
      const extension = isJsonObject(kept.extension) ? kept.extension : {}
      return [id, { ...kept, extension: { ...extension, codelists: lists.get(id) ?? [] } }]
    }),
  )
  const other = { ...frame.other, jsonStat: { ...earlier, dimension: withLists } }
  return { ...writeHead({ ...frame, other }, { language, version: 2 }), value: [] }
}
