import { Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { mayDo } from '../authorise.ts'
import { heldVersion } from '../rules/held-version.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import type { PageContent } from './model-pages.ts'
import { Crumb, pageOf, showPage } from './page-room.tsx'
import { insidePlaces } from './places.ts'
import { listRevisions, openRevision, restoreRevision } from './service/pages.ts'
import { keptBlocks } from './service/shown-page.ts'
import { PageView } from './ui/page-view.tsx'

/** A page as it would be read, and as it was. */
export function addRevisions(app: Web, doors: StatisticsDoors) {
  const view = async (c: WebContext, content: PageContent) => {
    const locale = c.get('locale')
    const shown = await doors.inRegion(c.get('actor'), (db) =>
      keptBlocks(db, content, new Date(), locale.language),
    )
    return (
      <PageView
        locale={locale}
        content={content}
        shown={shown}
        boundaries={doors.boundaries}
        places={insidePlaces(c.get('membership').slug)}
      />
    )
  }

  app.get('/r/:slug/pages/:page/preview', async (c) => {
    const { opened, here } = await pageOf(c, doors, 'see-pages')
    const locale = c.get('locale')
    const { content } = opened.latest
    return renderPage(
      c,
      { title: content.title, open: { home: here, name: locale.text('pages.preview') } },
      <>
        <div class="watermark">
          <span>{locale.text('pages.preview.mark', { revision: opened.page.revision })}</span>
          <a href={here}>{locale.text('pages.preview.back')}</a>
        </div>
        {await view(c, content)}
      </>,
    )
  })

  app.get('/r/:slug/pages/:page/revisions', async (c) => {
    const { actor, opened, here } = await pageOf(c, doors, 'see-pages')
    const locale = c.get('locale')
    const revisions = await doors.inRegion(actor, (db) => listRevisions(db, opened.page.id))
    return showPage(
      c,
      `${locale.text('pages.revisions')}: ${opened.latest.content.title}`,
      <>
        <Crumb c={c} opened={opened} />
        <h1>{locale.text('pages.revisions')}</h1>
        <p class="lede">{locale.text('pages.revisions.lede')}</p>
        <section class="card">
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('pages.revision')}</th>
                <th scope="col">{locale.text('pages.revision.when')}</th>
                <th scope="col">{locale.text('pages.revision.who')}</th>
                <th scope="col" class="n">
                  {locale.text('pages.revision.blocks')}
                </th>
              </tr>
            </thead>
            <tbody>
              {revisions.map(({ number, createdAt, authorName, content }) => (
                <tr key={number}>
                  <th scope="row">
                    <a href={`${here}/revisions/${number}`}>
                      {number}: {content.title}
                    </a>
                  </th>
                  <td data-label={locale.text('pages.revision.when')}>{locale.time(createdAt)}</td>
                  <td data-label={locale.text('pages.revision.who')}>{authorName}</td>
                  <td class="n" data-label={locale.text('pages.revision.blocks')}>
                    {content.blocks.length}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </>,
    )
  })

  const revisionIn = async (c: WebContext, act: 'see-pages' | 'compose-pages') => {
    const found = await pageOf(c, doors, act)
    const asked = heldVersion(c.req.param('revision'))
    const revision =
      asked === undefined
        ? null
        : await doors.inRegion(found.actor, (db) => openRevision(db, found.opened.page.id, asked))
    if (revision === null) throw new HttpProblem(404)
    return { ...found, revision }
  }

  app.get('/r/:slug/pages/:page/revisions/:revision', async (c) => {
    const { opened, revision } = await revisionIn(c, 'see-pages')
    const locale = c.get('locale')
    const isEarlier = revision.number !== opened.page.revision
    return showPage(
      c,
      `${locale.text('pages.revision')} ${revision.number}: ${revision.content.title}`,
      <>
        <Crumb c={c} opened={opened} />
        <Notice kind="info">
          {locale.text('pages.revision.look', {
            time: locale.time(revision.createdAt),
            name: revision.authorName,
          })}
        </Notice>
        {isEarlier && mayDo(c, 'compose-pages') ? (
          <form method="post" class="form">
            <button class="button" type="submit">
              {locale.text('pages.revision.restore')}
            </button>
          </form>
        ) : null}
        {await view(c, revision.content)}
      </>,
    )
  })

  app.post('/r/:slug/pages/:page/revisions/:revision', async (c) => {
    const { actor, opened, here, revision } = await revisionIn(c, 'compose-pages')
    const done = await doors.inRegion(actor, (db) =>
      restoreRevision(db, actor, opened.page.id, revision.number),
    )
    if (!done.ok) throw new HttpProblem(404)
    return c.redirect(`${here}?saved=2`, 303)
  })
}
