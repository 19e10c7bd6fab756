import { ErrorSummary, Field, type FieldError, Notice, Tag } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { showTab } from '../plan-room.tsx'
import { moneyOf } from './money-page.ts'
import { effectOf } from './rules/move-effect.ts'
import { decideMove, openMove } from './service/moves.ts'
import { MoneyNav } from './ui/money-nav.tsx'
import { MoveEffectView, moveText } from './ui/move-effect.tsx'

const ACTS = ['approve', 'decline', 'withdraw'] as const

/** One proposal to move money, and the decision on it. */
export function addMoveDecision(app: Web, doors: PlanDoors) {
  const movePage = async (c: WebContext, errors: readonly FieldError[]) => {
    const { actor, opened, here, tree, document, locale } = await moneyOf(c, doors, 'see-plans')
    const move = await doors.inRegion(actor, (db) => openMove(db, opened.plan.id, c.req.param('move') ?? ''))
    if (move === null) throw new HttpProblem(404)
    const isOpen = move.state === 'proposed'
    const effect = isOpen ? effectOf(document, move) : null
    const isOwn = move.madeBy === actor.personId
    const isChanged =
      isOpen &&
      (effect?.ok !== true || effect.fromBefore !== move.fromBefore || effect.toBefore !== move.toBefore)
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="moves" />
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h2>{moveText(locale, tree, move)}</h2>
        <p>
          <Tag kind={move.state === 'approved' ? 'good' : isOpen ? 'few' : 'neutral'}>
            {locale.text(`plan.m.move.state.${move.state}`)}
          </Tag>{' '}
          {locale.text('plan.m.move.by', { name: move.madeName, time: locale.time(move.madeAt) })}
        </p>
        <p class="prose">{move.reason}</p>
        {move.decidedAt === null ? null : (
          <p>
            {locale.text('plan.m.move.decided', {
              name: move.decidedName,
              time: locale.time(move.decidedAt),
            })}
            {move.diary === '' ? '' : ` ${locale.text('plan.m.move.diary.is', { diary: move.diary })}`}{' '}
            {move.answer}
          </p>
        )}
        {isChanged ? <Notice kind="watch">{locale.text('plan.m.move.refused.changed')}</Notice> : null}
        {effect?.ok ? <MoveEffectView locale={locale} tree={tree} effect={effect} /> : null}
        {!isOpen ? null : isOwn ? (
          <form method="post" class="card form">
            <p>{locale.text('plan.m.move.own')}</p>
            <button class="button" type="submit" name="act" value="withdraw">
              {locale.text('plan.m.move.withdraw')}
            </button>
          </form>
        ) : mayDo(c, 'adopt-plan') ? (
          <form method="post" class="card form">
            <h3>{locale.text('plan.m.move.decide')}</h3>
            <Field
              id="diary"
              label={locale.text('plan.m.move.diary')}
              hint={locale.text('plan.m.optional')}
            />
            <div class="field">
              <label for="answer">{locale.text('plan.m.move.answer')}</label>
              <textarea id="answer" name="answer" rows={3} />
            </div>
            <p class="inline">
              {isChanged ? null : (
                <button class="button primary" type="submit" name="act" value="approve">
                  {locale.text('plan.m.move.approve')}
                </button>
              )}
              <button class="button" type="submit" name="act" value="decline">
                {locale.text('plan.m.move.decline')}
              </button>
            </p>
          </form>
        ) : null}
      </>,
      errors.length > 0 ? 409 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/money/moves/:move', (c) => movePage(c, []))

  app.post('/r/:slug/plans/:plan/money/moves/:move', async (c) => {
    const form = await c.req.formData()
    const act = ACTS.find((each) => each === form.get('act'))
    if (act === undefined) throw new HttpProblem(404)
    const { actor, opened, here, locale } = await moneyOf(
      c,
      doors,
      act === 'withdraw' ? 'write-plan' : 'adopt-plan',
    )
    const id = c.req.param('move') ?? ''
    const decided = await doors.inRegion(actor, (db) =>
      decideMove(db, actor, opened.plan.id, id, {
        act,
        diary: wordOf(form, 'diary', 100),
        answer: wordOf(form, 'answer', 4000),
      }),
    )
    if (decided.ok) return c.redirect(`${here}/money/moves/${id}`, 303)
    if (decided.reason === 'gone') throw new HttpProblem(404)
    return movePage(c, [
      {
        field: 'content',
        text: locale.dynamic(`plan.m.move.refused.${decided.reason}`, locale.text('plan.m.refused')),
      },
    ])
  })
}
