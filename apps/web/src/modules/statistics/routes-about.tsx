import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise } from './authorise.ts'
import { wordsOf } from './rules/dataset-words.ts'
import { datasetVersions } from './service/datasets.ts'
import { editWords } from './service/edit-words.ts'
import { isStanding, publicationsOfDataset } from './service/publish.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { lookAtWithdrawal, restoreDataset, withdrawDataset } from './service/withdraw-dataset.ts'
import { WithdrawalForm } from './ui/withdrawal.tsx'
import { WordFields, type WordsSent } from './ui/word-fields.tsx'
import { wordErrors, wordsMeant, wordsSent } from './words-sent.ts'

/** A dataset's words, and taking it out of the lists and back. */
export function addAbout(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const page = (
    c: WebContext,
    { title, dataset }: { readonly title: string; readonly dataset: { slug: string; name: string } },
    content: ComponentChildren,
    failed = false,
  ) =>
    renderPage(
      c,
      { title: `${title}: ${dataset.name}`, section: home(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{c.get('locale').text('stat.title')}</a> ›{' '}
          <a href={`${home(c)}/${dataset.slug}`}>{dataset.name}</a>
        </p>
        <h1>{title}</h1>
        {content}
      </>,
      failed ? 422 : 200,
    )

  const aboutPage = async (c: WebContext, errors: readonly FieldError[], sent?: WordsSent) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const found = await doors.inRegion(actor, async (db) => {
      const opened = await datasetVersions(db, c.req.param('dataset') ?? '')
      return opened === null
        ? null
        : { ...opened, publications: await publicationsOfDataset(db, opened.dataset.id) }
    })
    if (found === null) throw new HttpProblem(404)
    const { dataset, publications } = found
    const isOut = publications.some(isStanding)
    return page(
      c,
      { title: locale.text('stat.about'), dataset },
      <>
        <p class="lede">{locale.text('stat.about.lede', { address: dataset.slug })}</p>
        {c.req.query('saved') === '1' ? <Notice kind="good">{locale.text('stat.about.saved')}</Notice> : null}
        {isOut ? (
          <Notice kind="info">
            {locale.text('stat.about.published')}{' '}
            <a href={`${home(c)}/${dataset.slug}/publication`}>{locale.text('stat.publish')}</a>
          </Notice>
        ) : null}
        <form method="post" class="card form">
          <ErrorSummary title={locale.text('error.summary')} errors={errors} />
          <WordFields locale={locale} filled={sent ?? wordsOf(dataset)} errors={errors} />
          <button class="button primary" type="submit">
            {locale.text('save')}
          </button>
        </form>
        <p>
          <a href={`${home(c)}/${dataset.slug}/withdraw`}>{locale.text('stat.withdraw')}</a>
        </p>
      </>,
      errors.length > 0,
    )
  }

  app.get('/r/:slug/statistics/:dataset/about', (c) => aboutPage(c, []))

  app.post('/r/:slug/statistics/:dataset/about', async (c) => {
    const actor = authorise(c, 'bring-in')
    const sent = wordsSent(await c.req.formData())
    const errors = wordErrors(c.get('locale'), sent)
    if (errors.length > 0) return aboutPage(c, errors, sent)
    const edited = await doors.inRegion(actor, async (db) => {
      const found = await datasetVersions(db, c.req.param('dataset'))
      return found === null ? null : editWords(db, actor, found.dataset.id, wordsMeant(sent))
    })
    if (!edited?.ok) throw new HttpProblem(404)
    return c.redirect(`${c.req.path}?saved=1`, 303)
  })

  const withdrawPage = async (c: WebContext, errors: readonly FieldError[]) => {
    const actor = authorise(c, 'bring-in')
    const look = await doors.inRegion(actor, (db) => lookAtWithdrawal(db, c.req.param('dataset') ?? ''))
    if (look === null) throw new HttpProblem(404)
    return page(
      c,
      { title: c.get('locale').text('stat.withdraw'), dataset: look.dataset },
      <WithdrawalForm locale={c.get('locale')} home={home(c)} look={look} errors={errors} />,
      errors.length > 0,
    )
  }

  app.get('/r/:slug/statistics/:dataset/withdraw', (c) => withdrawPage(c, []))

  app.post('/r/:slug/statistics/:dataset/withdraw', async (c) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const reason = wordOf(await c.req.formData(), 'reason', 2000)
    const look = await doors.inRegion(actor, (db) => lookAtWithdrawal(db, c.req.param('dataset')))
    if (look === null) throw new HttpProblem(404)
    if (reason === '')
      return withdrawPage(c, [{ field: 'reason', text: locale.text('stat.publish.error.reason') }])
    const done = await doors.inRegion(actor, (db) => withdrawDataset(db, actor, look.dataset.id, reason))
    if (done.ok) return c.redirect(`${home(c)}?show=withdrawn&done=1`, 303)
    if (done.reason === 'gone') throw new HttpProblem(404)
    return withdrawPage(c, [{ field: 'reason', text: locale.text(`stat.withdraw.${done.reason}`) }])
  })

  app.post('/r/:slug/statistics/:dataset/restore', async (c) => {
    const actor = authorise(c, 'bring-in')
    const slug = await doors.inRegion(actor, (db) => restoreDataset(db, actor, c.req.param('dataset')))
    if (slug === null) throw new HttpProblem(404)
    return c.redirect(`${home(c)}/${slug}?restored=1`, 303)
  })
}
