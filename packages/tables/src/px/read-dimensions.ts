import { defined } from '../stat/defined.ts'
import type { DimensionRole, StatDimension, Texts } from '../stat/stat-table.ts'
import { onlyText, type PxStatement, refusedAt, textsOfItems } from './px-statement.ts'
import { type PxMeasures, yesOrNo } from './read-measures.ts'
import type { PxNotes } from './read-notes.ts'
import type { PxVariable, PxVariables } from './read-variables.ts'
import { type StatementIndex, textsBy } from './statement-index.ts'

const SHOWN = ['code', 'label', 'code-label', 'label-code'] as const

/**
 * Puts together the dimensions of a table.
 * @throws StatRefusedError `keyword-unknown-variable`, `keyword-unknown-value`, `value-unreadable`, `syntax`
 */
export function readDimensions(
  index: StatementIndex,
  variables: PxVariables,
  measures: PxMeasures,
  notes: PxNotes,
): StatDimension[] {
  const by = (keyword: string, peek = false) => statementsOf(index, variables, keyword, peek)
  const ids = by('VARIABLECODE')
  const maps = by('MAP')
  const domains = by('DOMAIN')
  const types = by('VARIABLE-TYPE', true)
  const eliminations = by('ELIMINATION')
  const hierarchies = by('HIERARCHIES')
  const shown = by('PRESTEXT')
  // Kept as they stand, unless a writer would make the same.
  for (const statement of index.all('TIMEVAL', true)) index.leave(statement)
  return variables.list.map((variable, at) => {
    const first = (found: ReadonlyMap<number, readonly PxStatement[]>) => found.get(at)?.[0]
    const texts = (found: ReadonlyMap<number, readonly PxStatement[]>) =>
      textsBy(index.languages, found.get(at) ?? [])
    const label = Object.fromEntries(variable.names)
    const id = first(ids)
    const type = first(types)
    const map = texts(maps)
    const role = roleOf(variable, at === measures.variable, map, type === undefined ? '' : onlyText(type))
    return defined({
      id: id === undefined ? (variable.names.get(index.main) ?? '') : onlyText(id),
      label,
      role,
      categories: variable.codes.map((code, value) =>
        defined({
          code,
          label: labelOf(variable, value),
          notes: notes.values.get(`${at} ${value}`),
          measure: role === 'metric' ? measures.measures[value] : undefined,
        }),
      ),
      children: childrenOf(variables, at, first(hierarchies)),
      elimination: eliminationOf(variables, at, first(eliminations)),
      timeUnit: role === 'time' ? variable.timeList?.unit : undefined,
      map,
      domain: texts(domains),
      notes: notes.variables.get(at),
      show: shownAs(first(shown)),
    })
  })
}

/** Statements by the variable they name first, those in the main language first. */
function statementsOf(
  index: StatementIndex,
  variables: PxVariables,
  keyword: string,
  peek: boolean,
): Map<number, PxStatement[]> {
  const found = new Map<number, PxStatement[]>()
  for (const statement of index.all(keyword, peek)) {
    const at = variables.variable(statement)
    const before = found.get(at)
    if (before === undefined) found.set(at, [statement])
    else if (statement.language === index.main) before.unshift(statement)
    else before.push(statement)
  }
  return found
}

function labelOf({ labels }: PxVariable, value: number): Texts {
  return Object.fromEntries([...labels].map(([language, texts]) => [language, texts[value] ?? '']))
}

function roleOf(
  variable: PxVariable,
  isMetric: boolean,
  map: Texts | undefined,
  type: string,
): DimensionRole {
  if (isMetric) return 'metric'
  if (variable.timeList !== undefined) return 'time'
  const word = type.trim().toLowerCase()
  if (map !== undefined || word.startsWith('geo')) return 'geo'
  return word === 'time' ? 'time' : 'classification'
}

function eliminationOf(
  variables: PxVariables,
  at: number,
  statement: PxStatement | undefined,
): { total: string | null } | undefined {
  if (statement === undefined) return undefined
  const text = onlyText(statement)
  const isBare = statement.items[0]?.[0]?.quoted !== true
  const yes = yesOrNo(text)
  if (isBare && yes !== undefined) return yes ? { total: null } : undefined
  try {
    return { total: variables.list[at]?.codes[variables.value(statement, at, text)] ?? null }
  } catch (cause) {
    if (yes !== undefined) return yes ? { total: null } : undefined
    throw cause
  }
}

function shownAs(statement: PxStatement | undefined): (typeof SHOWN)[number] | undefined {
  if (statement === undefined) return undefined
  const text = onlyText(statement).trim()
  const show = /^[0-3]$/.test(text) ? SHOWN[Number(text)] : undefined
  if (show === undefined) throw refusedAt(statement, 'value-unreadable', text)
  return show
}

/** `"whole"` alone is a root; `"whole":"part"` says that one belongs to the other. */
function childrenOf(
  variables: PxVariables,
  at: number,
  statement: PxStatement | undefined,
): Record<string, readonly string[]> | undefined {
  if (statement === undefined) return undefined
  const codes = variables.list[at]?.codes ?? []
  const codeOf = (name: string) => codes[variables.valueByCode(statement, at, name)] ?? ''
  const parts = new Map<string, Set<string>>()
  for (const item of statement.items) {
    const [whole, ...rest] = textsOfItems({
      ...statement,
      items: item.filter(({ quoted }) => quoted).map((each) => [each]),
    })
    if (whole === undefined || rest.length > 1) throw refusedAt(statement, 'syntax')
    const code = codeOf(whole)
    const [part] = rest
    if (part === undefined) continue
    const known = parts.get(code)
    if (known === undefined) parts.set(code, new Set([codeOf(part)]))
    else known.add(codeOf(part))
  }
  if (parts.size === 0) return undefined
  return Object.fromEntries([...parts].map(([whole, each]) => [whole, [...each]]))
}
