import type { Locale } from '@jamvikt/i18n'
import type { MadeLink } from '../service/invite.ts'

/** Links that have just been made, to copy by hand: fields that select as a whole, and all of them as lines. */
export function MadeLinks(props: {
  locale: Locale
  links: readonly MadeLink[]
  /** Whether one before stopped to serve. */
  isAgain: boolean
  /** Whether letters with the same links wait for a mail server. */
  isWaiting: boolean
}) {
  const { locale, links } = props
  if (links.length === 0) return null
  return (
    <section class="notice notice-watch made-links" aria-labelledby="made-links" id="links">
      <h2 id="made-links">{locale.counted('referral.links', links.length)}</h2>
      <p>
        <strong>{locale.text('referral.links.once')}</strong> {locale.text('referral.links.copy')}{' '}
        {props.isAgain ? locale.text('referral.links.again') : ''}
        {props.isWaiting ? locale.text('referral.links.waiting') : ''}
      </p>
      {links.map(({ organisation, address, link }, at) => (
        <div class="field" key={link}>
          <label for={`link-${at}`}>{locale.text('referral.links.to', { organisation, address })}</label>
          <input type="text" id={`link-${at}`} value={link} readonly autocomplete="off" spellcheck={false} />
        </div>
      ))}
      {links.length < 2 ? null : (
        <div class="field">
          <label for="all-links">{locale.text('referral.links.all')}</label>
          <textarea id="all-links" rows={Math.min(8, links.length + 1)} readonly autocomplete="off">
            {links
              .map(({ organisation, address, link }) => [organisation, address, link].join('; '))
              .join('\n')}
          </textarea>
        </div>
      )}
    </section>
  )
}
