import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import { mayDo } from '../authorise.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { Crumb, pageOf, showPage } from './page-room.tsx'
import { cleanWords } from './rules/words.ts'
import { hindrancesOf } from './service/hindrances.ts'
import { openRevision } from './service/pages.ts'
import {
  approvePage,
  declinePage,
  type PublishPageRefusal,
  proposePage,
  publicationsOfPage,
  withdrawPage,
} from './service/publish-page.ts'
import { keptBlocks } from './service/shown-page.ts'
import { HindranceList, ProposeForm, Standing, Waiting } from './ui/page-publication.tsx'

const DONE = ['proposed', 'approved', 'declined', 'withdrawn'] as const

/** Publishing a page: one asks, another decides. */
export function addPagePublication(app: Web, doors: StatisticsDoors) {
  const page = async (c: WebContext, errors: readonly FieldError[]) => {
    const { actor, opened, here } = await pageOf(c, doors, 'see-pages')
    const locale = c.get('locale')
    const found = await doors.inRegion(actor, async (db) => {
      const publications = await publicationsOfPage(db, opened.page.id)
      const waiting = publications.find(({ state }) => state === 'proposed')
      const proposed = waiting === undefined ? null : await openRevision(db, opened.page.id, waiting.revision)
      const { content } = proposed ?? opened.latest
      const hindrances = await hindrancesOf(db, content, new Date())
      const shown =
        hindrances.length === 0 ? new Map() : await keptBlocks(db, content, new Date(), locale.language)
      return { publications, waiting, content, hindrances, shown }
    })
    const { waiting, content, hindrances, shown } = found
    const standing = found.publications.find(({ state }) => state === 'published')
    const done = DONE.find((each) => each === c.req.query('done'))
    const shared = { locale, here, errors, mayDecide: mayDo(c, 'decide-page') }
    const latest = opened.page.revision
    const isOpen = standing?.revision === latest
    return showPage(
      c,
      `${locale.text('pages.publish')}: ${opened.latest.content.title}`,
      <>
        <Crumb c={c} opened={opened} />
        <h1>{locale.text('pages.publish')}</h1>
        <p class="lede">{locale.text('pages.publish.text')}</p>
        {done ? <Notice kind="good">{locale.text(`pages.publish.${done}`)}</Notice> : null}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        {standing === undefined ? null : (
          <Standing
            {...shared}
            publication={standing}
            open={`/open/${c.get('membership').slug}/pages/${opened.page.slug}`}
          />
        )}
        {waiting === undefined ? null : (
          <Waiting {...shared} publication={waiting} personId={actor.personId} latest={latest} />
        )}
        <HindranceList
          {...shared}
          content={content}
          shown={shown}
          hindrances={hindrances}
          indicators={`/r/${c.get('membership').slug}/statistics/indicators`}
        />
        {waiting === undefined && isOpen ? <p>{locale.text('pages.publish.nothing')}</p> : null}
        {waiting === undefined && !isOpen && mayDo(c, 'compose-pages') ? (
          <ProposeForm {...shared} revision={latest} />
        ) : null}
        <p class="note">{locale.text('pages.publish.rule')}</p>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/pages/:page/publication', (c) => page(c, []))

  app.post('/r/:slug/pages/:page/publication', async (c) => {
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 20)
    const { actor, opened, here } = await pageOf(
      c,
      doors,
      act === 'propose' ? 'compose-pages' : 'decide-page',
    )
    const locale = c.get('locale')
    const { id: pageId } = opened.page
    const answer = (result: { ok: true } | PublishPageRefusal, field: string, done: (typeof DONE)[number]) =>
      result.ok
        ? c.redirect(`${here}/publication?done=${done}`, 303)
        : page(c, [{ field, text: locale.text(`pages.publish.error.${result.reason}`) }])
    if (act === 'propose')
      return answer(
        await doors.inRegion(actor, (db) => proposePage(db, actor, pageId)),
        'propose',
        'proposed',
      )
    const id = wordOf(form, 'id', 36)
    if (!isUuid(id)) throw new HttpProblem(400)
    if (act === 'approve')
      return answer(
        await doors.inRegion(actor, (db) => approvePage(db, actor, pageId, id)),
        'approve',
        'approved',
      )
    if (act !== 'decline' && act !== 'withdraw') throw new HttpProblem(400)
    const field = `reason-${act}`
    const reason = cleanWords(wordOf(form, 'reason', 2000), 2000)
    if (reason === '') return page(c, [{ field, text: locale.text('pages.publish.error.reason') }])
    return act === 'decline'
      ? answer(
          await doors.inRegion(actor, (db) => declinePage(db, actor, pageId, id, reason)),
          field,
          'declined',
        )
      : answer(
          await doors.inRegion(actor, (db) => withdrawPage(db, actor, pageId, id, reason)),
          field,
          'withdrawn',
        )
  })
}
