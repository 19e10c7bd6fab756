import { LEADER_RULES } from '@jamvikt/domain'
import type { Locale } from '@jamvikt/i18n'
import { CASE_FIELDS, DATE_STYLES, type MappingInput } from '@jamvikt/tables'
import { Checkbox, type Choice, ErrorSummary, Field, Notice, Select } from '@jamvikt/ui'
import type { Inspection, SavedMapping, Upload } from '../model.ts'
import { COUNTS, isTranslated, REST, TRANSLATED, type TranslatedField } from '../rules/mapping-form.ts'
import { labelOf } from './labels.ts'

interface MappingPageProps {
  readonly locale: Locale
  readonly here: string
  readonly upload: Upload
  readonly inspection: Inspection
  readonly mapping: MappingInput
  readonly saved: readonly SavedMapping[]
  readonly problems: readonly string[]
}

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

function columnChoices(locale: Locale, inspection: Inspection): Choice[] {
  return [
    { value: '', label: locale.text('intake.map.none') },
    ...inspection.headers.map((header) => ({ value: header, label: header })),
  ]
}

function Options(props: { choices: readonly Choice[]; value: string }) {
  return (
    <>
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
          {choice.label}
        </option>
      ))}
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

/** The values that the sample holds and those that the mapping knows beforehand, each with its meaning. */
function Values(props: MappingPageProps & { field: TranslatedField }) {
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

function About(props: MappingPageProps) {
  const { locale, mapping, inspection } = props
  const rule = (value: string) => locale.dynamic(`intake.map.rule.${value}`, value)
  const choices = columnChoices(locale, inspection)
  const alternatives = LEADER_RULES.filter((one) => mapping.alternativeSex?.[one])
  return (
    <fieldset>
      <legend>{locale.text('intake.map.sheet')}</legend>
      <div class="form">
        <Select
          id="leaderRule"
          label={locale.text('intake.map.rule')}
          hint={locale.text('intake.map.ruleHint')}
          value={mapping.leaderRule ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.chooseRule') },
            ...LEADER_RULES.map((value) => ({ value, label: rule(value) })),
          ]}
        />
        {alternatives.map((one) => (
          <Select
            key={one}
            id={`alternative.${one}`}
            label={locale.text('intake.map.alternative', { rule: rule(one) })}
            value={mapping.alternativeSex?.[one] ?? ''}
            choices={choices}
          />
        ))}
        <Checkbox
          id="sexInferred"
          label={locale.text('intake.map.inferred')}
          hint={locale.text('intake.map.inferredHint')}
          checked={mapping.sexInferred === true}
        />
        <Select
          id="industryVersion"
          label={locale.text('intake.map.version')}
          value={mapping.industryVersion ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.chooseRule') },
            { value: 'SNI2007', label: 'SNI 2007' },
            { value: 'SNI2025', label: 'SNI 2025' },
            { value: 'none', label: locale.text('intake.map.versionNone') },
          ]}
        />
        {mapping.aggregated ? null : (
          <Select
            id="constant.outcome"
            label={locale.text('intake.map.outcome')}
            value={mapping.constants?.outcome ?? ''}
            choices={[
              { value: '', label: locale.text('intake.map.outcomeColumn') },
              { value: 'granted', label: locale.text('intake.outcome.granted') },
            ]}
          />
        )}
        <Select
          id="amountUnit"
          label={locale.text('intake.map.unit')}
          value={mapping.amountUnit ?? 'kr'}
          choices={(['kr', 'tkr'] as const).map((value) => ({
            value,
            label: locale.text(`intake.map.unit.${value}`),
          }))}
        />
        <Select
          id="numbers"
          label={locale.text('intake.map.numbers')}
          value={mapping.numbers ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.numbers.auto') },
            { value: 'swedish', label: locale.text('intake.map.numbers.swedish') },
            { value: 'english', label: locale.text('intake.map.numbers.english') },
          ]}
        />
        <Select
          id="dates"
          label={locale.text('intake.map.dates')}
          value={mapping.dates ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.numbers.auto') },
            ...DATE_STYLES.map((value) => ({ value, label: value })),
          ]}
        />
      </div>
    </fieldset>
  )
}
