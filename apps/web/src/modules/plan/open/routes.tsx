import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import { openIndicators, swedishTime } from '../../statistics/public.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { showPart } from '../item-room.tsx'
import { planOf, showTab } from '../plan-room.tsx'
import { isDate } from '../rules/check-fields.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { listVersions } from '../service/versions.ts'
import { shownAt, waitingAt } from './rules/shown-publication.ts'
import { previewOf } from './service/preview.ts'
import { publicationsOfPlan, publishPlan, takePlanOff } from './service/publish-plan.ts'
import { MaskedNames } from './ui/masked-names.tsx'
import { OpenPlanView } from './ui/open-plan-view.tsx'
import { OpenPublications, PublishForm, StandingWords, type TypedPublication } from './ui/publish-forms.tsx'

const DONE = ['published', 'waits', 'taken-off'] as const
const MOST_REASON = 2000
const NOTHING: TypedPublication = { version: '', from: '', reason: '' }

/** Deciding what of a plan everybody sees. */
export function addOpening(app: Web, doors: PlanDoors) {
  const page = async (c: WebContext, typed: TypedPublication, faults: readonly FieldError[]) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const { versions, publications } = await doors.inRegion(actor, async (db) => ({
      versions: (await listVersions(db, opened.plan.id)).filter(({ state }) => state === 'adopted'),
      publications: await publicationsOfPlan(db, opened.plan.id),
    }))
    const now = new Date()
    const shown = shownAt(publications, now)
    const waiting = waitingAt(publications, now)
    const done = DONE.find((each) => each === c.req.query('done'))
    const mayOpen = mayDo(c, 'open-plan')
    // While another version waits there is no form: a fault leads to where that one is taken back.
    const errors =
      waiting === null ? faults : faults.map((one) => ({ ...one, field: `reason-${waiting.id}` }))
    return showTab(
      c,
      opened,
      'open',
      <>
        <p class="plan-summary">{locale.text('plan.open.lede')}</p>
        {done === undefined ? null : <Notice kind="good">{locale.text(`plan.open.done.${done}`)}</Notice>}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <StandingWords
          locale={locale}
          shown={shown}
          waiting={waiting}
          address={`/open/${c.get('membership').slug}/plans/${opened.plan.slug}`}
        />
        <section class="card">
          <h2>{locale.text('plan.open.leaves')}</h2>
          <ul>
            {(['1', '2', '3', '4', '5'] as const).map((line) => (
              <li key={line}>{locale.text(`plan.open.leaves.${line}`)}</li>
            ))}
          </ul>
        </section>
        {mayOpen && waiting === null ? (
          <PublishForm
            locale={locale}
            here={here}
            versions={versions.filter(({ number }) => number !== shown?.version)}
            today={swedishDay(now)}
            typed={typed}
            errors={errors}
          />
        ) : null}
        <OpenPublications
          locale={locale}
          publications={publications}
          now={now}
          mayEnd={mayOpen}
          typed={typed}
          errors={errors}
        />
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/open', (c) => page(c, NOTHING, []))

  app.post('/r/:slug/plans/:plan/open', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'open-plan')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 10)
    const fault = (typed: TypedPublication, field: string, text: string) => page(c, typed, [{ field, text }])
    if (act === 'take-off') {
      const id = wordOf(form, 'publication', 36)
      const reason = wordOf(form, 'reason', MOST_REASON)
      if (!isUuid(id)) throw new HttpProblem(400)
      if (reason === '') return fault(NOTHING, `reason-${id}`, locale.text('plan.open.fault.reason'))
      const done = await doors.inRegion(actor, (db) => takePlanOff(db, actor, opened.plan.id, id, reason))
      return done
        ? c.redirect(`${here}/open?done=taken-off`, 303)
        : fault({ ...NOTHING, reason }, `reason-${id}`, locale.text('plan.open.fault.gone'))
    }
    if (act !== 'publish') throw new HttpProblem(400)
    const typed = { version: wordOf(form, 'version', 9), from: wordOf(form, 'from', 10), reason: '' }
    const number = numberIn(typed.version)
    const today = swedishDay(new Date())
    const from = isDate(typed.from) && typed.from >= today ? swedishTime(`${typed.from} 00:00`) : undefined
    const errors: FieldError[] = []
    if (number === null) errors.push({ field: 'version', text: locale.text('plan.open.fault.not-adopted') })
    if (from === undefined) errors.push({ field: 'from', text: locale.text('plan.open.fault.from') })
    if (!form.has('confirm')) errors.push({ field: 'confirm', text: locale.text('plan.open.fault.confirm') })
    if (number === null || from === undefined || errors.length > 0) return page(c, typed, errors)
    const done = await doors.inRegion(actor, (db) => publishPlan(db, actor, opened.plan.id, number, from))
    if (!done.ok) return fault(typed, 'version', locale.text(`plan.open.fault.${done.reason}`))
    return c.redirect(`${here}/open?done=${typed.from > today ? 'waits' : 'published'}`, 303)
  })

  app.get('/r/:slug/plans/:plan/open/:version', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const number = numberIn(c.req.param('version'))
    const now = new Date()
    const found =
      number === null
        ? null
        : await doors.inRegion(actor, async (db) => {
            const preview = await previewOf(db, actor.regionId, opened.plan, number, now)
            return preview === null
              ? null
              : { ...preview, indicators: await openIndicators(db, now, locale.language) }
          })
    if (found === null) throw new HttpProblem(404)
    const { plan, masked, indicators } = found
    const { facts } = plan.document
    return showPart(
      c,
      opened,
      { title: facts.name, above: [], kind: locale.text('plan.open.preview') },
      <>
        <Notice kind="info">
          <p>{locale.text('plan.open.preview.text')}</p>
          <MaskedNames locale={locale} masked={masked} maySee={mayDo(c, 'open-plan')} />
          <p>
            <a href={`${here}/open`}>{locale.text('plan.tab.open')}</a>
          </p>
        </Notice>
        {facts.lede === '' ? null : <p class="lede">{facts.lede}</p>}
        <OpenPlanView
          locale={locale}
          plan={plan}
          indicators={indicators}
          indicatorsAt={`/open/${c.get('membership').slug}/indicators`}
          now={now}
        />
      </>,
    )
  })
}

/** The number of a version; `null` where a text is none. */
function numberIn(asked: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/.test(asked ?? '') ? Number(asked) : null
}
