import { basename } from 'node:path'
import {
  bootstrapLinear,
  bootstrapLogistic,
  type LinearMaihda,
  type LogisticMaihda,
  type MaihdaBootstrap,
  type ModelFit,
  maihdaLinear,
  maihdaLogistic,
  maihdaSentences,
  type Refusal,
  sayMaihda,
} from '@jamvikt/equity'
import { localeOf } from '@jamvikt/i18n'
import { alignColumns } from '../align-columns.ts'
import type { Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import { fixedDecimals } from './fixed-decimals.ts'
import { type Columns, readColumns } from './measure-columns.ts'
import { type MeasureAnswer, type MeasureCommand, namesOf, usedTwice, wholeNumber } from './measure-types.ts'
import { byRow, refusalProblem } from './refusal-line.ts'

const MOST_STRATA = 20
/** Below so many strata their variance is hardly known. */
const FEW_STRATA = 20

/** `jamvikt maihda`: intersectional multilevel analysis of a table of strata. */
export const maihda: MeasureCommand = {
  help: 'maihdaHelp',
  file: 'needed',
  values: ['n', 'mean', 'ss', 'successes', 'factors', 'quadrature', 'bootstrap', 'seed'],
  flags: [],
  needed: ['n', 'factors'],
  unprotected: true,
  run,
}

async function run(options: ParsedOptions): Promise<MeasureAnswer | Problems> {
  const { texts, given, all, positionals } = options
  const [file = ''] = positionals
  const problems: string[] = []
  const n = given('n') ?? ''
  const successes = given('successes')
  const mean = given('mean')
  const ss = given('ss')
  if (
    (successes === null) === (mean === null || ss === null) ||
    (successes !== null && (mean ?? ss) !== null)
  ) {
    problems.push(texts.text('maihda.outcome'))
  }
  const points = wholeNumber(options, 'quadrature', 1, 1, problems)
  const draws = wholeNumber(options, 'bootstrap', 50, 0, problems)
  const seed = wholeNumber(options, 'seed', 0, 1, problems)
  const factors = namesOf(all('factors'))
  if (successes === null && given('quadrature') !== null) problems.push(texts.text('maihda.noQuadrature'))
  problems.push(...usedTwice([n, mean, ss, successes, ...factors], texts))
  if (problems.length > 0) return { ok: false, problems }
  const numbers = [n, ...(successes === null ? [mean ?? '', ss ?? ''] : [successes])]
  const emptyWhere = { count: n, columns: numbers.slice(1) }
  const columns = await readColumns(file, { numbers, labels: factors, emptyWhere }, texts, given('sheet'))
  if (!columns.ok) return columns
  const named = { n, mean: mean ?? '', ssWithin: ss ?? '', successes: successes ?? '' }
  const naming = byRow(columns.rowOf, named, texts)
  const refused = (refusal: Refusal): Problems => {
    if (refusal.reason !== 'duplicate') return refusalProblem(refusal, naming, texts)
    const place = naming(refusal.culprit)
    return { ok: false, problems: [texts.text('maihda.sameGroup', { place, factors: factors.join(', ') })] }
  }
  const rows = columns.rowOf.map((_, i) => ({
    by: Object.fromEntries(factors.map((name) => [name, columns.labels.get(name)?.[i] ?? ''])),
    n: columns.numbers.get(n)?.[i] ?? 0,
  }))
  const at = (name: string | null, i: number) => columns.numbers.get(name ?? '')?.[i] ?? 0
  let result: LinearMaihda | LogisticMaihda
  let bootstrap: MaihdaBootstrap | null = null
  if (successes === null) {
    const strata = rows.map((row, i) => ({ ...row, mean: at(mean, i), ssWithin: at(ss, i) }))
    const found = maihdaLinear(strata)
    if (!found.ok) return refused(found)
    result = found
    if (draws > 0) {
      const drawn = bootstrapLinear(strata, { draws, seed })
      if (!drawn.ok) return refused(drawn)
      bootstrap = drawn
    }
  } else {
    const strata = rows.map((row, i) => ({ ...row, successes: at(successes, i) }))
    const found = maihdaLogistic(strata, { points })
    if (!found.ok) return refused(found)
    result = found
    if (draws > 0) {
      const drawn = bootstrapLogistic(strata, { draws, seed, points })
      if (!drawn.ok) return refused(drawn)
      bootstrap = drawn
    }
  }
  return {
    ok: true,
    json: jsonOf(result, bootstrap, columns),
    text: textOf(result, bootstrap, columns, basename(file), texts),
  }
}

function jsonOf(
  result: LinearMaihda | LogisticMaihda,
  bootstrap: MaihdaBootstrap | null,
  { dropped }: Columns,
) {
  const { ok: _, ...figures } = result
  return { ...figures, rowsDropped: dropped, bootstrap: bootstrap === null ? null : withoutOk(bootstrap) }
}

function withoutOk({ ok: _, ...rest }: MaihdaBootstrap) {
  return rest
}

function textOf(
  result: LinearMaihda | LogisticMaihda,
  bootstrap: MaihdaBootstrap | null,
  { dropped }: Columns,
  file: string,
  texts: Texts,
): string {
  const { text, language } = texts
  const locale = localeOf(language)
  const figure = new Intl.NumberFormat(locale.tag, { maximumSignificantDigits: 6 })
  const percent = (value: number | null) => (value === null ? '–' : locale.percent(value))
  const model = (name: string, { method, varStrata, varResidual, vpc }: ModelFit) => [
    name,
    text(`maihda.method.${method}`),
    figure.format(varStrata),
    figure.format(varResidual),
    percent(vpc),
  ]
  const models = [
    [text('column.model'), text('column.method'), text('column.between'), text('column.inside'), 'VPC'],
    model(text('maihda.null'), result.null),
    model(text('maihda.main'), result.main),
    ...(result.outcome === 'linear'
      ? [model(text('maihda.null'), result.ml.null), model(text('maihda.main'), result.ml.main)]
      : []),
  ]
  const { ml, reml } = result.pcv
  const pcv =
    result.outcome === 'linear'
      ? text('maihda.pcvBoth', { ml: percent(ml), reml: percent(reml) })
      : text('maihda.pcv', { ml: percent(ml) })
  const odds =
    result.outcome === 'logistic'
      ? [
          text('maihda.odds', {
            mor: locale.decimal(result.medianOddsRatio.null),
            morMain: locale.decimal(result.medianOddsRatio.main),
            auc: result.auc.main === null ? '–' : locale.decimal(result.auc.main),
          }),
        ]
      : []
  const drawn =
    bootstrap === null
      ? []
      : [
          text('maihda.bootstrap', {
            draws: locale.number(bootstrap.draws),
            vpc: `${percent(bootstrap.vpcNull.interval.low)}–${percent(bootstrap.vpcNull.interval.high)}`,
            main: `${percent(bootstrap.vpcMain.interval.low)}–${percent(bootstrap.vpcMain.interval.high)}`,
            pcv:
              bootstrap.pcv === null
                ? '–'
                : `${percent(bootstrap.pcv.interval.low)}–${percent(bootstrap.pcv.interval.high)}`,
          }),
        ]
  const level = fixedDecimals(
    result.strata.map(({ observed }) => observed),
    locale.tag,
  )
  const residual = fixedDecimals(
    result.strata.map((one) => one.residual),
    locale.tag,
  )
  const value = (x: number) => (result.outcome === 'logistic' ? percent(x) : level.format(x))
  const strata = result.strata.toSorted(
    (a, b) => Math.abs(b.residual / (b.se ?? 1)) - Math.abs(a.residual / (a.se ?? 1)),
  )
  const table = [
    [
      `${text('column.group')} (${Object.keys(result.strata[0]?.by ?? {}).join(', ')})`,
      'n',
      text('column.observed'),
      text('column.expected'),
      text('column.residual'),
      text('column.interval'),
      text('column.holm'),
      text('column.verdict'),
    ],
    ...strata
      .slice(0, MOST_STRATA)
      .map((s) => [
        Object.values(s.by).join(', '),
        figure.format(s.n),
        value(s.observed),
        value(s.expected),
        residual.format(s.residual),
        s.interval === null
          ? '–'
          : `${residual.format(s.interval.low)} ${text('measure.to')} ${residual.format(s.interval.high)}`,
        locale.probability(s.holmP),
        text(`maihda.flag.${s.flag}`),
      ]),
  ]
  const left = strata.length - MOST_STRATA
  return [
    [
      text('maihda.title', { file }),
      text('measure.rows', { rows: locale.number(result.strata.length), dropped: locale.number(dropped) }),
      ...(result.strataUsed < FEW_STRATA ? [text('maihda.few')] : []),
      ...(result.strataEmpty === 0
        ? []
        : [text('maihda.empty', { count: locale.number(result.strataEmpty) })]),
    ].join('\n'),
    maihdaSentences(result)
      .map((sentence) => sayMaihda(sentence, language))
      .join('\n'),
    alignColumns(models, [0, 1]),
    [pcv, ...odds, ...drawn].join('\n'),
    `${text('maihda.strata')}\n${alignColumns(table, [0, 7])}${left > 0 ? `\n${text('measure.more', { count: locale.number(left) })}` : ''}`,
  ].join('\n\n')
}
