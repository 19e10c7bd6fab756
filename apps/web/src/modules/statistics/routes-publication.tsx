import { ErrorSummary, Field, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isUuid } from '../../platform/uuid.ts'
import { authorise, mayDo } from './authorise.ts'
import type { Publication } from './model-datasets.ts'
import { changedWords, wordsOf } from './rules/dataset-words.ts'
import { firstFindings } from './rules/presentation.ts'
import { swedishTime } from './rules/swedish-time.ts'
import { openDataset } from './service/datasets.ts'
import { comparedWithOpen } from './service/look-at-proposal.ts'
import {
  approvePublication,
  declinePublication,
  isStanding,
  type PublishRefusal,
  proposePublication,
  publicationsOfDataset,
  withdrawPublication,
} from './service/publish.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { BeforeProposing, mustConfirm } from './ui/before-proposing.tsx'
import { DifferenceTable } from './ui/difference-table.tsx'
import { noticeOf } from './ui/difference-text.ts'
import { TextArea } from './ui/text-area.tsx'
import { WordChanges } from './ui/word-changes.tsx'

const DONE = ['done', 'approved', 'declined', 'withdrawn'] as const

/** Publishing: one asks, another decides. */
export function addPublication(app: Web, doors: StatisticsDoors) {
  const page = async (
    c: WebContext,
    errors: readonly FieldError[],
    sent: { readonly notice?: string; readonly openFrom?: string } = {},
  ) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const { slug } = c.get('membership')
    const found = await doors.inRegion(actor, async (db) => {
      const opened = await openDataset(db, c.req.param('dataset') ?? '')
      return opened === null
        ? null
        : {
            ...opened,
            publications: await publicationsOfDataset(db, opened.dataset.id),
            compared: await comparedWithOpen(db, opened.dataset, new Date(), locale.language),
          }
    })
    if (found === null) throw new HttpProblem(404)
    const { dataset, publications, compared } = found
    const standing = publications.find(isStanding)
    const waiting = publications.find(({ state }) => state === 'proposed')
    const done = DONE.find((each) => each === c.req.query('done'))
    const mayDecide = mayDo(c, 'decide-publication')
    const rewording = standing ? changedWords(standing.words, wordsOf(dataset)) : []
    const hasNews = standing?.version !== dataset.version || rewording.length > 0
    return renderPage(
      c,
      { title: `${locale.text('stat.publish')}: ${dataset.name}`, section: `/r/${slug}/statistics` },
      <>
        <p class="crumb">
          <a href={`/r/${slug}/statistics`}>{locale.text('stat.title')}</a> ›{' '}
          <a href={`/r/${slug}/statistics/${dataset.slug}`}>{dataset.name}</a>
        </p>
        <h1>{locale.text('stat.publish')}</h1>
        <p class="lede">{locale.text('stat.publish.text')}</p>
        {done ? <Notice kind="good">{locale.text(`stat.publish.${done}`)}</Notice> : null}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        {standing ? (
          <Standing c={c} publication={standing} datasetSlug={dataset.slug} errors={errors} />
        ) : null}
        {waiting ? (
          <Waiting
            c={c}
            publication={waiting}
            standing={standing}
            datasetSlug={dataset.slug}
            errors={errors}
          />
        ) : null}
        {!waiting && mayDo(c, 'propose-publication') && hasNews ? (
          <form method="post" class="card form">
            <h2>{locale.text('stat.publish.propose', { version: dataset.version })}</h2>
            <WordChanges locale={locale} changes={rewording} />
            <Field
              id="open-from"
              label={locale.text('stat.publish.openFrom')}
              hint={locale.text('stat.publish.openFromHint')}
              value={sent.openFrom}
              errors={errors}
            />
            {standing ? (
              <TextArea
                id="notice"
                label={locale.text('stat.publish.notice')}
                hint={locale.text('stat.publish.noticeHint')}
                value={sent.notice ?? noticeOf(locale, compared?.differences ?? null, rewording)}
                most={2000}
                required
                errors={errors}
              />
            ) : null}
            {compared ? <DifferenceTable locale={locale} differences={compared.differences} /> : null}
            <BeforeProposing
              locale={locale}
              findings={firstFindings(found.table, dataset)}
              page={`/r/${slug}/statistics/${dataset.slug}`}
            />
            <button class="button primary" name="act" value="propose" type="submit">
              {locale.text('stat.publish.propose', { version: dataset.version })}
            </button>
          </form>
        ) : null}
        {waiting && !mayDecide ? <Notice kind="info">{locale.text('stat.publish.own')}</Notice> : null}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/statistics/:dataset/publication', (c) => page(c, []))

  app.post('/r/:slug/statistics/:dataset/publication', async (c) => {
    const locale = c.get('locale')
    const form = await c.req.formData()
    const act = String(form.get('act') ?? '')
    const actor = authorise(c, act === 'propose' ? 'propose-publication' : 'decide-publication')
    const word = (name: string) => wordOf(form, name, 2000)
    const opened = await doors.inRegion(actor, (db) => openDataset(db, c.req.param('dataset')))
    if (opened === null) throw new HttpProblem(404)
    const id = word('id')
    const sent = act === 'propose' ? { notice: word('notice'), openFrom: word('open-from') } : {}
    const answer = (result: { ok: true } | PublishRefusal, field: string, done: string) =>
      result.ok
        ? c.redirect(`${c.req.path}?done=${done}`, 303)
        : page(c, [{ field, text: locale.text(`stat.publish.error.${result.reason}`) }], sent)
    if (act === 'propose') {
      if (mustConfirm(firstFindings(opened.table, opened.dataset)) && form.get('read') !== 'on')
        return page(c, [{ field: 'read', text: locale.text('present.read.error') }], sent)
      const openFrom = word('open-from') === '' ? null : swedishTime(word('open-from'))
      if (openFrom === undefined)
        return page(c, [{ field: 'open-from', text: locale.text('stat.publish.error.time') }], sent)
      const result = await doors.inRegion(actor, (db) =>
        proposePublication(db, actor, {
          datasetId: opened.dataset.id,
          openFrom,
          notice: word('notice') || null,
        }),
      )
      return answer(result, 'notice', 'done')
    }
    if (!isUuid(id)) throw new HttpProblem(400)
    if (act === 'approve')
      return answer(
        await doors.inRegion(actor, (db) => approvePublication(db, actor, id)),
        'approve',
        'approved',
      )
    if (act !== 'decline' && act !== 'withdraw') throw new HttpProblem(400)
    const reason = word('reason')
    if (reason === '')
      return page(c, [{ field: `reason-${act}`, text: locale.text('stat.publish.error.reason') }])
    const result = await doors.inRegion(actor, (db) =>
      act === 'decline'
        ? declinePublication(db, actor, id, reason)
        : withdrawPublication(db, actor, id, reason),
    )
    return answer(result, `reason-${act}`, act === 'decline' ? 'declined' : 'withdrawn')
  })
}

interface Shown {
  readonly c: WebContext
  readonly publication: Publication
  readonly errors: readonly FieldError[]
}

function Standing({ c, publication, datasetSlug, errors }: Shown & { datasetSlug: string }) {
  const locale = c.get('locale')
  const { openFrom, version } = publication
  const isOpen = openFrom === null || openFrom <= new Date()
  return (
    <section class="card form">
      <p>
        {isOpen
          ? locale.text('stat.publish.stands', { version })
          : locale.text('stat.publish.opens', { version, time: locale.time(openFrom) })}{' '}
        {isOpen ? (
          <a href={`/open/${c.get('membership').slug}/${datasetSlug}`}>{locale.text('stat.publish.see')}</a>
        ) : null}
      </p>
      {mayDo(c, 'decide-publication') ? (
        <form method="post">
          <input type="hidden" name="id" value={publication.id} />
          <Field
            id="reason-withdraw"
            name="reason"
            label={locale.text('stat.publish.withdrawNotice')}
            required
            errors={errors}
          />
          <button class="button" name="act" value="withdraw" type="submit">
            {locale.text('stat.publish.withdraw')}
          </button>
        </form>
      ) : null}
    </section>
  )
}

function Waiting({
  c,
  publication,
  standing,
  datasetSlug,
  errors,
}: Shown & { datasetSlug: string; standing: Publication | undefined }) {
  const locale = c.get('locale')
  const actor = c.get('actor')
  const isOwn = publication.proposedBy === actor.personId
  return (
    <section class="card form">
      <p>
        {locale.text('stat.publish.waits', {
          name: isOwn ? actor.personName : locale.text('stat.publish.colleague'),
          version: publication.version,
          date: locale.date(publication.proposedAt),
        })}
      </p>
      <p>
        <a href={`/r/${c.get('membership').slug}/statistics/${datasetSlug}?version=${publication.version}`}>
          {locale.text('stat.publish.look', { version: publication.version })}
        </a>
      </p>
      {publication.notice ? (
        <p>
          <strong>{locale.text('stat.publish.noticeShown')}</strong> {publication.notice}
        </p>
      ) : null}
      {publication.differences === null ? null : (
        <DifferenceTable locale={locale} differences={publication.differences} />
      )}
      {standing ? (
        <WordChanges locale={locale} changes={changedWords(standing.words, publication.words)} />
      ) : null}
      {isOwn ? <p class="note">{locale.text('stat.publish.own')}</p> : null}
      {!isOwn && mayDo(c, 'decide-publication') ? (
        <form method="post">
          <input type="hidden" name="id" value={publication.id} />
          <button class="button primary" id="approve" name="act" value="approve" type="submit">
            {locale.text('stat.publish.approve')}
          </button>
        </form>
      ) : null}
      {mayDo(c, 'decide-publication') ? (
        <form method="post">
          <input type="hidden" name="id" value={publication.id} />
          <Field
            id="reason-decline"
            name="reason"
            label={locale.text('stat.publish.reason')}
            required
            errors={errors}
          />
          <button class="button" name="act" value="decline" type="submit">
            {locale.text(isOwn ? 'stat.publish.takeBack' : 'stat.publish.decline')}
          </button>
        </form>
      ) : null}
    </section>
  )
}
