import { isMissingKind, type LeaderRule } from '@jamvikt/domain'
import { type OpenTable, type TableRefusal, TableRefusedError } from '../table.ts'
import { cellText, fold, shown } from './cell-text.ts'
import { checkMapping } from './check-mapping.ts'
import { type MappingInput, type MappingProblem, mappingSchema } from './mapping.ts'
import { aggregatedGroups, dimensionOf } from './suggest-aggregated.ts'
import { fieldOfHeader, headerWords, meaningOf } from './vocabulary.ts'

/** What one column seems to give. `distinct` stands for coded columns only, most frequent first. */
export interface ColumnSuggestion {
  header: string
  field: string
  /** 0–1: how surely header and values say so. */
  confidence: number
  distinct: { value: string; count: number; target: string | null }[]
  distinctTruncated: boolean
}

export interface MappingSuggestion {
  ok: true
  kind: 'cases' | 'aggregated'
  /** A proposal for a person to confirm; never complete where the file does not say. */
  mapping: MappingInput
  columns: ColumnSuggestion[]
  /** Headers that no field was found for. */
  unused: string[]
  /** What a person must still decide before the mapping can be used. */
  open: MappingProblem[]
  rowsSampled: number
}

const CODED = new Set('outcome sex background age supportForm unit industry municipality county'.split(' '))
const TRANSLATED = ['outcome', 'sex', 'background']
const MAX_DISTINCT = 50
const INFERRED = /härled|härlett|harled|harlett|infer|derived|förnamn|fornamn|first ?name/
const LEADERS: readonly (readonly [LeaderRule, RegExp])[] = [
  ['project leader', /projektled|prosjektled|project (leader|manager)/],
  ['board', /styrels|styre\b|board/],
  ['CEO', /\bvd\b|ceo|verkställande|daglig leder/],
  ['owner majority', /äga|eier|owner/],
]

type Sample = ReadonlyMap<string, readonly string[]>

/**
 * Proposes a mapping from the headers (Swedish, Norwegian, English) and the first rows, with the values of coded
 * columns for a person to confirm. It never takes sex from names, an outcome from an amount, an industry's edition
 * from its codes, nor a bare 1 or 2 for a sex: such things are listed in `open` or have the target null.
 * Tables of counts (`applications_women`, `applications_men`) are told from lists of cases.
 * @param table an opened table
 * @param options `sampleRows`: how many rows to look at, 200 unless told
 * @returns the proposal, or the refusal met in reading
 * @example const proposal = await suggestMapping(table); if (proposal.ok) proposal.mapping.columns
 */
export async function suggestMapping(
  table: OpenTable,
  options: { sampleRows?: number } = {},
): Promise<MappingSuggestion | TableRefusal> {
  try {
    const { sample, rowsSampled } = await takeSample(table, options.sampleRows ?? 200)
    const groups = aggregatedGroups(table.headers)
    const proposal = groups === undefined ? caseMapping(sample) : aggregatedMapping(sample, groups)
    const used = new Set([
      ...Object.values(proposal.mapping.alternativeSex ?? {}),
      ...proposal.columns.map((column) => column.header),
      ...(groups ?? []).flatMap((group) => Object.values(group).filter((name) => typeof name === 'string')),
    ])
    const checked = checkMapping(mappingSchema.parse(proposal.mapping), table.headers)
    return {
      ok: true,
      kind: groups === undefined ? 'cases' : 'aggregated',
      ...proposal,
      unused: table.headers.filter((header) => !used.has(header)),
      open: checked.ok ? [] : checked.problems,
      rowsSampled,
    }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
}

async function takeSample(table: OpenTable, rows: number): Promise<{ sample: Sample; rowsSampled: number }> {
  const sample = new Map<string, string[]>(table.headers.map((header) => [header, []]))
  let rowsSampled = 0
  if (rows > 0) {
    for await (const { cells } of table.rows()) {
      for (const [place, header] of table.headers.entries()) {
        const text = cellText(cells[place] ?? null)
        if (text !== '') sample.get(header)?.push(text)
      }
      if (++rowsSampled >= rows) break
    }
  }
  return { sample, rowsSampled }
}

type Proposal = Pick<MappingSuggestion, 'mapping' | 'columns'>

function caseMapping(sample: Sample): Proposal {
  const candidates = [...sample].flatMap(([header, texts]) => {
    const found = fieldOfHeader(header)
    return found === undefined ? [] : [columnSuggestion(header, found.field, found.confidence, texts)]
  })
  const chosen = new Map<string, ColumnSuggestion>()
  for (const candidate of candidates) {
    const rival = chosen.get(candidate.field)
    if (rival === undefined || candidate.confidence > rival.confidence) chosen.set(candidate.field, candidate)
  }
  const columns = [...chosen.values()]
  const sexHeader = chosen.get('sex')?.header
  const leaderRule = sexHeader === undefined ? undefined : leaderRuleOf(sexHeader)
  const alternativeSex: Partial<Record<LeaderRule, string>> = {}
  for (const { header, field } of candidates) {
    const rule = leaderRuleOf(header)
    if (field === 'sex' && header !== sexHeader && rule !== undefined && rule !== leaderRule) {
      alternativeSex[rule] ??= header
    }
  }
  const amountHeaders = [chosen.get('appliedAmount')?.header, chosen.get('grantedAmount')?.header]
  const inThousands = amountHeaders.some((header) => header !== undefined && /tkr/i.test(header))
  const mapping: MappingInput = {
    columns: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
    values: translations(columns),
    ...(leaderRule === undefined ? {} : { leaderRule }),
    ...(sexHeader === undefined ? {} : { sexInferred: INFERRED.test(headerWords(sexHeader)) }),
    ...(Object.keys(alternativeSex).length === 0 ? {} : { alternativeSex }),
    ...industryVersion(chosen.get('industry')),
    ...(inThousands ? { amountUnit: 'tkr' } : {}),
  }
  return { mapping, columns }
}

function aggregatedMapping(
  sample: Sample,
  groups: NonNullable<ReturnType<typeof aggregatedGroups>>,
): Proposal {
  const columns = [...sample]
    .filter(([, texts]) => texts.length > 0 && texts.some((text) => !/^[\d\s.,%-]+$/.test(text)))
    .map(([header, texts]) => columnSuggestion(header, dimensionOf(header), 0.6, texts))
  const mapping: MappingInput = {
    columns: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
    ...industryVersion(columns.find((column) => column.field === 'industry')),
    aggregated: groups,
  }
  return { mapping, columns }
}

const leaderRuleOf = (header: string): LeaderRule | undefined =>
  LEADERS.find(([, words]) => words.test(headerWords(header)))?.[0]

function columnSuggestion(
  header: string,
  field: string,
  confidence: number,
  texts: readonly string[],
): ColumnSuggestion {
  if (!CODED.has(field)) return { header, field, confidence, distinct: [], distinctTruncated: false }
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const distinct = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_DISTINCT)
    .map(([value, count]) => ({
      value: shown(value),
      count,
      target: TRANSLATED.includes(field) ? (meaningOf(field, fold(value), header) ?? null) : null,
    }))
  return {
    header,
    field,
    confidence: TRANSLATED.includes(field) ? confidence * understood(distinct) : confidence,
    distinct,
    distinctTruncated: counts.size > MAX_DISTINCT,
  }
}

/** From 0.3 when no value is understood to 1 when all are. */
function understood(distinct: ColumnSuggestion['distinct']): number {
  if (distinct.length === 0) return 0.3
  const known = distinct.filter(({ target }) => target !== null && !isMissingKind(target)).length
  const missing = distinct.filter(({ target }) => isMissingKind(target)).length
  return known === 0 ? 0.3 : 0.3 + (0.7 * (known + missing)) / distinct.length
}

function translations(columns: readonly ColumnSuggestion[]): Record<string, Record<string, string>> {
  return Object.fromEntries(
    columns
      .filter(({ field }) => TRANSLATED.includes(field))
      .map(({ field, distinct }) => {
        const pairs = distinct.flatMap(({ value, target }) =>
          target === null ? [] : [[value, target] as const],
        )
        return [field, Object.fromEntries(pairs)] as const
      })
      .filter(([, values]) => Object.keys(values).length > 0),
  )
}

/** The edition only where the header names it; a column of words is no classification. */
function industryVersion(column: ColumnSuggestion | undefined): Pick<MappingInput, 'industryVersion'> {
  if (column === undefined) return {}
  if (/2007/.test(column.header)) return { industryVersion: 'SNI2007' }
  if (/2025/.test(column.header)) return { industryVersion: 'SNI2025' }
  const looksCoded = column.distinct.some(({ value }) => /^([A-V]|\d{1,2}[\d.]*)(\s|$)/.test(value))
  return looksCoded || column.distinct.length === 0 ? {} : { industryVersion: 'none' }
}
