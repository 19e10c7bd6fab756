import type { Locale } from '@jamvikt/i18n'
import type { ComponentChildren } from 'preact'
import type { PlanDocument } from '../../model.ts'
import { ITEM_KINDS, type ItemOf } from '../../model-items.ts'
import { PlanTree } from '../../rules/tree.ts'
import { moneyText } from '../../ui/amounts.ts'
import { kindsName } from '../../ui/words.tsx'

const GOALS_SHOWN = 50

/** What a file becomes: how many of each kind, the sums of its amounts, and its priorities with what is under them. */
export function DraftPreview({ locale, document }: { locale: Locale; document: PlanDocument }) {
  const { facts } = document
  const tree = new PlanTree(document)
  return (
    <>
      <section class="card">
        <h2>{facts.name}</h2>
        <p>
          {locale.text(`plan.kindOf.${facts.kind}`)}, {locale.date(facts.startsOn)}–
          {locale.date(facts.endsOn)}
        </p>
        {facts.lede === '' ? null : <p>{facts.lede}</p>}
      </section>
      <Made locale={locale} document={document} />
      <Sums locale={locale} document={document} />
      <section class="card">
        <h2>{locale.text('plan.x.draft.tree')}</h2>
        <ul class="plan-outline">
          {tree.all('priority').map((priority) => (
            <Priority key={priority.id} locale={locale} tree={tree} priority={priority} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Made({ locale, document }: { locale: Locale; document: PlanDocument }) {
  const counts = ITEM_KINDS.map((kind) => ({
    kind,
    count: document.items.filter((item) => item.kind === kind).length,
  })).filter(({ count }) => count > 0)
  return (
    <section class="card">
      <h2 id="made">{locale.text('plan.x.draft.made')}</h2>
      <table aria-labelledby="made">
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.x.draft.kind')}</th>
            <th scope="col" class="n">
              {locale.text('plan.x.draft.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ kind, count }) => (
            <tr key={kind}>
              <th scope="row">{kindsName(locale, kind, null)}</th>
              <td class="n">{locale.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Sums({ locale, document }: { locale: Locale; document: PlanDocument }) {
  const budgets = new PlanTree(document).all('budget')
  if (budgets.length === 0) return null
  const cells = Map.groupBy(document.cells, ({ budget }) => budget)
  return (
    <section class="card">
      <h2 id="sums">{locale.text('plan.x.draft.sums')}</h2>
      <table aria-labelledby="sums">
        <thead>
          <tr>
            <th scope="col">{kindsName(locale, 'budget', null)}</th>
            <th scope="col" class="n">
              {locale.text('plan.x.draft.amounts')}
            </th>
            <th scope="col" class="n">
              {locale.text('plan.x.draft.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {budgets.map(({ id, fields }) => {
            const own = cells.get(id) ?? []
            return (
              <tr key={id}>
                <th scope="row">{fields.name}</th>
                <td class="n">{locale.number(own.length)}</td>
                <td class="n">
                  {own.length === 0
                    ? locale.text('plan.x.draft.none')
                    : moneyText(
                        locale,
                        own.reduce((sum, { amountOre }) => sum + amountOre, 0n),
                      )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Priority(props: { locale: Locale; tree: PlanTree; priority: ItemOf<'priority'> }) {
  const { locale, tree, priority } = props
  return (
    <li>
      <strong>{priority.fields.name}</strong>
      <Part title={kindsName(locale, 'goal', null)} count={tree.all('goal', priority.id).length}>
        {tree
          .all('goal', priority.id)
          .slice(0, GOALS_SHOWN)
          .map(({ id, fields }) => (
            <li key={id}>
              {fields.name}
              {fields.year === null ? '' : ` (${fields.year})`}
            </li>
          ))}
      </Part>
      <Part title={kindsName(locale, 'activity', null)} count={tree.all('activity', priority.id).length}>
        {tree.all('activity', priority.id).map((activity) => (
          <Activity key={activity.id} locale={locale} tree={tree} activity={activity} />
        ))}
      </Part>
    </li>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  if (count === 0) return null
  return (
    <>
      <p class="plan-outline-part">{title}</p>
      <ul>{children}</ul>
    </>
  )
}

function Activity(props: { locale: Locale; tree: PlanTree; activity: ItemOf<'activity'> }) {
  const { locale, tree, activity } = props
  const { name, start, end } = activity.fields
  const below = [...tree.all('activity', activity.id), ...tree.all('phase', activity.id)]
  const day = (date: string | null) => (date === null ? '…' : locale.date(date))
  return (
    <li>
      {name}{' '}
      <span class="note">
        {start === null && end === null ? locale.text('plan.x.draft.noDates') : `${day(start)}–${day(end)}`}
      </span>
      {below.length === 0 ? null : (
        <ul>
          {below.map((part) => (
            <li key={part.id}>
              {part.fields.name}{' '}
              <span class="note">
                {part.fields.start === null && part.fields.end === null
                  ? locale.text('plan.x.draft.noDates')
                  : `${day(part.fields.start)}–${day(part.fields.end)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
