import type { FieldError } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { authorise } from '../authorise.ts'
import { FetchChoices } from '../ui/fetch-choices.tsx'
import { type PxwebChosen, PxwebSelectionForm, PxwebServers, PxwebTables } from '../ui/fetch-pxweb.tsx'
import { fetchRefusalText } from '../ui/fetch-text.ts'
import type { FetchDoors, FetchRefusal } from './model-fetch.ts'
import { listTables } from './pxweb-lists.ts'
import { planFetch } from './pxweb-selection.ts'
import { type CodeListsChosen, describeTable, kindOfServer, type PxwebTable } from './pxweb-table.ts'
import { startFetch } from './start-fetch.ts'

const NOTHING: PxwebChosen = { all: new Set(), codes: new Map() }

/** From a database to a table to its values. Every step has an address of its own. */
export function addPxwebFetch(app: Web, doors: FetchDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const here = (c: WebContext) => `${home(c)}/new/pxweb`
  const page = (c: WebContext, content: ComponentChildren, failed = false) => {
    const locale = c.get('locale')
    const title = locale.text('fetch.pxweb.title')
    return renderPage(
      c,
      { title, section: home(c) },
      <>
        <h1>{title}</h1>
        <p class="lede">{locale.text('fetch.pxweb.lede')}</p>
        <FetchChoices locale={locale} home={home(c)} current="pxweb" />
        {content}
      </>,
      failed ? 422 : 200,
    )
  }
  const servers = (c: WebContext, api: string, refusal: FetchRefusal | null) => {
    const locale = c.get('locale')
    const errors = refusal === null ? [] : [{ field: 'api', text: fetchRefusalText(locale, refusal) }]
    return page(
      c,
      <PxwebServers locale={locale} here={here(c)} api={api} errors={errors} />,
      refusal !== null,
    )
  }
  const choosing = (
    c: WebContext,
    asked: { readonly api: string; readonly tableId: string; readonly table: PxwebTable },
    chosen: PxwebChosen,
    found: {
      readonly size?: { cells: number; pieces: number }
      readonly errors?: readonly FieldError[]
      readonly isOtherList?: boolean
    },
  ) =>
    page(
      c,
      <PxwebSelectionForm
        locale={c.get('locale')}
        here={here(c)}
        {...asked}
        chosen={chosen}
        size={found.size ?? null}
        isOtherList={found.isOtherList ?? false}
        errors={found.errors ?? []}
      />,
      found.errors !== undefined,
    )

  app.get('/r/:slug/statistics/new/pxweb', async (c) => {
    authorise(c, 'bring-in')
    const asked = (name: string, most: number) => (c.req.query(name) ?? '').trim().slice(0, most)
    const api = asked('api', 500)
    if (api === '') return servers(c, '', null)
    const kind = await kindOfServer(doors.http, api)
    const tableId = asked('table', 500)
    if (tableId !== '') {
      const table = await describeTable(doors.http, kind, api, tableId)
      return table.ok ? choosing(c, { api, tableId, table }, NOTHING, {}) : servers(c, api, table)
    }
    const number = Number(asked('page', 6))
    const listing = await listTables(doors.http, kind, api, {
      path: asked('path', 500),
      text: asked('q', 200),
      page: Number.isInteger(number) && number > 0 ? number : 1,
    })
    if (!listing.ok) return servers(c, api, listing)
    return page(c, <PxwebTables locale={c.get('locale')} here={here(c)} api={api} listing={listing} />)
  })

  app.post('/r/:slug/statistics/new/pxweb', async (c) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const api = textOf(form, 'api')
    const tableId = textOf(form, 'table')
    const kind = await kindOfServer(doors.http, api)
    const plain = await describeTable(doors.http, kind, api, tableId)
    if (!plain.ok) return servers(c, api, plain)
    const codeLists = codeListsOf(form, plain)
    const isListed = Object.keys(codeLists).length > 0
    const table = isListed ? await describeTable(doors.http, kind, api, tableId, codeLists) : plain
    if (!table.ok) return servers(c, api, table)
    const { chosen, isOtherList } = chosenOf(form, table)
    // The values that were chosen among are not those of the list: they are chosen anew.
    if (isOtherList) return choosing(c, { api, tableId, table }, chosen, { isOtherList })
    const selection = Object.fromEntries(
      table.variables.flatMap(({ code }, at): [string, string[]][] => {
        if (chosen.all.has(at)) return [[code, ['*']]]
        const codes = chosen.codes.get(at)
        return codes === undefined ? [] : [[code, [...codes]]]
      }),
    )
    const plan = planFetch(table.variables, selection, table.maxCells)
    if (!plan.ok) {
      const place = table.variables.findIndex(({ label }) => label === plan.keyword)
      const error = { field: `v${Math.max(0, place)}`, text: fetchRefusalText(locale, plan) }
      return choosing(c, { api, tableId, table }, chosen, { errors: [error] })
    }
    const size = { cells: plan.cells, pieces: plan.pieces.length }
    if (form.get('look') === '1') return choosing(c, { api, tableId, table }, chosen, { size })
    const source = { kind, producer: table.producer, address: api, table: tableId, selection, codeLists }
    const started = await startFetch(doors, actor, { datasetId: null, source, scheduled: false })
    return c.redirect(started.ok ? `${home(c)}/new/fetches/${started.id}` : here(c), 303)
  })
}

function textOf(form: FormData, name: string): string {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent.trim().slice(0, 500) : ''
}

function codeListsOf(form: FormData, { variables }: PxwebTable): CodeListsChosen {
  return Object.fromEntries(
    variables.flatMap(({ code, codeLists }, at) => {
      const asked = textOf(form, `codelist${at}`)
      return codeLists.some(({ id }) => id === asked) ? [[code, asked]] : []
    }),
  )
}

/** What was chosen, and whether that was among the values of another list than is asked for now. */
function chosenOf(
  form: FormData,
  { variables }: PxwebTable,
): { readonly chosen: PxwebChosen; readonly isOtherList: boolean } {
  const all = new Set<number>()
  const codes = new Map<number, ReadonlySet<string>>()
  let isOtherList = false
  for (const [at, { codeList }] of variables.entries()) {
    if (form.get(`all${at}`) === 'on') all.add(at)
    if (textOf(form, `shown${at}`) !== (codeList ?? '')) {
      isOtherList = true
      continue
    }
    const sent = form.getAll(`v${at}`).filter((code) => typeof code === 'string')
    if (sent.length > 0) codes.set(at, new Set(sent))
  }
  return { chosen: { all, codes }, isOtherList }
}
