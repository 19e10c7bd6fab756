import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import { KeepOffer } from '../../plan/public.ts'
import type { KeptWords } from '../model-submission.ts'
import { MOST_COMMENT, type Obstacle, type Question } from '../rules/in-the-way.ts'

/** The id of the field that a question is answered in. */
export function fieldOf({ key }: Question): string {
  return `w.${key}`
}

/** What a question asks, in words. */
type About = (question: Question) => string

/** What remains before a report can be sent, each line leading to where it is put right. */
export function InTheWay(props: {
  locale: Locale
  obstacles: readonly Obstacle[]
  about: About
  /** Where an activity is told of. */
  activity: (id: string) => string
  /** Where the comments are written. */
  comments: string
}) {
  const { locale, obstacles } = props
  if (obstacles.length === 0) return <Notice kind="good">{locale.text('agency.way.none')}</Notice>
  return (
    <section class="card" aria-labelledby="in-the-way">
      <h2 id="in-the-way">{locale.text('agency.way')}</h2>
      <ul>
        {obstacles.map((obstacle) =>
          'activityId' in obstacle ? (
            <li key={obstacle.activityId}>
              <a href={props.activity(obstacle.activityId)}>
                {locale.text(`agency.way.${obstacle.kind}`, { name: obstacle.name })}
              </a>
            </li>
          ) : (
            <li key={obstacle.question.key}>
              <a href={`${props.comments}#${fieldOf(obstacle.question)}`}>
                {obstacle.kind === 'no-comment'
                  ? locale.text('agency.way.no-comment', { about: props.about(obstacle.question) })
                  : locale.text('agency.way.too-long', {
                      about: props.about(obstacle.question),
                      most: locale.number(MOST_COMMENT),
                    })}
              </a>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

/** Where a region writes its comments. */
export function CommentsForm(props: {
  locale: Locale
  questions: readonly Question[]
  about: About
  filled: Readonly<Record<string, string>>
  seen: string
  keep: string
  wrong: readonly string[]
  /** What a colleague has written meanwhile. */
  latest: KeptWords | null
}) {
  const { locale, latest } = props
  return (
    <>
      {latest === null ? null : (
        <Notice kind="watch">
          {locale.text('agency.clash', { name: latest.changedBy, time: locale.time(latest.changedAt) })}
        </Notice>
      )}
      <KeepOffer locale={locale} />
      <form method="post" class="card form" data-keep={props.keep}>
        <h2>{locale.text('agency.comments')}</h2>
        <p class="hint" id="comments-hint">
          {locale.text('agency.comments.hint')}
        </p>
        <input type="hidden" name="seen" value={props.seen} />
        {props.questions.map((question) => {
          const id = fieldOf(question)
          const theirs = latest?.words[question.key] ?? ''
          const isWrong = props.wrong.includes(question.key)
          return (
            <div key={id} class={isWrong ? 'field field-wrong' : 'field'}>
              <label for={id}>{props.about(question)}</label>
              {isWrong && latest !== null ? (
                <div class="theirs">
                  <p class="note">{locale.text('agency.clash.theirs', { name: latest.changedBy })}</p>
                  <p class="as-written">{theirs}</p>
                </div>
              ) : null}
              {isWrong && latest === null ? (
                <p class="field-error" id={`${id}-error`}>
                  {locale.text('agency.way.too-long', {
                    about: props.about(question),
                    most: locale.number(MOST_COMMENT),
                  })}
                </p>
              ) : null}
              <textarea
                id={id}
                name={id}
                rows={question.kind === 'overall' ? 6 : 4}
                aria-invalid={isWrong ? 'true' : undefined}
                aria-describedby={isWrong && latest === null ? `${id}-error comments-hint` : 'comments-hint'}
              >
                {props.filled[question.key] ?? ''}
              </textarea>
            </div>
          )
        })}
        <p class="inline">
          <button class="button" type="submit" name="act" value="save">
            {locale.text('agency.save')}
          </button>
          <button class="button primary" type="submit" name="act" value="preview">
            {locale.text('agency.savePreview')}
          </button>
        </p>
      </form>
    </>
  )
}
