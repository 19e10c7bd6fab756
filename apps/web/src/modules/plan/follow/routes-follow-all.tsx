import { EmptyState, ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import type { PlanDoors } from '../doors.ts'
import { keepName } from '../item-room.tsx'
import { planOf, showPage } from '../plan-room.tsx'
import { removedItem } from '../service/removed-items.ts'
import { REACHED, type Told } from './model-follow.ts'
import { checkTold } from './rules/check-told.ts'
import { toldIn } from './service/period-basis.ts'
import { tellAll } from './service/tell-all.ts'
import { MOST_FORM, readSeen, seenOf, wordsOf } from './tell-room.tsx'
import { KeptWords } from './ui/kept-words.tsx'
import { periodName } from './ui/period-name.ts'
import { ROW_FIELDS, TellAllForm, type TellRow } from './ui/tell-all-form.tsx'
import type { ToldWords } from './ui/tell-form.tsx'

interface Removed {
  readonly id: string
  readonly name: string
  readonly words: ToldWords
}

/** How several activities go in a period, told on one page. */
export function addFollowAll(app: Web, doors: PlanDoors) {
  const place = async (c: WebContext) => {
    const { actor, opened: now, here } = await planOf(c, doors, 'tell-progress')
    const told = await doors.inRegion(actor, (db) => toldIn(db, now, c.req.param('period') ?? ''))
    if (told === null) throw new HttpProblem(404)
    return { actor, here, ...told }
  }
  type Place = Awaited<ReturnType<typeof place>>

  const rowsOf = (at: Place, isFilled: boolean): TellRow[] =>
    at.standings.map((standing) => {
      const { update, before } = standing
      const filled = update === null ? { status: isFilled ? (before ?? '') : '' } : wordsOf(update)
      return { standing, filled, seen: seenOf(update), latest: null }
    })

  const page = (
    c: WebContext,
    at: Place,
    shown: {
      readonly rows: readonly TellRow[]
      readonly errors: readonly FieldError[]
      readonly clashes: number
      /** Words about activities that somebody has removed meanwhile. */
      readonly removed?: readonly Removed[]
    },
    status: 200 | 409 | 422 = 200,
  ) => {
    const { actor, opened, here, period, standings } = at
    const locale = c.get('locale')
    const name = periodName(locale, period)
    const told = standings.reduce((sum, { update }) => sum + (update?.revision ?? 0), 0)
    const saved = c.req.query('saved') ?? ''
    // Words that were kept before somebody told of anything are not offered over what they told.
    const keep = keepName(actor.personId, opened.plan.id, `${period.id}.all.${told}`)
    return showPage(
      c,
      `${locale.text('follow.all.title')} – ${name}`,
      <>
        <p class="crumb">
          <a href={here}>{opened.plan.facts.name}</a> ›{' '}
          <a href={`${here}/follow?period=${period.id}`}>{name}</a>
        </p>
        <h1>{locale.text('follow.all.title')}</h1>
        {opened.plan.facts.synthetic ? <p class="note">{locale.text('plan.synthetic')}</p> : null}
        {/^\d{1,6}$/.test(saved) && status === 200 ? (
          <Notice kind="good">{locale.counted('follow.all.saved', Number(saved))}</Notice>
        ) : null}
        {shown.clashes > 0 ? (
          <Notice kind="bad">{locale.counted('follow.all.clashed', shown.clashes)}</Notice>
        ) : null}
        {(shown.removed ?? []).map(({ words, ...about }) => (
          <KeptWords key={about.id} locale={locale} words={words} about={about} />
        ))}
        <ErrorSummary title={locale.text('error.summary')} errors={shown.errors} />
        {period.closedAt === null ? null : (
          <Notice kind="watch">{locale.text('follow.closed', { date: locale.date(period.closedAt) })}</Notice>
        )}
        {standings.length === 0 ? (
          <EmptyState title={locale.text('follow.noActivities')}>
            <p>{locale.text('follow.noActivities.text')}</p>
          </EmptyState>
        ) : period.closedAt === null || status === 409 ? (
          <>
            <p class="lede">{locale.text('follow.all.hint')}</p>
            {standings.some(({ update, before }) => update === null && before !== null) ? (
              <p class="item-acts">
                <a class="button" href="?fill=before">
                  {locale.text('follow.all.fill')}
                </a>
              </p>
            ) : null}
            <TellAllForm locale={locale} rows={shown.rows} errors={shown.errors} keep={keep} />
          </>
        ) : null}
      </>,
      status,
    )
  }

  /** What the form says of activities that are no longer in the period: nothing of it is saved, and it is given back. */
  const removedIn = async (at: Place, form: FormData): Promise<Removed[]> => {
    const standing = new Set(at.standings.map(({ activity }) => activity.id))
    const written = [...form.keys()].flatMap((key) => {
      const id = key.startsWith('seen.') ? key.slice('seen.'.length) : ''
      if (!isUuid(id) || standing.has(id)) return []
      const words = Object.fromEntries(
        ROW_FIELDS.map((field) => [field, wordOf(form, `${field}.${id}`, MOST_FORM)]),
      )
      const before = readSeen(wordOf(form, `seen.${id}`, MOST_FORM))
      const earlier = before === null ? {} : wordsOf(before.told)
      const isChanged = ['done', 'cause', 'measure'].some(
        (field) => words[field] !== '' && words[field] !== earlier[field],
      )
      return isChanged ? [{ id, words }] : []
    })
    if (written.length === 0) return []
    return doors.inRegion(at.actor, async (db) => {
      const found: Removed[] = []
      for (const { id, words } of written) {
        const item = await removedItem(db, at.opened.plan.id, id)
        found.push({ id, words, name: item?.kind === 'activity' ? item.fields.name : '–' })
      }
      return found
    })
  }

  app.get('/r/:slug/plans/:plan/follow/:period/all', async (c) => {
    const at = await place(c)
    return page(c, at, { rows: rowsOf(at, c.req.query('fill') === 'before'), errors: [], clashes: 0 })
  })

  app.post('/r/:slug/plans/:plan/follow/:period/all', async (c) => {
    const at = await place(c)
    const locale = c.get('locale')
    const form = await c.req.formData()
    const errors: FieldError[] = []
    const telling: { activityId: string; seen: ReturnType<typeof readSeen>; told: Told }[] = []
    const rows = at.standings.map((standing): TellRow => {
      const { id, fields } = standing.activity
      const sent = form.has(`status.${id}`) ? form : null
      if (sent === null) return { standing, filled: {}, seen: seenOf(standing.update), latest: null }
      const seen = wordOf(sent, `seen.${id}`, MOST_FORM)
      const before = readSeen(seen)
      const filled = Object.fromEntries(
        ROW_FIELDS.map((field) => [field, wordOf(sent, `${field}.${id}`, MOST_FORM)]),
      )
      const earlier = before === null ? {} : wordsOf(before.told)
      if (ROW_FIELDS.every((field) => filled[field] === (earlier[field] ?? '')))
        return { standing, filled, seen, latest: null }
      const reached = Object.fromEntries(REACHED.map((group) => [group, earlier[group] ?? '']))
      const checked = checkTold({ ...filled, ...reached })
      if (checked.ok) telling.push({ activityId: id, seen: before, told: checked.told })
      else
        for (const { field, reason } of checked.faults)
          errors.push({
            field: `${field}.${id}`,
            text: `${fields.name}: ${locale.text(`follow.error.${reason}`, { field: locale.text(`follow.field.${field}`) })}`,
          })
      return { standing, filled, seen, latest: null }
    })
    const removed = await removedIn(at, form)
    if (removed.length > 0) return page(c, at, { rows, errors, clashes: 0, removed }, 409)
    if (telling.length === 0 && errors.length === 0) {
      const first = at.standings[0]?.activity.id ?? ''
      errors.push({ field: `status.${first}`, text: locale.text('follow.all.nothing') })
    }
    if (errors.length > 0) return page(c, at, { rows, errors, clashes: 0 }, 422)
    const of = { planId: at.opened.plan.id, periodId: at.period.id }
    const done = await doors.inRegion(at.actor, (db) => tellAll(db, at.actor, of, telling))
    if (!done.ok) return page(c, await place(c), { rows, errors: [], clashes: 0 }, 409)
    if (done.clashes.size === 0)
      return c.redirect(`${at.here}/follow/${at.period.id}/all?saved=${done.told}`, 303)
    const now = await place(c)
    const shown = rowsOf(now, false).map((row): TellRow => {
      const clash = done.clashes.get(row.standing.activity.id)
      if (clash === undefined) return row
      const { merged, latest } = clash
      return { ...row, filled: wordsOf(merged), seen: seenOf(latest), latest }
    })
    return page(c, now, { rows: shown, errors: [], clashes: done.clashes.size }, 409)
  })
}
