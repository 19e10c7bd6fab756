import { COUNTIES, findPlace } from '@jamvikt/domain'
import type { FieldError } from '@jamvikt/ui'
import { Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { authorise } from '../authorise.ts'
import { FetchChoices } from '../ui/fetch-choices.tsx'
import { KoladaSearch, KoladaSelectionForm } from '../ui/fetch-kolada.tsx'
import { fetchRefusalText } from '../ui/fetch-text.ts'
import { KOLADA, koladaPlaces, kpiById, placesChosen, searchKpis } from './kolada-lists.ts'
import type { FetchDoors, FetchRefusal } from './model-fetch.ts'
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
  const search = (
    c: WebContext,
    api: string,
    text: string,
    found: Awaited<ReturnType<typeof searchKpis>> | null,
  ) => {
    const locale = c.get('locale')
    return page(
      c,
      <>
        {found === null || found.ok ? null : <Notice kind="bad">{fetchRefusalText(locale, found)}</Notice>}
        <KoladaSearch
          locale={locale}
          here={here(c)}
          api={api}
          text={text}
          kpis={found?.ok ? found.kpis : null}
        />
      </>,
      found?.ok === false,
    )
  }

  app.get('/r/:slug/statistics/new/kolada', async (c) => {
    authorise(c, 'bring-in')
    const asked = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 500)
    const api = asked('api') || KOLADA
    const id = asked('kpi')
    if (id !== '') {
      const found = await kpiById(doors.http, api, id)
      if (!found.ok) return search(c, api, '', found)
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
    }
    const text = asked('title')
    return search(c, api, text, text === '' ? null : await searchKpis(doors.http, api, text))
  })

  app.post('/r/:slug/statistics/new/kolada', async (c) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const sent = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim().slice(0, 500) : ''
    }
    const api = sent('api') || KOLADA
    const found = await kpiById(doors.http, api, sent('kpi'))
    if (!found.ok) return search(c, api, '', found)
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
