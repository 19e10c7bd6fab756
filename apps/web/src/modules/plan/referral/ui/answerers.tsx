import type { Locale } from '@jamvikt/i18n'
import { EmptyState, Tag } from '@jamvikt/ui'
import { dayText } from '../../ui/words.tsx'
import type { Answer } from '../model-referral.ts'
import { isLate } from '../rules/compile.ts'
import { LateTag } from './tags.tsx'

interface AnswerersProps {
  readonly locale: Locale
  readonly answers: readonly Answer[]
  readonly dueOn: string
  /** Whether the last day has passed. */
  readonly isOver: boolean
  /** Where the referral is. */
  readonly at: string
  /** Addresses are for those who ask. */
  readonly mayAsk: boolean
  readonly mayEnter: boolean
  readonly canMail: boolean
}

/** Who was asked and who has answered. */
export function Answerers(props: AnswerersProps) {
  const { locale, answers, mayAsk, mayEnter } = props
  if (answers.length === 0)
    return (
      <EmptyState title={locale.text('referral.answerers.none')}>
        <p>{locale.text('referral.answerers.none.text')}</p>
      </EmptyState>
    )
  return (
    <section class="card" aria-labelledby="answerers">
      <h2 id="answerers">{locale.text('referral.answerers')}</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('referral.organisation')}</th>
            {mayAsk ? <th scope="col">{locale.text('referral.address')}</th> : null}
            <th scope="col">{locale.text('referral.state')}</th>
            <th scope="col">{locale.text('referral.stance')}</th>
            {mayAsk || mayEnter ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {answers
            .toSorted((a, b) => locale.compare(a.organisation, b.organisation))
            .map((answer) => (
              <tr key={answer.id}>
                <th scope="row">{answer.organisation}</th>
                {mayAsk ? (
                  <td data-label={locale.text('referral.address')}>
                    <span class="break-anywhere">{answer.address || '–'}</span>
                  </td>
                ) : null}
                <td data-label={locale.text('referral.state')}>
                  <State {...props} answer={answer} />
                </td>
                <td data-label={locale.text('referral.stance')}>
                  {answer.sentAt === null || answer.stance === null
                    ? '–'
                    : locale.text(`referral.stance.${answer.stance}`)}
                </td>
                {mayAsk || mayEnter ? (
                  <td>
                    <Acts {...props} answer={answer} />
                  </td>
                ) : null}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}

function State({ locale, answer, dueOn }: AnswerersProps & { readonly answer: Answer }) {
  if (answer.receivedOn !== null) {
    const words = answer.enteredBy === null ? 'referral.state.sent' : 'referral.state.paper'
    return (
      <>
        <Tag kind="good">{locale.text(words, { date: dayText(locale, answer.receivedOn) })}</Tag>{' '}
        {isLate(answer.receivedOn, dueOn) ? <LateTag locale={locale} /> : null}
      </>
    )
  }
  if (answer.revokedAt !== null) return <>{locale.text('referral.state.revoked')}</>
  return <>{locale.text(answer.revision > 0 ? 'referral.state.draft' : 'referral.state.waiting')}</>
}

function Acts({
  locale,
  answer,
  at,
  isOver,
  mayAsk,
  mayEnter,
  canMail,
}: AnswerersProps & { readonly answer: Answer }) {
  const isLinked = answer.address !== '' && answer.sentAt === null
  const named = (words: string) => `${words}: ${answer.organisation}`
  const mayType = mayEnter && (answer.sentAt === null || answer.enteredBy !== null)
  const entry = locale.text(answer.sentAt === null ? 'referral.enter' : 'referral.correct')
  return (
    <form method="post" action={at} class="inline no-print">
      <input type="hidden" name="answer" value={answer.id} />
      {mayType ? (
        <a class="button small" href={`${at}/answers/${answer.id}`} aria-label={named(entry)}>
          {entry}
        </a>
      ) : null}
      {mayAsk && isLinked && !isOver
        ? (canMail ? (['again', 'link'] as const) : (['link'] as const)).map((act) => (
            <button
              key={act}
              class="button small"
              type="submit"
              name="act"
              value={act}
              aria-label={named(locale.text(`referral.${act}`))}
            >
              {locale.text(`referral.${act}`)}
            </button>
          ))
        : null}
      {mayAsk && isLinked && answer.revokedAt === null ? (
        <button
          class="button small"
          type="submit"
          name="act"
          value="revoke"
          aria-label={named(locale.text('referral.revoke'))}
        >
          {locale.text('referral.revoke')}
        </button>
      ) : null}
    </form>
  )
}
