import { basename } from 'node:path'
import {
  type BeyondChance,
  type BootstrapFigure,
  bootstrapSegregation,
  type CountTable,
  chanceSentence,
  clustersSentence,
  dissimilarity,
  dissimilaritySentence,
  exposures,
  isolations,
  karmelMaclachlan,
  localSegregation,
  mutualInformation,
  mutualInformationByCluster,
  type RandomAllocation,
  type Refusal,
  type Result,
  randomAllocation,
  type SegregationBootstrap,
  type SegregationSentence,
  saySegregation,
  segregationTable,
  theilSentence,
} from '@jamvikt/equity'
import { localeOf } from '@jamvikt/i18n'
import { alignColumns } from '../align-columns.ts'
import type { Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import { type Columns, readColumns } from './measure-columns.ts'
import { type MeasureAnswer, type MeasureCommand, namesOf, usedTwice, wholeNumber } from './measure-types.ts'
import { byRow, refusalProblem } from './refusal-line.ts'

const MOST_LINES = 20

/** `jamvikt segregation`: how unevenly groups are spread over units. */
export const segregation: MeasureCommand = {
  help: 'segregationHelp',
  file: 'needed',
  values: ['unit', 'group', 'n', 'counts', 'cluster', 'a', 'b', 'bootstrap', 'seed'],
  flags: [],
  needed: ['unit'],
  unprotected: true,
  run,
}

interface Pair {
  readonly group: string
  readonly against?: string
}

async function run(options: ParsedOptions): Promise<MeasureAnswer | Problems> {
  const { texts, given, all, positionals } = options
  const [file = ''] = positionals
  const problems: string[] = []
  const wide = namesOf(all('counts'))
  const long = given('group') !== null && given('n') !== null
  if (wide.length > 0 === long || (wide.length > 0 && (given('group') ?? given('n')) !== null)) {
    problems.push(texts.text('segregation.layout'))
  }
  problems.push(...usedTwice([given('unit'), given('group'), given('n'), given('cluster'), ...wide], texts))
  if (given('b') !== null && given('a') === null) problems.push(texts.text('segregation.bNeedsA'))
  const draws = wholeNumber(options, 'bootstrap', 20, 0, problems)
  const seed = wholeNumber(options, 'seed', 0, 1, problems)
  if (problems.length > 0) return { ok: false, problems }
  const unit = given('unit') ?? ''
  const cluster = given('cluster')
  const group = given('group') ?? ''
  const n = given('n') ?? ''
  const labels = [unit, ...(long ? [group] : []), ...(cluster === null ? [] : [cluster])]
  const columns = await readColumns(file, { numbers: long ? [n] : wide, labels }, texts, given('sheet'))
  if (!columns.ok) return columns
  const rows = rowsOf(columns, { unit, group, n, wide, cluster })
  const refused = (refusal: Refusal) =>
    refusalProblem(
      refusal,
      byRow(
        long ? columns.rowOf : columns.rowOf.flatMap((row) => wide.map(() => row)),
        namesFor(options),
        texts,
      ),
      texts,
    )
  const made = segregationTable(rows)
  if (!made.ok) return refused(made)
  const measured = measure(made.table, pairOf(options), draws, seed)
  if (!measured.ok) return refused(measured)
  const { ok: _, ...figures } = measured
  return {
    ok: true,
    json: {
      units: made.table.units.length,
      groups: made.table.groups,
      total: made.table.total,
      rowsDropped: columns.dropped,
      emptyUnits: made.table.emptyUnits,
      emptyGroups: made.table.emptyGroups,
      ...figures,
    },
    text: textOf(measured, made.table, columns, basename(file), texts),
  }
}

function namesFor({ given, all }: ParsedOptions): Record<string, string> {
  const [a, b] = [given('a') ?? '', given('b') ?? '']
  const counts = given('n') ?? all('counts').join(', ')
  const cluster = given('cluster') ?? ''
  return { n: counts, counts, 'table.total': counts, cluster, 'pair.group': a, 'pair.against': b }
}

function pairOf({ given }: ParsedOptions): Pair | null {
  const [a, b] = [given('a'), given('b')]
  if (a === null) return null
  return b === null ? { group: a } : { group: a, against: b }
}

function rowsOf(
  { rowOf, labels, numbers }: Columns,
  names: { unit: string; group: string; n: string; wide: readonly string[]; cluster: string | null },
) {
  const label = (name: string, i: number) => labels.get(name)?.[i] ?? ''
  return rowOf.flatMap((_, i) => {
    const shared = {
      unit: label(names.unit, i),
      ...(names.cluster === null ? {} : { cluster: label(names.cluster, i) }),
    }
    if (names.wide.length === 0) {
      return [{ ...shared, group: label(names.group, i), n: numbers.get(names.n)?.[i] ?? 0 }]
    }
    return names.wide.map((group) => ({ ...shared, group, n: numbers.get(group)?.[i] ?? 0 }))
  })
}

type Measured = ReturnType<typeof measure> & { readonly ok: true }

function measure(table: CountTable, pair: Pair | null, draws: number, seed: number) {
  const [first = '', second] = table.groups
  const pairs: Pair[] =
    pair !== null
      ? [pair]
      : table.groups.length === 2 && second !== undefined
        ? [{ group: first, against: second }]
        : table.groups.map((group) => ({ group }))
  const d: (Pair & { readonly d: number })[] = []
  for (const one of pairs) {
    const found = dissimilarity(table, one)
    if (!found.ok) return found
    d.push({ ...one, d: found.d })
  }
  const clusters = table.clusters.length === 0 ? null : mutualInformationByCluster(table)
  if (clusters !== null && !clusters.ok) return clusters
  const options = { draws, seed, ...(pair === null ? {} : { pair }) }
  const bootstrap: Result<SegregationBootstrap> | null =
    draws === 0 ? null : bootstrapSegregation(table, options)
  if (bootstrap !== null && !bootstrap.ok) return bootstrap
  const chance: Result<RandomAllocation> | null = draws === 0 ? null : randomAllocation(table, options)
  if (chance !== null && !chance.ok) return chance
  return {
    ok: true as const,
    ...mutualInformation(table),
    d,
    ip: karmelMaclachlan(table),
    isolation: isolations(table),
    exposure: exposures(table),
    local: { group: localSegregation(table, 'group'), unit: localSegregation(table, 'unit') },
    clusters: clusters === null ? null : withoutOk(clusters),
    bootstrap: bootstrap === null ? null : { draws, seed, ...withoutOk(bootstrap) },
    chance: chance === null ? null : { draws, seed, ...withoutOk(chance) },
  }
}

function withoutOk<T extends { readonly ok: true }>({ ok: _, ...rest }: T): Omit<T, 'ok'> {
  return rest
}

function textOf(found: Measured, table: CountTable, columns: Columns, file: string, texts: Texts): string {
  const { text, language } = texts
  const locale = localeOf(language)
  const figure = new Intl.NumberFormat(locale.tag, { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  const or = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : figure.format(value)
  const [firstD] = found.d
  const said: (SegregationSentence | null)[] = [
    theilSentence(found),
    firstD === undefined || found.d.length > 1 ? null : dissimilaritySentence(firstD, firstD.d),
    found.clusters === null ? null : clustersSentence(found.clusters.total, found.clusters.between),
    found.chance === null || found.chance.h === null ? null : chanceSentence(found.chance.h),
  ]
  const drawn = (name: 'm' | 'h' | 'ip' | 'd', value: number | null) => {
    const figures: BootstrapFigure | null = found.bootstrap?.[name] ?? null
    const chance: BeyondChance | null = found.chance?.[name] ?? null
    if (found.bootstrap === null) return [or(value)]
    const interval = figures === null ? '–' : `${or(figures.low)} ${text('measure.to')} ${or(figures.high)}`
    return [or(value), or(figures?.corrected), or(figures?.standardError), interval, or(chance?.expected)]
  }
  const measures = [
    [
      text('column.measure'),
      text('column.value'),
      ...(found.bootstrap === null
        ? []
        : [text('column.corrected'), text('column.se'), text('column.interval'), text('column.chance')]),
    ],
    ['M', ...drawn('m', found.m)],
    ['H', ...drawn('h', found.h)],
    ['IP', ...drawn('ip', found.ip)],
    ...found.d.map(({ group, against, d }) => [
      text('segregation.dOf', { group, against: against ?? text('segregation.others') }),
      ...(found.d.length === 1
        ? drawn('d', d)
        : [or(d), ...(found.bootstrap === null ? [] : ['', '', '', ''])]),
    ]),
  ]
  const groups = [
    [text('column.group'), text('column.share'), text('column.isolation'), text('column.local')],
    ...found.local.group.map(({ name, local, share }, i) => [
      name,
      locale.percent(share),
      or(found.isolation[i]?.isolation),
      or(local),
    ]),
  ]
  const clusters =
    found.clusters === null
      ? []
      : [
          alignColumns(
            [
              [text('column.cluster'), text('column.share'), 'M', 'H'],
              [text('segregation.between'), '', or(found.clusters.between.m), or(found.clusters.between.h)],
              [text('segregation.within'), '', or(found.clusters.within.m), or(found.clusters.within.h)],
              ...found.clusters.clusters
                .slice(0, MOST_LINES)
                .map(({ cluster, share, m, h }) => [`  ${cluster}`, locale.percent(share), or(m), or(h)]),
            ],
            [0],
          ),
        ]
  const empty = [...table.emptyUnits, ...table.emptyGroups]
  return [
    [
      text('segregation.title', { file }),
      text('measure.rows', {
        rows: locale.number(columns.rowOf.length),
        dropped: locale.number(columns.dropped),
      }),
      text('segregation.size', {
        units: locale.number(table.units.length),
        groups: locale.number(table.groups.length),
        total: locale.number(table.total),
      }),
      ...(empty.length === 0 ? [] : [text('segregation.empty', { names: empty.slice(0, 5).join(', ') })]),
    ].join('\n'),
    said.flatMap((one) => (one === null ? [] : [saySegregation(one, language)])).join('\n'),
    alignColumns(measures, [0]),
    alignColumns(groups, [0]),
    ...clusters,
  ].join('\n\n')
}
