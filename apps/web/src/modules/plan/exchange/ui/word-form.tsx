import type { Locale } from '@jamvikt/i18n'
import type { WordTable } from '@jamvikt/tables'
import { ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import { NAMES_ALONE, WORD_COLUMNS, WORD_UNITS, type WordMapping } from '../model-exchange.ts'

/** What somebody has said of a Word table. */
export interface WordTyped {
  readonly mapping: WordMapping
  /** The id of the plan that activities are added to; `''` for a new one. */
  readonly into: string
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
}

const ROWS_SHOWN = 6
const HEADERS_WITHIN = 10
const LETTERS_SHOWN = 60

function short(text: string): string {
  return text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN)}…` : text
}

/** Which table holds the activities, and which row its headers. */
export function TableChoice(props: { locale: Locale; tables: readonly WordTable[]; mapping: WordMapping }) {
  const { locale, tables, mapping } = props
  const rows = tables[mapping.table]?.rows ?? []
  return (
    <form method="get" class="card form">
      <Select
        id="table"
        label={locale.text('plan.x.word-page.table')}
        value={String(mapping.table)}
        choices={tables.map((table, at) => ({
          value: String(at),
          label: locale.text('plan.x.word-page.tableOf', {
            number: at + 1,
            title: short(
              table.headings.at(-1) ?? table.rows[0]?.filter((cell) => cell !== '').join(', ') ?? '',
            ),
            rows: table.rows.length,
          }),
        }))}
      />
      <Select
        id="header"
        label={locale.text('plan.x.word-page.header')}
        value={String(mapping.header)}
        choices={rows.slice(0, HEADERS_WITHIN).map((row, at) => ({
          value: String(at),
          label: `${at + 1}: ${short(row.filter((cell) => cell !== '').join(', '))}`,
        }))}
      />
      <button class="button" type="submit">
        {locale.text('plan.x.word-page.show')}
      </button>
    </form>
  )
}

/** What each column is, and what the activities come into. */
export function WordForm(props: {
  locale: Locale
  table: WordTable
  typed: WordTyped
  plans: readonly { readonly id: string; readonly name: string }[]
  errors: readonly FieldError[]
}) {
  const { locale, table, typed, errors } = props
  const { mapping } = typed
  const header = table.rows[mapping.header] ?? []
  const uses = [
    { value: '', label: locale.text('plan.x.word-page.use.none') },
    ...WORD_COLUMNS.map((column) => ({
      value: column,
      label: locale.text(`plan.x.word-page.use.${column}`),
    })),
  ]
  return (
    <>
      <section class="card">
        <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.x.word-page.rows')}>
          <table>
            <caption>{locale.text('plan.x.word-page.rows')}</caption>
            <thead>
              <tr>
                {header.map((name, at) => (
                  <th scope="col" key={`head ${at}`}>
                    {short(name) || at + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.slice(mapping.header + 1, mapping.header + 1 + ROWS_SHOWN).map((row, at) => (
                <tr key={`row ${at}`}>
                  {row.map((cell, place) => (
                    <td key={`cell ${place}`}>{short(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <form method="post" class="card form">
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <input type="hidden" name="table" value={String(mapping.table)} />
        <input type="hidden" name="header" value={String(mapping.header)} />
        {header.map((name, at) => (
          <Select
            key={`column ${at}`}
            id={`column${at}`}
            label={locale.text('plan.x.word-page.column', { number: at + 1, title: short(name) })}
            value={mapping.columns[at] ?? ''}
            choices={uses}
            errors={errors}
          />
        ))}
        <Select
          id="amountUnit"
          label={locale.text('plan.x.word-page.amountUnit')}
          hint={locale.text('plan.x.word-page.amountUnitHint')}
          value={mapping.unit}
          choices={WORD_UNITS.map((unit) => ({
            value: unit,
            label: locale.text(`plan.x.word-page.amountUnit.${unit}`),
          }))}
        />
        <Select
          id="nameAlone"
          label={locale.text('plan.x.word-page.nameAlone')}
          value={mapping.nameAlone}
          choices={NAMES_ALONE.map((each) => ({
            value: each,
            label: locale.text(`plan.x.word-page.nameAlone.${each}`),
          }))}
        />
        <Field
          id="priority"
          label={locale.text('plan.x.word-page.priority')}
          hint={locale.text('plan.x.word-page.priorityHint')}
          value={mapping.priority}
        />
        <Select
          id="into"
          label={locale.text('plan.x.word-page.into')}
          value={typed.into}
          choices={[
            { value: '', label: locale.text('plan.x.word-page.into.new') },
            ...props.plans.map(({ id, name }) => ({
              value: id,
              label: locale.text('plan.x.word-page.into.plan', { name }),
            })),
          ]}
          errors={errors}
        />
        <Field id="name" label={locale.text('plan.x.word-page.name')} value={typed.name} errors={errors} />
        <Field
          id="startsOn"
          label={locale.text('plan.x.word-page.startsOn')}
          hint={locale.text('plan.x.word-page.dateHint')}
          value={typed.startsOn}
          errors={errors}
        />
        <Field
          id="endsOn"
          label={locale.text('plan.x.word-page.endsOn')}
          hint={locale.text('plan.x.word-page.dateHint')}
          value={typed.endsOn}
          errors={errors}
        />
        <button class="button primary" type="submit">
          {locale.text('plan.x.word-page.preview')}
        </button>
      </form>
    </>
  )
}
