import { COUNTIES, findPlace } from '@jamvikt/domain'
import type { FieldError } from '@jamvikt/ui'
import { Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { authorise } from '../authorise.ts'
import { FetchChoices } from '../ui/fetch-choices.tsx'
import { KoladaSearch, KoladaSelectionForm } from '../ui/fetch-kolada.tsx'
import { fetchRefusalText } from '../ui/fetch-text.ts'
import { koladaCatalogue } from './kolada-catalogue.ts'
import { KOLADA, koladaPlaces, kpiById, placesChosen } from './kolada-lists.ts'
import type { FetchDoors, FetchRefusal } from './model-fetch.ts'
import { type KpiSearch, searchKpis } from './search-kpis.ts'
import { startFetch } from './start-fetch.ts'

const EARLIEST = 1970
const MOST_YEARS = 100

/** From a search to a key figure to its places and years. */
export function addKoladaFetch(app: Web, doors: FetchDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const here = (c: WebContext) => `${home(c)}/new/kolada`
  const page = (c: WebContext, content: ComponentChildren, failed = false) => {
    const locale = c.get('locale')
    const title = locale.text('fetch.kolada.title')
    return renderPage(
      c,
      { title, section: home(c) },
      <>
        <h1>{title}</h1>
        <p class="lede">{locale.text('fetch.kolada.lede')}</p>
        <FetchChoices locale={locale} home={home(c)} current="kolada" />
        {content}
      </>,
      failed ? 422 : 200,
    )
  }
  const search = async (c: WebContext, api: string, refusal: FetchRefusal | null = null) => {
    const actor = c.get('actor')
    const locale = c.get('locale')
    const asked = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 200)
    const kept = refusal ?? (await koladaCatalogue(doors, actor, api))
    if (!kept.ok)
      return page(
        c,
        <>
          <Notice kind="bad">{fetchRefusalText(locale, kept)}</Notice>
          <p>
            <a href={here(c)}>{locale.text('fetch.kolada.toSearch')}</a>
          </p>
        </>,
        true,
      )
    const { index, fetchedAt } = kept
    const chosen: KpiSearch = {
      text: asked('title'),
      area: index.areas.find((area) => area === asked('area')) ?? '',
      bySex: asked('sex') === 'on',
      page: Number(/^\d{1,4}$/.exec(asked('page'))?.[0] ?? '1'),
    }
    const shown = { locale, here: here(c), api, search: chosen, areas: index.areas, fetchedAt }
    return page(c, <KoladaSearch {...shown} all={index.kpis.length} found={searchKpis(index, chosen)} />)
  }

  app.get('/r/:slug/statistics/new/kolada', async (c) => {
    authorise(c, 'bring-in')
    const asked = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 500)
    const api = asked('api') || KOLADA
    const id = asked('kpi')
    if (id === '') return search(c, api)
    const found = await kpiById(doors.http, api, id)
    if (!found.ok) return search(c, api, found)
    const own = findPlace('county', c.get('membership').regionName)
    const chosen = { places: own.ok ? own.code : 'regions', from: '', to: '' }
    return page(
      c,
      <KoladaSelectionForm
        locale={c.get('locale')}
        here={here(c)}
        api={api}
        kpi={found.kpi}
        chosen={chosen}
        errors={[]}
      />,
    )
  })

  app.post('/r/:slug/statistics/new/kolada/list', async (c) => {
    const actor = authorise(c, 'bring-in')
    const api = wordOf(await c.req.formData(), 'api', 500) || KOLADA
    const renewed = await koladaCatalogue(doors, actor, api, true)
    if (!renewed.ok) return search(c, api, renewed)
    return c.redirect(api === KOLADA ? here(c) : `${here(c)}?${new URLSearchParams({ api })}`, 303)
  })

  app.post('/r/:slug/statistics/new/kolada', async (c) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const sent = (name: string) => wordOf(form, name, 500)
    const api = sent('api') || KOLADA
    const found = await kpiById(doors.http, api, sent('kpi'))
    if (!found.ok) return search(c, api, found)
    const chosen = { places: sent('places'), from: sent('from'), to: sent('to') }
    const again = (errors: readonly FieldError[]) =>
      page(
        c,
        <KoladaSelectionForm
          locale={locale}
          here={here(c)}
          api={api}
          kpi={found.kpi}
          chosen={chosen}
          errors={errors}
        />,
        true,
      )
    const refused = (field: string, refusal: FetchRefusal) =>
      again([{ field, text: fetchRefusalText(locale, refusal) }])
    const years = yearsOf(chosen.from, chosen.to)
    if (years === null) return again([{ field: 'from', text: locale.text('fetch.kolada.years') }])
    const places = await koladaPlaces(doors.http, api)
    if (!places.ok) return refused('places', places)
    const isCounty = COUNTIES.some(({ code }) => code === chosen.places)
    const choice = isCounty || chosen.places === 'regions' ? chosen.places : 'all'
    const municipalities = placesChosen(places.places, choice)
    if (choice !== 'all' && municipalities.length === 0)
      return again([{ field: 'places', text: locale.text('fetch.kolada.noPlaces') }])
    const started = await startFetch(doors, actor, {
      datasetId: null,
      scheduled: false,
      source: {
        kind: 'kolada',
        producer: 'Kolada (RKA)',
        address: api,
        kpi: found.kpi.id,
        municipalities: [...municipalities],
        years: [...years],
      },
    })
    return c.redirect(started.ok ? `${home(c)}/new/fetches/${started.id}` : here(c), 303)
  })
}

/** The years from one to another, both empty for all; `null` where they are not years or in the wrong order. */
function yearsOf(from: string, to: string): readonly string[] | null {
  if (from === '' && to === '') return []
  const first = Number(from === '' ? to : from)
  const last = Number(to === '' ? from : to)
  const areYears = [first, last].every((year) => Number.isInteger(year) && year >= EARLIEST && year <= 9999)
  if (!areYears || last < first || last - first >= MOST_YEARS) return null
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
}
