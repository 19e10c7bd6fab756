import { type FieldError, Notice } from '@jamvikt/ui'
import { membersOf } from '../../../platform/db/members.ts'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import { readToken } from '../follow/service/open-link.ts'
import { openDocument, withOpenIndicators } from '../open/rules/open-document.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { PlanTree } from '../rules/tree.ts'
import { openPlanById } from '../service/open-plan.ts'
import { openVersion } from '../service/versions.ts'
import { WholePlan } from '../ui/whole-plan.tsx'
import { dayText } from '../ui/words.tsx'
import type { Answer } from './model-referral.ts'
import { answerErrors, joinedErrors, seenIn, typedAnswer } from './referral-room.tsx'
import { checkAnswer, type TypedAnswer } from './rules/check-answer.ts'
import { readSeen, seenText } from './rules/join-answers.ts'
import { subjectsOf } from './rules/subjects.ts'
import { openInvitation, saveAnswer } from './service/answer.ts'
import { AnswerForm } from './ui/answer-form.tsx'

const MOST_SEEN = 1_000_000
const keepOf = ({ id }: Answer) => `referral:${id}`

/** What a letter of a referral leads to: the plan that is out, and the form of one answerer. */
export function addReferralLink(app: Web, doors: PlanDoors) {
  const tokenOf = (c: WebContext) => {
    const token = readToken(c.req.param('token') ?? '')
    if (token === null) throw new HttpProblem(404)
    return token
  }

  const place = (c: WebContext) => {
    const { regionId, tokenHash } = tokenOf(c)
    return doors.inRegion({ regionId, personId: '' }, async (db) => {
      const found = await openInvitation(db, tokenHash, swedishDay(new Date()))
      if (found.state !== 'open') return found
      const { planId, version } = found.referral
      const opened = await openPlanById(db, planId)
      const kept = await openVersion(db, planId, version)
      if (opened === null || kept === null || !kept.ok) return { state: 'gone' as const }
      const names = (await membersOf(db, regionId)).map(({ name }) => name)
      const { document } = openDocument(kept.document, null, names)
      const tree = new PlanTree(withOpenIndicators(document, new Set()))
      return { ...found, regionId, tree, subjects: subjectsOf(found.referral, tree) }
    })
  }
  type Place = Awaited<ReturnType<typeof place>>
  type Open = Extract<Place, { readonly state: 'open' }>

  const closed = (c: WebContext, found: Exclude<Place, Open>) => {
    const locale = c.get('locale')
    c.header('Cache-Control', 'no-store')
    const words = found.state === 'sent' ? 'thanks' : found.state
    return renderPage(
      c,
      { title: locale.text(`referral.link.${words}`), narrow: true },
      <>
        <h1>{locale.text(`referral.link.${words}`)}</h1>
        <div data-saved={found.state === 'sent' ? keepOf(found.answer) : undefined}>
          <Notice kind={found.state === 'sent' ? 'good' : 'info'}>
            {locale.text(`referral.link.${words}.text`)}
          </Notice>
        </div>
      </>,
      found.state === 'sent' ? 200 : 410,
    )
  }

  const page = (
    c: WebContext,
    { answer, referral, tree, subjects }: Open,
    typed: TypedAnswer,
    shown: {
      readonly errors: readonly FieldError[]
      readonly revision: number
      readonly seen: string
      readonly status: 200 | 409 | 422
    },
  ) => {
    const locale = c.get('locale')
    const { facts } = tree.document
    const here = `/referral/${c.req.param('token')}`
    c.header('Cache-Control', 'no-store')
    return renderPage(
      c,
      { title: facts.name, narrow: true },
      <>
        <p class="crumb">{locale.text('referral.open')}</p>
        <h1>{facts.name}</h1>
        {facts.synthetic ? <p class="note">{locale.text('plan.synthetic')}</p> : null}
        {c.req.query('kept') === '1' ? (
          <div data-saved={keepOf(answer)}>
            <Notice kind="good">{locale.text('referral.form.kept')}</Notice>
          </div>
        ) : null}
        {referral.intro === '' ? null : <p class="kept-lines">{referral.intro}</p>}
        <p>
          {locale.text('referral.link.for', {
            name: answer.organisation,
            date: dayText(locale, referral.dueOn),
          })}
        </p>
        <p>
          <a class="button" href={`${here}/plan`}>
            {locale.text('referral.link.plan')}
          </a>
        </p>
        <AnswerForm
          locale={locale}
          subjects={subjects}
          typed={typed}
          errors={shown.errors}
          revision={shown.revision}
          seen={shown.seen}
          keep={keepOf(answer)}
          plan={`${here}/plan`}
        />
      </>,
      shown.status,
    )
  }

  app.get('/referral/:token', async (c) => {
    const found = await place(c)
    if (found.state !== 'open') return closed(c, found)
    const { stance, comments, revision } = found.answer
    const typed = { stance: stance ?? '', comments, receivedOn: null }
    return page(c, found, typed, { errors: [], revision, seen: seenText(found.answer), status: 200 })
  })

  app.get('/referral/:token/plan', async (c) => {
    const found = await place(c)
    if (found.state !== 'open') return closed(c, found)
    const locale = c.get('locale')
    const { facts } = found.tree.document
    c.header('Cache-Control', 'no-store')
    return renderPage(
      c,
      { title: facts.name, narrow: true },
      <>
        <p class="no-print">
          <a href={`/referral/${c.req.param('token')}`}>{locale.text('referral.link.back')}</a>
        </p>
        <h1>{facts.name}</h1>
        {facts.synthetic ? <p class="note">{locale.text('plan.synthetic')}</p> : null}
        {facts.lede === '' ? null : <p class="lede">{facts.lede}</p>}
        <WholePlan locale={locale} tree={found.tree} here={null} codes={new Map()} />
      </>,
    )
  })

  app.post('/referral/:token', async (c) => {
    const found = await place(c)
    if (found.state !== 'open') return closed(c, found)
    const { subjects, answer, referral, regionId } = found
    const form = await c.req.formData()
    const isSending = wordOf(form, 'act', 10) === 'send'
    const typed = typedAnswer(form, subjects, false)
    const revision = seenIn(form)
    const seen = wordOf(form, 'seen', MOST_SEEN)
    const today = swedishDay(new Date())
    const checked = checkAnswer(subjects, typed, { isSending, today })
    if (!checked.ok)
      return page(c, found, typed, {
        errors: answerErrors(c, subjects, checked.faults),
        revision,
        seen,
        status: 422,
      })
    const { planId, version } = referral
    const done = await doors.inRegion({ regionId, personId: '' }, async (db) => {
      // Asked again in the transaction that saves: the link may have been taken back meanwhile.
      const still = await openInvitation(db, tokenOf(c).tokenHash, today)
      if (still.state !== 'open') return { ok: false as const, reason: 'gone' as const }
      const of = { regionId, planId, version, id: answer.id }
      return saveAnswer(db, of, { revision, said: readSeen(seen) }, checked.answer, {
        by: null,
        receivedOn: isSending ? today : null,
      })
    })
    if (done.ok) return c.redirect(`/referral/${c.req.param('token')}${isSending ? '' : '?kept=1'}`, 303)
    const now = await place(c)
    if (now.state !== 'open') return closed(c, now)
    if (done.reason !== 'joined') throw new HttpProblem(404)
    const { stance, comments } = done.answer
    return page(
      c,
      found,
      { stance: stance ?? '', comments, receivedOn: null },
      {
        errors: joinedErrors(c, subjects, done),
        revision: done.latest.revision,
        seen: seenText(done.latest),
        status: 409,
      },
    )
  })
}
