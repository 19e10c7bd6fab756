import type { Locale } from '@jamvikt/i18n'
import type { Course, Going } from '../model-figures.ts'
import type { Standing } from '../rules/states.ts'

/** Each state has a shape of its own: it reads without colour. */
const STATES: Readonly<Record<Standing, readonly [sign: string, tone: string]>> = {
  none: ['○', 'tag-neutral'],
  submitted: ['→', 'tag-few'],
  returned: ['←', 'tag-bad'],
  accepted: ['✓', 'tag-good'],
  reopened: ['↺', 'tag-few'],
}
const GOINGS: Readonly<Record<Going, readonly [sign: string, tone: string]>> = {
  'on-track': ['●', 'tag-good'],
  done: ['✓', 'tag-good'],
  'not-begun': ['○', 'tag-neutral'],
  late: ['▲', 'tag-few'],
  stopped: ['■', 'tag-bad'],
  untold: ['–', 'tag-neutral'],
}
const COURSE_SIGNS: Readonly<Record<Course, readonly [sign: string, tone: string]>> = {
  reached: ['✓', 'tag-good'],
  'on-way': ['●', 'tag-good'],
  behind: ['▲', 'tag-few'],
  unknown: ['–', 'tag-neutral'],
}

function Signed({ of: [sign, tone], text }: { of: readonly [string, string]; text: string }) {
  return (
    <span class={`tag ${tone}`}>
      <span aria-hidden="true">{sign}</span> {text}
    </span>
  )
}

/** Where a report stands, in a sign and words. */
export function StateTag({ locale, state }: { locale: Locale; state: Standing }) {
  return <Signed of={STATES[state]} text={locale.text(`agency.state.${state}`)} />
}

/** How a goal goes, in a sign and words. */
export function CourseTag({ locale, course }: { locale: Locale; course: Course }) {
  return <Signed of={COURSE_SIGNS[course]} text={locale.text(`agency.course.${course}`)} />
}

/** How many activities go in a way, in a sign and words. */
export function GoingTag({ locale, going, count }: { locale: Locale; going: Going; count: number }) {
  return <Signed of={GOINGS[going]} text={locale.counted(`agency.going.${going}`, count)} />
}

/** What activities of a kind are called. */
export function goingText(locale: Locale, going: Going): string {
  return locale.text(going === 'untold' ? 'follow.untold' : `follow.status.${going}`)
}
