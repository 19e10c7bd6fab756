import { z } from 'zod'
import type { CodeList } from '../stat/stat-table.ts'
import { type AnswerInput, type AnswerRead, parseAnswer } from './parse-answer.ts'

const link = z.object({ rel: z.string(), hreflang: z.string(), href: z.string() })
const links = z.array(link).nullish()
const pathElement = z.object({ id: z.string(), label: z.string(), sortCode: z.string().nullish() })
const table = z.object({
  id: z.string(),
  label: z.string().nullable(),
  description: z.string().nullish(),
  sortCode: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  updated: z.string().nullable(),
  firstPeriod: z.string().nullable(),
  lastPeriod: z.string().nullable(),
  category: z.enum(['internal', 'public', 'private', 'section']).nullish(),
  variableNames: z.array(z.string()),
  discontinued: z.boolean().nullish(),
  source: z.string().nullish(),
  subjectCode: z.string().nullish(),
  timeUnit: z.string().nullish(),
  paths: z.array(z.array(pathElement)).nullish(),
  links,
})
const page = z.object({
  pageNumber: z.int().min(1),
  pageSize: z.int().min(1),
  totalElements: z.int().min(0),
  totalPages: z.int().min(0),
  links,
})
const tables = z.object({ language: z.string(), tables: z.array(table), page, links })
const oneTable = table.extend({ language: z.string() })
const note = z.object({ text: z.string(), mandatory: z.boolean().default(false) })
const codeList = z.object({
  id: z.string(),
  label: z.string(),
  language: z.string(),
  languages: z.array(z.string()),
  elimination: z.boolean().default(false),
  eliminationValueCode: z.string().nullish(),
  type: z.enum(['Aggregation', 'Valueset']),
  values: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      valueMap: z.array(z.string()),
      notes: z.array(note).nullish(),
    }),
  ),
  links,
})
const config = z.object({
  apiVersion: z.string(),
  appVersion: z.string(),
  languages: z.array(z.object({ id: z.string(), label: z.string() })),
  defaultLanguage: z.string(),
  maxDataCells: z.int().min(0),
  maxCallsPerTimeWindow: z.int().min(1),
  timeWindow: z.int().min(1),
  license: z.string(),
  sourceReferences: z.array(z.object({ language: z.string(), text: z.string() })).nullish(),
  defaultDataFormat: z.string(),
  dataFormats: z.array(z.string()),
  features: z
    .array(
      z.object({
        id: z.string(),
        params: z.array(z.object({ key: z.string(), value: z.string() })).nullish(),
      }),
    )
    .nullish(),
})
const variablesSelection = z.object({
  selection: z.array(
    z.object({
      variableCode: z.string(),
      codelist: z.string().nullish(),
      valueCodes: z.array(z.string()).nullish(),
    }),
  ),
  placement: z
    .object({ heading: z.array(z.string()).nullish(), stub: z.array(z.string()).nullish() })
    .nullish(),
})
const selectionAnswer = variablesSelection.extend({ language: z.string(), links })
const savedQuery = z.object({
  id: z.string().nullish(),
  selection: variablesSelection,
  language: z.string(),
  tableId: z.string(),
  outputFormat: z.string().nullish(),
  outputFormatParams: z.array(z.string()).nullish(),
})
const savedQueryAnswer = z.object({ language: z.string(), id: z.string(), savedQuery, links })

export type V2Link = Readonly<z.infer<typeof link>>
export type V2Table = Readonly<z.infer<typeof table>>
export type V2Tables = Readonly<z.infer<typeof tables>>
export type V2CodeList = Readonly<z.infer<typeof codeList>>
/** `timeWindow` is in seconds; `maxCallsPerTimeWindow` may be made within it. */
export type V2Config = Readonly<z.infer<typeof config>>
/** Value codes may be expressions; see `selectCodes`. */
export type V2VariablesSelection = Readonly<z.infer<typeof variablesSelection>>
export type V2Selection = Readonly<z.infer<typeof selectionAnswer>>
export type V2SavedQuery = Readonly<z.infer<typeof savedQuery>>
export type V2SavedQueryAnswer = Readonly<z.infer<typeof savedQueryAnswer>>

/**
 * Reads a page of the list of tables, or of a search: `/tables`. Members this project does not know are left out.
 * @source PxWebApi 2 OpenAPI specification, schema TablesResponse; as are the schemas of the functions below
 * @example parseV2Tables(await response.text())
 */
export function parseV2Tables(input: AnswerInput): AnswerRead<V2Tables> {
  return parseAnswer(input, tables)
}

/**
 * Reads what is said of one table: `/tables/{id}` (TableResponse).
 * @example parseV2Table(await response.text())
 */
export function parseV2Table(input: AnswerInput): AnswerRead<V2Table & { readonly language: string }> {
  return parseAnswer(input, oneTable)
}

/**
 * Reads a code list: `/codelists/{id}` (CodelistResponse). `codeListOf` makes it a list of this package.
 * @example parseV2CodeList(await response.text())
 */
export function parseV2CodeList(input: AnswerInput): AnswerRead<V2CodeList> {
  return parseAnswer(input, codeList)
}

/**
 * Reads the limits and languages of a server: `/config` (ConfigResponse).
 * @example parseV2Config(await response.text())
 */
export function parseV2Config(input: AnswerInput): AnswerRead<V2Config> {
  return parseAnswer(input, config)
}

/**
 * Reads a question put to a table: the body of a POST to `/tables/{id}/data` (VariablesSelection).
 * @example parseV2VariablesSelection('{"selection": [{"variableCode": "Tid", "valueCodes": ["top(2)"]}]}')
 */
export function parseV2VariablesSelection(input: AnswerInput): AnswerRead<V2VariablesSelection> {
  return parseAnswer(input, variablesSelection)
}

/**
 * Reads the default selection of a table, or that of a saved query (SelectionResponse).
 * @example parseV2Selection(await response.text())
 */
export function parseV2Selection(input: AnswerInput): AnswerRead<V2Selection> {
  return parseAnswer(input, selectionAnswer)
}

/**
 * Reads a query to be saved: the body of a POST to `/savedqueries` (SavedQuery).
 * @example parseV2SavedQuery(body)
 */
export function parseV2SavedQuery(input: AnswerInput): AnswerRead<V2SavedQuery> {
  return parseAnswer(input, savedQuery)
}

/**
 * Reads a saved query: `/savedqueries/{id}` (SavedQueryResponse).
 * @example parseV2SavedQueryAnswer(await response.text())
 */
export function parseV2SavedQueryAnswer(input: AnswerInput): AnswerRead<V2SavedQueryAnswer> {
  return parseAnswer(input, savedQueryAnswer)
}

/**
 * A code list of an answer as one of this package. Its notes are left out: a `CodeList` has no place for them.
 * @example codeListOf(answer).kind // 'aggregation'
 */
export function codeListOf({ id, label, language, type, values }: V2CodeList): CodeList {
  return {
    id,
    label: { [language]: label },
    kind: type === 'Aggregation' ? 'aggregation' : 'valueset',
    values: values.map(({ code, label: text, valueMap }) => ({
      code,
      label: { [language]: text },
      members: valueMap,
    })),
  }
}

/**
 * A code list as PxWebApi 2 answers it, without links.
 * @param language of the texts; the first that the list’s label has where it lacks this one
 * @example v2CodeListOf(list, 'sv').type // 'Aggregation'
 */
export function v2CodeListOf(list: CodeList, language: string): V2CodeList {
  const languages = Object.keys(list.label)
  const text = (texts: Readonly<Record<string, string>>) => texts[language] ?? Object.values(texts)[0] ?? ''
  return {
    id: list.id,
    label: text(list.label),
    language,
    languages: languages.length === 0 ? [language] : languages,
    elimination: false,
    type: list.kind === 'aggregation' ? 'Aggregation' : 'Valueset',
    values: list.values.map(({ code, label, members }) => ({
      code,
      label: text(label),
      valueMap: [...members],
    })),
    links: [],
  }
}
