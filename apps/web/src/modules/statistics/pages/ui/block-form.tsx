import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Notice } from '@jamvikt/ui'
import { TextArea } from '../../ui/text-area.tsx'
import { type Block, MOST_WORDS, type PageRevision } from '../model-pages.ts'
import type { Clash } from '../rules/clash.ts'

/** What is written in a block, or at the head of a page. */
export interface Written {
  readonly heading: string
  readonly body: string
}

/** What somebody else has saved meanwhile. */
export interface Other {
  readonly clash: Clash
  readonly latest: PageRevision
}

/** A form for the words of a block. Where somebody else has written meanwhile, theirs stand beside one’s own. */
export function BlockForm(props: {
  locale: Locale
  kind: Block['kind'] | 'head'
  guide: string
  /** The revision that the words are written on. */
  revision: number
  filled: Written
  other: Other | null
  errors: readonly FieldError[]
}) {
  const { locale, kind, filled, other, errors } = props
  const theirs = other === null ? null : theirsOf(other.clash)
  const isFigure = kind === 'figure'
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {other === null ? null : (
        <Notice kind="bad">
          <p>
            <strong>{locale.text('pages.clash')}</strong>
          </p>
          <p>{locale.text(theirs === null ? 'pages.clash.removed' : 'pages.clash.text')}</p>
        </Notice>
      )}
      <div class={theirs === null ? '' : 'grid-even'}>
        <form method="post" class="card form">
          <input type="hidden" name="revision" value={props.revision} />
          {props.guide === '' ? null : <p class="hint">{props.guide}</p>}
          <Field
            id="heading"
            label={locale.text(isFigure ? 'pages.caption' : 'pages.heading')}
            value={filled.heading}
            required={kind === 'head' || kind === 'stage'}
            errors={errors}
          />
          <TextArea
            id="body"
            label={locale.text(
              kind === 'head' ? 'pages.lede.field' : isFigure ? 'pages.words.figure' : 'pages.words',
            )}
            {...(kind === 'head' ? {} : { hint: locale.text('pages.words.hint') })}
            value={filled.body}
            most={kind === 'head' ? 2000 : MOST_WORDS}
            rows={kind === 'head' ? 4 : 12}
          />
          <button class="button primary" type="submit">
            {locale.text('save')}
          </button>
        </form>
        {theirs === null || other === null ? null : (
          <section class="card theirs">
            <h2>{locale.text('pages.clash.theirs', { name: other.latest.authorName })}</h2>
            {theirs.heading === '' ? null : <h3>{theirs.heading}</h3>}
            <p class="as-written">{theirs.body}</p>
          </section>
        )}
      </div>
    </>
  )
}

function theirsOf(clash: Clash): Written | null {
  if (clash.kind === 'block-removed') return null
  if (clash.kind === 'block-changed') return clash.theirs
  return { heading: clash.theirs.title, body: clash.theirs.lede }
}
