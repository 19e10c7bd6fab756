import { EmptyState, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isUuid } from '../../platform/uuid.ts'
import { authorise, mayDo } from './authorise.ts'
import { DIRECTIONS } from './model-indicators.ts'
import { conceptsOf } from './rules/concepts.ts'
import { heldVersion } from './rules/held-version.ts'
import { viewOf } from './rules/view.ts'
import { addComment, decideComment } from './service/comments.ts'
import { openDataset } from './service/datasets.ts'
import {
  addIndicator,
  decideOpening,
  measuredIndicators,
  OPENING,
  openDatasets,
  setTarget,
  withdrawIndicator,
} from './service/indicators.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { IndicatorCard } from './ui/indicator-cards.tsx'

/** Indicators with their targets, and comments on figures. */
export function addIndicators(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`

  const page = async (c: WebContext, fault: string | null) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const { measured, open } = await doors.inRegion(actor, async (db) => ({
      measured: await measuredIndicators(db, locale.language),
      open: await openDatasets(db, new Date()),
    }))
    const title = locale.text('stat.indicators')
    return renderPage(
      c,
      { title, section: home(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('stat.title')}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('stat.indicators.lede')}</p>
        {fault === null ? null : <Notice kind="bad">{fault}</Notice>}
        {measured.length === 0 ? (
          <EmptyState title={locale.text('stat.indicators.none')}>
            <p>{locale.text('stat.indicators.none.text')}</p>
          </EmptyState>
        ) : null}
        {measured.map((one) => (
          <IndicatorCard
            key={one.indicator.id}
            locale={locale}
            home={home(c)}
            measured={one}
            isTableOpen={open.has(one.dataset.id)}
            mayChange={mayDo(c, 'bring-in')}
            decider={mayDo(c, 'decide-publication') ? actor.personId : null}
          />
        ))}
      </>,
      fault === null ? 200 : 422,
    )
  }

  app.get('/r/:slug/statistics/indicators', (c) => page(c, null))

  app.post('/r/:slug/statistics/indicators', async (c) => {
    const locale = c.get('locale')
    const form = await c.req.formData()
    const id = wordOf(form, 'id', 36)
    const opening = OPENING.find((each) => each === wordOf(form, 'act', 20))
    const actor = authorise(c, opening === 'open' || opening === 'close' ? 'decide-publication' : 'bring-in')
    if (!isUuid(id)) throw new HttpProblem(400)
    if (opening !== undefined) {
      const done = await doors.inRegion(actor, (db) => decideOpening(db, actor, id, opening))
      return done.ok
        ? c.redirect(`${home(c)}/indicators#${id}`, 303)
        : page(c, locale.text(`stat.indicator.${done.reason}`))
    }
    if (wordOf(form, 'act', 20) === 'withdraw') {
      const done = await doors.inRegion(actor, (db) => withdrawIndicator(db, actor, id))
      return done.ok ? c.redirect(`${home(c)}/indicators`, 303) : page(c, locale.text('stat.indicator.gone'))
    }
    const [value, year] = [wordOf(form, 'value', 30), wordOf(form, 'year', 10)]
    const target = value === '' && year === '' ? null : targetOf(value, year)
    if (target === undefined) return page(c, locale.text('stat.target.error'))
    const done = await doors.inRegion(actor, (db) => setTarget(db, actor, id, target))
    return done.ok
      ? c.redirect(`${home(c)}/indicators#${id}`, 303)
      : page(c, locale.text('stat.indicator.gone'))
  })

  app.post('/r/:slug/statistics/:dataset/indicators', async (c) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const opened = await doors.inRegion(actor, (db) => openDataset(db, c.req.param('dataset')))
    if (opened === null) throw new HttpProblem(404)
    const name = wordOf(form, 'name', 200)
    const query = new URLSearchParams(wordOf(form, 'view', 2000))
    const view = viewOf((key) => query.get(key) ?? undefined, opened.table, conceptsOf(opened.table))
    if (name.length < 2) return page(c, locale.text('stat.error.name'))
    const added = await doors.inRegion(actor, (db) =>
      addIndicator(db, actor, opened.dataset, view, {
        name,
        direction: DIRECTIONS.find((each) => each === form.get('direction')) ?? 'parity',
        owner: wordOf(form, 'owner', 200),
      }),
    )
    if (!added.ok) return page(c, locale.text(`stat.indicator.${added.reason}`))
    return c.redirect(`${home(c)}/indicators#${added.id}`, 303)
  })

  app.post('/r/:slug/statistics/:dataset/comments', async (c) => {
    const actor = authorise(c, 'comment')
    const form = await c.req.formData()
    const asked = heldVersion(wordOf(form, 'version', 9))
    const opened = await doors.inRegion(actor, (db) => openDataset(db, c.req.param('dataset'), asked))
    if (opened === null) throw new HttpProblem(404)
    const { dataset, version } = opened
    const view = new URLSearchParams(wordOf(form, 'view', 2000)).toString()
    const act = wordOf(form, 'act', 20)
    const [id, body] = [wordOf(form, 'id', 36), wordOf(form, 'body', 4000)]
    if (act === 'write' && body !== '')
      await doors.inRegion(actor, (db) =>
        addComment(db, actor, { datasetId: dataset.id, version: version.number, view, body }),
      )
    else if ((act === 'review' || act === 'withdraw') && isUuid(id))
      await doors.inRegion(actor, (db) => decideComment(db, actor, id, act))
    const held = version.number === dataset.version ? '' : `&version=${version.number}`
    return c.redirect(`${home(c)}/${dataset.slug}?${view}${held}`, 303)
  })
}

function targetOf(value: string, year: string) {
  const figure = Number(
    value
      .replace(/[\s\u00a0]/g, '')
      .replace('−', '-')
      .replace(',', '.'),
  )
  const isFine = value !== '' && Number.isFinite(figure) && /^(19|20|21)\d\d$/.test(year)
  return isFine ? { value: figure, year: Number(year) } : undefined
}
