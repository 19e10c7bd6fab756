import { EmptyState, type FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { authorise, mayDo } from '../authorise.ts'
import { AREAS } from '../model-datasets.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { MOST_HEADING } from './model-pages.ts'
import { Crumb, homeOf, showPage } from './page-room.tsx'
import { addFigures } from './routes-add.tsx'
import { addBlocks } from './routes-blocks.tsx'
import { addEditing } from './routes-edit.tsx'
import { addPagePublication } from './routes-publication.tsx'
import { addRevisions } from './routes-revisions.tsx'
import { templateOf } from './rules/template.ts'
import { cleanWords } from './rules/words.ts'
import { createPage, listPages } from './service/pages.ts'
import { KIND_CHOICES, type NewPage, NewPageForm, PageList } from './ui/page-list.tsx'

/** Pages put together of words and figures: listed, made, written, reviewed. */
export function addPages(app: Web, doors: StatisticsDoors) {
  app.get('/r/:slug/pages', async (c) => {
    const actor = authorise(c, 'see-pages')
    const locale = c.get('locale')
    const pages = await doors.inRegion(actor, listPages)
    const making = mayDo(c, 'compose-pages') ? (
      <a class="button primary" href={`${homeOf(c)}/new`}>
        {locale.text('pages.new')}
      </a>
    ) : null
    return showPage(
      c,
      locale.text('pages.title'),
      <>
        <h1>{locale.text('pages.title')}</h1>
        <p class="lede">{locale.text('pages.lede')}</p>
        {pages.length === 0 ? (
          <EmptyState title={locale.text('pages.none')}>
            <p>{locale.text('pages.none.text')}</p>
            {making}
          </EmptyState>
        ) : (
          <>
            <div class="bar-row">{making}</div>
            <PageList locale={locale} home={homeOf(c)} pages={pages} />
          </>
        )}
      </>,
    )
  })

  const newPage = (c: WebContext, filled: NewPage, errors: readonly FieldError[]) => {
    authorise(c, 'compose-pages')
    const locale = c.get('locale')
    return showPage(
      c,
      locale.text('pages.new'),
      <>
        <Crumb c={c} />
        <h1>{locale.text('pages.new')}</h1>
        <NewPageForm locale={locale} filled={filled} errors={errors} />
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/pages/new', (c) => newPage(c, { title: '', lede: '', kind: 'life-course' }, []))

  app.post('/r/:slug/pages/new', async (c) => {
    const actor = authorise(c, 'compose-pages')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const choice = KIND_CHOICES.find((each) => each === form.get('kind')) ?? 'free'
    const area = AREAS.find((each) => choice === `area:${each}`) ?? null
    const kind = choice === 'life-course' || choice === 'free' ? choice : 'area'
    const title = cleanWords(wordOf(form, 'title', MOST_HEADING), MOST_HEADING)
    const lede = cleanWords(wordOf(form, 'lede', 2000), 2000)
    const filled = { title, lede, kind: choice }
    const errors: FieldError[] = []
    if (title.length < 2) errors.push({ field: 'title', text: locale.text('pages.error.title') })
    if (errors.length > 0) return newPage(c, filled, errors)
    const blocks = templateOf(kind, area, locale, () => crypto.randomUUID())
    const made = await doors.inRegion(actor, (db) =>
      createPage(db, actor, { title, lede, kind, area, blocks }),
    )
    if (made.ok) return c.redirect(`${homeOf(c)}/${made.slug}`, 303)
    return newPage(c, filled, [{ field: 'title', text: locale.text(`pages.error.${made.reason}`) }])
  })

  addFigures(app, doors)
  addEditing(app, doors)
  addBlocks(app, doors)
  addRevisions(app, doors)
  addPagePublication(app, doors)
}
