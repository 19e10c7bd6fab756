import type { Locale } from '@jamvikt/i18n'
import { isFigure, type StatTable, textOf } from '@jamvikt/tables'
import { Checkbox, ErrorSummary, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { Assumption } from '../model-datasets.ts'
import { DIRECTIONS, type Indicator } from '../model-indicators.ts'
import { type Concepts, conceptsOf, strangeSexes } from '../rules/concepts.ts'
import { agesCovered } from '../rules/coverage.ts'
import { pivotOf } from '../rules/pivot.ts'
import { viewOf } from '../rules/view.ts'
import { PivotTable } from './pivot-table.tsx'
import { WordFields, type WordsSent } from './word-fields.tsx'

const ROWS_SHOWN = 8

function meaningOf(locale: Locale, id: string, concepts: Concepts): string {
  if (concepts.sex?.dimension === id) return locale.text('stat.concept.sex')
  if (concepts.place?.dimension === id) return locale.text(`stat.concept.place.${concepts.place.level}`)
  for (const concept of ['time', 'age', 'background', 'measure'] as const)
    if (concepts[concept] === id) return locale.text(`stat.concept.${concept}`)
  return '–'
}

function assumptionText(locale: Locale, { from, to, label, reason }: Assumption): string {
  if (reason === 'code-trimmed')
    return locale.text('stat.draft.assumed.code-trimmed', { dimension: label, codes: from })
  if (reason === 'old-code' && to === '')
    return locale.text('stat.draft.assumed.old-code-kept', { from, label })
  if (reason === 'not-found' && label !== '')
    return locale.text('stat.draft.assumed.not-found-like', { from, label })
  if (reason === 'place-level')
    return locale.text(`stat.draft.assumed.place-level.${to === 'county' ? 'county' : 'municipality'}`, {
      dimension: from,
    })
  const told = reason === 'name-of-code' ? 'old-name' : reason
  return locale.text(`stat.draft.assumed.${told}`, { from, to, label })
}

/** How a table was read: dimensions, missing figures, first rows, and what was assumed. */
export function DraftReading(props: {
  locale: Locale
  table: StatTable
  assumptions: readonly Assumption[]
}) {
  const { locale, table, assumptions } = props
  const concepts = conceptsOf(table)
  const view = viewOf(() => undefined, table, concepts)
  const pivot = pivotOf(table, view, concepts, locale.language)
  const name = (id: string) =>
    textOf(
      table.dimensions.find((dimension) => dimension.id === id)?.label,
      locale.language,
      table.languages,
    ) || id
  const missing = table.states.reduce((sum, state) => sum + (isFigure(state) ? 0 : 1), 0)
  const strange = strangeSexes(table)
  const ages = agesCovered(table, concepts)
  const byName = assumptions.filter(({ reason }) => reason === 'name-of-code').length
  return (
    <>
      {concepts.sex === null && strange.length === 0 ? (
        <Notice kind="watch">{locale.text('stat.draft.noSex')}</Notice>
      ) : null}
      {strange.slice(0, 5).map(({ dimension, name: value, like }) => (
        <Notice kind="watch" key={`${dimension.id} ${value}`}>
          {locale.text('stat.draft.strangeSex', { dimension: name(dimension.id), name: value })}{' '}
          {like === null ? null : `${locale.text(`stat.draft.strangeSex.${like}`)} `}
          {locale.text('stat.draft.strangeSex.cure')}
        </Notice>
      ))}
      {ages === null ? null : (
        <Notice kind="watch">
          {locale.text('stat.draft.ages', { from: locale.number(ages.from), to: locale.number(ages.to) })}
        </Notice>
      )}
      <section class="card">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{locale.text('stat.draft.dimension')}</th>
              <th scope="col">{locale.text('stat.draft.meaning')}</th>
              <th scope="col">{locale.text('stat.draft.categories')}</th>
            </tr>
          </thead>
          <tbody>
            {table.dimensions.map(({ id, categories }) => (
              <tr key={id}>
                <th scope="row">{name(id)}</th>
                <td data-label={locale.text('stat.draft.meaning')}>{meaningOf(locale, id, concepts)}</td>
                <td data-label={locale.text('stat.draft.categories')}>
                  {locale.number(categories.length)}:{' '}
                  {categories
                    .slice(0, 4)
                    .map(({ code, label }) => textOf(label, locale.language, table.languages) || code)
                    .join(', ')}
                  {categories.length > 4 ? ' …' : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="note">
          {locale.text('stat.draft.cells', {
            cells: locale.number(table.values.length),
            missing: locale.number(missing),
          })}
        </p>
      </section>
      {assumptions.length === 0 ? null : (
        <section class="card">
          <h2>{locale.text('stat.draft.assumed')}</h2>
          <ul>
            {byName > 0 ? <li>{locale.counted('stat.draft.assumed.name-of-code', byName)}</li> : null}
            {assumptions
              .filter(({ reason }) => reason !== 'name-of-code')
              .map((assumption) => (
                <li key={`${assumption.dimension} ${assumption.from}`}>
                  {assumptionText(locale, assumption)}
                </li>
              ))}
          </ul>
        </section>
      )}
      <PivotTable
        locale={locale}
        pivot={{ ...pivot, rows: pivot.rows.slice(0, ROWS_SHOWN) }}
        view={view}
        caption={locale.text('stat.draft.first')}
        rowsName={name(view.rows)}
      />
    </>
  )
}

export interface IndicatorWanted {
  readonly isWanted: boolean
  readonly direction: Indicator['direction']
}

/** What has to be told of a table before it is kept. */
export function KeepForm(props: {
  locale: Locale
  filled: WordsSent
  errors: readonly FieldError[]
  /** Of a table over time: whether it is to be followed at once. */
  indicator: IndicatorWanted | null
}) {
  const { locale, filled, errors, indicator } = props
  return (
    <form method="post" class="card form">
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <WordFields locale={locale} filled={filled} errors={errors} />
      {indicator === null ? null : (
        <fieldset>
          <legend>{locale.text('stat.indicator.make')}</legend>
          <Checkbox
            id="indicator"
            label={locale.text('stat.indicator.atOnce')}
            hint={locale.text('stat.indicator.atOnceHint')}
            checked={indicator.isWanted}
          />
          <Select
            id="direction"
            label={locale.text('stat.indicator.direction')}
            value={indicator.direction}
            choices={DIRECTIONS.map((value) => ({
              value,
              label: locale.text(`stat.indicator.direction.${value}`),
            }))}
          />
        </fieldset>
      )}
      <Checkbox id="public" label={locale.text('stat.public')} />
      <button class="button primary" type="submit">
        {locale.text('stat.keep')}
      </button>
    </form>
  )
}
