import { isMissingKind, isOutcome, isSex, nearest } from '@jamvikt/domain'
import { fold } from './cell-text.ts'
import { CASE_FIELDS, type Mapping, type MappingProblem, type MappingRefusal } from './mapping.ts'

const FIELDS: ReadonlySet<string> = new Set(CASE_FIELDS)
/** Fields whose values may only be translated into kinds of missing. */
const ONLY_MISSING: ReadonlySet<string> = new Set([
  'appliedAmount',
  'grantedAmount',
  'appliedOn',
  'decidedOn',
])

/**
 * Checks whether a mapping says enough and fits a table's headers: every named column is there, an outcome is known,
 * a sex has its leader rule, an industry its version, and every translated value a target that exists.
 * @param headers the table's headers
 * @returns ok, or every problem found, with the headers or fields most like what was written
 * @example checkMapping(mapping, table.headers)
 */
export function checkMapping(mapping: Mapping, headers: readonly string[]): { ok: true } | MappingRefusal {
  const problems = [
    ...columnProblems(mapping, headers),
    ...fieldProblems(mapping),
    ...completenessProblems(mapping),
    ...valueProblems(mapping),
  ]
  return problems.length === 0 ? { ok: true } : { ok: false, reason: 'mapping-refused', problems }
}

function columnProblems(mapping: Mapping, headers: readonly string[]): MappingProblem[] {
  const named: [string, string | undefined][] = [
    ...Object.entries(mapping.columns).map(([field, name]): [string, string] => [`columns.${field}`, name]),
    ...Object.entries(mapping.alternativeSex ?? {}).map(([rule, name]): [string, string | undefined] => [
      `alternativeSex.${rule}`,
      name,
    ]),
    ...(mapping.aggregated ?? []).flatMap(({ by: _, ...counts }, index) =>
      Object.entries(counts)
        .filter(([count, name]) => !(count === 'refused' && name === 'applied-granted'))
        .map(([count, name]): [string, string | undefined] => [`aggregated.${index}.${count}`, name]),
    ),
  ]
  const known = new Set(headers)
  return named.flatMap(([path, name]): MappingProblem[] =>
    name === undefined || known.has(name)
      ? []
      : [{ path, reason: 'column-missing', detail: name, suggestions: nearest(name, headers) }],
  )
}

function fieldProblems(mapping: Mapping): MappingProblem[] {
  if (mapping.aggregated !== undefined) return []
  return (['columns', 'values', 'constants'] as const).flatMap((part) =>
    Object.keys(mapping[part] ?? {})
      .filter((field) => !FIELDS.has(field))
      .map((field): MappingProblem => {
        const suggestions = nearest(field, CASE_FIELDS)
        return { path: `${part}.${field}`, reason: 'unknown-field', detail: field, suggestions }
      }),
  )
}

function completenessProblems(mapping: Mapping): MappingProblem[] {
  const constants = mapping.constants ?? {}
  const has = (field: string): boolean =>
    Object.hasOwn(mapping.columns, field) || Object.hasOwn(constants, field)
  const isCaseList = mapping.aggregated === undefined
  const problems: MappingProblem[] = Object.keys(constants)
    .filter((field) => Object.hasOwn(mapping.columns, field))
    .map((field) => ({ path: `constants.${field}`, reason: 'column-and-constant', detail: field }))
  if (isCaseList && !has('outcome')) problems.push({ path: 'columns.outcome', reason: 'outcome-missing' })
  if (isCaseList && has('sex') && mapping.leaderRule === undefined) {
    problems.push({ path: 'leaderRule', reason: 'leader-rule-missing' })
  }
  if (has('industry') && mapping.industryVersion === undefined) {
    problems.push({ path: 'industryVersion', reason: 'industry-version-missing' })
  }
  return problems
}

function valueProblems(mapping: Mapping): MappingProblem[] {
  return Object.entries(mapping.values ?? {}).flatMap(([field, values]) => {
    const seen = new Map<string, string>()
    return Object.entries(values).flatMap(([from, to]): MappingProblem[] => {
      const path = `values.${field}.${from}`
      const earlier = seen.get(fold(from))
      seen.set(fold(from), to)
      if (!isTarget(field, to)) return [{ path, reason: 'value-target-unknown', detail: to }]
      if (earlier !== undefined && earlier !== to) return [{ path, reason: 'values-conflict', detail: from }]
      return []
    })
  })
}

function isTarget(field: string, target: string): boolean {
  if (field === 'outcome') return isOutcome(target)
  if (field === 'sex') return isSex(target)
  return !ONLY_MISSING.has(field) || isMissingKind(target)
}
