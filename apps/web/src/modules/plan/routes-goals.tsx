import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { mayDo } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import { itemOf, keepName, Saved, showPart, treeOf } from './item-room.tsx'
import { showTab } from './plan-room.tsx'
import { EMPTY_LINE, figuresTyped, linesOf, type TypedLine } from './rules/figure-form.ts'
import { FIGURE_SEXES, figureRows } from './rules/indicator-figures.ts'
import { followedIndicators } from './service/catalogue-figures.ts'
import { changeFigures, figuresMark } from './service/change-figures.ts'
import { FigureCheckHelp, FigureTable } from './ui/figure-table.tsx'
import { FiguresForm, lineError, lineField } from './ui/figures-form.tsx'
import { GoalsView } from './ui/goals-view.tsx'
import { itemName } from './ui/words.tsx'

const EMPTY_LINES = 4
const MOST_LINES = 400

/** Goals with what measures them, and the figures of an indicator’s own series. */
export function addGoals(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/goals', async (c) => {
    const { actor, opened, tree, here } = await treeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const followed = await doors.inRegion(actor, (db) => followedIndicators(db, tree, locale.language))
    return showTab(
      c,
      opened,
      'goals',
      <GoalsView
        locale={locale}
        tree={tree}
        here={here}
        codes={new Map()}
        followed={followed}
        statistics={`/r/${c.get('membership').slug}/statistics`}
        mayWrite={mayDo(c, 'write-plan')}
      />,
    )
  })

  const indicatorOf = async (c: WebContext, act: 'see-plans' | 'write-plan') => {
    const found = await itemOf(c, doors, act)
    const { item } = found
    if (item.kind !== 'indicator') throw new HttpProblem(404)
    const figures = found.tree.all('figure', item.id)
    return { ...found, item, figures, mark: figuresMark(found.tree, found.opened.trails, item.id) }
  }

  const figuresPage = (
    c: WebContext,
    found: Awaited<ReturnType<typeof indicatorOf>>,
    filled: { readonly lines: readonly TypedLine[]; readonly errors: readonly FieldError[] },
    status: 200 | 409 | 422,
  ) => {
    const { actor, opened, tree, here, item, figures, mark } = found
    const locale = c.get('locale')
    const mayWrite = mayDo(c, 'write-plan')
    return showPart(
      c,
      opened,
      {
        title: locale.text('plan.figures.title', { name: itemName(locale, item) }),
        above: [item, ...tree.above(item)],
      },
      <>
        <Saved c={c} of={[keepName(actor.personId, opened.plan.id, `figures:${item.id}`)]} />
        {mayWrite ? (
          <>
            <p class="lede">
              {locale.text('plan.figures.lede')}{' '}
              {item.fields.unit === ''
                ? locale.text('plan.figures.unit.unsaid')
                : locale.text('plan.figures.unit', { unit: item.fields.unit })}
            </p>
            <FiguresForm
              locale={locale}
              {...filled}
              seen={mark}
              keep={keepName(actor.personId, opened.plan.id, `figures:${item.id}`)}
              back={`${here}/items/${item.id}`}
            />
          </>
        ) : null}
        <section class="card">
          <h2>{locale.text('plan.figures.now')}</h2>
          <FigureTable locale={locale} rows={figureRows(item.fields.unit, figures)} />
          {figures.length === 0 ? null : <FigureCheckHelp locale={locale} />}
        </section>
      </>,
      status,
    )
  }

  app.get('/r/:slug/plans/:plan/items/:item/figures', async (c) => {
    const found = await indicatorOf(c, 'see-plans')
    return figuresPage(c, found, { lines: withRoom(linesOf(found.figures)), errors: [] }, 200)
  })

  app.post('/r/:slug/plans/:plan/items/:item/figures', async (c) => {
    const found = await indicatorOf(c, 'write-plan')
    const { actor, opened, here, item } = found
    const locale = c.get('locale')
    const form = await c.req.formData()
    const lines = linesIn(form)
    const typed = figuresTyped(lines)
    if (!typed.ok) {
      const errors = typed.faults.map((fault) => lineError(locale, fault))
      return figuresPage(c, found, { lines, errors }, 422)
    }
    const seen = wordOf(form, 'seen', 16)
    const done = await doors.inRegion(actor, (db) =>
      changeFigures(db, actor, opened.plan.id, item.id, seen, typed.figures),
    )
    if (done.ok) {
      return c.redirect(`${here}/items/${item.id}/figures?saved=1`, 303)
    }
    if (done.reason === 'gone') throw new HttpProblem(404)
    const first = lineField(0, 'what')
    if (done.reason === 'clash') {
      const errors = [{ field: first, text: locale.text('plan.figures.fault.clash') }]
      return figuresPage(c, await indicatorOf(c, 'write-plan'), { lines, errors }, 409)
    }
    const errors = done.faults.map(({ field, reason }) => ({
      field: first,
      text: locale.dynamic(`plan.fault.${reason}`, reason, { field }),
    }))
    return figuresPage(c, found, { lines, errors }, 422)
  })
}

/** Lines with a few more to write in; the first time with a baseline, a target and an actual. */
function withRoom(lines: readonly TypedLine[]): TypedLine[] {
  return [...lines, ...Array.from({ length: EMPTY_LINES }, () => EMPTY_LINE)]
}

function linesIn(form: FormData): TypedLine[] {
  const said = wordOf(form, 'lines', 4)
  const count = /^\d{1,4}$/.test(said) ? Math.min(MOST_LINES, Number(said)) : 0
  return Array.from({ length: count }, (_, at) => {
    const word = (field: string) => wordOf(form, lineField(at, field), 400)
    const entered = (sex: string) => ({ value: word(`value-${sex}`), missing: word(`missing-${sex}`) })
    const [women, men, other, all] = FIGURE_SEXES.map(entered)
    const nothing = { value: '', missing: '' }
    return {
      what: word('what'),
      year: word('year'),
      group: word('group'),
      bySex: { women: women ?? nothing, men: men ?? nothing, other: other ?? nothing, all: all ?? nothing },
    }
  })
}
