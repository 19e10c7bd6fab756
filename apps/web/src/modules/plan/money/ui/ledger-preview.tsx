import type { Locale } from '@jamvikt/i18n'
import { Checkbox, Notice } from '@jamvikt/ui'
import type { PlanTree } from '../../rules/tree.ts'
import { moneyText } from '../../ui/amounts.ts'
import type { RowRefusal } from '../model-money.ts'
import { type ComingIn, mayBeTwice, type readOtherwise } from '../rules/held-entries.ts'
import { memberName } from './names.ts'

const MOST_SHOWN = 200

/** Rows that were not taken, each with its column and what is wrong. */
export function RefusedRows(props: { locale: Locale; refused: readonly RowRefusal[]; count: number }) {
  const { locale, refused, count } = props
  if (count === 0) return null
  const hasValues = refused.some(({ value }) => value !== undefined)
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.m.ledger.refused')}>
      <table>
        <caption>
          {locale.text('plan.m.ledger.refused')} ({locale.number(count)})
        </caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.m.ledger.row')}</th>
            <th scope="col">{locale.text('plan.m.ledger.columnName')}</th>
            {hasValues ? <th scope="col">{locale.text('plan.m.ledger.stands')}</th> : null}
            <th scope="col">{locale.text('plan.m.ledger.why')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, MOST_SHOWN).map(({ row, column, reason, value }) => (
            <tr key={`${row}${column}`}>
              <th scope="row">{row}</th>
              <td>{column}</td>
              {hasValues ? <td>{value ?? '–'}</td> : null}
              <td>{locale.dynamic(`plan.m.amount.${reason}`, reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > MOST_SHOWN ? (
        <p class="hint">{locale.counted('plan.m.ledger.moreRefused', count - MOST_SHOWN)}</p>
      ) : null}
    </div>
  )
}

/** What a file would bring in. Nothing is kept yet. */
export function LedgerPreview(props: {
  locale: Locale
  tree: PlanTree
  coming: ComingIn
  refused: readonly RowRefusal[]
  coversTo: string
  /** `null` where the page is not to open at it. */
  id: 'preview' | null
}) {
  const { locale, tree, refused } = props
  const { entries, later, known, retied } = props.coming
  const [firstLater] = later
  const { startsOn, endsOn } = tree.document.facts
  const outside = entries.filter(({ on }) => on < startsOn || on > endsOn).length
  const sums = new Map<string | null, { amountOre: bigint; rows: number }>()
  let total = 0n
  for (const { activity, amountOre } of entries) {
    const sum = sums.get(activity) ?? { amountOre: 0n, rows: 0 }
    sums.set(activity, { amountOre: sum.amountOre + amountOre, rows: sum.rows + 1 })
    total += amountOre
  }
  const order = [...tree.all('activity').map(({ id }) => id), null].filter((id) => sums.has(id))
  return (
    <section class="card" aria-label={locale.text('plan.m.ledger.preview')}>
      <h3 id={props.id ?? undefined} tabIndex={-1}>
        {locale.text('plan.m.ledger.preview')}
      </h3>
      <p>
        {locale.text('plan.m.ledger.preview.text', {
          rows: locale.number(entries.length),
          amount: moneyText(locale, total),
          refused: locale.number(refused.length),
        })}
      </p>
      {firstLater === undefined ? null : (
        <Notice kind="watch">
          {locale.counted('plan.m.ledger.later', later.length)}{' '}
          {locale.text('plan.m.ledger.later.first', {
            row: firstLater.row,
            day: locale.date(firstLater.on),
            date: locale.date(props.coversTo),
          })}
        </Notice>
      )}
      {outside === 0 ? null : (
        <Notice kind="watch">{locale.counted('plan.m.ledger.outside', outside)}</Notice>
      )}
      {known > 0 ? (
        <Notice kind="watch">
          {locale.counted('plan.m.ledger.known', known)}
          {retied > 0 ? ` ${locale.counted('plan.m.ledger.retied', retied)}` : ''}
        </Notice>
      ) : null}
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.m.ledger.perActivity')}>
        <table>
          <caption>{locale.text('plan.m.ledger.perActivity')}</caption>
          <thead>
            <tr>
              <th scope="col">{locale.text('plan.m.dimension.activity')}</th>
              <th scope="col" class="n">
                {locale.text('plan.m.ledger.rows')}
              </th>
              <th scope="col" class="n">
                {locale.text('plan.m.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.map((id) => (
              <tr key={id ?? ''}>
                <th scope="row">
                  {id === null ? locale.text('plan.m.ledger.untied') : memberName(locale, tree, id)}
                </th>
                <td class="n">{locale.number(sums.get(id)?.rows ?? 0)}</td>
                <td class="n">{moneyText(locale, sums.get(id)?.amountOre ?? 0n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RefusedRows locale={locale} refused={refused} count={refused.length} />
    </section>
  )
}

/** What makes one doubt that the rows are new, to be confirmed; nothing where nothing does. */
export function DoubtsOfFile(props: {
  locale: Locale
  coming: ComingIn
  otherwise: ReturnType<typeof readOtherwise>
}) {
  const { locale, coming, otherwise } = props
  if (!mayBeTwice(coming) && otherwise.length === 0) return null
  return (
    <>
      {mayBeTwice(coming) ? (
        <Notice kind="bad">
          {locale.text('plan.m.ledger.twice', {
            fresh: locale.number(coming.fresh),
            absent: locale.number(coming.absent),
          })}
        </Notice>
      ) : null}
      {otherwise.length > 0 ? (
        <Notice kind="bad">
          {locale.text('plan.m.ledger.otherwise', {
            uses: otherwise.map((use) => locale.text(`plan.m.ledger.use.${use}`)).join(', '),
          })}
        </Notice>
      ) : null}
      <Checkbox id="confirm" label={locale.text('plan.m.ledger.confirm')} />
    </>
  )
}
