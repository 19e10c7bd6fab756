import {
  changesText,
  type DimensionSpec,
  type Plan,
  type PlanOptions,
  type PlanRefusal,
  type PlanRules,
  type Proposal,
  planRelease as planTable,
  proposalText,
  wholePercent,
} from '@jamvikt/disclosure'
import { localeOf } from '@jamvikt/i18n'
import { alignColumns } from '../align-columns.ts'
import { wholeNumber } from '../measures/measure-types.ts'
import type { Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import type { ProtectAnswer, ProtectCommand } from './protect-types.ts'
import { readRecords, sexAmong, tabulationProblem } from './read-micro.ts'

/** `jamvikt plan-release`: which coarsening of a table shows most when it is protected. */
export const planRelease: ProtectCommand = {
  help: 'planHelp',
  values: ['dims', 'threshold', 'zeros', 'keep', 'most-hidden', 'sheet'],
  flags: ['json'],
  needed: ['dims'],
  files: 1,
  run,
}

/** So many proposals are also told in sentences. */
const TOLD = 3

async function run(options: ParsedOptions): Promise<ProtectAnswer | Problems> {
  const { texts, has, positionals } = options
  const answerFile = positionals[1]
  const order = orderOf(options)
  if (order.problems.length > 0) return { ok: false, problems: order.problems }
  const records = await readRecords(options)
  if (!records.ok) return records
  const { specs, columns, rowOf } = records
  const keep = keptOf(options, specs)
  if (!Array.isArray(keep)) return keep
  const { rules, mostHidden } = order
  const planned = planTable(specs, columns, rules, { keep, mostHidden })
  if (!planned.ok) return { ok: false, problems: [refusalLine(planned, rowOf, texts)] }
  const json = has('json') ? `${JSON.stringify(answerOf(planned, texts), null, 2)}\n` : ''
  const files = answerFile === undefined ? [] : [{ file: answerFile, text: json }]
  const toScreen = json === '' || answerFile !== undefined ? textOf(planned, texts) : json
  return { ok: true, files, text: toScreen }
}

interface Order {
  readonly rules: PlanRules
  readonly mostHidden: NonNullable<PlanOptions['mostHidden']>
  readonly problems: string[]
}

function orderOf(options: ParsedOptions): Order {
  const { given, texts } = options
  const problems: string[] = []
  const zeros = given('zeros') ?? 'publish'
  if (zeros !== 'publish' && zeros !== 'protect') {
    const known = 'publish, protect'
    problems.push(texts.text('protect.badChoice', { name: '--zeros', value: zeros, known }))
  }
  const share = given('most-hidden') ?? '10'
  const percent = Number(/^(\d+(?:[.,]\d+)?)\s*%?$/.exec(share.trim())?.[1]?.replace(',', '.') ?? Number.NaN)
  if (!(percent <= 100)) problems.push(texts.text('plan.badShare', { value: share }))
  return {
    rules: {
      threshold: wholeNumber(options, 'threshold', 2, 5, problems),
      zeros: zeros === 'protect' ? 'protect' : 'publish',
      attackers: [0, 1],
      width: 1,
    },
    mostHidden: percent / 100,
    problems,
  }
}

/** The columns of `--keep`; else the one of sex. */
function keptOf({ all, texts }: ParsedOptions, specs: readonly DimensionSpec[]): string[] | Problems {
  const names = specs.map(({ column }) => column)
  const kept = all('keep').flatMap((value) => value.split(',').map((name) => name.trim()))
  const unknown = kept.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const known = names.join(', ')
    return { ok: false, problems: [texts.text('protect.keepUnknown', { name: unknown, names: known })] }
  }
  return kept.length > 0 ? kept : [sexAmong(names) ?? []].flat()
}

function refusalLine(refusal: PlanRefusal, rowOf: readonly number[], texts: Texts): string {
  switch (refusal.reason) {
    case 'too-many-dimensions':
      return texts.text('plan.tooManyDimensions', { most: refusal.most })
    case 'must-publish-sensitive': {
      const cells = refusal.cells.map((codes) => codes.join(' × ')).join('; ')
      return texts.text('protect.mustPublish', { cells })
    }
    case 'bad-option':
      return texts.text('protect.badOption', { name: refusal.option })
    case 'contradictory-hierarchy':
    case 'unequal-columns':
    case 'too-many-cells':
    case 'code-twice':
    case 'no-leaves':
    case 'leaf-without-group':
      return tabulationProblem(refusal, rowOf, texts)
  }
}

/**
 * The answer as JSON; its keys are stable, shares are 0–1.
 *
 * `table`: `dims`, `columns` (`name`, `values`), `records`, `threshold`, `zeros`, `mostHidden`, then of the table as it is
 * `cells`, `sensitive`, `hidden`, `hiddenShare`, `measured`; `tried` and `leftAside` count coarser tables.
 *
 * `proposals`, best first, the table as it is among them: `rank`, `changes` (`kind` and what it is of; values that become
 * one under `merged`), `dims` for `--dims` (`null` where values must be merged first), `ways` for `--ways` (`null` when all are crossed),
 * `tables` (the columns of each), `cells`, `sensitive`, `recordsSensitive`, `hidden`, `hiddenShare`, `recordsShown`,
 * `detailKept`, `measured` (else estimated), `withinLimit`, `unprotectable`, `sentence`.
 */
function answerOf(plan: Plan, texts: Texts): object {
  const { table, rules, mostHidden, tried, leftAside, proposals, unchanged } = plan
  const { cells, sensitive, hidden, hiddenShare, measured } = unchanged
  return {
    table: {
      ...table,
      ...{ threshold: rules.threshold, zeros: rules.zeros, mostHidden },
      ...{ cells, sensitive, hidden, hiddenShare, measured, tried, leftAside },
    },
    proposals: proposals.map((proposal) => ({
      ...proposal,
      sentence: proposalText(proposal, unchanged, texts.language),
    })),
  }
}

function textOf({ table, rules, mostHidden, leftAside, proposals, unchanged }: Plan, texts: Texts): string {
  const { text, language } = texts
  const { number } = localeOf(language)
  const lines = [
    text(rules.zeros === 'protect' ? 'plan.tableZeros' : 'plan.table', {
      cells: number(unchanged.cells),
      records: number(table.records),
      sensitive: number(unchanged.sensitive),
      threshold: rules.threshold,
      most: percentOf(mostHidden, texts),
    }),
    proposals.some(({ withinLimit }) => withinLimit) ? '' : text('plan.none'),
    '',
    tableOf(proposals, texts),
    '',
    ...proposals.slice(0, TOLD).map((proposal) => toldOf(proposal, unchanged, texts)),
    '',
    text('plan.figures'),
    proposals.some(({ measured }) => !measured) ? text('plan.estimated') : '',
    leftAside > 0 ? text('plan.leftAside', { count: number(leftAside) }) : '',
  ]
  // One empty line parts two blocks; a line that was not needed leaves none.
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

function tableOf(proposals: readonly Proposal[], texts: Texts): string {
  const { text, language } = texts
  const { number } = localeOf(language)
  const head = (['rank', 'hidden', 'detail', 'records', 'cells', 'sensitive', 'changes'] as const).map(
    (name) => text(`plan.column.${name}`),
  )
  const rows = proposals.map((one) => {
    const share = (value: number) => `${one.measured ? '' : '≈ '}${wholePercent(value, language)}`
    return [
      ...[String(one.rank), share(one.hiddenShare), share(one.detailKept), share(one.recordsShown)],
      ...[number(one.cells), number(one.sensitive), changesText(one.changes, language)],
    ]
  })
  return alignColumns([head, ...rows], [6])
}

function toldOf(proposal: Proposal, unchanged: Proposal, texts: Texts): string {
  const { text, language } = texts
  const lines = [`${proposal.rank}. ${proposalText(proposal, unchanged, language)}`]
  const { changes, dims, ways } = proposal
  const limit = ways === null ? '' : ` --ways ${ways}`
  if (changes.length > 0 && dims !== null) lines.push(`   --dims "${dims}"${limit}`)
  if (changes.some((change) => 'merged' in change)) lines.push(`   ${text('plan.merged')}`)
  return lines.join('\n')
}

function percentOf(share: number, { language }: Texts): string {
  return `${localeOf(language).number(Math.round(1000 * share) / 10)} %`
}
