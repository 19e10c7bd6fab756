import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import type { PlanDoors } from '../doors.ts'
import { keepName, showPart, treeOf } from '../item-room.tsx'
import { fieldLabel } from '../ui/words.tsx'
import { holdMeeting, type MeetingRefusal } from './service/hold-meeting.ts'
import { ACTION_ROWS, MeetingForm, type TypedMeeting } from './ui/meeting-form.tsx'

/** What unsaved words of the form are kept under. */
export const MEETING_KEPT = 'new:meeting-and-actions'
const MOST_LINE = 400
const MOST_TEXT = 15_000
const ROWS = Array.from({ length: ACTION_ROWS }, (_, at) => at)
const EMPTY: TypedMeeting = {
  name: '',
  on: '',
  duty: '',
  agenda: '',
  decisions: '',
  actions: ROWS.map(() => ({ name: '', role: '', due: '' })),
}

/** Adding a meeting with its actions at once. Later changes are made where all items are changed. */
export function addMeetingForm(app: Web, doors: PlanDoors) {
  const page = (
    c: WebContext,
    found: Awaited<ReturnType<typeof treeOf>>,
    typed: TypedMeeting,
    errors: readonly FieldError[],
  ) => {
    const { actor, opened, tree, here } = found
    const locale = c.get('locale')
    return showPart(
      c,
      opened,
      { title: locale.text('work.meeting.title'), above: [] },
      <>
        <p class="lede">{locale.text('work.meeting.lede')}</p>
        <MeetingForm
          locale={locale}
          tree={tree}
          here={here}
          typed={typed}
          errors={errors}
          keep={keepName(actor.personId, opened.plan.id, MEETING_KEPT)}
        />
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/work/meeting', async (c) =>
    page(c, await treeOf(c, doors, 'write-plan'), EMPTY, []),
  )

  app.post('/r/:slug/plans/:plan/work/meeting', async (c) => {
    const found = await treeOf(c, doors, 'write-plan')
    const { actor, opened, here } = found
    const form = await c.req.formData()
    const typed: TypedMeeting = {
      name: wordOf(form, 'name', MOST_LINE),
      on: wordOf(form, 'on', 10),
      duty: wordOf(form, 'duty', 20),
      agenda: wordOf(form, 'agenda', MOST_TEXT),
      decisions: wordOf(form, 'decisions', MOST_TEXT),
      actions: ROWS.map((at) => ({
        name: wordOf(form, `task-${at}-name`, MOST_LINE),
        role: wordOf(form, `task-${at}-responsible`, 36),
        due: wordOf(form, `task-${at}-due`, 10),
      })),
    }
    // The number of a row on the form, for each action that is not empty.
    const rows = ROWS.filter((at) => Object.values(typed.actions[at] ?? {}).some((words) => words !== ''))
    const { name, agenda, decisions } = typed
    const done = await doors.inRegion(actor, (db) =>
      holdMeeting(
        db,
        actor,
        opened.plan.id,
        { name, agenda, decisions, on: orNull(typed.on), duty: orNull(typed.duty) },
        rows.map((at) => {
          const action = typed.actions[at]
          return {
            name: action?.name ?? '',
            responsible: action === undefined || action.role === '' ? [] : [action.role],
            due: orNull(action?.due ?? ''),
          }
        }),
      ),
    )
    if (done.ok) return c.redirect(`${here}/work?saved=met`, 303)
    return page(c, found, typed, errorsOf(c, done, rows))
  })
}

function orNull(words: string): string | null {
  return words === '' ? null : words
}

function errorsOf(c: WebContext, refusal: MeetingRefusal, rows: readonly number[]): FieldError[] {
  const locale = c.get('locale')
  if (refusal.reason !== 'faults')
    return [{ field: 'name', text: locale.text(`plan.refused.${refusal.reason}`) }]
  return refusal.faults.map(({ field, reason, action }) => {
    if (action === null) {
      const label = fieldLabel(locale, 'meeting', field)
      return { field, text: locale.dynamic(`plan.fault.${reason}`, reason, { field: label }) }
    }
    const row = rows[action] ?? 0
    const number = row + 1
    const at = `task-${row}-${field}`
    if (field === 'name' && reason === 'required')
      return { field: at, text: locale.text('work.meeting.fault.nameless', { number }) }
    const label = fieldLabel(locale, 'task', field)
    const text = locale.dynamic(`plan.fault.${reason}`, reason, { field: label })
    return { field: at, text: locale.text('work.meeting.fault', { number, text }) }
  })
}
