import { gapSentence, sayRates } from '@jamvikt/equity'
import { DotPlot, Tag } from '@jamvikt/ui'
import type { CountChoice } from '../rules/choice.ts'
import { type PairOfRates, pairsOf, type Rate } from '../rules/gaps.ts'
import { mergeStrata, type Stratum } from '../rules/strata-of.ts'
import { NONE, type Words } from './analysis-text.ts'
import { AnalysisSection, FiguresTable, WithCount } from './figures-table.tsx'
import { SexKey } from './sex-key.tsx'

const MOST_DOTS = 40
/** Rows that stand open at once; more are opened. */
const MOST_OPEN = 60

const TAGS = {
  'women-higher': 'neutral',
  'women-lower': 'neutral',
  insufficient: 'few',
  missing: 'few',
} as const

export interface CountedProps {
  readonly words: Words
  readonly choice: CountChoice
  readonly strata: readonly Stratum[]
  /** The code of women. */
  readonly women: string
}

/** The shares of women and men in every group: in words, drawn, and as a table. */
export function RatesSection({ words, choice, strata, women }: CountedProps) {
  const { locale } = words
  const others = choice.groups.slice(1)
  const pairs = pairsOf(strata, women)
  const [overall] = pairsOf(mergeStrata(strata, [0]), women)
  const named = (pair: PairOfRates) => words.combination(others, pair.codes)
  const of = (verdict: PairOfRates['verdict']) => pairs.filter((pair) => pair.verdict === verdict)
  const [lower, higher, few, missing] = [
    of('women-lower'),
    of('women-higher'),
    of('insufficient'),
    of('missing'),
  ]
  const byGap = (chosen: readonly PairOfRates[]) =>
    chosen
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .map((pair) => `${named(pair)} (${words.points(pair.gap?.difference.value)})`)
  const labels = { group: locale.text('analyse.women'), reference: locale.text('analyse.men') }
  const caption = locale.text('analyse.rates.caption')
  const table = (
    <RatesTable
      words={words}
      pairs={pairs}
      named={named}
      caption={caption}
      rowsName={others.map(words.name).join(' · ') || locale.text('analyse.col.group')}
    />
  )
  return (
    <AnalysisSection
      title={locale.text('analyse.rates')}
      method="rates"
      methodText={locale.text('analyse.method')}
    >
      <p class="lede">
        {overall?.gap == null
          ? locale.text('analyse.overall.missing')
          : sayRates(gapSentence(overall.gap, labels, 'share'), locale.language)}
      </p>
      {pairs.length > 1 ? (
        <p>
          {locale.text('analyse.rates.found', {
            all: locale.number(pairs.length - missing.length),
            lower: locale.number(lower.length),
            higher: locale.number(higher.length),
            few: locale.number(few.length),
          })}
        </p>
      ) : null}
      {pairs.length > 1 && lower.length > 0 ? (
        <p>{locale.text('analyse.rates.lower', { names: words.list(byGap(lower)) })}</p>
      ) : null}
      {pairs.length > 1 && higher.length > 0 ? (
        <p>{locale.text('analyse.rates.higher', { names: words.list(byGap(higher)) })}</p>
      ) : null}
      <Missing words={words} names={missing.map(named)} />
      {pairs.length > 1 && pairs.length <= MOST_DOTS ? (
        <>
          <SexKey locale={locale} />
          <DotPlot
            title={caption}
            rows={pairs.map((pair) => ({
              label: named(pair),
              women: percentOf(pair.women),
              men: percentOf(pair.men),
            }))}
            order="given"
            format={(value) => locale.figure(value, 1)}
            formatTick={(value, decimals) => `${locale.figure(value, decimals)} %`}
            missing={NONE}
          />
        </>
      ) : null}
      {pairs.length > MOST_OPEN ? (
        <details>
          <summary>{locale.text('analyse.rates.all', { count: locale.number(pairs.length) })}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </AnalysisSection>
  )
}

function RatesTable(props: {
  words: Words
  pairs: readonly PairOfRates[]
  named: (pair: PairOfRates) => string
  caption: string
  rowsName: string
}) {
  const { words } = props
  const { locale } = words
  const rate = (found: Rate | null) =>
    found === null ? (
      NONE
    ) : (
      <WithCount figure={words.shareWithin(found.share, found.interval)} n={locale.number(found.n)} />
    )
  return (
    <FiguresTable
      caption={props.caption}
      rowsName={props.rowsName}
      rows={props.pairs}
      keyOf={({ codes }) => JSON.stringify(codes)}
      head={props.named}
      columns={[
        { heading: locale.text('analyse.col.women'), show: ({ women }) => rate(women) },
        { heading: locale.text('analyse.col.men'), show: ({ men }) => rate(men) },
        { heading: locale.text('analyse.col.gap'), show: ({ gap }) => words.pointsWithin(gap?.difference) },
        { heading: locale.text('analyse.col.ratio'), show: ({ gap }) => words.decimalWithin(gap?.ratio) },
        {
          heading: locale.text('analyse.col.verdict'),
          isText: true,
          show: ({ verdict, holmP }) => (
            <>
              <Tag kind={TAGS[verdict]}>{locale.text(`analyse.verdict.${verdict}`)}</Tag>
              <br />
              <span class="note">{words.p(holmP)}</span>
            </>
          ),
        },
      ]}
    />
  )
}

/** Names what was left out. */
export function Missing({ words, names }: { words: Words; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p class="note">
      {words.locale.text('analyse.missing', {
        count: words.locale.number(names.length),
        names: words.list(names),
      })}
    </p>
  )
}

function sizeOf({ gap }: PairOfRates): number {
  return Math.abs(gap?.difference.value ?? 0)
}

function percentOf(rate: Rate | null): number | null {
  return rate === null ? null : 100 * rate.share
}
