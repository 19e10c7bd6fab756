import { ErrorSummary, Field, type FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { authorise } from '../authorise.ts'
import { FetchChoices } from '../ui/fetch-choices.tsx'
import type { FetchDoors } from './model-fetch.ts'
import { startFetch } from './start-fetch.ts'

/** A file at an address. */
export function addAddressFetch(app: Web, doors: FetchDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const page = (
    c: WebContext,
    filled: { address: string; producer: string },
    errors: readonly FieldError[],
  ) => {
    const locale = c.get('locale')
    const title = locale.text('fetch.address.title')
    return renderPage(
      c,
      { title, section: home(c) },
      <>
        <h1>{title}</h1>
        <p class="lede">{locale.text('fetch.address.lede')}</p>
        <FetchChoices locale={locale} home={home(c)} current="address" />
        <form method="post" class="card form">
          <ErrorSummary title={locale.text('error.summary')} errors={errors} />
          <Field
            id="address"
            label={locale.text('fetch.address')}
            hint={locale.text('fetch.address.hint')}
            value={filled.address}
            required
            errors={errors}
          />
          <Field
            id="producer"
            label={locale.text('fetch.producer')}
            hint={locale.text('fetch.producerHint')}
            value={filled.producer}
          />
          <button class="button primary" type="submit">
            {locale.text('fetch.start')}
          </button>
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/statistics/new/address', (c) => {
    authorise(c, 'bring-in')
    return page(c, { address: '', producer: '' }, [])
  })

  app.post('/r/:slug/statistics/new/address', async (c) => {
    const actor = authorise(c, 'bring-in')
    const form = await c.req.formData()
    const sent = (name: string, most: number) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim().slice(0, most) : ''
    }
    const address = sent('address', 2000)
    const producer = sent('producer', 200)
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
      return page(c, { address, producer }, [
        { field: 'address', text: c.get('locale').text('fetch.address.error') },
      ])
    const source = { kind: 'url' as const, address, producer: producer || new URL(address).hostname }
    const started = await startFetch(doors, actor, { datasetId: null, source, scheduled: false })
    return c.redirect(started.ok ? `${home(c)}/new/fetches/${started.id}` : c.req.path, 303)
  })
}
