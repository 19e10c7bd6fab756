import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Notice, ProgressBar } from '@jamvikt/ui'
import type { FundingList, ImportRun, IntakeFailure, RefusedRow, Upload } from '../model.ts'
import { problemTexts } from './problem-texts.ts'

export function NewListPage(props: {
  locale: Locale
  home: string
  list: FundingList | null
  errors: readonly FieldError[]
  name: string
}) {
  const { locale, list } = props
  return (
    <>
      <h1>
        {list ? locale.text('intake.newer.title', { name: list.name }) : locale.text('intake.new.title')}
      </h1>
      <p class="lede">{locale.text(list ? 'intake.newer.lede' : 'intake.new.lede')}</p>
      <ErrorSummary title={locale.text('error.summary')} errors={props.errors} />
      <form method="post" encType="multipart/form-data" class="card form" action={`${props.home}/uploads`}>
        {list ? (
          <input type="hidden" name="list" value={list.id} />
        ) : (
          <Field
            id="name"
            label={locale.text('intake.name')}
            hint={locale.text('intake.nameHint')}
            value={props.name}
            required
            errors={props.errors}
          />
        )}
        <Field
          id="file"
          type="file"
          label={locale.text('intake.file')}
          hint={locale.text('intake.fileHint')}
          accept=".csv,.txt,.tsv,.xlsx,.json"
          required
          errors={props.errors}
        />
        <button class="button primary" type="submit">
          {locale.text('intake.send')}
        </button>
      </form>
    </>
  )
}

export function ReadingPage(props: { locale: Locale; here: string; upload: Upload }) {
  const { locale } = props
  return (
    <>
      <h1>{locale.text('intake.reading', { name: props.upload.fileName })}</h1>
      <p class="lede">{locale.text('intake.readingText')}</p>
      <ProgressBar
        id="reading"
        label={locale.text('intake.reading', { name: props.upload.fileName })}
        share={0.2}
        source={`${props.here}/status`}
      />
    </>
  )
}

function failureText(locale: Locale, failure: IntakeFailure): string[] {
  if (failure.kind === 'mapping') return problemTexts(locale, failure.problems)
  if (failure.kind === 'list') return [locale.text('intake.error.list-unknown')]
  if (failure.kind === 'worker') return [locale.text(`intake.worker.${failure.reason}`)]
  const { reason, row = 0, column = '', detail = column } = failure
  return [locale.dynamic(`intake.file.${reason}`, reason, { row, column, detail })]
}

export function FailureList(props: { locale: Locale; failure: IntakeFailure }) {
  return (
    <Notice kind="bad">
      {failureText(props.locale, props.failure).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  )
}

export function RefusedPage(props: { locale: Locale; home: string; upload: Upload }) {
  const { locale, upload } = props
  return (
    <>
      <h1>{locale.text('intake.refused.title')}</h1>
      <p class="lede">{locale.text('intake.refused.text', { name: upload.fileName })}</p>
      {upload.refusal ? <FailureList locale={locale} failure={upload.refusal} /> : null}
      <p class="bar-row">
        <a
          class="button primary"
          href={upload.listId ? `${props.home}/lists/${upload.listId}/newer` : `${props.home}/new`}
        >
          {locale.text('intake.again')}
        </a>
      </p>
    </>
  )
}

export function RunningPage(props: { locale: Locale; here: string; run: ImportRun }) {
  const { locale, run } = props
  return (
    <>
      <h1>{locale.text('intake.run.title', { name: run.fileName })}</h1>
      <ProgressBar
        id="import"
        label={locale.text('intake.run.progress')}
        share={run.progress}
        source={`${props.here}/status`}
      />
      <p class="note">{locale.text('intake.run.rows', { rows: locale.number(run.rowsRead) })}</p>
      <p class="note">{locale.text('intake.run.wait')}</p>
    </>
  )
}

const SHOWN = 100

export function DonePage(props: {
  locale: Locale
  home: string
  here: string
  run: ImportRun
  refusals: readonly RefusedRow[]
  refusalCount: number
}) {
  const { locale, run, home } = props
  const { report } = run
  if (!report) return null
  const facts = [
    ['intake.done.added', report.added],
    ['intake.done.changed', report.changed],
    ['intake.done.unchanged', report.unchanged],
    [report.removed > 0 ? 'intake.done.removed' : 'intake.done.absent', report.absent],
    ['intake.done.refused', report.refusedRows],
  ] as const
  const fields = changedFields(report.changedFields)
  return (
    <>
      <h1>{locale.text('intake.done.title', { rows: locale.number(report.rows) })}</h1>
      {report.sameFile && report.added + report.changed === 0 ? (
        <Notice kind="info">{locale.text('intake.done.same')}</Notice>
      ) : null}
      <dl class="facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{locale.text(key)}</dt>
            <dd>{locale.number(value)}</dd>
          </div>
        ))}
      </dl>
      {fields.length > 0 ? (
        <p class="note">
          {locale.text('intake.done.fields')}:{' '}
          {fields
            .map(([name, n]) => `${locale.dynamic(`intake.field.${name}`, name)} (${locale.number(n)})`)
            .join(', ')}
        </p>
      ) : null}
      <p class="bar-row">
        <a class="button primary" href={`${home}/lists/${run.listId}`}>
          {locale.text('intake.done.look')}
        </a>
      </p>
      {props.refusals.length > 0 ? <Refusals {...props} /> : null}
    </>
  )
}

/** Columns of the store by the fields of the list that they come from; what is only derived is left out. */
const FIELD_OF: Readonly<Record<string, string>> = {
  recipient_name: 'recipient',
  organisation_number: 'organisationNumber',
  support_form: 'supportForm',
  outcome: 'outcome',
  applied_ore: 'appliedAmount',
  granted_ore: 'grantedAmount',
  applied_on: 'appliedOn',
  decided_on: 'decidedOn',
  municipality: 'municipality',
  county: 'county',
  industry: 'industry',
  sex: 'sex',
  background: 'background',
  age: 'age',
  unit: 'unit',
}

function changedFields(found: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(found).flatMap(([column, n]) => {
    const field = FIELD_OF[column]
    return field ? [[field, n] as [string, number]] : []
  })
}

function Refusals(props: {
  locale: Locale
  here: string
  refusals: readonly RefusedRow[]
  refusalCount: number
}) {
  const { locale } = props
  const rows = props.refusals.slice(0, SHOWN)
  return (
    <section class="card">
      <h2>{locale.text('intake.refusals.title')}</h2>
      <p class="note">
        {locale.text('intake.refusals.text', {
          shown: locale.number(rows.length),
          total: locale.number(props.refusalCount),
        })}
      </p>
      <p>
        <a href={`${props.here}/refusals.csv`}>{locale.text('intake.refusals.download')}</a>
      </p>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('intake.refusals.row')}</th>
            {(['column', 'reason', 'value', 'suggestion'] as const).map((key) => (
              <th scope="col" key={key}>
                {locale.text(`intake.refusals.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={String(index)}>
              <th scope="row">{`${locale.text('intake.refusals.row')} ${row.row}`}</th>
              <td data-label={locale.text('intake.refusals.column')}>{row.column}</td>
              <td data-label={locale.text('intake.refusals.reason')}>
                {locale.dynamic(`intake.reason.${row.reason}`, row.reason)}
              </td>
              <td data-label={locale.text('intake.refusals.value')}>{row.value ?? ''}</td>
              <td data-label={locale.text('intake.refusals.suggestion')}>{row.suggestions.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
