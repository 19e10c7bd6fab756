import type { Locale } from '@jamvikt/i18n'
import { ALL_TEMPLATE_STYLES, type TemplateFacts } from '../model-template.ts'
import { writtenWord } from './template-words.ts'

/** What was found in a template, a line a thing. */
export function TemplateFound(props: { locale: Locale; facts: TemplateFacts }) {
  const { locale, facts } = props
  const place = writtenWord(locale, 'report')
  const font = (name: string) => name || locale.text('look.template.fonts.untold')
  const styles = (isFound: boolean) =>
    ALL_TEMPLATE_STYLES.filter((style) => facts.styles.includes(style) === isFound).map((style) =>
      locale.text(`look.template.style.${style}`),
    )
  const lines: readonly (readonly [name: string, said: string])[] = [
    [
      locale.text('look.template.place'),
      locale.text(facts.hasPlace ? 'look.template.place.yes' : 'look.template.place.no', { place }),
    ],
    [locale.text('look.template.fields'), facts.fields.map((field) => writtenWord(locale, field)).join(', ')],
    [locale.text('look.template.unknown'), facts.unknown.join(', ')],
    [
      locale.text('look.template.paper'),
      locale.text('look.template.paper.size', {
        width: String(facts.widthMm),
        height: String(facts.heightMm),
      }),
    ],
    [
      locale.text('look.template.pages'),
      [
        locale.text('look.template.pages.count', {
          headers: String(facts.headers),
          footers: String(facts.footers),
        }),
        facts.hasFirstPage ? locale.text('look.template.pages.first') : '',
      ]
        .join(' ')
        .trim(),
    ],
    [locale.text('look.template.pictures'), facts.pictures === 0 ? '' : String(facts.pictures)],
    [locale.text('look.template.styles'), styles(true).join(', ')],
    [locale.text('look.template.lacking'), styles(false).join(', ')],
    [
      locale.text('look.template.fonts'),
      locale.text('look.template.fonts.both', {
        headings: font(facts.headingFont),
        body: font(facts.bodyFont),
      }),
    ],
    [
      locale.text('look.template.taken'),
      facts.takenOut.map((each) => locale.text(`look.template.taken.${each}`)).join(', '),
    ],
  ]
  return (
    <table>
      <caption>{locale.text('look.template.found')}</caption>
      <tbody>
        {lines
          .filter(([, said]) => said !== '')
          .map(([name, said]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{said}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
