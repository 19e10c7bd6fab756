import type { Locale } from '@jamvikt/i18n'
import { type FieldError, Notice } from '@jamvikt/ui'
import { wordOf } from '../../../platform/http/form-words.ts'
import { type ActivityUpdate, type Period, REACHED, type Told } from './model-follow.ts'
import { checkTold } from './rules/check-told.ts'
import type { Standing } from './rules/standing.ts'
import type { TellRefusal } from './service/follow.ts'
import { TellForm, type ToldWords } from './ui/tell-form.tsx'
import { ToldClash } from './ui/told-clash.tsx'

const FIELDS = ['status', 'done', 'cause', 'measure', ...REACHED] as const

/** What the form of an update shows. */
export interface ShownForm {
  readonly filled: ToldWords
  readonly errors: readonly FieldError[]
  readonly seen: string
  /** What a colleague has told meanwhile. */
  readonly latest: ActivityUpdate | null
  readonly status: 200 | 409 | 422
}

/** The form as it is met first: with what is told, or with how it went the period before. */
export function formOf(standing: Standing | null): ShownForm {
  const update = standing?.update ?? null
  const filled = update === null ? { status: standing?.before ?? '' } : wordsOf(update)
  return { filled, errors: [], seen: seenOf(update), latest: null, status: 200 }
}

/** The form of an update, with what hinders it. Words that came too late stay to be taken elsewhere. */
export function TellRoom(props: {
  locale: Locale
  period: Period
  shown: ShownForm
  hasMore: boolean
  keep: string | null
}) {
  const { locale, period, shown } = props
  return (
    <>
      {period.closedAt === null ? null : (
        <Notice kind="watch">{locale.text('follow.closed', { date: locale.date(period.closedAt) })}</Notice>
      )}
      {shown.latest === null ? null : <ToldClash locale={locale} latest={shown.latest} />}
      {period.closedAt === null || shown.status === 409 ? (
        <TellForm
          locale={locale}
          filled={shown.filled}
          errors={shown.errors}
          seen={shown.seen}
          hasMore={props.hasMore}
          keep={props.keep}
        />
      ) : null}
    </>
  )
}

/** Takes a form in; where it is refused the form is given back with all that was written. */
export async function tellByForm(
  locale: Locale,
  form: FormData,
  run: (
    seen: { readonly revision: number; readonly told: Told } | null,
    told: Told,
  ) => Promise<{ readonly ok: true } | TellRefusal>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly shown: ShownForm }> {
  const filled = toldIn(form)
  const seen = wordOf(form, 'seen', MOST_FORM)
  const checked = checkTold(filled)
  if (!checked.ok) {
    const errors = checked.faults.map(({ field, reason }) => ({
      field,
      text: locale.text(`follow.error.${reason}`, { field: locale.text(`follow.field.${field}`) }),
    }))
    return { ok: false, shown: { filled, errors, seen, latest: null, status: 422 } }
  }
  const done = await run(readSeen(seen), checked.told)
  if (done.ok) return done
  if (done.reason !== 'clash')
    return { ok: false, shown: { filled, errors: [], seen, latest: null, status: 409 } }
  const { merged, latest } = done
  return {
    ok: false,
    shown: { filled: wordsOf(merged), errors: [], seen: seenOf(latest), latest, status: 409 },
  }
}

/** What a form holds is given back to whoever wrote it whole, however much it is. */
export const MOST_FORM = 1024 * 1024

/** What somebody has written in the form of an update. */
export function toldIn(form: FormData): ToldWords {
  return Object.fromEntries(FIELDS.map((field) => [field, wordOf(form, field, MOST_FORM)]))
}

/** What is told, as a form holds it. */
export function wordsOf({ status, done, cause, measure, reached }: Told): ToldWords {
  const counts = REACHED.map((group) => [group, reached[group] === null ? '' : String(reached[group])])
  return { status, done, cause, measure, ...Object.fromEntries(counts) }
}

/** What the writer had before them goes with the form, so that it can be told what they have changed. */
export function seenOf(update: ActivityUpdate | null): string {
  return update === null ? '' : JSON.stringify([update.revision, wordsOf(update)])
}

/** What the writer had before them, as a form sent it back. */
export function readSeen(text: string): { readonly revision: number; readonly told: Told } | null {
  try {
    const [revision, words] = JSON.parse(text) as readonly [unknown, unknown]
    if (typeof words !== 'object' || words === null) return null
    const said = FIELDS.map((field) => [field, String((words as Record<string, unknown>)[field] ?? '')])
    const checked = checkTold(Object.fromEntries(said))
    return checked.ok && typeof revision === 'number' ? { revision, told: checked.told } : null
  } catch {
    return null
  }
}
