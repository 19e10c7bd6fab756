type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const whole: Schema = { type: 'integer' }
const flag: Schema = { type: 'boolean' }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const orNull = (type: string): Schema => ({ type: [type, 'null'] })

/** An object with these members, all of them there but those named as optional. */
function objectOf(members: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(members).filter((name) => !optional.includes(name))
  return { type: 'object', properties: members, ...(required.length === 0 ? {} : { required }) }
}

const table = {
  id: text,
  label: text,
  description: text,
  sortCode: text,
  updated: { type: 'string', format: 'date-time' },
  firstPeriod: orNull('string'),
  lastPeriod: orNull('string'),
  category: { const: 'public' },
  variableNames: listOf(text),
  discontinued: { const: false },
  source: text,
  subjectCode: text,
  timeUnit: { enum: ['Annual', 'Quarterly', 'Monthly', 'Weekly', 'Other'] },
  paths: listOf(listOf(objectOf({ id: text, label: text, sortCode: text }))),
  links: listOf(ref('Link')),
}
const selection = {
  selection: listOf(
    objectOf({ variableCode: text, valueCodes: listOf(text), codelist: orNull('string') }, [
      'valueCodes',
      'codelist',
    ]),
  ),
  placement: objectOf({ heading: listOf(text), stub: listOf(text) }, ['heading', 'stub']),
}
const savedQuery = {
  id: text,
  tableId: text,
  language: text,
  selection: ref('VariablesSelection'),
  outputFormat: text,
  outputFormatParams: listOf(text),
}

/** The documents that the API takes and gives, as JSON Schema. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  Link: objectOf({ rel: text, hreflang: text, href: { type: 'string', format: 'uri' } }),
  Problem: objectOf({ type: text, title: text, status: whole, detail: text }),
  Config: objectOf({
    apiVersion: text,
    appVersion: text,
    languages: listOf(objectOf({ id: text, label: text })),
    defaultLanguage: text,
    maxDataCells: whole,
    maxCallsPerTimeWindow: whole,
    timeWindow: whole,
    license: text,
    sourceReferences: listOf(objectOf({ language: text, text })),
    defaultDataFormat: text,
    dataFormats: listOf(text),
    features: listOf(objectOf({ id: text, params: listOf(objectOf({ key: text, value: text })) })),
  }),
  Table: objectOf({ ...table, language: text }, ['language', 'timeUnit']),
  Tables: objectOf({
    language: text,
    tables: listOf(ref('Table')),
    page: objectOf({
      pageNumber: whole,
      pageSize: whole,
      totalElements: whole,
      totalPages: whole,
      links: listOf(ref('Link')),
    }),
    links: listOf(ref('Link')),
  }),
  VariablesSelection: objectOf(selection, ['placement']),
  Selection: objectOf({ ...selection, language: text, links: listOf(ref('Link')) }),
  SavedQuery: objectOf(savedQuery, ['id', 'outputFormat', 'outputFormatParams']),
  SavedQueryAnswer: objectOf({
    id: text,
    language: text,
    savedQuery: ref('SavedQuery'),
    links: listOf(ref('Link')),
  }),
  CodeList: objectOf({
    id: text,
    label: text,
    language: text,
    languages: listOf(text),
    elimination: flag,
    type: { enum: ['Aggregation', 'Valueset'] },
    values: listOf(objectOf({ code: text, label: text, valueMap: listOf(text) })),
    links: listOf(ref('Link')),
  }),
  Dataset: objectOf(
    {
      version: { const: '2.0' },
      class: { const: 'dataset' },
      label: text,
      source: text,
      updated: text,
      note: listOf(text),
      role: mapOf(listOf(text)),
      id: listOf(text),
      size: listOf(whole),
      dimension: mapOf({ type: 'object' }),
      value: listOf(orNull('number')),
      status: mapOf(text),
      extension: { type: 'object' },
    },
    ['source', 'updated', 'note', 'role', 'status', 'extension'],
  ),
}
