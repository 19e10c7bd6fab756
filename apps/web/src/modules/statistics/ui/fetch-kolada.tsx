import { COUNTIES } from '@jamvikt/domain'
import type { Locale } from '@jamvikt/i18n'
import type { KoladaKpi } from '@jamvikt/tables'
import { Checkbox, ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { KpiSearch, KpisFound } from '../fetch/search-kpis.ts'

/** Browses and searches Kolada’s key figures: those that are split by sex first. */
export function KoladaSearch(props: {
  locale: Locale
  here: string
  api: string
  search: KpiSearch
  areas: readonly string[]
  /** How many key figures there are. */
  all: number
  found: KpisFound
  fetchedAt: Date
}) {
  const { locale, here, api, search, found } = props
  const { text, area, bySex } = search
  const step = (page: number) =>
    `${here}?${new URLSearchParams({
      api,
      ...(text === '' ? {} : { title: text }),
      ...(area === '' ? {} : { area }),
      ...(bySex ? { sex: 'on' } : {}),
      page: String(page),
    })}`
  return (
    <>
      <form method="get" action={here} class="card form" role="search">
        <input type="hidden" name="api" value={api} />
        <div class="field">
          <label for="title">{locale.text('fetch.kolada.search')}</label>
          <input id="title" name="title" type="search" value={text} />
        </div>
        <Select
          id="area"
          label={locale.text('fetch.kolada.area')}
          value={area}
          choices={[
            { value: '', label: locale.text('fetch.kolada.area.all') },
            ...props.areas.map((each) => ({ value: each, label: each })),
          ]}
        />
        <Checkbox id="sex" label={locale.text('fetch.kolada.bySex')} checked={bySex} />
        <button class="button primary" type="submit">
          {locale.text('fetch.kolada.search.button')}
        </button>
      </form>
      <p class="note">
        {locale.text('fetch.kolada.found', {
          count: locale.number(found.count),
          all: locale.number(props.all),
        })}
      </p>
      {found.count === 0 ? (
        <Notice kind="info">{locale.text('fetch.kolada.none', { text })}</Notice>
      ) : (
        <section class="card">
          <ul class="plain">
            {found.kpis.map(({ id, title, is_divided_by_gender, operating_area }) => (
              <li key={id}>
                <a href={`${here}?${new URLSearchParams({ api, kpi: id })}`}>{title}</a>
                <br />
                <small class="note">
                  {[
                    locale.text(is_divided_by_gender ? 'fetch.kolada.divided' : 'fetch.kolada.undivided'),
                    operating_area,
                    id,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.pages === 1 ? null : (
        <nav class="inline" aria-label={locale.text('fetch.kolada.pages')}>
          {found.page > 1 ? (
            <a class="button" href={step(found.page - 1)} rel="prev">
              {locale.text('fetch.kolada.previous')}
            </a>
          ) : null}
          <span>{locale.text('fetch.kolada.page', { page: found.page, pages: found.pages })}</span>
          {found.page < found.pages ? (
            <a class="button" href={step(found.page + 1)} rel="next">
              {locale.text('fetch.pxweb.more')}
            </a>
          ) : null}
        </nav>
      )}
      <form method="post" action={`${here}/list`} class="inline">
        <input type="hidden" name="api" value={api} />
        <span class="note">{locale.text('fetch.kolada.list', { date: locale.date(props.fetchedAt) })}</span>
        <button class="button" type="submit">
          {locale.text('fetch.kolada.list.again')}
        </button>
      </form>
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
