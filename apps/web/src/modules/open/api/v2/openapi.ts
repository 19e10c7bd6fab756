import { MAX_CALLS, WINDOW_SECONDS } from '../../../../platform/http/rate-limit.ts'
import { jsonReply, type Reply } from '../answer.ts'
import { MEDIA } from '../formats.ts'
import type { Question } from '../question.ts'
import { MAX_CELLS } from '../selection.ts'
import { API_VERSION } from './config.ts'
import { SCHEMAS } from './openapi-schemas.ts'
import { FORMAT_PARAMS, V2_FORMATS } from './parameters.ts'

type Part = Readonly<Record<string, unknown>>

const query = (
  name: string,
  description: string,
  schema: Part = { type: 'string' },
  rest: Part = {},
): Part => ({
  name,
  in: 'query',
  description,
  schema,
  ...rest,
})
const id: Part = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const byVariable = { style: 'deepObject', explode: true }
const textByVariable: Part = { type: 'object', additionalProperties: { type: 'string' } }
const lang = query('lang', 'Language of texts; a table that lacks it answers in its own.', {
  enum: ['sv', 'en'],
})
const count = { type: 'integer', minimum: 1 }
const names = { type: 'array', items: { type: 'string' } }
const apart = { style: 'form', explode: false }

const selecting: readonly Part[] = [
  query(
    'valuecodes',
    'Of each variable the values wanted: codes and expressions between commas (*, 01*, ?, TOP(n), BOTTOM(n), FROM(code), TO(code), RANGE(code,code)); one with a comma stands in square brackets. Where no variable is selected, the default selection is answered. A variable that is left out must have a value that stands for all.',
    { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    byVariable,
  ),
  query('codelist', 'Of a variable the code list by which it is asked.', textByVariable, byVariable),
  query(
    'outputValues',
    'Of a variable with a list that sums: the sums (aggregated) or what they are sums of (single).',
    { type: 'object', additionalProperties: { enum: ['aggregated', 'single'] } },
    byVariable,
  ),
  query('heading', 'Variables that stand in the columns.', names, apart),
  query('stub', 'Variables that stand in the rows.', names, apart),
]
const output: readonly Part[] = [
  query('outputFormat', 'Format of the figures.', { enum: [...V2_FORMATS], default: 'json-stat2' }),
  query(
    'outputFormatParams',
    'Codes, texts or both; the title; what stands between cells. For csv, html and xlsx; a workbook without any holds all that describes the table. CSV of invented data has a column that says so.',
    { type: 'array', items: { enum: FORMAT_PARAMS } },
    apart,
  ),
]

const json = (schema: string, description = 'The answer.'): Part => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
})
const problem = (description: string): Part => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const PROBLEMS: Readonly<Record<string, Part>> = {
  '400': problem('A parameter, variable, value or format that there is not; the detail names it.'),
  '403': problem(`The answer would have more than ${MAX_CELLS} cells.`),
  '404': problem('No such site, table, code list or saved query.'),
  '413': problem('The body is too large.'),
  '429': problem(
    `More than ${MAX_CALLS} calls in ${WINDOW_SECONDS} seconds; Retry-After says how long to wait.`,
  ),
}
const figures: Part = {
  description: 'The figures in the format asked for.',
  content: Object.fromEntries(
    [...new Set(V2_FORMATS.map((format) => MEDIA[format].type))].map((type) => [type, {}]),
  ),
}

function operation(
  summary: string,
  parameters: readonly Part[],
  answers: Part,
  refusals: readonly string[],
  body?: string,
): Part {
  return {
    summary,
    parameters,
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            content: { 'application/json': { schema: { $ref: `#/components/schemas/${body}` } } },
          },
        }),
    responses: {
      ...answers,
      ...Object.fromEntries([...refusals, '429'].map((status) => [status, PROBLEMS[status]])),
    },
  }
}

const PATHS: Readonly<Record<string, Part>> = {
  '/config': { get: operation('Limits, languages and formats.', [], { '200': json('Config') }, ['404']) },
  '/tables': {
    get: operation(
      'The published tables, a page at a time.',
      [
        lang,
        query('query', 'Words that the table’s name, description, source or variables all hold.'),
        query('pastDays', 'Published within so many days.', count),
        query('includeDiscontinued', 'Without effect: a table that is taken back is gone.', {
          type: 'boolean',
        }),
        query('pageNumber', 'Which page, from 1; one after the last is empty.', { ...count, default: 1 }),
        query('pageSize', 'Tables on a page; at most 1000.', { ...count, default: 20 }),
      ],
      { '200': json('Tables') },
      ['400', '404'],
    ),
  },
  '/tables/{id}': { get: operation('One table.', [id, lang], { '200': json('Table') }, ['404']) },
  '/tables/{id}/metadata': {
    get: operation(
      'The variables of a table with their values and notes, as JSON-stat without figures.',
      [
        id,
        lang,
        query('defaultSelection', 'As they are after the default selection.', { type: 'boolean' }),
        query('savedQuery', 'As they are after a saved query.'),
        query('codelist', 'As they are by other code lists.', textByVariable, byVariable),
      ],
      { '200': json('Dataset') },
      ['400', '404'],
    ),
  },
  '/tables/{id}/defaultselection': {
    get: operation('What is answered where nothing is selected.', [id, lang], { '200': json('Selection') }, [
      '404',
    ]),
  },
  '/tables/{id}/data': {
    get: operation('Figures by address.', [id, lang, ...selecting, ...output], { '200': figures }, [
      '400',
      '403',
      '404',
    ]),
    post: operation(
      'Figures by a selection in the body.',
      [id, lang, ...output],
      { '200': figures },
      ['400', '403', '404', '413'],
      'VariablesSelection',
    ),
  },
  '/codelists/{id}': { get: operation('A code list.', [id, lang], { '200': json('CodeList') }, ['404']) },
  '/savedqueries': {
    post: operation(
      'Gives a query an id. The id is the query itself, packed: nothing is stored, and it never grows old.',
      [],
      { '201': json('SavedQueryAnswer') },
      ['400', '403', '413'],
      'SavedQuery',
    ),
  },
  '/savedqueries/{id}': {
    get: operation('A saved query.', [id], { '200': json('SavedQueryAnswer') }, ['404']),
  },
  '/savedqueries/{id}/selection': {
    get: operation('The values that a saved query selects now.', [id, lang], { '200': json('Selection') }, [
      '400',
      '403',
      '404',
    ]),
  },
  '/savedqueries/{id}/data': {
    get: operation('The figures that a saved query selects now.', [id, lang, ...output], { '200': figures }, [
      '400',
      '403',
      '404',
    ]),
  },
}

/** A description of version 2 of the API as it is served here. */
export function openApiReply({ site, base, home }: Question): Reply {
  return jsonReply({
    openapi: '3.1.0',
    info: {
      title: `PxWebApi 2: ${site.name}`,
      version: API_VERSION,
      description: `Published statistics. The catalogue with licences is at ${home}/catalogue.ttl.`,
    },
    servers: [{ url: `${base}/v2` }],
    paths: PATHS,
    components: { schemas: SCHEMAS },
  })
}
