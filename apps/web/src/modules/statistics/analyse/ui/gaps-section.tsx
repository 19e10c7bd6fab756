import { BarChart, Tag } from '@jamvikt/ui'
import { type ComparedGap, compareGaps, type GapOfGaps, type Rate } from '../rules/gaps.ts'
import { NONE, type Words } from './analysis-text.ts'
import { AnalysisSection, FiguresTable, WithCount } from './figures-table.tsx'
import type { CountedProps } from './rates-section.tsx'

const MOST_BARS = 40

/** Whether the gap is larger in one category than in another. */
export function GapsSection({ words, choice, strata, women }: CountedProps) {
  const { locale } = words
  if (choice.by === null) return null
  const { dimension, base } = choice.by
  const found = compareGaps(strata, women, choice.groups.indexOf(dimension), base)
  const label = ({ codes }: { readonly codes: readonly string[] }) => words.label(dimension, codes[0] ?? '')
  return (
    <AnalysisSection
      title={locale.text('analyse.gaps')}
      method="rates"
      methodText={locale.text('analyse.method')}
    >
      {found === null ? (
        <p>{locale.text('analyse.gaps.tooFew')}</p>
      ) : (
        <Compared words={words} dimension={dimension} found={found} label={label} />
      )}
    </AnalysisSection>
  )
}

interface ComparedProps {
  readonly words: Words
  readonly dimension: string
  readonly found: GapOfGaps
  readonly label: (pair: { readonly codes: readonly string[] }) => string
}

function Compared(props: ComparedProps) {
  const { words, dimension, found, label } = props
  const { locale } = words
  const caption = locale.text('analyse.gaps.caption', { name: words.name(dimension) })
  const rate = (found: Rate | null) =>
    found === null ? NONE : <WithCount figure={words.share(found.share)} n={locale.number(found.n)} />
  return (
    <>
      {sentences(props).map((text) => (
        <p class="lede" key={text}>
          {text}
        </p>
      ))}
      {found.compared.length <= MOST_BARS ? (
        <BarChart
          title={caption}
          groups={found.compared.map(({ pair }) => {
            const { value = null, interval = null } = pair.gap?.difference ?? {}
            return {
              label: label(pair),
              bars: [
                {
                  group: 'other',
                  value: value === null ? null : 100 * value,
                  text: words.points(value),
                  ...(interval === null ? {} : { low: 100 * interval.low, high: 100 * interval.high }),
                },
              ],
            }
          })}
          formatTick={locale.figure}
        />
      ) : null}
      <FiguresTable
        caption={caption}
        rowsName={words.name(dimension)}
        rows={found.compared}
        keyOf={({ pair }) => pair.codes[0] ?? ''}
        head={({ pair }) => label(pair)}
        columns={[
          { heading: locale.text('analyse.col.women'), show: ({ pair }) => rate(pair.women) },
          { heading: locale.text('analyse.col.men'), show: ({ pair }) => rate(pair.men) },
          {
            heading: locale.text('analyse.col.gap'),
            show: ({ pair }) => (
              <span>
                {words.pointsWithin(pair.gap?.difference)}
                <br />
                <span class="note">{words.p(pair.holmP)}</span>
              </span>
            ),
          },
          {
            heading: locale.text('analyse.gaps.beside', { base: label(found.base) }),
            show: ({ beside }) => (beside === null ? NONE : words.pointsWithin(beside.additive)),
          },
          {
            heading: locale.text('analyse.col.verdict'),
            isText: true,
            show: (row) => <Verdict words={words} row={row} isBase={row.pair === found.base} />,
          },
        ]}
      />
      {found.comparisons > 1 ? (
        <p class="note">{locale.text('analyse.gaps.note', { level: levelOf(found.confidence, words) })}</p>
      ) : null}
    </>
  )
}

function Verdict({ words, row, isBase }: { words: Words; row: ComparedGap; isBase: boolean }) {
  const { locale } = words
  if (isBase) return <Tag kind="neutral">{locale.text('analyse.verdict.base')}</Tag>
  if (row.beside === null) return <Tag kind="few">{locale.text('analyse.verdict.missing')}</Tag>
  return row.isShown ? (
    <Tag kind="neutral">{locale.text('analyse.verdict.differs')}</Tag>
  ) : (
    <Tag kind="few">{locale.text('analyse.verdict.insufficient')}</Tag>
  )
}

function sentences({ words, found, label }: ComparedProps): string[] {
  const { locale } = words
  const distance = ({ beside }: ComparedGap) => Math.abs(beside?.additive.value ?? 0)
  const tested = found.compared.filter(({ beside }) => beside !== null)
  const shown = tested.filter(({ isShown }) => isShown).toSorted((a, b) => distance(b) - distance(a))
  const widest = shown[0] ?? tested[0]
  if (widest?.beside == null) return []
  const count = {
    all: locale.number(tested.length),
    base: label(found.base),
    shown: locale.number(shown.length),
  }
  const gap = ({ gap: of }: GapOfGaps['base']) => words.points(of?.difference.value)
  const about = {
    groupA: label(widest.pair),
    a: gap(widest.pair),
    groupB: label(found.base),
    b: gap(found.base),
  }
  if (shown.length === 0)
    return [
      tested.length === 1
        ? locale.text('analyse.gaps.insufficient', about)
        : locale.text('analyse.gaps.none', { all: count.all, base: count.base }),
    ]
  const { value, interval } = widest.beside.additive
  const said = locale.text('analyse.gaps.shown', {
    ...about,
    distance: locale.figure(100 * Math.abs(value), 1),
    level: levelOf(found.confidence, words),
    interval:
      interval === null
        ? NONE
        : locale.text('analyse.interval', {
            low: locale.figure(100 * Math.min(Math.abs(interval.low), Math.abs(interval.high)), 1),
            high: locale.figure(100 * Math.max(Math.abs(interval.low), Math.abs(interval.high)), 1),
          }),
  })
  return tested.length === 1 ? [said] : [locale.text('analyse.gaps.count', count), said]
}

/** A level in per cent: 95, or 98.75 where several comparisons share it. */
function levelOf(confidence: number, { locale }: Words): string {
  const percent = Math.round(1e4 * confidence) / 100
  return Number.isInteger(percent) ? locale.number(percent) : locale.decimal(percent)
}
