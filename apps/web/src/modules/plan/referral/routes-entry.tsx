import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import { keepName } from '../item-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { answerErrors, referralOut, seenIn, showReferral, typedAnswer } from './referral-room.tsx'
import { checkAnswer, type TypedAnswer } from './rules/check-answer.ts'
import { saveAnswer } from './service/answer.ts'
import { answersAndNotes } from './service/compiled.ts'
import { AnswerForm } from './ui/answer-form.tsx'

/** Entering an answer that came on paper, and putting it right. */
export function addReferralEntry(app: Web, doors: PlanDoors) {
  const entryOf = async (c: WebContext) => {
    const found = await referralOut(c, doors, 'tell-progress')
    const { answers } = await doors.inRegion(found.actor, (db) => answersAndNotes(db, found.referral))
    const answer = answers.find(({ id }) => id === c.req.param('answer'))
    // What the answerer has sent stands.
    if (answer === undefined || (answer.sentAt !== null && answer.enteredBy === null))
      throw new HttpProblem(404)
    return { ...found, answer }
  }

  const page = (
    c: WebContext,
    found: Awaited<ReturnType<typeof entryOf>>,
    typed: TypedAnswer,
    shown: {
      readonly errors: readonly FieldError[]
      readonly revision: number
      readonly status: 200 | 409 | 422
    },
  ) => {
    const locale = c.get('locale')
    const { answer, opened, actor, here, version } = found
    return showReferral(
      c,
      found,
      locale.text('referral.entry.title', { name: answer.organisation }),
      <>
        <p class="lede">{locale.text('referral.entry.lede')}</p>
        <AnswerForm
          locale={locale}
          subjects={found.subjects}
          typed={typed}
          errors={shown.errors}
          revision={shown.revision}
          keep={keepName(actor.personId, opened.plan.id, `answer:${answer.id}`)}
          plan={`${here}/versions/${version}`}
        />
      </>,
      shown.status,
    )
  }

  app.get('/r/:slug/plans/:plan/versions/:version/referral/answers/:answer', async (c) => {
    const found = await entryOf(c)
    const { stance, comments, receivedOn, enteredBy, revision } = found.answer
    // A draft that the answerer has begun is nobody else’s to see.
    const typed =
      enteredBy === null
        ? { stance: '', comments: {}, receivedOn: swedishDay(new Date()) }
        : { stance: stance ?? '', comments, receivedOn: receivedOn ?? '' }
    return page(c, found, typed, { errors: [], revision, status: 200 })
  })

  app.post('/r/:slug/plans/:plan/versions/:version/referral/answers/:answer', async (c) => {
    const found = await entryOf(c)
    const { actor, subjects, referral, answer, at } = found
    const form = await c.req.formData()
    const typed = typedAnswer(form, subjects, true)
    const seen = seenIn(form)
    const checked = checkAnswer(subjects, typed, { isSending: true, today: swedishDay(new Date()) })
    if (!checked.ok)
      return page(c, found, typed, {
        errors: answerErrors(c, subjects, checked.faults),
        revision: seen,
        status: 422,
      })
    const { regionId, personId } = actor
    const of = { regionId, planId: referral.planId, version: referral.version, id: answer.id }
    const done = await doors.inRegion(actor, (db) =>
      saveAnswer(db, of, { revision: seen, said: null }, checked.answer, {
        by: personId,
        receivedOn: typed.receivedOn,
      }),
    )
    if (done.ok) return c.redirect(`${at}?saved=answer&of=${answer.id}`, 303)
    const text = c.get('locale').text(`referral.fault.${done.reason}`)
    const now = await entryOf(c)
    return page(c, now, typed, {
      errors: [{ field: 'stance', text }],
      revision: now.answer.revision,
      status: 409,
    })
  })
}
