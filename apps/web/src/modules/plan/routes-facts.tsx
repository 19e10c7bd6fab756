import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import { keepName, showPart } from './item-room.tsx'
import type { Plan } from './model.ts'
import { homeOf, planOf, showPage } from './plan-room.tsx'
import { checkFacts, FACT_FIELDS, type FactFault, MOST_LEDE } from './rules/check-facts.ts'
import { addressOf } from './rules/plan-address.ts'
import { cannotServe, changeFacts, factsOf, placeUnder } from './service/change-facts.ts'
import { makePlan } from './service/change-plan.ts'
import { listPlans } from './service/open-plan.ts'
import { FactsForm, type TypedFacts } from './ui/facts-form.tsx'

/** Making a plan, and changing what it says of itself. */
export function addFacts(app: Web, doors: PlanDoors) {
  const newForm = async (c: WebContext, typed: TypedFacts, errors: readonly FieldError[]) => {
    const actor = authorise(c, 'write-plan')
    const locale = c.get('locale')
    const plans = await doors.inRegion(actor, listPlans)
    return showPage(
      c,
      locale.text('plan.new'),
      <>
        <p class="crumb">
          <a href={homeOf(c)}>{locale.text('plan.title')}</a>
        </p>
        <h1>{locale.text('plan.new')}</h1>
        <p class="lede">{locale.text('plan.facts.lede.new')}</p>
        <FactsForm
          locale={locale}
          typed={typed}
          errors={errors}
          plans={plans}
          seen={null}
          keep={keepName(actor.personId, 'new', 'facts')}
          back={homeOf(c)}
        />
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/new', (c) => {
    const year = new Date().getFullYear() + 1
    const typed = { ...NOTHING, kind: 'action-plan', startsOn: `${year}-01-01`, endsOn: `${year + 2}-12-31` }
    return newForm(c, typed, [])
  })

  app.post('/r/:slug/plans/new', async (c) => {
    const actor = authorise(c, 'write-plan')
    const typed = typedIn(await c.req.formData())
    const checked = checkFacts(typed)
    if (!checked.ok)
      return newForm(
        c,
        typed,
        checked.faults.map((fault) => errorOf(c, fault)),
      )
    const slug = addressOf(checked.facts.name)
    const done = await doors.inRegion(actor, async (db) => {
      const refused = await cannotServe(db, null, typed.above)
      if (refused !== null) return { ok: false as const, reason: refused }
      const made = await makePlan(db, actor, {
        slug,
        facts: { ...checked.facts, synthetic: false, origin: '' },
      })
      if (made.ok && typed.above !== '') await placeUnder(db, actor, made.id, typed.above)
      return made
    })
    if (done.ok) return c.redirect(`${homeOf(c)}/${slug}?saved=1`, 303)
    const field = done.reason === 'address-taken' ? 'name' : 'above'
    return newForm(c, typed, [{ field, text: c.get('locale').text(`plan.facts.fault.${done.reason}`) }])
  })

  const editForm = async (
    c: WebContext,
    found: Awaited<ReturnType<typeof planOf>>,
    filled: {
      readonly typed: TypedFacts
      readonly seen: Readonly<Record<string, unknown>>
      readonly errors: readonly FieldError[]
    },
    status: 200 | 409 | 422,
  ) => {
    const { actor, opened, here } = found
    const locale = c.get('locale')
    const plans = await doors.inRegion(actor, listPlans)
    return showPart(
      c,
      opened,
      { title: locale.text('plan.facts'), above: [] },
      <FactsForm
        locale={locale}
        {...filled}
        plans={plans.filter(({ id }) => id !== opened.plan.id)}
        keep={keepName(actor.personId, opened.plan.id, 'facts')}
        back={here}
      />,
      status,
    )
  }

  app.get('/r/:slug/plans/:plan/facts', async (c) => {
    const found = await planOf(c, doors, 'write-plan')
    const seen = factsOf(found.opened.plan)
    return editForm(
      c,
      found,
      { typed: { ...seen, kind: found.opened.plan.facts.kind }, seen: { ...seen }, errors: [] },
      200,
    )
  })

  app.post('/r/:slug/plans/:plan/facts', async (c) => {
    const found = await planOf(c, doors, 'write-plan')
    const { actor, opened, here } = found
    const locale = c.get('locale')
    const form = await c.req.formData()
    const typed = { ...typedIn(form), kind: opened.plan.facts.kind }
    const seen = seenIn(form)
    const checked = checkFacts(typed)
    if (!checked.ok) {
      const errors = checked.faults.map((fault) => errorOf(c, fault))
      return editForm(c, found, { typed, seen, errors }, 422)
    }
    const { name, lede, startsOn, endsOn } = checked.facts
    const mine = { name, lede, startsOn, endsOn, above: typed.above }
    const done = await doors.inRegion(actor, (db) => changeFacts(db, actor, opened.plan.id, seen, mine))
    if (done.ok) return c.redirect(`${here}?saved=1`, 303)
    if (done.reason === 'gone') throw new HttpProblem(404)
    if (done.reason !== 'clash') {
      const field = done.reason === 'ends-before-start' ? 'endsOn' : 'above'
      return editForm(
        c,
        found,
        { typed, seen, errors: [{ field, text: locale.text(`plan.facts.fault.${done.reason}`) }] },
        422,
      )
    }
    const { latest, fields, merged } = done
    const plans = await doors.inRegion(actor, listPlans)
    const errors = fields.map((field) => ({
      field,
      text: locale.text('plan.facts.clash', { theirs: theirsText(plans, field, latest[field] ?? '') }),
    }))
    return editForm(c, found, { typed: { ...typed, ...merged }, seen: latest, errors }, 409)
  })
}

const NOTHING: TypedFacts = { name: '', kind: '', lede: '', startsOn: '', endsOn: '', above: '' }

function typedIn(form: FormData): TypedFacts {
  const lede = form.get('lede')
  return {
    ...NOTHING,
    ...Object.fromEntries(FACT_FIELDS.map((field) => [field, wordOf(form, field, 400)])),
    lede: typeof lede === 'string' ? lede.slice(0, 4 * MOST_LEDE) : '',
    above: wordOf(form, 'above', 36),
  }
}

/** What the plan said as the writer had it before them. */
function seenIn(form: FormData): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(wordOf(form, 'seen', 40_000))
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {}
  throw new HttpProblem(400)
}

function theirsText(plans: readonly Plan[], field: string, value: string): string {
  return field === 'above' ? (plans.find(({ id }) => id === value)?.facts.name ?? '–') : value
}

function errorOf(c: WebContext, { field, reason }: FactFault): FieldError {
  return { field, text: c.get('locale').text(`plan.facts.fault.${reason}`) }
}
