import { LEAST_NOISE } from '@jamvikt/disclosure'
import { EmptyState, ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { conceptsOf } from '../rules/concepts.ts'
import { viewOf } from '../rules/view.ts'
import type { MicroDoors } from './doors.ts'
import { authorise, mayDo } from './may.ts'
import type { Noise } from './model-micro.ts'
import { refusalText } from './refusal-text.ts'
import { addMicroIntake } from './routes-intake.tsx'
import { listedContents } from './rules/listed.ts'
import { questionOfView } from './rules/question-of-view.ts'
import { skeletonOf } from './rules/skeleton.ts'
import { deleteMicro } from './service/delete-micro.ts'
import { explore } from './service/explore.ts'
import { micros, openMicro } from './service/lists.ts'
import { decideOnPolicy, proposePolicy } from './service/policy.ts'
import { MicroExplorer } from './ui/micro-explorer.tsx'
import { DeleteMicro, MicroFacts } from './ui/micro-facts.tsx'
import { MicroList } from './ui/micro-list.tsx'
import { PolicyPart } from './ui/policy-part.tsx'

const DONE = ['proposed', 'approved', 'declined', 'deleted'] as const

/** Microdata: lists, how each is protected, and exploring. To be added before the pages of datasets. */
export function addMicro(app: Web, doors: MicroDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics/micro`
  const section = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const done = (c: WebContext) => {
    const found = DONE.find((each) => each === c.req.query('done'))
    return found === undefined ? null : (
      <Notice kind="good">{c.get('locale').text(`micro.done.${found}`)}</Notice>
    )
  }
  const opened = async (c: WebContext) => {
    const actor = authorise(c, 'explore')
    const found = await doors.inRegion(actor, (db) => openMicro(db, c.req.param('micro') ?? ''))
    if (found === null) throw new HttpProblem(404)
    return { ...found, actor }
  }

  app.get('/r/:slug/statistics/micro', async (c) => {
    const actor = authorise(c, 'explore')
    const locale = c.get('locale')
    const listed = await doors.inRegion(actor, micros)
    return renderPage(
      c,
      { title: locale.text('micro.title'), section: section(c) },
      <>
        <h1>{locale.text('micro.title')}</h1>
        <p class="lede">{locale.text('micro.lede')}</p>
        {done(c)}
        {mayDo(c, 'bring-in') ? (
          <p>
            <a class="button primary" href={`${home(c)}/new`}>
              {locale.text('micro.bring')}
            </a>
          </p>
        ) : null}
        {listed.length === 0 ? (
          <EmptyState title={locale.text('micro.empty')}>
            <p>{locale.text('micro.empty.text')}</p>
          </EmptyState>
        ) : null}
        <MicroList locale={locale} home={home(c)} listed={listed} />
      </>,
    )
  })

  addMicroIntake(app, doors)

  const page = async (c: WebContext, errors: readonly FieldError[], sent?: Record<keyof Noise, string>) => {
    const { actor, dataset, policy, bringers } = await opened(c)
    const locale = c.get('locale')
    const mayBringIn = mayDo(c, 'bring-in')
    return renderPage(
      c,
      { title: dataset.name, section: section(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('micro.title')}</a>
        </p>
        <h1>{dataset.name}</h1>
        {c.req.query('done') === 'kept' ? <Notice kind="good">{locale.text('micro.kept')}</Notice> : null}
        {done(c)}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <p class="inline">
          {policy?.state === 'approved' ? (
            <a class="button primary" href={`${home(c)}/${dataset.id}/explore`}>
              {locale.text('micro.explore')}
            </a>
          ) : null}
          {mayBringIn ? (
            <a class="button" href={`${home(c)}/new?dataset=${dataset.id}`}>
              {locale.text('stat.newVersion')}
            </a>
          ) : null}
        </p>
        <MicroFacts
          locale={locale}
          dataset={dataset}
          contents={listedContents(dataset.contents, policy?.noise.threshold ?? LEAST_NOISE.threshold)}
          isExact={mayBringIn}
        />
        <PolicyPart
          locale={locale}
          policy={policy}
          rights={{
            propose: mayBringIn,
            decide: mayDo(c, 'decide'),
            approve: mayDo(c, 'decide') && ![...bringers, policy?.proposedBy].includes(actor.personId),
          }}
          errors={errors}
          sent={sent}
        />
        {mayDo(c, 'delete') ? (
          <DeleteMicro locale={locale} errors={errors.filter(({ field }) => field === 'notice')} />
        ) : null}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/statistics/micro/:micro', (c) => page(c, []))

  app.post('/r/:slug/statistics/micro/:micro', async (c) => {
    const { dataset } = await opened(c)
    const locale = c.get('locale')
    const form = await c.req.formData()
    const word = (name: string) => String(form.get(name) ?? '').trim()
    const act = word('act')
    const here = `${home(c)}/${dataset.id}`
    if (act === 'delete') {
      const actor = authorise(c, 'delete')
      const notice = word('notice').slice(0, 400)
      if (notice === '') return page(c, [{ field: 'notice', text: locale.text('micro.error.notice') }])
      if (form.get('confirm') !== 'on')
        return page(c, [{ field: 'notice', text: locale.text('micro.error.confirm') }])
      await deleteMicro(doors, actor, dataset.id, notice)
      return c.redirect(`${home(c)}?done=deleted`, 303)
    }
    if (act === 'propose') {
      const actor = authorise(c, 'bring-in')
      const sent = {
        maxNoise: word('maxNoise'),
        variance: word('variance'),
        threshold: word('threshold'),
      }
      const figure = (text: string) => Number(text.replace(',', '.') || Number.NaN)
      const noise = {
        maxNoise: figure(sent.maxNoise),
        variance: figure(sent.variance),
        threshold: figure(sent.threshold),
      }
      const result = await doors.inRegion(actor, (db) => proposePolicy(db, actor, dataset.id, noise))
      if (result.ok) return c.redirect(`${here}?done=proposed`, 303)
      return page(c, [{ field: 'maxNoise', text: refusalText(locale, result) }], sent)
    }
    if (act !== 'approve' && act !== 'decline') throw new HttpProblem(400)
    const actor = authorise(c, 'decide')
    const verdict = act === 'approve' ? 'approved' : 'declined'
    const result = await doors.inRegion(actor, (db) => decideOnPolicy(db, actor, dataset.id, verdict))
    if (result.ok) return c.redirect(`${here}?done=${verdict}`, 303)
    return page(c, [{ field: 'policy', text: refusalText(locale, result) }])
  })

  app.get('/r/:slug/statistics/micro/:micro/explore', async (c) => {
    const { actor, dataset, policy } = await opened(c)
    if (policy?.state !== 'approved') throw new HttpProblem(404)
    const locale = c.get('locale')
    const contents = listedContents(dataset.contents, policy.noise.threshold)
    const parts = skeletonOf(dataset.name, contents)
    const concepts = conceptsOf(parts)
    const view = viewOf((name) => c.req.query(name), parts, concepts)
    const question = questionOfView(contents, parts, view, concepts)
    const answer = await explore(doors, actor, dataset.id, question, c.req.raw.signal)
    return renderPage(
      c,
      { title: dataset.name, section: section(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('micro.title')}</a> ›{' '}
          <a href={`${home(c)}/${dataset.id}`}>{dataset.name}</a>
        </p>
        <h1>{dataset.name}</h1>
        {answer.ok ? null : (
          <Notice kind="bad">
            {locale.text('micro.explore.refused')}. {refusalText(locale, answer)}
          </Notice>
        )}
        <MicroExplorer
          locale={locale}
          parts={parts}
          view={view}
          concepts={concepts}
          name={dataset.name}
          released={answer.ok ? answer.released : null}
        />
      </>,
      answer.ok ? 200 : answer.reason === 'too-many-questions' ? 429 : 422,
    )
  })
}
