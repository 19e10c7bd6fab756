import { EmptyState, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { dayText } from '../ui/words.tsx'
import { compilationCsv, compilationReport } from './compiled-files.ts'
import { OUTCOMES, STANCES } from './model-referral.ts'
import { referralOut, showReferral } from './referral-room.tsx'
import { compile } from './rules/compile.ts'
import { answersAndNotes, noteComment } from './service/compiled.ts'
import { CommentList, type RefusedNote, StanceFilter, StanceTable } from './ui/compilation.tsx'

const MOST_REASON = 4000

/** What came in on a referral, put together, and what was done with it. */
export function addCompilation(app: Web, doors: PlanDoors) {
  const compiledOf = async (c: WebContext) => {
    const found = await referralOut(c, doors, 'see-plans')
    const asked = c.req.query('stance') ?? ''
    const stance = STANCES.find((each) => each === asked) ?? null
    if (asked !== '' && stance === null) throw new HttpProblem(404)
    const { referral, subjects } = found
    const { answers, notes } = await doors.inRegion(found.actor, (db) => answersAndNotes(db, referral))
    return {
      ...found,
      stance,
      compiled: compile(subjects, answers, notes, { dueOn: referral.dueOn, stance }),
    }
  }

  const page = async (c: WebContext, refused: RefusedNote | null) => {
    const found = await compiledOf(c)
    const { compiled, stance, at, version, referral } = found
    const locale = c.get('locale')
    const filter = stance === null ? '' : `?stance=${stance}`
    return showReferral(
      c,
      found,
      locale.text('referral.compiled.title', { version }),
      <>
        {c.req.query('saved') === 'noted' ? (
          <Notice kind="good">{locale.text('referral.saved.noted')}</Notice>
        ) : null}
        <p class="lede">
          {locale.text('referral.count', {
            came: locale.number(compiled.came.length),
            asked: locale.number(compiled.came.length + compiled.silent.length),
          })}{' '}
          {locale.text('referral.until', { date: dayText(locale, referral.dueOn) })}
        </p>
        {compiled.late === 0 ? null : <p>{locale.counted('referral.count.late', compiled.late)}</p>}
        {compiled.came.length === 0 ? (
          <EmptyState title={locale.text('referral.compiled.none')}>
            <p>{locale.text('referral.compiled.none.text')}</p>
          </EmptyState>
        ) : (
          <>
            <nav class="chips no-print" aria-label={locale.text('referral.files')}>
              {doors.asWord === undefined ? null : (
                <a class="chip" href={`${at}/compiled.docx${filter}`}>
                  {locale.text('referral.file.word')}
                </a>
              )}
              <a class="chip" href={`${at}/compiled.csv${filter}`}>
                {locale.text('referral.file.csv')}
              </a>
            </nav>
            <StanceTable locale={locale} compiled={compiled} />
            <StanceFilter locale={locale} stance={stance} />
            {compiled.open === 0 ? null : (
              <Notice kind="info">{locale.counted('referral.count.open', compiled.open)}</Notice>
            )}
            <CommentList
              locale={locale}
              compiled={compiled}
              mayNote={mayDo(c, 'write-plan')}
              refused={refused}
            />
          </>
        )}
      </>,
      refused === null ? 200 : 422,
    )
  }

  app.get('/r/:slug/plans/:plan/versions/:version/referral/compiled', (c) => page(c, null))

  app.post('/r/:slug/plans/:plan/versions/:version/referral/compiled', async (c) => {
    const { actor, referral, at } = await referralOut(c, doors, 'write-plan')
    const form = await c.req.formData()
    const answerId = wordOf(form, 'answer', 36)
    const about = wordOf(form, 'about', 40)
    const outcome = OUTCOMES.find((each) => each === wordOf(form, 'outcome', 20))
    if (!isUuid(answerId)) throw new HttpProblem(404)
    if (outcome === undefined) throw new HttpProblem(400)
    const reason = wordOf(form, 'reason', MOST_REASON)
    const of = { answerId, about }
    const done = await doors.inRegion(actor, (db) =>
      noteComment(db, actor, referral, of, { outcome, reason }),
    )
    if (!done.ok) {
      if (done.reason === 'gone') throw new HttpProblem(404)
      const error = c.get('locale').text('referral.fault.needs-reason')
      return page(c, { ...of, outcome, reason, error })
    }
    const asked = c.req.query('stance') ?? ''
    const filter = STANCES.some((each) => each === asked) ? `&stance=${asked}` : ''
    return c.redirect(`${at}/compiled?saved=noted${filter}#n-${answerId}-${about}`, 303)
  })

  app.get('/r/:slug/plans/:plan/versions/:version/referral/compiled.csv', async (c) => {
    const { compiled, version } = await compiledOf(c)
    const locale = c.get('locale')
    const name = `${locale.text('referral.file.name')}-${version}.csv`
    return c.body(new TextEncoder().encode(compilationCsv(locale, compiled)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })

  app.get('/r/:slug/plans/:plan/versions/:version/referral/compiled.docx', async (c) => {
    const { compiled, referral, opened } = await compiledOf(c)
    if (doors.asWord === undefined) throw new HttpProblem(404)
    const { facts } = opened.plan
    const report = compilationReport(c.get('locale'), {
      compiled,
      referral,
      plan: facts.name,
      regionName: c.get('membership').regionName,
      synthetic: facts.synthetic,
      today: swedishDay(new Date()),
    })
    return doors.asWord(c, report)
  })
}
