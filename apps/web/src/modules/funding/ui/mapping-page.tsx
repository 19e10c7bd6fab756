import { CASE_FIELDS } from '@jamvikt/tables'
import { Checkbox, ErrorSummary, Field, Select } from '@jamvikt/ui'
import { COUNTS, REST, TRANSLATED, type TranslatedField } from '../rules/mapping-form.ts'
import { labelOf } from './labels.ts'
import { About } from './mapping-about.tsx'
import { columnChoices, type MappingPageProps, Options } from './mapping-choices.tsx'
import { Values } from './mapping-values.tsx'

/** The guided step: what each column and each value of the file means, with our guess filled in. */
export function MappingPage(props: MappingPageProps) {
  const { locale, upload, mapping } = props
  return (
    <>
      <h1>{locale.text('intake.map.title')}</h1>
      <p class="lede">{locale.text('intake.map.lede', { name: upload.fileName })}</p>
      {props.inspection.sheet ? (
        <p class="note">{locale.text('intake.map.sheetRead', { sheet: props.inspection.sheet })}</p>
      ) : null}
      <ErrorSummary
        title={locale.text('intake.problem')}
        errors={props.problems.map((text) => ({ field: 'mapping', text }))}
      />
      {props.saved.length > 0 ? (
        <form method="get" class="filters card">
          <Select
            id="saved"
            label={locale.text('intake.map.use')}
            value=""
            choices={[
              { value: '', label: locale.text('intake.map.useNone') },
              ...props.saved.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <button class="button small" type="submit">
            {locale.text('intake.map.useButton')}
          </button>
        </form>
      ) : null}
      <form method="post" action={props.here} id="mapping">
        {mapping.aggregated ? <Groups {...props} /> : <Columns {...props} />}
        <About {...props} />
        <div class="card form">
          {upload.listId ? (
            <Checkbox
              id="wholeList"
              label={locale.text('intake.map.whole')}
              hint={locale.text('intake.map.wholeHint')}
            />
          ) : null}
          <Field id="saveAs" label={locale.text('intake.map.save')} />
          <div class="inline">
            <button class="button primary" type="submit">
              {locale.text('intake.map.import')}
            </button>
            <button class="button" type="submit" name="look" value="1">
              {locale.text('intake.map.look')}
            </button>
          </div>
        </div>
      </form>
    </>
  )
}

function Columns(props: MappingPageProps) {
  const { locale, inspection, mapping } = props
  const choices = columnChoices(locale, inspection)
  const example = (column: string | undefined) => {
    const at = column === undefined ? -1 : inspection.headers.indexOf(column)
    return [...new Set(inspection.sample.flatMap((row) => (row[at] ? [row[at]] : [])))]
      .slice(0, 2)
      .join(' · ')
  }
  return (
    <>
      <div class="card">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{locale.text('intake.map.field')}</th>
              <th scope="col">{locale.text('intake.map.column')}</th>
              <th scope="col">{locale.text('intake.map.example')}</th>
            </tr>
          </thead>
          <tbody>
            {CASE_FIELDS.map((field) => (
              <tr key={field}>
                <th scope="row">
                  <label for={`column.${field}`}>{locale.text(`intake.field.${field}`)}</label>
                </th>
                <td>
                  <select id={`column.${field}`} name={`column.${field}`}>
                    <Options choices={choices} value={mapping.columns?.[field] ?? ''} />
                  </select>
                </td>
                <td class="note" data-label={locale.text('intake.map.example')}>
                  {example(mapping.columns?.[field])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(Object.keys(TRANSLATED) as TranslatedField[]).map((field) => (
        <Values key={field} {...props} field={field} />
      ))}
    </>
  )
}

function Groups(props: MappingPageProps) {
  const { locale, inspection, mapping } = props
  const choices = columnChoices(locale, inspection)
  const dimensions = Object.entries(mapping.columns ?? {})
  return (
    <>
      <p class="note">{locale.text('intake.map.aggregated')}</p>
      {dimensions.map(([name, column], index) => (
        <fieldset key={name}>
          <legend>{locale.text('intake.map.dimension')}</legend>
          <input type="hidden" name={`dimensionColumn.${index}`} value={column} />
          <label>
            {`${column}: `}
            <select name={`dimension.${index}`}>
              <Options
                choices={[
                  'industry',
                  'municipality',
                  'county',
                  'background',
                  'age',
                  'supportForm',
                  'unit',
                  'year',
                  ...(/^(industry|municipality|county|background|age|supportForm|unit|year)$/.test(name)
                    ? []
                    : [name]),
                ].map((value) => ({ value, label: locale.dynamic(`audit.cross.${value}`, value) }))}
                value={name}
              />
            </select>
          </label>
        </fieldset>
      ))}
      {(mapping.aggregated ?? []).map((group, index) => (
        <fieldset key={JSON.stringify(group.by)}>
          <legend>
            {locale.text('intake.map.group', {
              group: Object.entries(group.by)
                .map(([name, label]) => labelOf(locale, name, label))
                .join(', '),
            })}
          </legend>
          {COUNTS.map((count) => (
            <Select
              key={count}
              id={`group.${index}.${count}`}
              label={locale.text(`intake.map.count.${count}`)}
              value={group[count] ?? ''}
              choices={
                count === 'refused'
                  ? [
                      { value: '', label: locale.text('intake.map.refusedUnknown') },
                      { value: REST, label: locale.text('intake.map.refusedRest') },
                      ...choices.slice(1),
                    ]
                  : choices
              }
            />
          ))}
        </fieldset>
      ))}
    </>
  )
}
