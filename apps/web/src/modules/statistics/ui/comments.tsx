import type { Locale } from '@jamvikt/i18n'
import type { FigureComment } from '../model-indicators.ts'

/** What people have said of a figure, and a form to say something. */
export function Comments(props: {
  locale: Locale
  action: string
  view: string
  version: number
  comments: readonly FigureComment[]
  /** Who looks, where they may write and review. */
  writer: { readonly personId: string } | null
}) {
  const { locale, comments, writer } = props
  if (comments.length === 0 && writer === null) return null
  return (
    <section class={comments.length === 0 ? 'card form no-print' : 'card form'}>
      <h2>{locale.text('stat.comments')}</h2>
      {comments.map(({ id, body, state, createdAt, createdBy, authorName, view }) => (
        <article key={id}>
          <p>{body}</p>
          <p class="note">
            {writer === null ? '' : `${authorName}, `}
            {locale.date(createdAt)}
            {state === 'draft' ? ` · ${locale.text('stat.comments.draft')}` : ''} ·{' '}
            <a href={`?${view}`}>{locale.text('stat.comments.see')}</a>
          </p>
          {writer === null ? null : (
            <form method="post" action={props.action} class="inline">
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="view" value={props.view} />
              <input type="hidden" name="version" value={props.version} />
              {state === 'draft' && createdBy !== writer.personId ? (
                <button class="button" type="submit" name="act" value="review">
                  {locale.text('stat.comments.review')}
                </button>
              ) : null}
              <button class="button" type="submit" name="act" value="withdraw">
                {locale.text('stat.comments.withdraw')}
              </button>
            </form>
          )}
        </article>
      ))}
      {writer === null ? null : (
        <form method="post" action={props.action} class="no-print">
          <input type="hidden" name="view" value={props.view} />
          <input type="hidden" name="version" value={props.version} />
          <label for="body">{locale.text('stat.comments.write')}</label>
          <p class="hint" id="body-hint">
            {locale.text('stat.comments.hint')}
          </p>
          <textarea id="body" name="body" rows={3} maxLength={4000} aria-describedby="body-hint" required />
          <button class="button" type="submit" name="act" value="write">
            {locale.text('save')}
          </button>
        </form>
      )}
    </section>
  )
}

/** Leads to what has been said of earlier versions. */
export function EarlierComments(props: {
  locale: Locale
  /** The table’s address. */
  here: string
  earlier: readonly { readonly version: number; readonly count: number }[]
}) {
  const { locale, earlier } = props
  const count = earlier.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  return (
    <p class="note">
      {locale.text(count === 1 ? 'stat.comments.earlier.one' : 'stat.comments.earlier.many', {
        count: locale.number(count),
      })}{' '}
      {earlier.map(({ version }, at) => (
        <span key={version}>
          {at > 0 ? ', ' : ''}
          <a href={`${props.here}?version=${version}`}>{locale.text('stat.comments.version', { version })}</a>
        </span>
      ))}
    </p>
  )
}
