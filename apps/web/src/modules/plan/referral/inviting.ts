import { LANGUAGES, type Locale, localeOf } from '@jamvikt/i18n'
import type { FieldError } from '@jamvikt/ui'
import type { WebContext } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { dayText } from '../ui/words.tsx'
import type { Referral } from './model-referral.ts'
import type { versionOut } from './referral-room.tsx'
import type { InvitedReading } from './rules/invited.ts'
import type { Inviting } from './service/invite.ts'
import type { Rewriting } from './service/refer.ts'

const MOST_TOLD = 50

type Found = Awaited<ReturnType<typeof versionOut>>

const planName = ({ opened, tree }: Found) => tree.document.facts.name || opened.plan.facts.name

/** What letters of a referral say, in the language of whoever sends them. */
export function invitingBy(c: WebContext, doors: PlanDoors, found: Found, referral: Referral): Inviting {
  const locale = c.get('locale')
  const plan = planName(found)
  const region = c.get('membership').regionName
  return {
    baseUrl: doors.baseUrl,
    today: swedishDay(new Date()),
    words: {
      subject: locale.text('referral.letter.subject', { plan }).slice(0, 300),
      body: (to) => letterBody(locale, { ...to, plan, region, referral }),
    },
  }
}

/** What letters that wait say when the referral has changed. */
export function rewritingBy(c: WebContext, doors: PlanDoors, found: Found): Rewriting {
  const plan = planName(found)
  const region = c.get('membership').regionName
  return {
    baseUrl: doors.baseUrl,
    body: (before, to) => letterBody(localeOfLetter(before) ?? c.get('locale'), { ...to, plan, region }),
  }
}

interface LetterParts {
  readonly organisation: string
  readonly address: string
  readonly plan: string
  readonly region: string
  readonly referral: Referral
}

function letterBody(locale: Locale, { referral, ...to }: LetterParts): string {
  const date = dayText(locale, referral.dueOn)
  return locale
    .text('referral.letter.body', { ...to, date, intro: referral.intro })
    .replace(/\n{3,}/g, '\n\n')
}

/** The language of a letter, by the fixed words that it ends with. */
function localeOfLetter(body: string): Locale | undefined {
  const address = '\u0000'
  const blank = { organisation: '', plan: '', region: '', date: '', intro: '' }
  return LANGUAGES.map(localeOf).find((locale) => {
    const [, end] = locale.text('referral.letter.body', { ...blank, address }).split(address)
    return end !== undefined && body.endsWith(end)
  })
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
