import type { StatDimension, TableParts } from '@jamvikt/tables'
import type { ComponentChildren } from 'preact'
import type { Concepts } from '../../rules/concepts.ts'
import { ALL, isSummable } from '../../rules/view.ts'
import { type CountChoice, type FigureChoice, unitsOffered } from '../rules/choice.ts'
import { divisible, partsOf } from '../rules/parts.ts'
import type { Words } from './analysis-text.ts'
import { OneOf, SeveralOf } from './choice-fields.tsx'

interface FormProps<Choice> {
  readonly words: Words
  readonly parts: TableParts
  readonly choice: Choice
  readonly concepts: Concepts
  /** The version that the address names; `null` where it names none. */
  readonly version: number | null
}

function Frame(props: { words: Words; version: number | null; children: ComponentChildren }) {
  const { words, version, children } = props
  return (
    <form method="get" class="card view-form" aria-label={words.locale.text('analyse.form')}>
      {version === null ? null : <input type="hidden" name="version" value={version} />}
      {children}
      <p>
        <button class="button primary" type="submit">
          {words.locale.text('analyse.show')}
        </button>
      </p>
    </form>
  )
}

/** Chooses outcome, groups and the rest of a table of counts; works without script, and its address is the analysis'. */
export function CountForm({ words, parts, choice, concepts, version }: FormProps<CountChoice>) {
  const { locale } = words
  const offered = divisible(parts, concepts)
  const dimensions = new Map(parts.dimensions.map((dimension) => [dimension.id, dimension]))
  const codesOf = (id: string) => {
    const dimension = dimensions.get(id)
    return dimension === undefined
      ? []
      : partsOf(dimension, concepts).map((code) => ({ value: code, label: words.label(id, code) }))
  }
  const named = (ids: readonly string[]) => ids.map((id) => ({ value: id, label: words.name(id) }))
  const others = choice.groups.slice(1)
  const units = unitsOffered(parts, concepts).map(({ id }) => id)
  return (
    <Frame words={words} version={version}>
      <input type="hidden" name="yesOf" value={choice.outcome} />
      <div class="view-fields">
        {choice.isSaid ? <CountsField words={words} isSaid /> : null}
        <OneOf
          name="outcome"
          label={locale.text('analyse.outcome')}
          value={choice.outcome}
          choices={named(offered.map(({ id }) => id))}
        />
        {[...choice.rest].map(([id, code]) => {
          const dimension = dimensions.get(id)
          return dimension === undefined ? null : (
            <RestField key={id} words={words} dimension={dimension} code={code} concepts={concepts} isCount />
          )
        })}
        {choice.by === null ? null : (
          <>
            <OneOf
              name="by"
              label={locale.text('analyse.by')}
              value={choice.by.dimension}
              choices={named(others)}
            />
            <OneOf
              name="base"
              label={locale.text('analyse.base')}
              value={choice.by.base ?? ''}
              choices={[
                { value: '', label: locale.text('analyse.base.largest') },
                ...codesOf(choice.by.dimension),
              ]}
            />
          </>
        )}
        {choice.over === null ? null : (
          <OneOf
            name="over"
            label={locale.text('analyse.over')}
            value={choice.over}
            choices={named(others)}
          />
        )}
        {units.length === 0 ? null : (
          <OneOf
            name="units"
            label={locale.text('analyse.units')}
            value={choice.units ?? ''}
            choices={[{ value: '', label: locale.text('analyse.units.none') }, ...named(units)]}
          />
        )}
      </div>
      <div class="grid-even">
        <SeveralOf
          name="yes"
          legend={locale.text('analyse.yes')}
          choices={codesOf(choice.outcome)}
          chosen={choice.yes}
        />
        {offered.length > 1 ? (
          <SeveralOf
            name="group"
            legend={locale.text('analyse.groups')}
            choices={named(offered.map(({ id }) => id).filter((id) => id !== choice.outcome))}
            chosen={others}
          />
        ) : null}
      </div>
    </Frame>
  )
}

/** Chooses what the gaps of other figures are compared over. */
export function FigureForm({ words, parts, choice, concepts, version }: FormProps<FigureChoice>) {
  const { locale } = words
  const { view } = choice
  const rows = parts.dimensions.find(({ id }) => id === view.rows)
  const offered = parts.dimensions.filter(
    ({ id, role, categories }) =>
      id !== concepts.sex?.dimension && role !== 'time' && role !== 'metric' && categories.length > 1,
  )
  return (
    <Frame words={words} version={version}>
      <div class="view-fields">
        {choice.isAsked ? <CountsField words={words} isSaid={false} /> : null}
        <OneOf
          name="by"
          label={locale.text('analyse.by')}
          value={view.rows}
          choices={offered.map(({ id }) => ({ value: id, label: words.name(id) }))}
        />
        <OneOf
          name="base"
          label={locale.text('analyse.base')}
          value={choice.base ?? ''}
          choices={[
            { value: '', label: locale.text('analyse.base.first') },
            ...(rows?.categories ?? []).map(({ code }) => ({
              value: code,
              label: words.label(view.rows, code),
            })),
          ]}
        />
        {[...view.chosen].map(([id, code]) => {
          const dimension = parts.dimensions.find((each) => each.id === id)
          return dimension === undefined ? null : (
            <RestField key={id} words={words} dimension={dimension} code={code} concepts={concepts} />
          )
        })}
        {concepts.time === null ? null : (
          <OneOf
            name="gap"
            label={locale.text('analyse.gap')}
            value={view.gap}
            choices={(['ratio', 'difference'] as const).map((value) => ({
              value,
              label: locale.text(`analyse.gap.${value}`),
            }))}
          />
        )}
      </div>
    </Frame>
  )
}

/** Whether figures of which no text tells what they are count persons. */
function CountsField({ words: { locale }, isSaid }: { words: Words; isSaid: boolean }) {
  return (
    <OneOf
      name="counts"
      label={locale.text('analyse.counts')}
      value={isSaid ? 'yes' : ''}
      choices={[
        { value: '', label: locale.text('analyse.counts.no') },
        { value: 'yes', label: locale.text('analyse.counts.yes') },
      ]}
    />
  )
}

function RestField(props: {
  words: Words
  dimension: StatDimension
  code: string
  concepts: Concepts
  isCount?: boolean
}) {
  const { words, dimension, code, concepts } = props
  const { id, categories } = dimension
  return (
    <OneOf
      name={`in.${id}`}
      label={words.name(id)}
      value={code}
      choices={[
        ...(props.isCount === true && isSummable(dimension, concepts)
          ? [{ value: ALL, label: words.locale.text('stat.view.all') }]
          : []),
        ...categories.map((category) => ({ value: category.code, label: words.label(id, category.code) })),
      ]}
    />
  )
}
