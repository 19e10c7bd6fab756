import type { Locale } from '@jamvikt/i18n'
import { Field, type FieldError, Notice } from '@jamvikt/ui'
import type { PageContent, PagePublication } from '../model-pages.ts'
import type { Hindrance } from '../service/hindrances.ts'
import type { ShownBlocks } from '../service/shown-page.ts'
import { nameOfBlock } from './page-editor.tsx'

interface Deciding {
  readonly locale: Locale
  /** The page’s own address. */
  readonly here: string
  readonly errors: readonly FieldError[]
  readonly mayDecide: boolean
}

/** What is published, and a way to take it off. */
export function Standing(props: Deciding & { publication: PagePublication; open: string }) {
  const { locale, publication } = props
  return (
    <section class="card form">
      <p>
        {locale.text('pages.publish.stands', {
          revision: publication.revision,
          date: locale.date(publication.decidedAt ?? publication.proposedAt),
        })}{' '}
        <a href={props.open}>{locale.text('pages.publish.see')}</a>
      </p>
      {props.mayDecide ? (
        <ReasonForm
          {...props}
          act="withdraw"
          label={locale.text('pages.publish.withdraw.reason')}
          button={locale.text('pages.publish.withdraw')}
        />
      ) : null}
    </section>
  )
}

/** What waits for a decision, and whoever may decide. */
export function Waiting(
  props: Deciding & { publication: PagePublication; personId: string; latest: number },
) {
  const { locale, here, publication, personId, mayDecide } = props
  const { revision, proposedBy, writtenBy } = publication
  const isOwn = proposedBy === personId || writtenBy === personId
  return (
    <section class="card form">
      <p>
        {locale.text('pages.publish.waits', { revision, date: locale.date(publication.proposedAt) })}{' '}
        <a href={`${here}/revisions/${revision}`}>{locale.text('pages.publish.look', { revision })}</a>
      </p>
      {revision === props.latest ? null : (
        <Notice kind="watch">{locale.text('pages.publish.later', { revision })}</Notice>
      )}
      {isOwn ? <p class="note">{locale.text('pages.publish.own')}</p> : null}
      {mayDecide && !isOwn ? (
        <form method="post">
          <input type="hidden" name="id" value={publication.id} />
          <button class="button primary" id="approve" name="act" value="approve" type="submit">
            {locale.text('pages.publish.approve')}
          </button>
        </form>
      ) : null}
      {mayDecide ? (
        <ReasonForm
          {...props}
          act="decline"
          label={locale.text('pages.publish.reason')}
          button={locale.text(proposedBy === personId ? 'pages.publish.takeBack' : 'pages.publish.decline')}
        />
      ) : null}
    </section>
  )
}

function ReasonForm(
  props: Deciding & {
    publication: PagePublication
    act: 'decline' | 'withdraw'
    label: string
    button: string
  },
) {
  return (
    <form method="post" class="reason">
      <input type="hidden" name="id" value={props.publication.id} />
      <Field id={`reason-${props.act}`} name="reason" label={props.label} required errors={props.errors} />
      <button class="button" name="act" value={props.act} type="submit">
        {props.button}
      </button>
    </form>
  )
}

/** The figures that everybody may not see, each with why. */
export function HindranceList(
  props: Deciding & {
    content: PageContent
    shown: ShownBlocks
    hindrances: readonly Hindrance[]
    indicators: string
  },
) {
  const { locale, here, content, hindrances } = props
  if (hindrances.length === 0) return null
  return (
    <section class="card">
      <h2>{locale.text('pages.publish.hinders')}</h2>
      <ul>
        {hindrances.map(({ blockId, reason }) => {
          const block = content.blocks.find(({ id }) => id === blockId)
          const shown = props.shown.get(blockId)
          return block === undefined ? null : (
            <li key={blockId}>
              <a href={`${here}#b-${blockId}`}>{nameOfBlock(locale, block, shown)}</a>.{' '}
              {locale.text(`pages.notOpen.${reason}`)}
              {reason === 'indicator-not-open' ? (
                <>
                  {' '}
                  <a href={props.indicators}>{locale.text('stat.indicators')}</a>
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function ProposeForm({ locale, revision }: Deciding & { revision: number }) {
  return (
    <form method="post" class="form">
      <button class="button primary" id="propose" name="act" value="propose" type="submit">
        {locale.text('pages.publish.propose', { revision })}
      </button>
    </form>
  )
}
