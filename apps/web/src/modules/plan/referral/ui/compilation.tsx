import type { Locale } from '@jamvikt/i18n'
import { Select } from '@jamvikt/ui'
import { dayText } from '../../ui/words.tsx'
import { OUTCOMES, type Outcome, STANCES, type Stance } from '../model-referral.ts'
import type { Commented, Compilation } from '../rules/compile.ts'
import type { Subject } from '../rules/subjects.ts'
import { subjectName } from './subject-name.ts'
import { LateTag, OutcomeTag } from './tags.tsx'

/** A note that was refused, so that its form keeps what was written. */
export interface RefusedNote {
  readonly answerId: string
  readonly about: string
  readonly outcome: Outcome
  readonly reason: string
  readonly error: string
}

/** How many think what, and who. */
export function StanceTable({ locale, compiled }: { locale: Locale; compiled: Compilation }) {
  return (
    <section class="card">
      <table class="stack">
        <caption>{locale.text('referral.count.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('referral.stance')}</th>
            <th scope="col" class="n">
              {locale.text('referral.count.answers')}
            </th>
            <th scope="col">{locale.text('referral.count.who')}</th>
          </tr>
        </thead>
        <tbody>
          {STANCES.map((stance) => (
            <tr key={stance}>
              <th scope="row">{locale.text(`referral.stance.${stance}`)}</th>
              <td class="n" data-label={locale.text('referral.count.answers')}>
                {locale.number(compiled.counts[stance])}
              </td>
              <td data-label={locale.text('referral.count.who')}>
                {compiled.came
                  .filter((answer) => answer.stance === stance)
                  .map(({ organisation, isLate }) =>
                    isLate ? `${organisation} (${locale.text('referral.late').toLowerCase()})` : organisation,
                  )
                  .join(', ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Chooses whose comments are shown. */
export function StanceFilter({ locale, stance }: { locale: Locale; stance: Stance | null }) {
  return (
    <form method="get" class="card filters no-print">
      <Select
        id="stance"
        label={locale.text('referral.filter')}
        value={stance ?? ''}
        choices={[
          { value: '', label: locale.text('referral.filter.all') },
          ...STANCES.map((each) => ({ value: each, label: locale.text(`referral.stance.${each}`) })),
        ]}
      />
      <button class="button" type="submit">
        {locale.text('referral.filter.show')}
      </button>
    </form>
  )
}

/** What was said, subject by subject, and what was done with it. */
export function CommentList(props: {
  locale: Locale
  compiled: Compilation
  mayNote: boolean
  refused: RefusedNote | null
}) {
  const { locale, compiled } = props
  return (
    <>
      {compiled.subjects.map(({ subject, comments }, at) => (
        <section class="card comments" key={subject.about} aria-labelledby={`s${at}`}>
          <h2 id={`s${at}`}>{subjectName(locale, subject)}</h2>
          {comments.length === 0 ? <p class="note">{locale.text('referral.noComments')}</p> : null}
          <ul class="plain">
            {comments.map((comment) => (
              <li key={comment.answer.id} id={noteId(comment, subject)}>
                <Comment {...props} subject={subject} comment={comment} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function noteId({ answer }: Commented, { about }: Subject): string {
  return `n-${answer.id}-${about}`
}

function Comment(props: {
  locale: Locale
  subject: Subject
  comment: Commented
  mayNote: boolean
  refused: RefusedNote | null
}) {
  const { locale, comment, subject, mayNote } = props
  const { answer, words, note } = comment
  const refused =
    props.refused?.answerId === answer.id && props.refused.about === subject.about ? props.refused : null
  return (
    <>
      <p class="who">
        <strong>{answer.organisation}</strong>{' '}
        <span class="note">
          {locale.text(`referral.stance.${answer.stance}`)}, {dayText(locale, answer.receivedOn)}
        </span>{' '}
        {answer.isLate ? <LateTag locale={locale} /> : null}
      </p>
      <p class="kept-lines">{words}</p>
      {note === null ? null : (
        <div class="done-with">
          <p>
            <OutcomeTag locale={locale} outcome={note.outcome} />{' '}
            <span class="note">
              {locale.text('referral.noted.by', { name: note.madeBy, time: locale.time(note.madeAt) })}
            </span>
          </p>
          {note.reason === '' ? null : <p class="kept-lines">{note.reason}</p>}
        </div>
      )}
      {mayNote ? <NoteForm {...props} refused={refused} id={noteId(comment, subject)} /> : null}
    </>
  )
}

function NoteForm(props: {
  locale: Locale
  subject: Subject
  comment: Commented
  refused: RefusedNote | null
  id: string
}) {
  const { locale, comment, subject, refused, id } = props
  const { answer, note } = comment
  const outcome = refused?.outcome ?? note?.outcome ?? 'open'
  const about = `${answer.organisation}, ${subjectName(locale, subject)}`
  return (
    <details class="no-print" open={refused !== null}>
      <summary aria-label={`${locale.text('referral.note.edit')}: ${about}`}>
        {locale.text('referral.note.edit')}
      </summary>
      <form method="post" class="form">
        <input type="hidden" name="answer" value={answer.id} />
        <input type="hidden" name="about" value={subject.about} />
        <Select
          id={`${id}-outcome`}
          name="outcome"
          label={locale.text('referral.noted')}
          value={outcome}
          choices={OUTCOMES.map((each) => ({ value: each, label: locale.text(`referral.outcome.${each}`) }))}
        />
        <div class={refused === null ? 'field' : 'field field-wrong'}>
          <label for={`${id}-reason`}>{locale.text('referral.reason')}</label>
          <p class="hint" id={`${id}-hint`}>
            {locale.text('referral.reason.hint')}
          </p>
          {refused === null ? null : (
            <p class="field-error" id={`${id}-error`}>
              {refused.error}
            </p>
          )}
          <textarea
            id={`${id}-reason`}
            name="reason"
            rows={3}
            maxLength={4000}
            aria-invalid={refused === null ? undefined : 'true'}
            aria-describedby={refused === null ? `${id}-hint` : `${id}-hint ${id}-error`}
          >
            {refused?.reason ?? note?.reason ?? ''}
          </textarea>
        </div>
        <button class="button" type="submit">
          {locale.text('referral.note.save')}
        </button>
      </form>
    </details>
  )
}
