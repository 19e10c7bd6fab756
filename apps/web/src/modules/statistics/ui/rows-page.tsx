import type { Locale } from '@jamvikt/i18n'
import { type ColumnUse, RUNS, type Run } from '@jamvikt/tables'
import { type FieldError, Notice, Select } from '@jamvikt/ui'
import type { RowReading } from '../model-datasets.ts'
import type { RowsLook } from '../service/look-at-rows.ts'

type Numbers = NonNullable<RowReading['shape']['numbers']>

/** What has been chosen of how rows are read. */
export interface RowsChosen {
  readonly uses: readonly ColumnUse[]
  readonly run: Run
  readonly decimal: Numbers['decimal'] | ''
  readonly thousands: Numbers['thousands']
}

const USES = ['geo', 'time', 'classification', 'metric', 'value', 'status', 'none'] as const

/** The first lines as they stand, and where the header is. */
export function HeaderChoice(props: {
  locale: Locale
  look: RowsLook
  headerRow: number | null
  errors: readonly FieldError[]
}) {
  const { locale, look, headerRow, errors } = props
  const { lines, sheets } = look
  return (
    <form method="get" class="card form">
      <h2>{locale.text('stat.rows.header')}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('stat.rows.lines')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{locale.text('stat.rows.line')}</th>
              <th scope="col">{locale.text('stat.rows.cells')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td>{cells.map((cell) => cell || '·').join(' | ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheets.length < 2 ? null : (
        <Select
          id="sheet"
          label={locale.text('stat.rows.sheet')}
          value={look.sheet ?? ''}
          choices={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
        />
      )}
      <Select
        id="header"
        label={locale.text('stat.rows.headerRow')}
        value={headerRow === null ? '' : String(headerRow)}
        choices={[
          { value: '', label: locale.text('stat.rows.headerRow.told') },
          ...lines.map(({ row }) => ({ value: String(row), label: String(row) })),
        ]}
        errors={errors}
      />
      <button class="button" type="submit">
        {locale.text('stat.rows.show')}
      </button>
    </form>
  )
}

/** What each column is for, and how its figures are written. */
export function ColumnChoice(props: {
  locale: Locale
  look: RowsLook
  under: Extract<RowsLook['under'], { ok: true }>
  headerRow: number | null
  chosen: RowsChosen
  errors: readonly FieldError[]
}) {
  const { locale, look, under, chosen, errors } = props
  const { headers, rows } = under
  return (
    <form method="post" class="card form">
      <h2>{locale.text('stat.rows.columns')}</h2>
      <input type="hidden" name="sheet" value={look.sheet ?? ''} />
      <input type="hidden" name="header" value={props.headerRow ?? ''} />
      <input type="hidden" name="columns" value={headers.length} />
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('stat.rows.columns')}>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{locale.text('stat.rows.column')}</th>
              <th scope="col">{locale.text('stat.rows.examples')}</th>
              <th scope="col">{locale.text('stat.rows.use')}</th>
            </tr>
          </thead>
          <tbody>
            {headers.map((header, at) => (
              <tr key={header}>
                <th scope="row">
                  <label for={`use${at}`}>{header}</label>
                </th>
                <td data-label={locale.text('stat.rows.examples')}>
                  {rows
                    .slice(0, 3)
                    .map((cells) => cells[at] || '·')
                    .join(' | ')}
                </td>
                <td data-label={locale.text('stat.rows.use')}>
                  <UseField locale={locale} headers={headers} at={at} chosen={chosen} errors={errors} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Select
        id="run"
        label={locale.text('stat.rows.run')}
        hint={locale.text('stat.rows.runHint')}
        value={chosen.run}
        choices={RUNS.map((run) => ({ value: run, label: locale.text(`stat.rows.run.${run}`) }))}
        errors={errors}
      />
      <Select
        id="decimal"
        label={locale.text('stat.rows.decimal')}
        value={chosen.decimal}
        choices={[
          { value: '', label: locale.text('stat.rows.decimal.told') },
          { value: ',', label: locale.text('stat.rows.decimal.comma') },
          { value: '.', label: locale.text('stat.rows.decimal.point') },
        ]}
        errors={errors}
      />
      <Select
        id="thousands"
        label={locale.text('stat.rows.thousands')}
        value={chosen.thousands}
        choices={[
          { value: '', label: locale.text('stat.rows.thousands.none') },
          { value: '.', label: locale.text('stat.rows.thousands.point') },
          { value: ',', label: locale.text('stat.rows.thousands.comma') },
          { value: "'", label: locale.text('stat.rows.thousands.apostrophe') },
        ]}
        errors={errors}
      />
      <button class="button primary" type="submit">
        {locale.text('stat.rows.read')}
      </button>
    </form>
  )
}

/** Codes that columns of texts may belong to are told by their place. */
function UseField(props: {
  locale: Locale
  headers: readonly string[]
  at: number
  chosen: RowsChosen
  errors: readonly FieldError[]
}) {
  const { locale, headers, at, chosen } = props
  const error = props.errors.find(({ field }) => field === `use${at}`)
  const use = chosen.uses[at] ?? 'none'
  const value = typeof use === 'object' ? `label:${headers.indexOf(use.labelOf)}` : use
  const codes = headers.flatMap((header, place) => {
    const other = chosen.uses[place]
    const mayHaveText =
      typeof other === 'string' && other !== 'value' && other !== 'none' && other !== 'status'
    return place !== at && (mayHaveText || value === `label:${place}`) ? [{ header, place }] : []
  })
  return (
    <>
      {error ? (
        <p class="field-error" id={`use${at}-error`}>
          {error.text}
        </p>
      ) : null}
      <select
        id={`use${at}`}
        name={`use${at}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `use${at}-error` : undefined}
      >
        {USES.map((each) => (
          <option key={each} value={each} selected={value === each}>
            {locale.text(`stat.rows.use.${each}`)}
          </option>
        ))}
        {codes.map(({ header, place }) => (
          <option key={place} value={`label:${place}`} selected={value === `label:${place}`}>
            {locale.text('stat.rows.use.label', { name: header })}
          </option>
        ))}
      </select>
    </>
  )
}

/** Leads from a table as it was read to choosing how its file is read. */
export function RowsLink(props: { locale: Locale; address: string; kept: boolean }) {
  const { locale } = props
  return (
    <Notice kind="info">
      {props.kept ? `${locale.text('stat.rows.asBefore')} ` : null}
      <a href={props.address}>{locale.text('stat.rows.change')}</a>
    </Notice>
  )
}
