import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import { AREAS } from '../../model-datasets.ts'
import { TextArea } from '../../ui/text-area.tsx'
import type { ListedPage, PageContent } from '../model-pages.ts'

/** The region's pages: in what state, and who changed them last. */
export function PageList(props: { locale: Locale; home: string; pages: readonly ListedPage[] }) {
  const { locale } = props
  return (
    <section class="card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('pages.page')}</th>
            <th scope="col">{locale.text('pages.kind')}</th>
            <th scope="col">{locale.text('pages.state')}</th>
            <th scope="col">{locale.text('pages.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {props.pages.map(({ page, latest, published, proposed }) => (
            <tr key={page.id}>
              <th scope="row">
                <a href={`${props.home}/${page.slug}`}>{latest.content.title}</a>
              </th>
              <td data-label={locale.text('pages.kind')}>{kindText(locale, latest.content)}</td>
              <td data-label={locale.text('pages.state')}>
                {locale.text(`pages.state.${stateOf(page.revision, published, proposed)}`)}
              </td>
              <td data-label={locale.text('pages.changed')}>
                {locale.text('pages.changedBy', {
                  time: locale.time(latest.createdAt),
                  name: latest.authorName,
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What a page is of: a life course, an area by its name, or whatever. */
export function kindText(locale: Locale, { kind, area }: Pick<PageContent, 'kind' | 'area'>): string {
  return area === null ? locale.text(`pages.kind.${kind}`) : locale.text(`stat.area.${area}`)
}

function stateOf(revision: number, published: number | null, proposed: number | null) {
  if (proposed !== null) return 'proposed'
  if (published === null) return 'draft'
  return published === revision ? 'published' : 'changed'
}

export interface NewPage {
  readonly title: string
  readonly lede: string
  /** A kind, or a kind and an area. */
  readonly kind: string
}

/** What a page can be of: `area:power` is the page of an area. */
export const KIND_CHOICES = ['life-course', ...AREAS.map((area) => `area:${area}` as const), 'free'] as const

/** What a new page is to be. */
export function NewPageForm(props: { locale: Locale; filled: NewPage; errors: readonly FieldError[] }) {
  const { locale, filled, errors } = props
  const label = (choice: (typeof KIND_CHOICES)[number]) =>
    choice === 'life-course' || choice === 'free'
      ? locale.text(`pages.kind.${choice}`)
      : `${locale.text('pages.kind.area')}: ${locale.dynamic(`stat.area.${choice.slice(5)}`, choice)}`
  return (
    <form method="post" class="card form">
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <Field
        id="title"
        label={locale.text('pages.heading')}
        hint={locale.text('pages.addressHint')}
        value={filled.title}
        required
        errors={errors}
      />
      <Select
        id="kind"
        label={locale.text('pages.kind')}
        hint={locale.text('pages.kind.hint')}
        value={filled.kind}
        choices={KIND_CHOICES.map((value) => ({ value, label: label(value) }))}
      />
      <TextArea id="lede" label={locale.text('pages.lede.field')} value={filled.lede} most={2000} />
      <button class="button primary" type="submit">
        {locale.text('pages.new')}
      </button>
    </form>
  )
}
