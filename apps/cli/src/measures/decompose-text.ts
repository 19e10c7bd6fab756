import {
  type DecompositionPart,
  decompositionSentences,
  type OaxacaBlinder,
  type RatePart,
  sayDecomposition,
  type YunDecomposition,
} from '@jamvikt/equity'
import { localeOf } from '@jamvikt/i18n'
import { alignColumns } from '../align-columns.ts'
import type { Texts } from '../messages.ts'
import { fixedDecimals } from './fixed-decimals.ts'

/** Below so many rows in a group a decomposition is mostly noise. */
const FEW_ROWS = 100

interface Heading {
  readonly file: string
  readonly outcome: string
  readonly log: boolean
  readonly a: string
  readonly b: string
  readonly rowsUsed: number
  readonly rowsDropped: number
  readonly rowsOtherGroups: number
}

/** A decomposition for the terminal: groups, sentences, parts. */
export function decompositionText(
  found: OaxacaBlinder | YunDecomposition,
  heading: Heading,
  texts: Texts,
): string {
  const { text, language } = texts
  const locale = localeOf(language)
  const figure = fixedDecimals(
    [
      found.gap.estimate,
      ...found.twofold.flatMap(({ explained, unexplained }) =>
        [explained, unexplained].map(({ estimate }) => estimate),
      ),
    ],
    locale.tag,
  )
  const or = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : figure.format(value)
  const pair = ({ estimate, se }: { estimate: number; se: number | null }) => [or(estimate), or(se)]
  const rates = !('threefold' in found)
  const head = [
    text(rates ? 'decompose.titleRates' : 'decompose.title', {
      file: heading.file,
      outcome: heading.log ? `log(${heading.outcome})` : heading.outcome,
      a: heading.a,
      b: heading.b,
    }),
    text('measure.rows', {
      rows: locale.number(heading.rowsUsed),
      dropped: locale.number(heading.rowsDropped),
    }),
    ...(heading.rowsOtherGroups === 0
      ? []
      : [text('decompose.otherGroups', { rows: locale.number(heading.rowsOtherGroups) })]),
    text('decompose.groups', {
      a: heading.a,
      rowsA: locale.number(found.a.rows),
      meanA: figure.format(found.a.mean),
      b: heading.b,
      rowsB: locale.number(found.b.rows),
      meanB: figure.format(found.b.mean),
      gap: figure.format(found.gap.estimate),
    }),
    ...(heading.log
      ? [text('decompose.ratio', { ratio: locale.percent(Math.expm1(found.gap.estimate)) })]
      : []),
    ...(Math.min(found.a.rows, found.b.rows) < FEW_ROWS ? [text('decompose.few')] : []),
    found.errors.method === 'bootstrap'
      ? text('decompose.bootstrap', {
          draws: locale.number(found.errors.draws),
          failed: locale.number(found.errors.failed),
        })
      : text('decompose.delta'),
  ]
  const sentences = decompositionSentences(found, heading, { rates }).map((one) =>
    sayDecomposition(one, language),
  )
  const columns = [text('column.variable'), text('column.part'), text('column.se')]
  const nameOf = (variable: string) =>
    variable === '(intercept)'
      ? text('decompose.intercept')
      : variable.replace(/ \(base\)$/, ` ${text('decompose.base')}`)
  const detail = (name: string, part: DecompositionPart | RatePart) => [
    [name, ...pair(part)],
    ...(part.byVariable ?? []).map((one) => [`  ${nameOf(one.variable)}`, ...pair(one)]),
  ]
  const threefold = rates
    ? []
    : [
        `${text('decompose.threefold')}\n${alignColumns(
          [
            columns,
            ...detail(text('decompose.endowments'), found.threefold.endowments),
            ...detail(text('decompose.coefficients'), found.threefold.coefficients),
            ...detail(text('decompose.interaction'), found.threefold.interaction),
          ],
          [0],
        )}`,
      ]
  const twofold = [
    [
      text('column.reference'),
      text('column.explained'),
      text('column.se'),
      text('column.unexplained'),
      text('column.se'),
    ],
    ...found.twofold.map(({ reference, explained, unexplained }) => [
      text(`decompose.reference.${reference}`, { a: heading.a, b: heading.b }),
      ...pair(explained),
      ...pair(unexplained),
    ]),
  ]
  return [
    head.join('\n'),
    sentences.join('\n'),
    ...threefold,
    `${text('decompose.twofold')}\n${alignColumns(twofold, [0])}`,
  ].join('\n\n')
}
