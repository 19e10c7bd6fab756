import { sayTime } from '@jamvikt/equity'
import type { StatTable } from '@jamvikt/tables'
import { DotPlot, Notice } from '@jamvikt/ui'
import type { Concepts } from '../../rules/concepts.ts'
import { decimalsOf } from '../../rules/pivot.ts'
import { gapText } from '../../ui/figure-text.ts'
import type { FigureChoice } from '../rules/choice.ts'
import { type FigureGapRow, type FigureGaps, figureGaps } from '../rules/figure-gaps.ts'
import { NONE, type Words } from './analysis-text.ts'
import { AnalysisSection, FiguresTable } from './figures-table.tsx'
import { SexKey } from './sex-key.tsx'

const MOST_DOTS = 40

/** Gaps of figures that are not numbers of persons: without intervals. */
export function FiguresSection(props: {
  words: Words
  table: StatTable
  choice: FigureChoice
  concepts: Concepts
}) {
  const { words, table, choice, concepts } = props
  const { locale } = words
  const found = figureGaps(table, choice, concepts, locale.language)
  const name = words.name(choice.view.rows)
  const caption = locale.text('analyse.figures.caption', { name })
  return (
    <>
      {choice.isAsked ? null : <Notice kind="info">{locale.text('analyse.figures.note')}</Notice>}
      <AnalysisSection title={caption} method="rates" methodText={locale.text('analyse.method')}>
        {found.base === null ? <p>{locale.text('analyse.figures.none')}</p> : null}
        {sentencesOf(found, words).map((text) => (
          <p class="lede" key={text}>
            {text}
          </p>
        ))}
        {found.rows.length > 1 && found.rows.length <= MOST_DOTS ? (
          <>
            <SexKey locale={locale} />
            <DotPlot
              title={caption}
              rows={found.rows.map(({ row, women, men }) => ({ label: row.label, women, men }))}
              order="given"
              format={(value) => locale.figure(value, found.pivot.decimals)}
              formatTick={locale.figure}
              missing={NONE}
            />
          </>
        ) : null}
        <GapTable words={words} found={found} caption={caption} name={name} />
      </AnalysisSection>
      {found.series.length > 0 ? (
        <AnalysisSection
          title={
            found.seriesOf === null
              ? locale.text('analyse.figures.series')
              : locale.text('analyse.figures.seriesOf', { name: found.seriesOf.label })
          }
          method="time"
          methodText={locale.text('analyse.method')}
        >
          {found.series.map((sentence) => (
            <p class="lede" key={sentence.key}>
              {sayTime(sentence, locale.language)}
            </p>
          ))}
        </AnalysisSection>
      ) : null}
    </>
  )
}

function GapTable(props: { words: Words; found: FigureGaps; caption: string; name: string }) {
  const { words, found } = props
  const { locale } = words
  const { unit } = found.pivot
  const decimals = ({ row }: FigureGapRow) => decimalsOf(found.pivot, row)
  const figure = (value: number | null, of: FigureGapRow) =>
    value === null ? NONE : locale.figure(value, decimals(of))
  const base = found.base?.label ?? ''
  return (
    <FiguresTable
      caption={unit === '' ? props.caption : `${props.caption} (${unit})`}
      rowsName={props.name}
      rows={found.rows}
      keyOf={({ row }) => row.code}
      head={({ row }) => row.label}
      columns={[
        { heading: locale.text('analyse.col.women'), show: (row) => figure(row.women, row) },
        { heading: locale.text('analyse.col.men'), show: (row) => figure(row.men, row) },
        {
          heading: locale.text('analyse.figures.difference'),
          show: (row) => gapText(locale, row.difference, 'difference', decimals(row)),
        },
        {
          heading: locale.text('analyse.figures.ratio'),
          show: ({ ratio }) => gapText(locale, ratio, 'ratio', 1),
        },
        ...(found.rows.length > 1
          ? [
              {
                heading: locale.text('analyse.figures.besideDifference', { base }),
                show: (row: FigureGapRow) =>
                  gapText(locale, row.besideDifference, 'difference', decimals(row)),
              },
              {
                heading: locale.text('analyse.figures.besideRatio', { base }),
                show: ({ besideRatio }: FigureGapRow) => gapText(locale, besideRatio, 'difference', 1),
              },
            ]
          : []),
      ]}
    />
  )
}

function sentencesOf({ rows, base, pivot }: FigureGaps, { locale }: Words): string[] {
  const own = rows.find(({ row }) => row.code === base?.code)
  if (own === undefined || own.women === null || own.men === null || own.ratio === null) return []
  const decimals = decimalsOf(pivot, own.row)
  const far = rows
    .filter(({ besideRatio }) => besideRatio !== null)
    .toSorted((a, b) => Math.abs(b.besideRatio ?? 0) - Math.abs(a.besideRatio ?? 0))[0]
  const ratio = (value: number | null) => gapText(locale, value, 'ratio', 1)
  return [
    locale.text('analyse.figures.base', {
      base: own.row.label,
      ratio: ratio(own.ratio),
      women: locale.figure(own.women, decimals),
      men: locale.figure(own.men, decimals),
      difference: gapText(locale, own.difference, 'difference', decimals),
    }),
    ...(far === undefined
      ? []
      : [
          locale.text('analyse.figures.beside', {
            group: far.row.label,
            ratio: ratio(far.ratio),
            points: gapText(locale, far.besideRatio, 'difference', 1),
            base: own.row.label,
          }),
        ]),
  ]
}
