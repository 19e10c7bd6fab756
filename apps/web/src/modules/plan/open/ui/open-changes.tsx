import type { Locale } from '@jamvikt/i18n'
import type { PlanDocument } from '../../model.ts'
import { compare } from '../../rules/compare.ts'
import { PlanTree } from '../../rules/tree.ts'
import { DifferenceView } from '../../ui/difference-view.tsx'
import { dayText } from '../../ui/words.tsx'
import type { Since } from '../model-open.ts'

/** What has changed since the adopted version before: in counts, and word by word where that version has been open. */
export function OpenChanges(props: {
  locale: Locale
  since: Since | null
  before: PlanDocument | null
  document: PlanDocument
}) {
  const { locale, since, before, document } = props
  return (
    <section class="card" id="changes">
      <h2>{locale.text('open.plan.changes')}</h2>
      {since === null ? (
        <p>{locale.text('open.plan.changes.first')}</p>
      ) : (
        <>
          <p>
            {locale.text('open.plan.changes.count', {
              version: since.version,
              date: dayText(locale, since.decidedOn),
              added: locale.number(since.added),
              removed: locale.number(since.removed),
              changed: locale.number(since.changed),
              amounts: locale.number(since.amounts),
            })}
          </p>
          {before === null ? (
            <p class="note">{locale.text('open.plan.changes.closed')}</p>
          ) : (
            <details>
              <summary>{locale.text('open.plan.changes.show')}</summary>
              <DifferenceView
                locale={locale}
                before={new PlanTree(before)}
                after={new PlanTree(document)}
                codes={new Map()}
                difference={compare(before, document)}
              />
            </details>
          )}
        </>
      )}
    </section>
  )
}
