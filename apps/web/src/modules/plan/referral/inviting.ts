import type { FieldError } from '@jamvikt/ui'
import type { WebContext } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { dayText } from '../ui/words.tsx'
import type { Referral } from './model-referral.ts'
import type { versionOut } from './referral-room.tsx'
import type { InvitedReading } from './rules/invited.ts'
import type { Inviting } from './service/invite.ts'

const MOST_TOLD = 50

/** What letters of a referral say, in the language of whoever sends them. */
export function invitingBy(
  c: WebContext,
  doors: PlanDoors,
  { opened, tree }: Awaited<ReturnType<typeof versionOut>>,
  referral: Referral,
): Inviting {
  const locale = c.get('locale')
  const plan = tree.document.facts.name || opened.plan.facts.name
  const { regionName } = c.get('membership')
  const date = dayText(locale, referral.dueOn)
  return {
    baseUrl: doors.baseUrl,
    today: swedishDay(new Date()),
    words: {
      subject: locale.text('referral.letter.subject', { plan }).slice(0, 300),
      body: ({ organisation, address }) =>
        locale
          .text('referral.letter.body', {
            organisation,
            plan,
            region: regionName,
            date,
            intro: referral.intro,
            address,
          })
          .replace(/\n{3,}/g, '\n\n'),
    },
  }
}

/** Every line that hinders, and how many more there are. */
export function invitedErrors(c: WebContext, read: Exclude<InvitedReading, { ok: true }>): FieldError[] {
  const locale = c.get('locale')
  const texts =
    read.reason === 'lines'
      ? [
          ...read.faults
            .slice(0, MOST_TOLD)
            .map(({ reason, ...at }) => locale.text(`referral.fault.${reason}`, at)),
          ...(read.faults.length > MOST_TOLD
            ? [locale.counted('referral.fault.lines', read.faults.length - MOST_TOLD)]
            : []),
        ]
      : [locale.text(`referral.fault.${read.reason}`)]
  return texts.map((text) => ({ field: 'invited', text }))
}
