import { z } from 'zod'
import { type AnswerInput, type AnswerRead, parseAnswer } from './parse-answer.ts'

const variable = z.object({
  code: z.string(),
  text: z.string(),
  values: z.array(z.string()),
  valueTexts: z.array(z.string()),
  elimination: z.boolean().default(false),
  time: z.boolean().default(false),
  map: z.string().optional(),
})
const metadata = z.object({ title: z.string(), variables: z.array(variable) })
const nodes = z.array(
  z.object({
    id: z.string(),
    type: z.enum(['l', 't', 'h']),
    text: z.string(),
    updated: z.string().optional(),
  }),
)
const databases = z.array(z.object({ dbid: z.string(), text: z.string() }))
const query = z.object({
  query: z.array(
    z.object({
      code: z.string(),
      selection: z.object({
        filter: z.string(),
        values: z.array(z.string()),
      }),
    }),
  ),
  response: z.object({ format: z.string() }).optional(),
})
const config = z.object({
  maxValues: z.int().min(0),
  maxCells: z.int().min(0),
  maxCalls: z.int().min(0),
  timeWindow: z.number().min(0),
  CORS: z.boolean().optional(),
})
const comment = z.object({ variable: z.string(), value: z.string(), comment: z.string() })
const pxJson = z.object({
  columns: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      type: z.enum(['d', 't', 'c']).default('d'),
      unit: z.string().optional(),
      comment: z.string().optional(),
    }),
  ),
  comments: z.array(comment).default([]),
  data: z.array(z.object({ key: z.array(z.string()), values: z.array(z.string().or(z.number())) })),
})

/** The variables of a table. `values` and `valueTexts` follow each other. */
export type V1Metadata = Readonly<z.infer<typeof metadata>>
export type V1Variable = Readonly<z.infer<typeof variable>>
/** Nodes of the tree: `l` a level, `t` a table, `h` a heading that leads nowhere. */
export type V1Nodes = Readonly<z.infer<typeof nodes>>
export type V1Databases = Readonly<z.infer<typeof databases>>
export type V1Query = Readonly<z.infer<typeof query>>
/** `timeWindow` is in seconds; `maxCalls` may be made within it. */
export type V1Config = Readonly<z.infer<typeof config>>
/** The answer format `json`: one row for each key, one value for each column of the type `c`. */
export type V1Json = Readonly<z.infer<typeof pxJson>>

/**
 * Reads the metadata of a table from PxWebApi 1: a GET of the table’s address.
 * @returns the variables, `elimination` and `time` false where nothing is said; `values-do-not-match` where a variable
 * has texts of another number than values; otherwise as `parseAnswer`
 * @source PxWebApi 1.0 specification, section “Table metadata”
 * @example parseV1Metadata(await response.text())
 */
export function parseV1Metadata(input: AnswerInput): AnswerRead<V1Metadata> {
  const read = parseAnswer(input, metadata)
  if (!read.ok) return read
  const at = read.answer.variables.findIndex(({ values, valueTexts }) => values.length !== valueTexts.length)
  return at < 0 ? read : { ok: false, reason: 'values-do-not-match', keyword: `variables[${at}].valueTexts` }
}

/**
 * Reads a level of the tree of tables.
 * @example parseV1Nodes('[{"id": "BE", "type": "l", "text": "Befolkning"}]')
 */
export function parseV1Nodes(input: AnswerInput): AnswerRead<V1Nodes> {
  return parseAnswer(input, nodes)
}

/**
 * Reads the list of databases of a language.
 * @example parseV1Databases('[{"dbid": "ssd", "text": "Statistikdatabasen"}]')
 */
export function parseV1Databases(input: AnswerInput): AnswerRead<V1Databases> {
  return parseAnswer(input, databases)
}

/**
 * Reads a question put to a table.
 * @example parseV1Query('{"query": [], "response": {"format": "json-stat2"}}')
 */
export function parseV1Query(input: AnswerInput): AnswerRead<V1Query> {
  return parseAnswer(input, query)
}

/**
 * Reads the limits of a server: a GET of `?config`.
 * @example parseV1Config('{"maxValues": 1000, "maxCells": 1000, "maxCalls": 30, "timeWindow": 10, "CORS": true}')
 */
export function parseV1Config(input: AnswerInput): AnswerRead<V1Config> {
  return parseAnswer(input, config)
}

/**
 * Reads the answer format `json`. `tableOfV1Json` makes a table of it.
 * @example parseV1Json(await response.text())
 */
export function parseV1Json(input: AnswerInput): AnswerRead<V1Json> {
  return parseAnswer(input, pxJson)
}
