import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { PxwebListing } from '../fetch/pxweb-lists.ts'
import type { PxwebTable, PxwebVariable } from '../fetch/pxweb-table.ts'

const PRESETS = [
  ['fetch.pxweb.scb2', 'https://statistikdatabasen.scb.se/api/v2'],
  ['fetch.pxweb.scb1', 'https://api.scb.se/OV0104/v1/doris/sv/ssd'],
] as const

/** The address of a step: which database, which level or search, which table. */
function pxwebStep(here: string, step: Readonly<Record<string, string>>): string {
  return `${here}?${new URLSearchParams(step)}`
}

/** The databases to choose from. */
export function PxwebServers(props: {
  locale: Locale
  here: string
  api: string
  errors: readonly FieldError[]
}) {
  const { locale, here, api, errors } = props
  return (
    <>
      <section class="card">
        <h2>{locale.text('fetch.pxweb.presets')}</h2>
        <ul class="plain">
          {PRESETS.map(([text, address]) => (
            <li key={address}>
              <a href={pxwebStep(here, { api: address })}>{locale.text(text)}</a>
              <span class="note"> {address}</span>
            </li>
          ))}
        </ul>
      </section>
      <form method="get" action={here} class="card form">
        <h2>{locale.text('fetch.pxweb.other')}</h2>
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <Field
          id="api"
          label={locale.text('fetch.pxweb.api')}
          hint={locale.text('fetch.pxweb.apiHint')}
          value={api}
          required
          errors={errors}
        />
        <button class="button" type="submit">
          {locale.text('fetch.pxweb.open')}
        </button>
      </form>
    </>
  )
}

/** A search through a database, or one level of its tree. */
export function PxwebTables(props: { locale: Locale; here: string; api: string; listing: PxwebListing }) {
  const { locale, here, api, listing } = props
  const { search, entries } = listing
  return (
    <>
      {search === null ? null : (
        <form method="get" action={here} class="inline" role="search">
          <input type="hidden" name="api" value={api} />
          <label for="q">{locale.text('fetch.pxweb.search')}</label>
          <input id="q" name="q" type="search" value={search.text} />
          <button class="button" type="submit">
            {locale.text('fetch.pxweb.search.button')}
          </button>
        </form>
      )}
      {entries.length === 0 ? <Notice kind="info">{locale.text('fetch.pxweb.none')}</Notice> : null}
      <section class="card">
        {search === null ? (
          <p>
            <a href={pxwebStep(here, { api })}>{locale.text('fetch.pxweb.up')}</a>
          </p>
        ) : (
          <p class="note">{locale.text('fetch.pxweb.found', { count: locale.number(search.count) })}</p>
        )}
        <ul class="plain">
          {entries.map((entry) =>
            entry.kind === 'heading' ? (
              <li key={entry.text}>
                <strong>{entry.text}</strong>
              </li>
            ) : (
              <li key={entry.id}>
                <a
                  href={pxwebStep(
                    here,
                    entry.kind === 'table' ? { api, table: entry.id } : { api, path: entry.id },
                  )}
                >
                  {entry.text}
                  {entry.kind === 'level' ? ' ›' : ''}
                </a>
                {entry.periods === null ? null : (
                  <span class="note"> {locale.text('fetch.pxweb.periods', entry.periods)}</span>
                )}
              </li>
            ),
          )}
        </ul>
        {search?.next == null ? null : (
          <p>
            <a href={pxwebStep(here, { api, q: search.text, page: String(search.next) })}>
              {locale.text('fetch.pxweb.more')}
            </a>
          </p>
        )}
      </section>
    </>
  )
}

/** What is chosen of each variable, by its place in the table: codes, or all. */
export interface PxwebChosen {
  readonly all: ReadonlySet<number>
  readonly codes: ReadonlyMap<number, ReadonlySet<string>>
}

/** Chooses values of every variable of a table; shows how much that is. */
export function PxwebSelectionForm(props: {
  locale: Locale
  here: string
  api: string
  tableId: string
  table: PxwebTable
  chosen: PxwebChosen
  size: { readonly cells: number; readonly pieces: number } | null
  /** Another code list was asked for: its values are to be chosen among. */
  isOtherList: boolean
  errors: readonly FieldError[]
}) {
  const { locale, here, api, tableId, table, chosen, size, errors } = props
  const hasLists = table.variables.some(({ codeLists }) => codeLists.length > 0)
  return (
    <form method="post" action={here} class="card form">
      <h2>{table.title}</h2>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {props.isOtherList ? <Notice kind="info">{locale.text('fetch.pxweb.otherList')}</Notice> : null}
      {size === null ? null : (
        <Notice kind="good">
          {locale.text('fetch.pxweb.size', {
            cells: locale.number(size.cells),
            pieces: locale.number(size.pieces),
          })}
        </Notice>
      )}
      <p class="hint">{locale.text('fetch.pxweb.chooseHint')}</p>
      <input type="hidden" name="api" value={api} />
      <input type="hidden" name="table" value={tableId} />
      {table.variables.map((variable, at) => (
        <VariableField
          key={variable.code}
          locale={locale}
          variable={variable}
          at={at}
          all={chosen.all.has(at)}
          codes={chosen.codes.get(at) ?? new Set()}
        />
      ))}
      <div class="inline">
        <button class="button" type="submit" name="look" value="1">
          {locale.text(hasLists ? 'fetch.pxweb.countLists' : 'fetch.pxweb.count')}
        </button>
        <button class="button primary" type="submit">
          {locale.text('fetch.start')}
        </button>
      </div>
    </form>
  )
}

const ROWS = 7

function VariableField(props: {
  locale: Locale
  variable: PxwebVariable
  at: number
  all: boolean
  codes: ReadonlySet<string>
}) {
  const { locale, variable, at, all, codes } = props
  const id = `v${at}`
  const count = locale.number(variable.values.length)
  return (
    <fieldset>
      <legend>{locale.text('fetch.pxweb.variable', { name: variable.label, count })}</legend>
      {variable.codeLists.length === 0 ? null : (
        <Select
          id={`codelist${at}`}
          label={locale.text('fetch.pxweb.codeList')}
          hint={locale.text('fetch.pxweb.codeListHint')}
          value={variable.codeList ?? ''}
          choices={[
            { value: '', label: locale.text('fetch.pxweb.codeList.none') },
            ...variable.codeLists.map((list) => ({
              value: list.id,
              label: list.isSums
                ? locale.text('fetch.pxweb.codeList.sums', { name: list.label })
                : list.label,
            })),
          ]}
        />
      )}
      <input type="hidden" name={`shown${at}`} value={variable.codeList ?? ''} />
      <div class="field field-check">
        <input type="checkbox" id={`all${at}`} name={`all${at}`} value="on" checked={all} />
        <label for={`all${at}`}>
          {locale.text(variable.isTime ? 'fetch.pxweb.allTime' : 'fetch.pxweb.all', { count })}
        </label>
      </div>
      <div class="field">
        <label for={id}>{locale.text('fetch.pxweb.choose')}</label>
        <p class="hint" id={`${id}-hint`}>
          {locale.text(variable.mayBeLeftOut ? 'fetch.pxweb.mayBeLeftOut' : 'fetch.pxweb.mustChoose')}
        </p>
        <select
          id={id}
          name={id}
          multiple
          size={Math.max(2, Math.min(ROWS, variable.values.length))}
          aria-describedby={`${id}-hint`}
        >
          {variable.values.map(({ code, label }) => (
            <option key={code} value={code} selected={codes.has(code)}>
              {label === code ? code : `${label} (${code})`}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  )
}
