import type { PlanItem } from '../model-items.ts'
import { figureRows } from '../rules/indicator-figures.ts'
import { moneyText } from './amounts.ts'
import { FigureTable } from './figure-table.tsx'
import { ItemFields } from './item-view.tsx'
import { itemName, type Known, kindName, memberName } from './words.tsx'

/** A plan as it stood, to be read from the first word to the last. */
export function WholePlan(props: Known) {
  return (
    <div class="whole-plan">
      {props.tree.children(null).map((item) => (
        <section class="card" key={item.id}>
          <Part {...props} item={item} level={2} />
        </section>
      ))}
    </div>
  )
}

function Part(props: Known & { item: PlanItem; level: number }) {
  const { locale, tree, item, level } = props
  const heading = `${kindName(locale, item.kind)}: ${itemName(locale, item)}`
  const parts = tree.children(item.id).filter(({ kind }) => kind !== 'figure')
  const Heading = level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4'
  return (
    <>
      <Heading id={`i-${item.id}`}>{heading}</Heading>
      <ItemFields {...props} item={item} isBrief />
      {item.kind === 'indicator' ? (
        <FigureTable locale={locale} rows={figureRows(item.fields.unit, tree.all('figure', item.id))} />
      ) : null}
      {item.kind === 'budget' ? <Amounts {...props} budget={item.id} /> : null}
      {parts.map((child) => (
        <div class="under" key={child.id}>
          <Part {...props} item={child} level={level + 1} />
        </div>
      ))}
    </>
  )
}

/** A budget’s amounts as they stood, one by one. */
function Amounts({ locale, tree, budget }: Known & { budget: string }) {
  const cells = tree.document.cells.filter((cell) => cell.budget === budget)
  return (
    <table class="amounts">
      <tbody>
        {cells.map(({ key, amountOre }) => (
          <tr key={key.join(' ')}>
            <th scope="row">{key.map((id) => memberName(locale, tree, id)).join(', ')}</th>
            <td class="n">{moneyText(locale, amountOre)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
