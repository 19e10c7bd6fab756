import { COUNTIES } from '@jamvikt/domain'
import type { Locale } from '@jamvikt/i18n'
import type { KoladaKpi } from '@jamvikt/tables'
import { ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'

/** Searches Kolada’s key figures. */
export function KoladaSearch(props: {
  locale: Locale
  here: string
  api: string
  text: string
  kpis: readonly KoladaKpi[] | null
}) {
  const { locale, here, api, text, kpis } = props
  return (
    <>
      <form method="get" action={here} class="inline" role="search">
        <input type="hidden" name="api" value={api} />
        <label for="title">{locale.text('fetch.kolada.search')}</label>
        <input id="title" name="title" type="search" value={text} />
        <button class="button" type="submit">
          {locale.text('fetch.kolada.search.button')}
        </button>
      </form>
      {kpis !== null && kpis.length === 0 ? (
        <Notice kind="info">{locale.text('fetch.kolada.none', { text })}</Notice>
      ) : null}
      {kpis === null || kpis.length === 0 ? null : (
        <section class="card">
          <ul class="plain">
            {kpis.map(({ id, title, is_divided_by_gender }) => (
              <li key={id}>
                <a href={`${here}?${new URLSearchParams({ api, kpi: id })}`}>{title}</a>
                <span class="note">
                  {' '}
                  {id},{' '}
                  {locale.text(is_divided_by_gender ? 'fetch.kolada.divided' : 'fetch.kolada.undivided')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export interface KoladaChosen {
  readonly places: string
  readonly from: string
  readonly to: string
}

/** Chooses places and years of one key figure. */
export function KoladaSelectionForm(props: {
  locale: Locale
  here: string
  api: string
  kpi: KoladaKpi
  chosen: KoladaChosen
  errors: readonly FieldError[]
}) {
  const { locale, here, api, kpi, chosen, errors } = props
  return (
    <form method="post" action={here} class="card form">
      <h2>{kpi.title}</h2>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {kpi.description === undefined ? null : <p>{kpi.description}</p>}
      {kpi.is_divided_by_gender ? null : (
        <Notice kind="watch">{locale.text('fetch.kolada.undivided')}</Notice>
      )}
      <input type="hidden" name="api" value={api} />
      <input type="hidden" name="kpi" value={kpi.id} />
      <Select
        id="places"
        label={locale.text('fetch.kolada.places')}
        value={chosen.places}
        errors={errors}
        choices={[
          ...COUNTIES.map(({ code, name }) => ({
            value: code,
            label: locale.text('fetch.kolada.places.county', { name }),
          })),
          { value: 'regions', label: locale.text('fetch.kolada.places.regions') },
          { value: 'all', label: locale.text('fetch.kolada.places.all') },
        ]}
      />
      <Field
        id="from"
        label={locale.text('fetch.kolada.from')}
        hint={locale.text('fetch.kolada.yearsHint')}
        value={chosen.from}
        errors={errors}
      />
      <Field id="to" label={locale.text('fetch.kolada.to')} value={chosen.to} errors={errors} />
      <button class="button primary" type="submit">
        {locale.text('fetch.start')}
      </button>
    </form>
  )
}
