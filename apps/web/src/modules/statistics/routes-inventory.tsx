import { ErrorSummary, Field, type FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise, mayDo } from './authorise.ts'
import { CROSSINGS, type Crossing, inventoryOf } from './rules/inventory.ts'
import { listedDatasets, openDataset } from './service/datasets.ts'
import { orderSpecification } from './service/order-specification.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { InventoryTables } from './ui/inventory-page.tsx'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The inventory of statistics by sub-goal, and specifications to order what is missing. */
export function addInventory(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`

  app.get('/r/:slug/statistics/inventory', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const listed = await doors.inRegion(actor, (db) => listedDatasets(db, ''))
    const title = locale.text('inventory.title')
    return renderPage(
      c,
      { title, section: home(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('stat.title')}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('inventory.lede')}</p>
        <InventoryTables
          locale={locale}
          home={home(c)}
          areas={inventoryOf(listed)}
          mayOrder={mayDo(c, 'bring-in')}
        />
      </>,
    )
  })

  const orderPage = async (c: WebContext, errors: readonly FieldError[]) => {
    const { dataset, lacks } = await opened(c)
    const locale = c.get('locale')
    const title = locale.text('order.title', { name: dataset.name })
    return renderPage(
      c,
      { title, section: home(c) },
      <>
        <p class="crumb">
          <a href={`${home(c)}/inventory`}>{locale.text('inventory.title')}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('order.lede')}</p>
        <form method="post" class="card form">
          <ErrorSummary title={locale.text('error.summary')} errors={errors} />
          <fieldset id="wanted">
            <legend>{locale.text('order.wanted')}</legend>
            {lacks.map((crossing) => (
              <div class="field field-check" key={crossing}>
                <input type="checkbox" id={`wanted-${crossing}`} name="wanted" value={crossing} checked />
                <label for={`wanted-${crossing}`}>{locale.text(`order.wanted.${crossing}`)}</label>
              </div>
            ))}
          </fieldset>
          <Field id="purpose" label={locale.text('order.purpose')} required errors={errors} />
          <Field
            id="contact"
            label={locale.text('stat.contact')}
            value={c.get('actor').personName}
            errors={errors}
          />
          <button class="button primary" type="submit">
            {locale.text('order.download')}
          </button>
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  const opened = async (c: WebContext) => {
    const actor = authorise(c, 'bring-in')
    const found = await doors.inRegion(actor, (db) => openDataset(db, c.req.param('dataset') ?? ''))
    if (found === null) throw new HttpProblem(404)
    const { dataset, table } = found
    const listed = { dataset, parts: table, fetchedAt: '', published: 'no' as const }
    const rows = inventoryOf([listed]).flatMap((area) => area.rows)
    return { dataset, parts: table, lacks: rows[0]?.lacks ?? [] }
  }

  app.get('/r/:slug/statistics/:dataset/order', (c) => orderPage(c, []))

  app.post('/r/:slug/statistics/:dataset/order', async (c) => {
    const { dataset, parts } = await opened(c)
    const locale = c.get('locale')
    const form = await c.req.formData()
    const asked = new Set(form.getAll('wanted').map(String))
    const wanted: Crossing[] = CROSSINGS.filter((crossing) => asked.has(crossing))
    const purpose = String(form.get('purpose') ?? '')
      .trim()
      .slice(0, 2000)
    const errors = [
      ...(wanted.length === 0 ? [{ field: 'wanted', text: locale.text('order.error.wanted') }] : []),
      ...(purpose === '' ? [{ field: 'purpose', text: locale.text('order.error.purpose') }] : []),
    ]
    if (errors.length > 0) return orderPage(c, errors)
    const bytes = await orderSpecification(
      {
        dataset,
        parts,
        wanted,
        purpose,
        region: c.get('membership').regionName,
        contact: String(form.get('contact') ?? '')
          .trim()
          .slice(0, 200),
      },
      locale,
    )
    return c.body(bytes, 200, {
      'Content-Type': WORD,
      'Content-Disposition': `attachment; filename="${dataset.slug}-bestallning.docx"`,
    })
  })
}
