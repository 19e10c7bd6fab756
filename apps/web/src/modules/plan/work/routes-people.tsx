import { type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { keepName, knownFor, treeOf } from '../item-room.tsx'
import { fieldsOf } from '../model-items.ts'
import { showTab } from '../plan-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { changeItem } from '../service/change-plan.ts'
import { MEETING_KEPT } from './routes-meeting.tsx'
import { MOST_DAYS_BEFORE, readDaysBefore } from './rules/due-reminders.ts'
import { flagsOf } from './service/flags.ts'
import { remindingAndSendings, setReminding } from './service/remind-by-clock.ts'
import { ActionsView } from './ui/actions-view.tsx'
import { MeetingsView } from './ui/meetings-view.tsx'
import { PeopleView } from './ui/people-view.tsx'
import { RemindingView } from './ui/reminding-view.tsx'
import { LessonsView, RisksView } from './ui/risks-view.tsx'
import { WorkNav } from './ui/work-nav.tsx'

const SAVED = ['done', 'met', 'reminding'] as const

/** Who does the work and what they have agreed on: people, meetings, actions, risks, lessons, reminders. */
export function addPeopleAndMeetings(app: Web, doors: PlanDoors) {
  const page = async (
    c: WebContext,
    typed: { readonly isOn: boolean; readonly days: string } | null,
    errors: readonly FieldError[],
  ) => {
    const found = await treeOf(c, doors, 'see-plans')
    const { actor, opened, tree, here } = found
    const locale = c.get('locale')
    const { known } = await knownFor(c, doors, found, 'role')
    const today = swedishDay(new Date())
    const mayWrite = mayDo(c, 'write-plan')
    const { flags, periods, clock } = await doors.inRegion(actor, async (db) => ({
      ...(await flagsOf(db, opened, today)),
      clock: await remindingAndSendings(db, opened.plan.id),
    }))
    const saved = SAVED.find((each) => each === c.req.query('saved'))
    return showTab(
      c,
      opened,
      'work',
      <>
        <WorkNav locale={locale} here={here} part="people" />
        {saved === undefined ? null : (
          <div
            data-saved={saved === 'met' ? keepName(actor.personId, opened.plan.id, MEETING_KEPT) : undefined}
          >
            <Notice kind="good">{locale.text(`work.saved.${saved}`)}</Notice>
          </div>
        )}
        {flags.length === 0 ? null : (
          <Notice kind="watch">
            {locale.counted('work.flags.some', flags.length)}{' '}
            <a href={`${here}/work/flags`}>{locale.text('work.flags.see')}</a>
          </Notice>
        )}
        <ActionsView {...known} today={today} mayWrite={mayWrite} />
        <MeetingsView {...known} today={today} mayWrite={mayWrite} />
        <PeopleView {...known} mayWrite={mayWrite} />
        <RisksView {...known} mayWrite={mayWrite} />
        <LessonsView {...known} mayWrite={mayWrite} />
        {mayWrite ? (
          <RemindingView
            locale={locale}
            tree={tree}
            here={here}
            periods={periods}
            {...clock}
            canMail={doors.canMail}
            typed={typed}
            errors={errors}
          />
        ) : null}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/work', (c) => page(c, null, []))

  app.post('/r/:slug/plans/:plan/work', async (c) => {
    const { actor, opened, tree, here } = await treeOf(c, doors, 'write-plan')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 20)
    if (act === 'done') {
      const task = tree.of('task', wordOf(form, 'task', 36))
      if (task === null) throw new HttpProblem(404)
      const revision = opened.trails.get(task.id)?.revision ?? 0
      const seen = { revision, fields: fieldsOf(task) }
      const done = await doors.inRegion(actor, (db) =>
        changeItem(db, actor, opened.plan.id, task.id, seen, { done: true }),
      )
      if (!done.ok) throw new HttpProblem(404)
      return c.redirect(`${here}/work?saved=done`, 303)
    }
    if (act !== 'reminding') throw new HttpProblem(400)
    const days = wordOf(form, 'daysBefore', 10)
    const isOn = form.has('isOn')
    const daysBefore = readDaysBefore(days)
    if (daysBefore === null)
      return page(c, { isOn, days }, [
        { field: 'daysBefore', text: locale.text('work.reminding.fault', { most: MOST_DAYS_BEFORE }) },
      ])
    const set = { isOn, daysBefore, language: locale.language }
    await doors.inRegion(actor, (db) => setReminding(db, actor, opened.plan.id, set))
    return c.redirect(`${here}/work?saved=reminding`, 303)
  })
}
