import type { Locale } from '@jamvikt/i18n'
import type { ComponentChildren } from 'preact'
import { type Agreement, type Entered, FIGURE_SEXES, type FigureRow } from '../rules/indicator-figures.ts'
import { choiceLabel, numberText } from './words.tsx'

/**
 * An indicator’s own series: women first, and whether the sexes and the whole hold together; for those who only read it,
 * without the check.
 */
export function FigureTable(props: { locale: Locale; rows: readonly FigureRow[]; isForReaders?: boolean }) {
  const { locale, rows, isForReaders = false } = props
  if (rows.length === 0) return <p class="note">{locale.text('plan.figures.none')}</p>
  const sexes = FIGURE_SEXES.filter(
    (sex) => sex !== 'other' || rows.some(({ bySex }) => bySex.other.kind !== 'none'),
  )
  return (
    <table class="stack figures">
      <thead>
        <tr>
          <th scope="col">{locale.text('plan.figures.what')}</th>
          {sexes.map((sex) => (
            <th scope="col" class="n" key={sex}>
              {choiceLabel(locale, 'figure', 'sex', sex)}
            </th>
          ))}
          {isForReaders ? null : <th scope="col">{locale.text('plan.figures.check')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, year, group, bySex, agreement }) => (
          <tr key={`${what} ${year} ${group}`}>
            <th scope="row">
              {choiceLabel(locale, 'figure', 'what', what)} {year}
              {group === '' ? null : <small class="note"> {group}</small>}
            </th>
            {sexes.map((sex) => (
              <td class="n" key={sex} data-label={choiceLabel(locale, 'figure', 'sex', sex)}>
                {isForReaders && bySex[sex].kind === 'none'
                  ? locale.text('plan.compare.unknown')
                  : enteredText(locale, bySex[sex])}
              </td>
            ))}
            {isForReaders ? null : (
              <td data-label={locale.text('plan.figures.check')}>
                <AgreementTag locale={locale} agreement={agreement} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const AGREEMENTS = ['agrees', 'differs', 'incomplete', 'unchecked'] as const

/** What the mark of a line of figures means. */
export function FigureCheckHelp({ locale }: { locale: Locale }) {
  return (
    <details class="no-print">
      <summary>{locale.text('plan.figures.judged')}</summary>
      <ul class="plain">
        {AGREEMENTS.map((kind) => (
          <li key={kind}>
            <Mark kind={kind}>
              {locale.text(
                kind === 'differs'
                  ? 'plan.figures.agreement.differs.short'
                  : `plan.figures.agreement.${kind}`,
              )}
            </Mark>{' '}
            {locale.text(`plan.figures.judged.${kind}`)}
          </li>
        ))}
      </ul>
      <p class="note">{locale.text('plan.figures.judged.note')}</p>
    </details>
  )
}

function enteredText(locale: Locale, entered: Entered): string {
  if (entered.kind === 'value') return numberText(locale, entered.value)
  return entered.kind === 'missing' ? choiceLabel(locale, 'figure', 'missing', entered.missing) : '–'
}

const SIGNS = {
  agrees: ['✓', 'good'],
  differs: ['▲', 'bad'],
  incomplete: ['?', 'few'],
  unchecked: ['○', 'neutral'],
} as const

function AgreementTag({ locale, agreement }: { locale: Locale; agreement: Agreement }) {
  return (
    <Mark kind={agreement.kind}>
      {agreement.kind === 'differs'
        ? locale.text('plan.figures.agreement.differs', { sum: numberText(locale, agreement.bySex) })
        : locale.text(`plan.figures.agreement.${agreement.kind}`)}
    </Mark>
  )
}

function Mark({ kind, children }: { kind: Agreement['kind']; children: ComponentChildren }) {
  const [sign, tone] = SIGNS[kind]
  return (
    <span class={`tag tag-${tone}`}>
      <span aria-hidden="true">{sign}</span>
      {children}
    </span>
  )
}
