import { basename } from 'node:path'
import { nearest } from '@jamvikt/domain'
import { type GroupData, oaxacaBlinder, type Refusal, yunDecomposition } from '@jamvikt/equity'
import type { Texts } from '../messages.ts'
import { type ParsedOptions, type Problems, withSuggestions } from '../options.ts'
import { decompositionText } from './decompose-text.ts'
import { type Columns, readColumns } from './measure-columns.ts'
import { type MeasureAnswer, type MeasureCommand, namesOf, usedTwice, wholeNumber } from './measure-types.ts'
import { type Naming, optionOf, refusalProblem } from './refusal-line.ts'

/** `jamvikt decompose`: Oaxaca–Blinder, or Yun for a yes-or-no outcome. */
export const decompose: MeasureCommand = {
  help: 'decomposeHelp',
  file: 'needed',
  values: ['outcome', 'group', 'a', 'b', 'x', 'dummies', 'weights', 'bootstrap', 'seed'],
  flags: ['log', 'binary'],
  needed: ['outcome', 'group', 'a', 'x'],
  unprotected: true,
  run,
}

interface Order {
  readonly outcome: string
  readonly group: string
  readonly a: string
  readonly b: string | null
  readonly x: readonly string[]
  readonly dummies: Readonly<Record<string, readonly string[]>>
  readonly weights: string | null
  readonly log: boolean
}

/** The rows of both groups, and the file's row of each. */
interface Split {
  readonly ok: true
  readonly a: GroupData
  readonly b: GroupData
  readonly names: { readonly a: string; readonly b: string }
  readonly rows: { readonly a: readonly number[]; readonly b: readonly number[] }
}

async function run(options: ParsedOptions): Promise<MeasureAnswer | Problems> {
  const { texts, given, all, has, positionals } = options
  const [file = ''] = positionals
  const problems: string[] = []
  const dummies = dummySets(all('dummies'), texts, problems)
  const draws = wholeNumber(options, 'bootstrap', 50, 0, problems)
  const seed = wholeNumber(options, 'seed', 0, 1, problems)
  const binary = has('binary')
  if (binary && has('log')) problems.push(texts.text('decompose.logBinary'))
  if (given('a') !== null && given('a') === given('b')) {
    problems.push(texts.text('decompose.sameGroup', { value: given('a') ?? '' }))
  }
  const x = [...new Set([...namesOf(all('x')), ...Object.values(dummies).flat()])]
  problems.push(...usedTwice([given('outcome'), given('group'), given('weights'), ...x], texts))
  if (problems.length > 0) return { ok: false, problems }
  const order: Order = {
    outcome: given('outcome') ?? '',
    group: given('group') ?? '',
    a: given('a') ?? '',
    b: given('b'),
    x,
    dummies,
    weights: given('weights'),
    log: has('log'),
  }
  const numbers = [order.outcome, ...order.x, ...(order.weights === null ? [] : [order.weights])]
  const columns = await readColumns(file, { numbers, labels: [order.group] }, texts, given('sheet'))
  if (!columns.ok) return columns
  const split = splitRows(columns, order, texts)
  if (!split.ok) return split
  const settings = { dummies, errors: draws > 0 ? { draws, seed } : ('delta' as const) }
  const refused = (refusal: Refusal) => refusalProblem(refusal, namingOf(split, order, texts), texts)
  const found = binary
    ? yunDecomposition(split.a, split.b, settings)
    : oaxacaBlinder(split.a, split.b, settings)
  if (!found.ok) return refused(found)
  const used = found.a.rows + found.b.rows
  const counts = {
    rowsUsed: used,
    rowsDropped: columns.dropped,
    rowsOtherGroups: columns.rowOf.length - used,
  }
  const groups = { outcome: order.outcome, log: order.log, group: order.group, ...split.names }
  const { ok: _, a, b, gap, errors, twofold, ...rest } = found
  const json = {
    method: binary ? 'yun' : 'oaxaca-blinder',
    ...groups,
    ...counts,
    gap,
    groups: { a, b },
    errors,
    ...rest,
    twofold,
  }
  return {
    ok: true,
    json,
    text: decompositionText(found, { ...groups, ...counts, file: basename(file) }, texts),
  }
}

/** `education=secondary+tertiary`, several parted by commas or in options of their own. */
function dummySets(values: readonly string[], texts: Texts, problems: string[]): Record<string, string[]> {
  const sets: Record<string, string[]> = {}
  for (const set of namesOf(values)) {
    const [name = '', columns, ...more] = set.split('=')
    const members = namesOf(columns === undefined ? [] : [columns], '+')
    if (name.trim() === '' || members.length === 0 || more.length > 0 || Object.hasOwn(sets, name.trim())) {
      problems.push(texts.text('decompose.badDummies', { value: set }))
    } else sets[name.trim()] = members
  }
  return sets
}

function splitRows(columns: Columns, order: Order, texts: Texts): Split | Problems {
  const labels = columns.labels.get(order.group) ?? []
  const known = [...new Set(labels)].sort()
  for (const wanted of [order.a, ...(order.b === null ? [] : [order.b])]) {
    if (known.includes(wanted)) continue
    const problem = texts.text('decompose.groupUnknown', {
      column: order.group,
      value: wanted,
      known: known.slice(0, 8).join(', '),
    })
    return { ok: false, problems: [withSuggestions(texts, problem, nearest(wanted, known, 1))] }
  }
  const alike = known.find((label) => label !== order.a && label.toLowerCase() === order.a.toLowerCase())
  if (alike !== undefined && order.b !== alike) {
    const params = { column: order.group, value: order.a, other: alike }
    return { ok: false, problems: [texts.text('decompose.caseDiffers', params)] }
  }
  const others = order.b === null ? known.filter((label) => label !== order.a) : [order.b]
  if (others.length === 0)
    return { ok: false, problems: [texts.text('decompose.oneGroup', { column: order.group })] }
  const pick = (isOwn: (label: string) => boolean) => {
    const at = labels.flatMap((label, i) => (isOwn(label) ? [i] : []))
    const column = (name: string) => at.map((i) => columns.numbers.get(name)?.[i] ?? 0)
    const data: GroupData = {
      outcome: column(order.outcome),
      x: Object.fromEntries(order.x.map((name) => [name, column(name)])),
      ...(order.weights === null ? {} : { weights: column(order.weights) }),
    }
    return { data, rows: at.map((i) => columns.rowOf[i] ?? 0) }
  }
  const a = pick((label) => label === order.a)
  const b = pick((label) => others.includes(label))
  for (const { data, rows } of order.log ? [a, b] : []) {
    const bad = Array.from(data.outcome).findIndex((value) => value <= 0)
    if (bad >= 0) {
      return {
        ok: false,
        problems: [texts.text('decompose.logNeedsPositive', { row: rows[bad] ?? '', column: order.outcome })],
      }
    }
  }
  const logged = ({ outcome, ...rest }: GroupData): GroupData => ({
    ...rest,
    outcome: order.log ? Array.from(outcome, Math.log) : outcome,
  })
  return {
    ok: true,
    a: logged(a.data),
    b: logged(b.data),
    names: { a: order.a, b: others.join(' + ') },
    rows: { a: a.rows, b: b.rows },
  }
}

/** `b.x.age[3]` as the file's row and column; `a.x.age` as group and column. */
function namingOf({ names, rows }: Split, { outcome, weights }: Order, texts: Texts): Naming {
  return (culprit) => {
    const [, group, path = ''] = /^(a|b|pooled)(?:\.(.*))?$/.exec(culprit) ?? []
    if (group === undefined) return optionOf(culprit)
    const [, field = '', index] = /^(?:x\.)?(.*?)(?:\[(\d+)\])?$/.exec(path) ?? []
    const column = path.startsWith('x.') ? field : field === 'outcome' ? outcome : (weights ?? field)
    if (group === 'pooled') return column
    const own = group === 'a' ? 'a' : 'b'
    if (index !== undefined)
      return texts.text('measure.place', { row: rows[own][Number(index)] ?? '', column })
    return column === '' ? names[own] : texts.text('decompose.inGroup', { column, group: names[own] })
  }
}
