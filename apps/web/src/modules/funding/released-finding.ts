import type { Locale } from '@jamvikt/i18n'
import type { Actor } from '../../platform/policy.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { FundingDoors } from './service/doors.ts'
import { listOverview } from './service/get-lists.ts'
import { releasedAudit } from './service/released-audit.ts'
import { sentencesOf } from './ui/audit-body.tsx'
import { labelOf } from './ui/labels.ts'
import { headlineOf } from './ui/sentences.ts'

/** What the page of a release says in words, and nothing that it does not. */
interface ReleasedFinding {
  readonly list: string
  readonly periods: string
  readonly releasedAt: Date
  readonly synthetic: boolean
  readonly headline: string
  readonly sentences: readonly string[]
  readonly caution: string
}

/** The findings of released lists, for other rooms. Every member may read them. */
export interface FindingDoor {
  /** The latest release of each list, where one stands. */
  readonly list: (actor: Actor) => Promise<readonly { readonly id: string; readonly name: string }[]>
  /** `null` where there is no such release, or nothing of it stands. */
  readonly read: (actor: Actor, locale: Locale, releaseId: string) => Promise<ReleasedFinding | null>
}

export function openFindings(doors: FundingDoors): FindingDoor {
  return {
    list: async (actor) =>
      (await listOverview(doors, actor)).flatMap(({ list, releaseId, periods }) =>
        releaseId === null || periods.length === 0 || list.withdrawnAt !== null
          ? []
          : [{ id: releaseId, name: list.name }],
      ),
    read: async (actor, locale, releaseId) => {
      const audit = isUuid(releaseId)
        ? await releasedAudit(doors, actor, releaseId, { periods: [], crossing: [] })
        : null
      if (audit === null || audit.view === null) return null
      const { list, release, chosen, view } = audit
      return {
        list: list.name,
        periods: chosen.map((period) => labelOf(locale, 'period', period)).join(', '),
        releasedAt: release.releasedAt,
        synthetic: list.synthetic,
        headline: headlineOf(locale, view, view.countsWhat),
        sentences: sentencesOf(locale, view, view.countsWhat),
        caution: locale.text('audit.caution'),
      }
    },
  }
}
