import type { Locale } from '@jamvikt/i18n'
import type { StatTable } from '@jamvikt/tables'
import { Notice } from '@jamvikt/ui'
import type { Concepts } from '../../rules/concepts.ts'
import { ALL } from '../../rules/view.ts'
import { type AnalysisChoice, type CountChoice, notKnown } from '../rules/choice.ts'
import { overlapping } from '../rules/parts.ts'
import { strataOf } from '../rules/strata-of.ts'
import { CountForm, FigureForm } from './analysis-form.tsx'
import { type Words, wordsOf } from './analysis-text.ts'
import { CompositionSection } from './composition-section.tsx'
import { FiguresSection } from './figures-section.tsx'
import { GapsSection } from './gaps-section.tsx'
import { IntersectionsSection } from './intersections-section.tsx'
import { RatesSection } from './rates-section.tsx'
import { SpreadSection } from './spread-section.tsx'

export interface Analysed {
  readonly locale: Locale
  readonly table: StatTable
  readonly choice: AnalysisChoice
  readonly concepts: Concepts
  /** The version that the address names; `null` where it names none. */
  readonly version: number | null
}

/** The measures of inequality of a table: what is asked is chosen above, and each is told in words, figures and a table. */
export function Analysis({ locale, table, choice, concepts, version }: Analysed) {
  const words = wordsOf(locale, table, concepts)
  if (choice.kind === 'no-sex') return <Notice kind="info">{locale.text('analyse.noSex')}</Notice>
  if (choice.kind === 'figures')
    return (
      <>
        {choice.isAsked ? <Notice kind="watch">{locale.text('analyse.counts.asked')}</Notice> : null}
        <FigureForm words={words} parts={table} choice={choice} concepts={concepts} version={version} />
        <FiguresSection words={words} table={table} choice={choice} concepts={concepts} />
      </>
    )
  return (
    <>
      <CountForm words={words} parts={table} choice={choice} concepts={concepts} version={version} />
      <p>{aboutText(choice, words)}</p>
      <NotKnown words={words} table={table} choice={choice} />
      <Overlapping words={words} table={table} concepts={concepts} />
      <p class="note">{locale.text('analyse.chance')}</p>
      <Counted words={words} table={table} choice={choice} concepts={concepts} />
      <SpreadSection words={words} table={table} choice={choice} concepts={concepts} />
    </>
  )
}

/** Those of whom the outcome is not known are among all that a share is of: they are named. */
function NotKnown({ words, table, choice }: { words: Words; table: StatTable; choice: CountChoice }) {
  const outcome = table.dimensions.find(({ id }) => id === choice.outcome)
  const codes = outcome === undefined ? [] : notKnown(outcome, table)
  if (codes.length === 0) return null
  const names = codes.map((code) => words.label(choice.outcome, code)).join(', ')
  return <p class="note">{words.locale.text('analyse.notKnown', { names })}</p>
}

/** Dimensions that nothing is divided by, since their values share persons: of each, one value is looked at. */
function Overlapping({ words, table, concepts }: { words: Words; table: StatTable; concepts: Concepts }) {
  const dimensions = overlapping(table, concepts)
  if (dimensions.length === 0) return null
  const names = words.list(dimensions.map(({ id }) => words.name(id)))
  return <Notice kind="info">{words.locale.text('analyse.overlap', { names })}</Notice>
}

function Counted(props: { words: Words; table: StatTable; choice: CountChoice; concepts: Concepts }) {
  const { words, table, choice, concepts } = props
  const found = strataOf(table, choice, concepts)
  if (!found.ok)
    return (
      <Notice kind="watch">
        {words.refusal(found.reason, found.reason === 'too-many-strata' ? { count: found.count } : {})}
      </Notice>
    )
  const counted = { words, choice, strata: found.strata, women: concepts.sex?.codes.women ?? '' }
  return (
    <>
      <RatesSection {...counted} />
      <GapsSection {...counted} />
      <IntersectionsSection {...counted} />
      <CompositionSection {...counted} />
    </>
  )
}

/** What is measured, of whom. */
function aboutText({ outcome, yes, rest }: CountChoice, words: Words): string {
  const { locale } = words
  const about = locale.text('analyse.about', {
    outcome: words.name(outcome),
    yes: words.list(yes.map((code) => words.label(outcome, code))),
  })
  const chosen = [...rest].map(
    ([id, code]) =>
      `${words.name(id)}: ${code === ALL ? locale.text('stat.view.all') : words.label(id, code)}`,
  )
  return chosen.length === 0 ? about : `${about} ${chosen.join(' · ')}.`
}
