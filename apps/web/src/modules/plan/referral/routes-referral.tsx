import type { Locale } from '@jamvikt/i18n'
import { EmptyState, ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { keepName } from '../item-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { dayText } from '../ui/words.tsx'
import { invitedErrors, invitingBy, rewritingBy } from './inviting.ts'
import type { Referral } from './model-referral.ts'
import { sendLetters, showReferral, versionOut } from './referral-room.tsx'
import { readInvited } from './rules/invited.ts'
import { MOST_INTRO, readReferral, type TypedReferral } from './rules/questions.ts'
import { answersAndNotes } from './service/compiled.ts'
import { addPaperAnswer, invite, inviteAgain, type MadeLink, revokeInvitation } from './service/invite.ts'
import { setUpReferral } from './service/refer.ts'
import { Answerers } from './ui/answerers.tsx'
import { MadeLinks } from './ui/made-links.tsx'
import { InviteForm, PaperForm, SetUpForm } from './ui/referral-forms.tsx'

const MOST_QUESTIONS_TEXT = 50_000
const MOST_INVITED_TEXT = 60_000

/** What the forms of the page hold when one of them is refused, and links that can be shown this once. */
interface Shown {
  readonly setUp?: TypedReferral
  readonly invited?: string
  readonly organisation?: string
  readonly errors: readonly FieldError[]
  readonly made?: { readonly links: readonly MadeLink[]; readonly known: number; readonly isAgain: boolean }
}

/** A version out on referral: what is asked, who is asked, who has answered. */
export function addReferral(app: Web, doors: PlanDoors) {
  const page = async (c: WebContext, refused: Shown) => {
    if (refused.made !== undefined) c.header('Cache-Control', 'no-store')
    const found = await versionOut(c, doors, 'see-plans')
    const { actor, version, referral, at } = found
    const locale = c.get('locale')
    const answers =
      referral === null ? [] : (await doors.inRegion(actor, (db) => answersAndNotes(db, referral))).answers
    const mayAsk = mayDo(c, 'write-plan')
    const mayEnter = mayDo(c, 'tell-progress')
    const isOver = referral !== null && referral.dueOn < swedishDay(new Date())
    const typed = refused.setUp ?? typedOf(referral)
    return showReferral(
      c,
      found,
      locale.text('referral.title', { version }),
      <>
        <p class="lede">{locale.text('referral.lede')}</p>
        <Told
          c={c}
          canMail={doors.canMail}
          keep={(id) => keepName(actor.personId, found.opened.plan.id, id)}
        />
        <ErrorSummary title={locale.text('error.summary')} errors={refused.errors} />
        <MadeLinks
          locale={locale}
          links={refused.made?.links ?? []}
          isAgain={refused.made?.isAgain === true}
          isWaiting={refused.made?.isAgain === false}
        />
        <Known locale={locale} count={refused.made?.known ?? 0} />
        {referral === null ? null : (
          <>
            <p>
              {locale.text(isOver ? 'referral.isOver' : 'referral.until', {
                date: dayText(locale, referral.dueOn),
              })}
            </p>
            <p class="no-print">
              <a class="button primary" href={`${at}/compiled`}>
                {locale.text('referral.compiled')}
              </a>
            </p>
            <Answerers
              locale={locale}
              answers={answers}
              dueOn={referral.dueOn}
              isOver={isOver}
              at={at}
              mayAsk={mayAsk}
              mayEnter={mayEnter}
              canMail={doors.canMail}
            />
          </>
        )}
        {referral === null && !mayAsk ? (
          <EmptyState title={locale.text('referral.none')}>
            <p>{locale.text('referral.none.text')}</p>
          </EmptyState>
        ) : null}
        <div class="grid-even asking">
          {referral !== null && mayAsk && !isOver ? (
            <InviteForm
              locale={locale}
              at={at}
              typed={refused.invited ?? ''}
              errors={refused.errors}
              canMail={doors.canMail}
            />
          ) : null}
          {referral !== null && mayEnter ? (
            <PaperForm locale={locale} at={at} typed={refused.organisation ?? ''} errors={refused.errors} />
          ) : null}
        </div>
        {mayAsk ? (
          <SetUpForm
            locale={locale}
            at={at}
            typed={typed}
            errors={refused.errors}
            isNew={referral === null}
            isFixed={answers.length > 0}
          />
        ) : null}
      </>,
      refused.errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/versions/:version/referral', (c) => page(c, { errors: [] }))

  app.post('/r/:slug/plans/:plan/versions/:version/referral', async (c) => {
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 10)
    if (act === 'paper') return paper(c, wordOf(form, 'organisation', 300))
    const found = await versionOut(c, doors, 'write-plan')
    const { actor, opened, version, referral, at } = found
    const locale = c.get('locale')
    if (act === 'set-up') {
      const setUp = {
        intro: wordOf(form, 'intro', 2 * MOST_INTRO),
        questions: wordOf(form, 'questions', MOST_QUESTIONS_TEXT),
        dueOn: wordOf(form, 'dueOn', 10),
      }
      const read = readReferral(setUp, swedishDay(new Date()))
      if (!read.ok)
        return page(c, {
          setUp,
          errors: read.faults.map(({ field, reason }) => ({
            field,
            text: locale.dynamic(`referral.fault.${field}.${reason}`, reason),
          })),
        })
      const { intro, questions, dueOn } = read
      const done = await doors.inRegion(actor, (db) =>
        setUpReferral(
          db,
          actor,
          { planId: opened.plan.id, version, intro, questions, dueOn },
          rewritingBy(c, doors, found),
        ),
      )
      if (!done.ok)
        return page(c, {
          setUp: { ...setUp, questions: typedOf(referral).questions },
          errors: [{ field: 'intro', text: locale.text('referral.fault.asked-already') }],
        })
      return c.redirect(`${at}?saved=set-up`, 303)
    }
    if (referral === null) throw new HttpProblem(404)
    if (act === 'invite') return inviting(c, found, referral, wordOf(form, 'invited', MOST_INVITED_TEXT))
    const answer = wordOf(form, 'answer', 36)
    if (!isUuid(answer)) throw new HttpProblem(404)
    if (act === 'again' || act === 'link') {
      const letter = invitingBy(c, doors, found, referral)
      const way = act === 'again' && doors.canMail ? 'letter' : 'hand'
      const done = await doors.inRegion(actor, (db) => inviteAgain(db, actor, referral, answer, letter, way))
      if (!done.ok)
        return page(c, {
          errors: [{ field: 'answerers', text: locale.text(`referral.fault.${done.reason}`) }],
        })
      if (way === 'hand') return page(c, { errors: [], made: { links: done.links, known: 0, isAgain: true } })
      await sendLetters(doors, actor, done.letters)
      return c.redirect(`${at}?letters=1`, 303)
    }
    if (act !== 'revoke') throw new HttpProblem(400)
    const done = await doors.inRegion(actor, (db) => revokeInvitation(db, actor, referral, answer))
    if (!done) throw new HttpProblem(404)
    return c.redirect(`${at}?saved=revoked`, 303)
  })

  /** Room is made for an answer on paper, and its form opened. */
  const paper = async (c: WebContext, organisation: string) => {
    const { actor, referral, at } = await versionOut(c, doors, 'tell-progress')
    if (referral === null) throw new HttpProblem(404)
    const refuse = () =>
      page(c, {
        organisation,
        errors: [{ field: 'organisation', text: c.get('locale').text('referral.fault.organisation') }],
      })
    if (organisation === '' || organisation.length > 200) return refuse()
    const id = await doors.inRegion(actor, (db) => addPaperAnswer(db, actor, referral, organisation))
    return id === null ? refuse() : c.redirect(`${at}/answers/${id}`, 303)
  }

  const inviting = async (
    c: WebContext,
    found: Awaited<ReturnType<typeof versionOut>>,
    referral: Referral,
    invited: string,
  ) => {
    const { actor, at } = found
    const read = readInvited(invited)
    if (!read.ok) return page(c, { invited, errors: invitedErrors(c, read) })
    const letter = invitingBy(c, doors, found, referral)
    const done = await doors.inRegion(actor, (db) => invite(db, actor, referral, read.invited, letter))
    if (!done.ok)
      return page(c, {
        invited,
        errors: [{ field: 'invited', text: c.get('locale').text(`referral.fault.${done.reason}`) }],
      })
    await sendLetters(doors, actor, done.letters)
    if (doors.canMail || done.links.length === 0)
      return c.redirect(`${at}?letters=${done.letters.length}&known=${done.known}`, 303)
    return page(c, { errors: [], made: { ...done, isAgain: false } })
  }
}

function typedOf(referral: Referral | null): TypedReferral {
  return {
    intro: referral?.intro ?? '',
    questions: referral?.questions.map(({ text }) => text).join('\n') ?? '',
    dueOn: referral?.dueOn ?? '',
  }
}

/** What came of the latest act. */
function Told({ c, canMail, keep }: { c: WebContext; canMail: boolean; keep: (id: string) => string }) {
  const locale = c.get('locale')
  const count = (name: string) => {
    const text = c.req.query(name) ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : 0
  }
  const saved = c.req.query('saved') ?? ''
  const words = ['set-up', 'revoked', 'answer'].includes(saved)
    ? locale.dynamic(`referral.saved.${saved}`, '')
    : ''
  const of = c.req.query('of') ?? ''
  return (
    <>
      {words === '' ? null : (
        <div data-saved={isUuid(of) ? keep(`answer:${of}`) : undefined}>
          <Notice kind="good">{words}</Notice>
        </div>
      )}
      {count('letters') === 0 ? null : (
        <Notice kind={canMail ? 'good' : 'watch'}>
          {locale.counted(canMail ? 'referral.letters' : 'referral.letters.waiting', count('letters'))}
        </Notice>
      )}
      <Known locale={locale} count={count('known')} />
    </>
  )
}

function Known({ locale, count }: { locale: Locale; count: number }) {
  return count === 0 ? null : <Notice kind="info">{locale.counted('referral.known', count)}</Notice>
}
