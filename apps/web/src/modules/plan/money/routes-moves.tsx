import { ErrorSummary, Field, type FieldError, Select, Tag } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import type { BudgetDimension } from '../model-items.ts'
import { showTab } from '../plan-room.tsx'
import { readAmount, writeAmount } from '../rules/amount-text.ts'
import { budgetsOf, groupName } from '../rules/budgets.ts'
import { activityBudget } from '../rules/money-of.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import type { Move } from './model-money.ts'
import { moneyOf } from './money-page.ts'
import { effectOf } from './rules/move-effect.ts'
import { proposeMove } from './service/moves.ts'
import { forecastOfPlan } from './service/plan-forecast.ts'
import { movesOf } from './store/moves.ts'
import { MoneyNav } from './ui/money-nav.tsx'
import { MoveEffectView, moveText } from './ui/move-effect.tsx'
import { memberName } from './ui/names.ts'

/** Proposals to move money between activities. */
export function addMovePages(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/money/moves', async (c) => {
    const { actor, opened, here, tree, document, locale } = await moneyOf(c, doors, 'see-plans')
    const moves = await doors.inRegion(actor, (db) => movesOf(db, opened.plan.id))
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="moves" />
        <h2>{locale.text('plan.m.part.moves')}</h2>
        <p class="lede">{locale.text('plan.m.moves.lede')}</p>
        {mayDo(c, 'write-plan') && activityBudget(document) !== null ? (
          <p class="no-print">
            <a class="button primary" href={`${here}/money/moves/new`}>
              {locale.text('plan.m.move.new')}
            </a>
          </p>
        ) : null}
        {moves.length === 0 ? (
          <p>{locale.text('plan.m.moves.none')}</p>
        ) : (
          <ul class="plain card">
            {moves.map((move) => (
              <li key={move.id}>
                <Tag
                  kind={move.state === 'approved' ? 'good' : move.state === 'proposed' ? 'few' : 'neutral'}
                >
                  {locale.text(`plan.m.move.state.${move.state}`)}
                </Tag>{' '}
                <a href={`${here}/money/moves/${move.id}`}>{moveText(locale, tree, move)}</a>, {move.madeName}
                , {locale.time(move.madeAt)}
              </li>
            ))}
          </ul>
        )}
      </>,
    )
  })

  const newPage = async (c: WebContext, form: FormData | null) => {
    const { actor, opened, here, tree, document, locale } = await moneyOf(c, doors, 'write-plan')
    const sent = (name: string) =>
      form === null ? (c.req.query(name) ?? '').slice(0, 100) : wordOf(form, name, 4000)
    const over = budgetsOf(document).filter((each) => each.over.includes('activity'))
    const budget = over.find(({ id }) => id === sent('budget')) ?? activityBudget(document)
    if (budget === null) throw new HttpProblem(404)
    const others = budget.over.filter((each) => each !== 'activity')
    const member = (each: BudgetDimension) => {
      const members = budget.members(each)
      const thisYear = each === 'year' ? swedishDay(new Date()).slice(0, 4) : ''
      return (
        members.find((id) => id === sent(each)) ?? members.find((id) => id === thisYear) ?? members[0] ?? ''
      )
    }
    const keyOf = (activity: string) =>
      budget.over.map((each) => (each === 'activity' ? activity : member(each)))
    const activities = budget.members('activity')
    const amount = readAmount(sent('amount'), budget.unit)
    const move: Move | null =
      amount.ok && amount.amountOre !== null
        ? { budget: budget.id, from: keyOf(sent('from')), to: keyOf(sent('to')), amountOre: amount.amountOre }
        : null
    const unsaid = (['from', 'to'] as const).filter((end) => sent(end) === '')
    const effect = move === null || form === null || unsaid.length > 0 ? null : effectOf(document, move)
    const errors: FieldError[] = []
    if (form !== null) {
      for (const end of unsaid)
        errors.push({ field: end, text: locale.text(`plan.m.move.refused.${end}-missing`) })
      if (!amount.ok)
        errors.push({
          field: 'amount',
          text: locale.dynamic(`plan.m.amount.${amount.reason}`, locale.text('plan.m.refused')),
        })
      else if (amount.amountOre === null)
        errors.push({ field: 'amount', text: locale.text('plan.m.move.refused.nothing-to-move') })
      if (effect?.ok === false)
        errors.push({
          field:
            effect.reason === 'to-unknown' || effect.reason === 'same-cell'
              ? 'to'
              : effect.reason === 'too-much'
                ? 'amount'
                : 'from',
          text: locale.text(`plan.m.move.refused.${effect.reason}`),
        })
    }
    if (form?.get('act') === 'propose' && move !== null && effect?.ok) {
      const proposed = await doors.inRegion(actor, (db) =>
        proposeMove(db, actor, opened.plan.id, move, sent('reason')),
      )
      if (proposed.ok) return c.redirect(`${here}/money/moves/${proposed.id}`, 303)
      errors.push({
        field: proposed.reason === 'reason-missing' ? 'reason' : 'from',
        text: locale.dynamic(`plan.m.move.refused.${proposed.reason}`, locale.text('plan.m.refused')),
      })
    }
    const year = budget.over.includes('year') ? member('year') : null
    const held = budget.amounts.get(groupName(keyOf(sent('from')))) ?? null
    const offered = form === null && held !== null ? await riskOf(c, sent('from'), year, held) : null
    const choices = [
      { value: '', label: locale.text('plan.m.move.choose') },
      ...activities.map((id) => ({ value: id, label: activityLabel(id) })),
    ]
    function activityLabel(id: string): string {
      const item = tree.item(id)
      const priority = item === null ? null : tree.priorityOf(item)
      const name = memberName(locale, tree, id)
      return priority === null ? name : `${name} (${priority.fields.name})`
    }
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="moves" />
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h2>{locale.text('plan.m.move.new')}</h2>
        <p>{locale.text('plan.m.move.new.text')}</p>
        <form method="post" class="card form">
          {over.length < 2 ? (
            <input type="hidden" name="budget" value={budget.id} />
          ) : (
            <Select
              id="budget"
              label={locale.text('plan.m.move.budget')}
              value={budget.id}
              choices={over.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Select
            id="from"
            label={locale.text('plan.m.move.from')}
            value={sent('from')}
            choices={choices}
            errors={errors}
          />
          <Select
            id="to"
            label={locale.text('plan.m.move.to')}
            value={sent('to')}
            choices={choices}
            errors={errors}
          />
          {others.map((each) => (
            <Select
              key={each}
              id={each}
              label={locale.text(`plan.m.dimension.${each}`)}
              value={member(each)}
              choices={budget.members(each).map((id) => ({ value: id, label: memberName(locale, tree, id) }))}
            />
          ))}
          <Field
            id="amount"
            label={`${locale.text('plan.m.amount')} (${budget.unit})`}
            value={
              form === null ? (offered === null ? '' : writeAmount(offered, budget.unit)) : sent('amount')
            }
            hint={locale.text('plan.m.move.amount.hint')}
            errors={errors}
          />
          <div class="field">
            <label for="reason">{locale.text('plan.m.move.reason')}</label>
            {errors.some(({ field }) => field === 'reason') ? (
              <p class="field-error" id="reason-error">
                {locale.text('plan.m.move.refused.reason-missing')}
              </p>
            ) : null}
            <textarea id="reason" name="reason" rows={4}>
              {sent('reason')}
            </textarea>
          </div>
          <button class="button" type="submit" name="act" value="preview">
            {locale.text('plan.m.move.preview')}
          </button>
          {effect?.ok ? (
            <>
              <MoveEffectView locale={locale} tree={tree} effect={effect} />
              <button class="button primary" type="submit" name="act" value="propose">
                {locale.text('plan.m.move.propose')}
              </button>
            </>
          ) : null}
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  /** What may go unused by an activity, in all or in a year, in whole kronor; never more than its cell holds. */
  const riskOf = async (
    c: WebContext,
    activity: string,
    year: string | null,
    heldOre: bigint,
  ): Promise<bigint | null> => {
    const { actor, opened } = await moneyOf(c, doors, 'write-plan')
    const { rows } = await doors.inRegion(actor, (db) => forecastOfPlan(db, opened, year))
    const row = rows.find((each) => each.activity.id === activity)
    if (row === undefined) return null
    const ore = row.atRiskOre < heldOre ? row.atRiskOre : heldOre
    return ore < 100n ? null : (ore / 100n) * 100n
  }

  app.get('/r/:slug/plans/:plan/money/moves/new', (c) => newPage(c, null))
  app.post('/r/:slug/plans/:plan/money/moves/new', async (c) => newPage(c, await c.req.formData()))
}
