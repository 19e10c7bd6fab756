import { basename } from 'node:path'
import {
  type PrecisionPlan,
  planPrecision,
  planSentences,
  powerOfComparison,
  requiredPerGroup,
  sayRates,
} from '@jamvikt/equity'
import { localeOf } from '@jamvikt/i18n'
import { alignColumns } from '../align-columns.ts'
import type { Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import { readColumns } from './measure-columns.ts'
import { type MeasureAnswer, type MeasureCommand, namesOf, usedTwice } from './measure-types.ts'
import { byRow, refusalProblem } from './refusal-line.ts'

/** `jamvikt precision`: how many to ask in each group of a survey, or to show a difference. */
export const precision: MeasureCommand = {
  help: 'precisionHelp',
  file: 'optional',
  values: [
    'population',
    'by',
    'margin',
    'share',
    'confidence',
    'response-rate',
    'design-effect',
    'compare',
    'power',
    'alpha',
  ],
  flags: [],
  needed: [],
  unprotected: false,
  run,
}

async function run(options: ParsedOptions): Promise<MeasureAnswer | Problems> {
  const { texts, given, positionals } = options
  const problems: string[] = []
  const compares = given('compare') !== null
  if (compares === (positionals[0] !== undefined)) problems.push(texts.text('precision.fileOrCompare'))
  const number = (name: string, fallback: number, between: readonly [number, number], closed = false) =>
    numberOption(options, name, fallback, between, closed, problems)
  const wish = {
    designEffect: number('design-effect', 1, [0, 1000]),
    responseRate: number('response-rate', 1, [0, 1], true),
  }
  if (compares) {
    const power = number('power', 0.8, [0, 1])
    const alpha = number('alpha', 0.05, [0, 1])
    const shares = (given('compare') ?? '').split('/').map(shareOf)
    const [first = null, second = null] = shares
    if (shares.length !== 2 || first === null || second === null || first === second) {
      problems.push(texts.text('precision.badCompare', { value: given('compare') ?? '' }))
    }
    if (power <= alpha / 2) problems.push(texts.text('precision.badPower'))
    if (problems.length > 0 || first === null || second === null) return { ok: false, problems }
    return comparison(first, second, { ...wish, power, alpha }, texts)
  }
  const names = namesOf(options.all('by'))
  const population = given('population')
  if (population === null) problems.push(texts.text('measure.optionMissing', { name: '--population' }))
  if (names.length === 0) problems.push(texts.text('measure.optionMissing', { name: '--by' }))
  if (given('margin') === null) problems.push(texts.text('measure.optionMissing', { name: '--margin' }))
  const margin = number('margin', 0.05, [0, 1])
  const share = number('share', 0.5, [0, 1])
  const confidence = number('confidence', 0.95, [0, 1])
  problems.push(...usedTwice([population, ...names], texts))
  if (problems.length > 0 || population === null) return { ok: false, problems }
  const [file = ''] = positionals
  const columns = await readColumns(file, { numbers: [population], labels: names }, texts, given('sheet'))
  if (!columns.ok) return columns
  const groups = new Map<string, { name: string; population: number; share: number }>()
  const firstRow: number[] = []
  for (const [i, row] of columns.rowOf.entries()) {
    const name = names.map((one) => columns.labels.get(one)?.[i] ?? '').join(', ')
    const known = groups.get(name)
    if (known === undefined) firstRow.push(row)
    const before = known?.population ?? 0
    const members = columns.numbers.get(population)?.[i] ?? 0
    if (members < 0) {
      const culprit = texts.text('measure.place', { row, column: population })
      const text = texts.text('refusal.negative')
      return { ok: false, problems: [texts.text('measure.refused', { culprit, text })] }
    }
    groups.set(name, { name, population: before + members, share })
  }
  const inhabited = [...groups.values()].filter((group) => group.population > 0)
  const plan = planPrecision(inhabited, { ...wish, margin, confidence })
  if (!plan.ok) return refusalProblem(plan, byRow(firstRow, { population }, texts), texts)
  const { ok: _, ...figures } = plan
  const settings = { by: names, margin, share, confidence, ...wish }
  const counts = { rowsDropped: columns.dropped, groupsEmpty: groups.size - inhabited.length }
  return {
    ok: true,
    json: { ...settings, ...counts, ...figures },
    text: planText(figures, basename(file), counts, texts),
  }
}

interface Comparison {
  readonly designEffect: number
  readonly responseRate: number
  readonly power: number
  readonly alpha: number
}

function comparison(first: number, second: number, wish: Comparison, texts: Texts): MeasureAnswer | Problems {
  const locale = localeOf(texts.language)
  let size: ReturnType<typeof requiredPerGroup>
  try {
    size = requiredPerGroup(first, second, wish)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { ok: false, problems: [texts.text('precision.tooClose')] }
  }
  const reached =
    first + second === 1 && Math.abs(first - second) === 1
      ? 1
      : powerOfComparison(size.perGroup / wish.designEffect, first, second, wish.alpha)
  const text = texts.text('precision.comparison', {
    first: locale.percent(first),
    second: locale.percent(second),
    perGroup: locale.number(size.perGroup),
    asked: locale.number(size.askedPerGroup),
    power: locale.percent(reached),
    alpha: locale.percent(wish.alpha),
  })
  return { ok: true, json: { shares: [first, second], ...wish, ...size, powerReached: reached }, text }
}

function planText(
  plan: PrecisionPlan,
  file: string,
  { rowsDropped, groupsEmpty }: { rowsDropped: number; groupsEmpty: number },
  texts: Texts,
): string {
  const { text, language } = texts
  const locale = localeOf(language)
  const oneDecimal = new Intl.NumberFormat(locale.tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const points = (margin: number) => `± ${oneDecimal.format(100 * margin)}`
  const [total] = planSentences(plan)
  const lines = [
    [
      text('column.group'),
      text('column.population'),
      text('column.needed'),
      text('column.asked'),
      text('column.answers'),
      text('column.margin'),
      '',
    ],
    ...plan.groups.map((group) => [
      group.name,
      locale.number(group.population),
      locale.number(group.answersNeeded),
      locale.number(group.asked),
      locale.number(Math.round(group.expectedAnswers)),
      points(group.expectedMargin),
      group.reached ? (group.census ? text('precision.census') : '') : text('precision.notReached'),
    ]),
  ]
  return [
    [
      text('precision.title', { file }),
      ...(rowsDropped === 0 ? [] : [text('precision.dropped', { rows: locale.number(rowsDropped) })]),
      ...(groupsEmpty === 0 ? [] : [text('precision.empty', { groups: locale.number(groupsEmpty) })]),
    ].join('\n'),
    ...(total === undefined ? [] : [sayRates(total, language)]),
    alignColumns(lines, [0, 6]),
  ].join('\n\n')
}

/** A number as "0.05", "0,05" or "5 %"; `null` when it is none. */
function written(text: string): number | null {
  const [, digits = '', percent] = /^\s*(\d*[.,]?\d+)\s*(%)?\s*$/.exec(text) ?? []
  return digits === '' ? null : Number(digits.replace(',', '.')) / (percent === undefined ? 1 : 100)
}

function shareOf(text: string): number | null {
  const value = written(text)
  return value !== null && value <= 1 ? value : null
}

function numberOption(
  { given, texts }: ParsedOptions,
  name: string,
  fallback: number,
  [low, high]: readonly [number, number],
  closed: boolean,
  problems: string[],
): number {
  const text = given(name)
  if (text === null) return fallback
  const value = written(text)
  if (value !== null && value > low && (value < high || (closed && value === high))) return value
  problems.push(texts.text('precision.badNumber', { name: `--${name}`, low, high, value: text }))
  return fallback
}
