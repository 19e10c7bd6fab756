import { type Choice, Notice } from '@jamvikt/ui'
import { isTranslated, TRANSLATED, type TranslatedField } from '../rules/mapping-form.ts'
import { labelOf } from './labels.ts'
import { type MappingPageProps, Options } from './mapping-choices.tsx'

/** The values that the sample holds and those that the mapping knows beforehand, each with its meaning. */
export function Values(props: MappingPageProps & { field: TranslatedField }) {
  const { locale, field, mapping, inspection } = props
  const column = mapping.columns?.[field]
  if (!column) return null
  const known = mapping.values?.[field] ?? {}
  const proposed = inspection.suggestion.columns.find((one) => one.header === column && one.field === field)
  const found: readonly { value: string; count: number; target?: string | null }[] =
    proposed?.distinct ?? inspection.distinct[column] ?? []
  const listed = [
    ...found.map((one) => ({
      value: one.value,
      count: one.count,
      meaning: known[one.value] ?? one.target ?? '',
    })),
    ...Object.entries(known).flatMap(([value, meaning]) =>
      value === '' || found.some((one) => one.value === value) ? [] : [{ value, count: 0, meaning }],
    ),
    {
      value: '',
      count: 0,
      meaning: known[''] ?? (isTranslated(field) && field !== 'outcome' ? 'noAnswer' : ''),
    },
  ]
  const lost = listed.reduce((sum, one) => sum + (one.meaning === '' ? one.count : 0), 0)
  const own =
    field === 'background'
      ? listed.flatMap((one) => (one.meaning && !meanings(field).includes(one.meaning) ? [one.meaning] : []))
      : []
  const choices: Choice[] = [
    { value: '', label: locale.text('intake.map.unmapped') },
    ...[...meanings(field), ...own].map((meaning) => ({
      value: meaning,
      label:
        field === 'outcome'
          ? locale.dynamic(`intake.outcome.${meaning}`, meaning)
          : labelOf(locale, field, meaning),
    })),
  ]
  return (
    <fieldset>
      <legend>{`${locale.text('intake.map.values')} ${locale.text(`intake.field.${field}`)}`}</legend>
      <p class="hint">{locale.text('intake.map.valuesHint')}</p>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('intake.map.value')}</th>
            <th scope="col" class="n">
              {locale.text('intake.map.rows')}
            </th>
            <th scope="col">{locale.text('intake.map.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((one, index) => (
            <tr key={one.value}>
              <th scope="row">
                <label for={`meaning.${field}.${index}`}>
                  {one.value === '' ? locale.text('intake.map.empty') : one.value}
                </label>
              </th>
              <td class="n" data-label={locale.text('intake.map.rows')}>
                {one.count > 0 ? locale.number(one.count) : '–'}
              </td>
              <td data-label={locale.text('intake.map.meaning')}>
                <input type="hidden" name={`listed.${field}.${index}`} value="1" />
                <input type="hidden" name={`value.${field}.${index}`} value={one.value} />
                <select id={`meaning.${field}.${index}`} name={`meaning.${field}.${index}`}>
                  <Options choices={choices} value={one.meaning} />
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lost > 0 ? (
        <Notice kind="watch">{locale.text('intake.map.lost', { rows: locale.number(lost) })}</Notice>
      ) : null}
      <details>
        <summary>{locale.text('intake.map.more')}</summary>
        <textarea name={`more.${field}`} rows={3} cols={40} aria-label={locale.text('intake.map.more')} />
      </details>
    </fieldset>
  )
}

function meanings(field: TranslatedField): readonly string[] {
  return TRANSLATED[field]
}
