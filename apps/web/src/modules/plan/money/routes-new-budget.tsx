import { ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import type { PlanDoors } from '../doors.ts'
import { BUDGET_DIMENSIONS } from '../model-items.ts'
import { showTab } from '../plan-room.tsx'
import { yearsBetween } from '../rules/budgets.ts'
import { moneyOf } from './money-page.ts'
import { makeBudget } from './service/make-budget.ts'
import { MoneyNav } from './ui/money-nav.tsx'

/** Making a budget: what its amounts are known over. */
export function addNewBudget(app: Web, doors: PlanDoors) {
  const newPage = async (c: WebContext, form: FormData | null, errors: readonly FieldError[]) => {
    const { opened, here, tree, locale } = await moneyOf(c, doors, 'write-plan')
    const { startsOn, endsOn } = opened.plan.facts
    const isChosen = (name: string, value: string, first: boolean) =>
      form === null ? first : form.getAll(name).includes(value)
    const boxes = (
      name: string,
      legend: string,
      choices: readonly (readonly [string, string])[],
      first: boolean,
    ) =>
      choices.length === 0 ? null : (
        <fieldset id={name}>
          <legend>{legend}</legend>
          {choices.map(([value, label]) => (
            <div class="field field-check" key={value}>
              <input
                type="checkbox"
                id={`${name}-${value}`}
                name={name}
                value={value}
                checked={isChosen(name, value, first)}
              />
              <label for={`${name}-${value}`}>{label}</label>
            </div>
          ))}
        </fieldset>
      )
    const spans = (['cost-type', 'financier'] as const).map((kind) =>
      boxes(
        `spans-${kind}`,
        locale.text(`plan.m.spans.${kind}`),
        tree.all(kind).map(({ id, fields }) => [id, fields.name] as const),
        true,
      ),
    )
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="budgets" />
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h2>{locale.text('plan.m.new')}</h2>
        <p>{locale.text('plan.m.new.text')}</p>
        <form method="post" class="card form">
          <Field
            id="name"
            label={locale.text('plan.m.name')}
            value={form === null ? '' : wordOf(form, 'name', 300)}
            errors={errors}
          />
          {boxes(
            'over',
            locale.text('plan.m.over'),
            BUDGET_DIMENSIONS.map((each) => [each, locale.text(`plan.m.dimension.${each}`)] as const),
            false,
          )}
          <Select
            id="unit"
            label={locale.text('plan.m.unit')}
            value={form === null ? 'kr' : wordOf(form, 'unit', 9)}
            choices={(['kr', 'tkr'] as const).map((unit) => ({
              value: unit,
              label: locale.text(`plan.m.unit.${unit}`),
            }))}
          />
          {boxes(
            'years',
            locale.text('plan.m.years'),
            yearsBetween(startsOn, endsOn).map((year) => [year, year] as const),
            true,
          )}
          {spans}
          {(['costTypes', 'financiers'] as const).map((name) => (
            <div class="field" key={name}>
              <label for={name}>{locale.text(`plan.m.add.${name}`)}</label>
              <p class="hint" id={`${name}-hint`}>
                {locale.text('plan.m.add.hint')}
              </p>
              <textarea id={name} name={name} rows={3} aria-describedby={`${name}-hint`}>
                {form === null ? '' : wordOf(form, name, 4000)}
              </textarea>
            </div>
          ))}
          <button class="button primary" type="submit">
            {locale.text('plan.m.make')}
          </button>
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/money/new', (c) => newPage(c, null, []))

  app.post('/r/:slug/plans/:plan/money/new', async (c) => {
    const { actor, opened, here, tree, locale } = await moneyOf(c, doors, 'write-plan')
    const form = await c.req.formData()
    const lines = (name: string) =>
      wordOf(form, name, 4000)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    const over = form.getAll('over')
    const without = (['cost-type', 'financier'] as const).flatMap((kind) =>
      over.includes(kind)
        ? tree
            .all(kind)
            .map(({ id }) => id)
            .filter((id) => !form.getAll(`spans-${kind}`).includes(id))
        : [],
    )
    const { startsOn, endsOn } = opened.plan.facts
    const all = yearsBetween(startsOn, endsOn)
    const years = all.filter((year) => form.getAll('years').includes(year))
    const made = await doors.inRegion(actor, (db) =>
      makeBudget(db, actor, opened.plan.id, {
        name: wordOf(form, 'name', 300),
        over: BUDGET_DIMENSIONS.filter((each) => over.includes(each)),
        unit: form.get('unit') === 'tkr' ? 'tkr' : 'kr',
        years: years.length === all.length ? [] : years,
        without,
        costTypes: lines('costTypes'),
        financiers: lines('financiers'),
      }),
    )
    if (made.ok) return c.redirect(`${here}/money/b/${made.id}/edit`, 303)
    const field = made.reason === 'no-dimension' || made.reason === 'activity-and-priority' ? 'over' : 'name'
    return newPage(c, form, [
      { field, text: locale.dynamic(`plan.m.refused.${made.reason}`, locale.text('plan.m.refused')) },
    ])
  })
}
