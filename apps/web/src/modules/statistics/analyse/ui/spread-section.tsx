import {
  chanceSentence,
  dissimilaritySentence,
  karmelMaclachlanSentence,
  mostApartSentence,
  type SegregationSentence,
  saySegregation,
  theilSentence,
} from '@jamvikt/equity'
import type { StatTable } from '@jamvikt/tables'
import { Notice } from '@jamvikt/ui'
import type { Concepts } from '../../rules/concepts.ts'
import type { CountChoice } from '../rules/choice.ts'
import { partsOf } from '../rules/parts.ts'
import { type Spread, type SpreadUnit, spreadOf } from '../rules/spread.ts'
import { NONE, type Words } from './analysis-text.ts'
import { AnalysisSection, FiguresTable } from './figures-table.tsx'
import { Missing } from './rates-section.tsx'

const MOST_OPEN = 60
const MEASURES = ['d', 'ip', 'h', 'm'] as const

/** How unevenly women and men are spread over the categories of a dimension. */
export function SpreadSection(props: {
  words: Words
  table: StatTable
  choice: CountChoice
  concepts: Concepts
}) {
  const { words, table, choice, concepts } = props
  const { locale } = words
  const units = table.dimensions.find(({ id }) => id === choice.units)
  if (units === undefined) return null
  const found = spreadOf(table, choice, units.id, concepts)
  const label = (code: string) => words.label(units.id, code)
  const frame = {
    title: locale.text('analyse.spread'),
    method: 'segregation',
    methodText: locale.text('analyse.method'),
  }
  if (!found.ok)
    return (
      <AnalysisSection {...frame}>
        <Notice kind="info">
          {words.refusal(found.reason, { count: 2 * partsOf(units, concepts).length })}
        </Notice>
      </AnalysisSection>
    )
  const name = words.name(units.id)
  const unitsTable = <UnitsTable words={words} units={found.units} label={label} name={name} />
  return (
    <AnalysisSection {...frame}>
      <p>{locale.text('analyse.spread.lede', { name })}</p>
      {sentencesOf(found, words, label).map((sentence) => (
        <p class="lede" key={sentence.key}>
          {saySegregation(sentence, locale.language)}
        </p>
      ))}
      <MeasuresTable words={words} found={found} />
      {found.units.length > MOST_OPEN ? (
        <details>
          <summary>{locale.text('analyse.rates.all', { count: locale.number(found.units.length) })}</summary>
          {unitsTable}
        </details>
      ) : (
        unitsTable
      )}
      <Missing
        words={words}
        names={found.units.flatMap(({ code, women, men }) =>
          women === null || men === null ? [label(code)] : [],
        )}
      />
    </AnalysisSection>
  )
}

type Found = Extract<Spread, { ok: true }>

function sentencesOf(
  found: Found,
  { locale }: Words,
  label: (code: string) => string,
): SegregationSentence[] {
  const pair = { group: locale.text('analyse.women'), against: locale.text('analyse.men') }
  const local = found.local.map((unit) => ({ ...unit, name: label(unit.name) }))
  return [
    dissimilaritySentence(pair, found.d),
    karmelMaclachlanSentence(found.ip),
    theilSentence(found.mutual),
    mostApartSentence(local),
    found.chance.h === null ? null : chanceSentence(found.chance.h),
  ].filter((sentence) => sentence !== null)
}

function MeasuresTable({ words, found }: { words: Words; found: Found }) {
  const { locale } = words
  const three = (value: number) => locale.figure(value, 3)
  const rows = MEASURES.flatMap((measure) => {
    const figure = found.bootstrap[measure]
    return figure === null ? [] : [{ measure, figure }]
  })
  return (
    <FiguresTable
      caption={locale.text('analyse.spread.measures')}
      rowsName={locale.text('analyse.spread.measure')}
      rows={rows}
      keyOf={({ measure }) => measure}
      head={({ measure }) => locale.text(`analyse.spread.${measure}`)}
      columns={[
        { heading: locale.text('analyse.spread.value'), show: ({ figure }) => three(figure.estimate) },
        { heading: locale.text('analyse.spread.corrected'), show: ({ figure }) => three(figure.corrected) },
        {
          heading: locale.text('analyse.spread.interval'),
          show: ({ figure }) =>
            locale.text('analyse.interval', { low: three(figure.low), high: three(figure.high) }),
        },
      ]}
    />
  )
}

function UnitsTable(props: {
  words: Words
  units: readonly SpreadUnit[]
  label: (code: string) => string
  name: string
}) {
  const { words, units } = props
  const { locale } = words
  const whole = units.filter(({ women, men }) => women !== null && men !== null)
  const allWomen = whole.reduce((sum, { women }) => sum + (women ?? 0), 0)
  const allMen = whole.reduce((sum, { men }) => sum + (men ?? 0), 0)
  const number = (value: number | null) => (value === null ? NONE : locale.number(value))
  const share = (part: number | null, all: number | null) =>
    part === null || all === null || all === 0 ? NONE : locale.percent(part / all)
  return (
    <FiguresTable
      caption={locale.text('analyse.spread.units', { name: props.name })}
      rowsName={props.name}
      rows={units}
      keyOf={({ code }) => code}
      head={({ code }) => props.label(code)}
      columns={[
        { heading: locale.text('analyse.col.women'), show: ({ women }) => number(women) },
        { heading: locale.text('analyse.col.men'), show: ({ men }) => number(men) },
        {
          heading: locale.text('analyse.spread.shareWomen'),
          show: ({ women, men }) => share(women, women === null || men === null ? null : women + men),
        },
        { heading: locale.text('analyse.spread.ofWomen'), show: ({ women }) => share(women, allWomen) },
        { heading: locale.text('analyse.spread.ofMen'), show: ({ men }) => share(men, allMen) },
      ]}
    />
  )
}
