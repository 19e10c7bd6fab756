import {
  type AttackerKind,
  type Certificate,
  DEFAULT_RULES,
  makeCertificate,
  publicCertificate,
  publishedCounts,
  type Suppression,
  type SuppressionRefusal,
  type SuppressionRules,
  suppress,
  type Tabulated,
  tablesOfWays,
  totalsOf,
  verify,
} from '@jamvikt/disclosure'
import { wholeNumber } from '../measures/measure-types.ts'
import type { Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import { sha256 } from '../sha256.ts'
import { cellsCsv } from './cells-file.ts'
import { byCellKeys, byRounding } from './changed-counts.ts'
import type { ProtectAnswer, ProtectCommand } from './protect-types.ts'
import { readMicro, SEX, sexAmong } from './read-micro.ts'

/** `jamvikt protect`: tables from records, protected, with their certificate. */
export const protect: ProtectCommand = {
  help: 'protectHelp',
  values: [
    'dims',
    'threshold',
    'zeros',
    'width',
    'attackers',
    'seconds',
    'seed',
    'method',
    'symmetry',
    'singletons',
    'keep',
    'ways',
    'base',
    'noise',
    'variance',
    'id',
    'out',
    'certificate',
    'sheet',
  ],
  flags: ['with-true-values', 'public-certificate'],
  needed: ['dims', 'out'],
  files: 1,
  run,
}

async function run(options: ParsedOptions): Promise<ProtectAnswer | Problems> {
  const order = orderOf(options)
  if (order.problems.length > 0) return { ok: false, problems: order.problems }
  const tabulated = await readMicro(options)
  if (!tabulated.ok) return tabulated
  const methods = { suppress: bySuppression, cellkey: byCellKeys, round: byRounding }
  return methods[order.method](options, tabulated, order)
}

interface Order {
  readonly method: 'suppress' | 'cellkey' | 'round'
  readonly threshold: number
  readonly zeros: 'publish' | 'protect'
  readonly width: number
  readonly attackers: readonly AttackerKind[]
  readonly seconds: number | null
  readonly seed: number
  readonly singletons: boolean
  readonly symmetry: boolean
  readonly keep: readonly string[]
  /** Only tables of so many columns; null: one table of all. */
  readonly ways: number | null
  readonly problems: string[]
}

function orderOf(options: ParsedOptions): Order {
  const { given, texts, all, has } = options
  const problems: string[] = []
  const choice = <T extends string>(name: string, known: readonly [T, ...T[]]): T => {
    const value = given(name)
    const found = known.find((one) => one === value)
    if (value !== null && found === undefined) {
      problems.push(texts.text('protect.badChoice', { name: `--${name}`, value, known: known.join(', ') }))
    }
    return found ?? known[0]
  }
  const attackers = (given('attackers') ?? '0,1').split(',').map((one) => one.trim())
  if (attackers.some((one) => one !== '0' && one !== '1')) {
    problems.push(texts.text('protect.badAttackers', { value: given('attackers') ?? '' }))
  }
  const seconds = given('seconds')
  if (
    seconds !== null &&
    !(/^\d+(\.\d+)?$/.test(seconds) && Number(seconds) > 0 && Number(seconds) <= 86_400)
  ) {
    problems.push(texts.text('protect.badSeconds', { value: seconds }))
  }
  const method = choice('method', ['suppress', 'cellkey', 'round'])
  for (const name of ['zeros', 'width', 'attackers', 'symmetry', 'singletons', 'keep', 'ways']) {
    if (method !== 'suppress' && given(name) !== null) {
      problems.push(texts.text('protect.notWith', { name: `--${name}`, method }))
    }
  }
  if (method !== 'suppress' && has('with-true-values')) {
    problems.push(texts.text('protect.notWith', { name: '--with-true-values', method }))
  }
  return {
    method,
    threshold: wholeNumber(options, 'threshold', 2, method === 'cellkey' ? 3 : 5, problems),
    zeros: choice('zeros', ['publish', 'protect']),
    width: wholeNumber(options, 'width', 1, 1, problems),
    attackers: [...new Set(attackers.map((one): AttackerKind => (one === '1' ? 1 : 0)))],
    seconds: seconds === null ? null : Number(seconds),
    seed: wholeNumber(options, 'seed', 0, 1, problems),
    singletons: choice('singletons', ['off', 'on']) === 'on',
    symmetry: choice('symmetry', ['off', 'on']) === 'on',
    keep: all('keep').flatMap((names) => names.split(',').map((name) => name.trim())),
    ways: given('ways') === null ? null : wholeNumber(options, 'ways', 1, 1, problems),
    problems,
  }
}

function rulesOf(order: Order, { cube }: Tabulated, texts: Texts): SuppressionRules | Problems {
  const names = cube.dimensions.map(({ name }) => name)
  const sex = cube.dimensions.find(({ name }) => name === sexAmong(names))
  const unknown = order.keep.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    return {
      ok: false,
      problems: [texts.text('protect.keepUnknown', { name: unknown, names: names.join(', ') })],
    }
  }
  if (order.symmetry && sex?.leaves !== 2) {
    return { ok: false, problems: [texts.text('protect.noPair', { names: SEX.join(', ') })] }
  }
  const [one = '', other = ''] = sex?.codes ?? []
  const kept = order.keep.length > 0 ? order.keep : sex === undefined ? [] : [sex.name]
  return {
    ...DEFAULT_RULES,
    threshold: order.threshold,
    zeros: order.zeros,
    singletons: order.singletons,
    attackers: order.attackers,
    width: order.width,
    symmetry: order.symmetry && sex !== undefined ? { dimension: sex.name, codes: [one, other] } : null,
    mustPublish: [...new Set([...totalsOf(cube), ...kept.flatMap((name) => totalsOf(cube, name))])],
  }
}

async function bySuppression(
  options: ParsedOptions,
  tabulated: Tabulated,
  order: Order,
): Promise<ProtectAnswer | Problems> {
  const { texts, given, has } = options
  const rules = rulesOf(order, tabulated, texts)
  if ('ok' in rules) return rules
  const { seconds } = order
  const started = performance.now()
  const search =
    seconds === null
      ? { seed: order.seed }
      : {
          seed: order.seed,
          rounds: Number.MAX_SAFE_INTEGER,
          progress: () => (performance.now() - started) / (1000 * seconds),
        }
  const names = tabulated.cube.dimensions.map(({ name }) => name)
  const shape = order.ways === null ? {} : { tables: tablesOfWays(names, order.ways) }
  const suppression = suppress({ ...tabulated, ...shape }, rules, search)
  const used = (performance.now() - started) / 1000
  if (!suppression.ok) return { ok: false, problems: refusalLines(suppression, texts) }
  const certificate = makeCertificate(suppression, sha256)
  const checked = verify(
    publishedCounts(suppression.set.cube, suppression.set.counts, suppression.cells),
    JSON.parse(JSON.stringify(certificate)),
    sha256,
  )
  if (!checked.ok) throw new Error(`the certificate does not hold: ${JSON.stringify(checked)}`)
  const file = given('certificate')
  return {
    ok: true,
    files: [
      { file: given('out') ?? '', text: cellsCsv(suppression, has('with-true-values')) },
      ...(file === null ? [] : [{ file, text: certificateText(certificate, has('public-certificate')) }]),
    ],
    text: summary(suppression, used, order, has('with-true-values'), texts),
  }
}

function certificateText(certificate: Certificate, open: boolean): string {
  return `${JSON.stringify(open ? publicCertificate(certificate) : certificate)}\n`
}

function summary(
  { counts, rows }: Suppression,
  seconds: number,
  { width, attackers, zeros }: Order,
  trueValues: boolean,
  texts: Texts,
): string {
  const { text } = texts
  const lines = [
    text('protect.done', {
      ...counts,
      share: Math.round((100 * (counts.sensitive + counts.secondary)) / counts.cells),
    }),
    text(width === 1 ? 'protect.neverExact' : 'protect.width', { width }),
    text(attackers.includes(1) && zeros === 'publish' ? 'protect.bothAttackers' : 'protect.oneAttacker'),
    text('protect.witnesses', { rows: rows.length, seconds: seconds.toFixed(2) }),
  ]
  if (zeros === 'protect' && attackers.includes(1)) lines.push(text('protect.zerosSame'))
  if (trueValues) lines.push(text('protect.trueValues'))
  return `${lines.join('\n')}\n`
}

const MOST_NAMED = 10

function refusalLines(refusal: SuppressionRefusal, { text }: Texts): string[] {
  const named = (cells: readonly (readonly string[])[]) => {
    const shown = cells.slice(0, MOST_NAMED).map((codes) => codes.join(' × '))
    return cells.length > MOST_NAMED ? `${shown.join('; ')} …` : shown.join('; ')
  }
  switch (refusal.reason) {
    case 'must-publish-sensitive':
      return [text('protect.mustPublish', { cells: named(refusal.cells) })]
    case 'unprotectable':
      return [
        text('protect.unprotectable', { cells: named(refusal.cells) }),
        refusal.conflicting.length > 0
          ? text('protect.conflicting', { cells: named(refusal.conflicting) })
          : text('protect.coarsen'),
      ]
    case 'bad-option':
      return [text('protect.badOption', { name: refusal.option })]
    case 'bad-figure':
    case 'not-additive':
      return [text('protect.badFigure', { figure: refusal.figure, cell: refusal.cell.join(' × ') })]
  }
}
