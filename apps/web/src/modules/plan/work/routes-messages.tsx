import { EmptyState } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { treeOf } from '../item-room.tsx'
import { showTab } from '../plan-room.tsx'
import { AddLink } from '../ui/item-view.tsx'
import { matrixOf } from './rules/matrix.ts'
import { MatrixView } from './ui/matrix-view.tsx'
import { WorkNav } from './ui/work-nav.tsx'

/** Who is to know what, and by which way. */
export function addMessages(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/work/messages', async (c) => {
    const { opened, tree, here } = await treeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const mayWrite = mayDo(c, 'write-plan')
    const messages = tree.all('message')
    return showTab(
      c,
      opened,
      'work',
      <>
        <WorkNav locale={locale} here={here} part="messages" />
        <p class="plan-summary">{locale.text('work.messages.lede')}</p>
        {messages.length === 0 ? (
          <EmptyState title={locale.text('work.messages.none')}>
            <p>{locale.text('work.messages.none.text')}</p>
          </EmptyState>
        ) : (
          <>
            <p>
              {locale.text('work.messages.count', {
                done: locale.number(messages.filter(({ fields }) => fields.done).length),
                all: locale.number(messages.length),
              })}
            </p>
            <MatrixView
              locale={locale}
              tree={tree}
              here={here}
              codes={new Map()}
              matrix={matrixOf(tree)}
              mayWrite={mayWrite}
            />
          </>
        )}
        {mayWrite ? (
          <p class="no-print item-acts">
            <AddLink locale={locale} here={here} kind="message" parent={null} />
          </p>
        ) : null}
      </>,
    )
  })
}
