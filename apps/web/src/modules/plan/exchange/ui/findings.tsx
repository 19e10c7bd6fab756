import type { Locale } from '@jamvikt/i18n'
import { fieldDefs } from '../../model-items.ts'
import { entryName } from '../../ui/words.tsx'
import type { AllowedOf, Finding, Place } from '../model-exchange.ts'
import { nationalEntry } from '../rules/national-entry.ts'
import { allowedForFact, allowedWords } from '../rules/vocabulary.ts'

/** Where something stands, in the file’s own words. */
function placeText(locale: Locale, { sheet, row, column, path }: Place, isWord: boolean): string {
  const parts = [
    sheet === undefined ? '' : isWord ? `${locale.text('plan.x.word-page.table')} ${sheet}` : sheet,
    row === undefined ? '' : locale.text('plan.x.place.row', { row }),
    column ?? '',
    path ?? '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? locale.text('plan.x.draft.whole') : parts.join(', ')
}

const LETTERS_IN_FULL = 160
const FIRST_WORDS = 3

/** What may be written in a field: its words, or the least and the most that a number may be. */
function allowedText(locale: Locale, { kind, field }: AllowedOf): string {
  const def = kind === 'plan' ? undefined : fieldDefs(kind)[field]
  if (def?.type === 'number' && def.least !== undefined && def.most !== undefined)
    return locale.text('plan.x.detail.between', { least: def.least, most: def.most })
  const words =
    kind === 'plan' || def === undefined
      ? allowedForFact(locale.language, field)
      : allowedWords(locale.language, kind, field, def)
  const all = words.join('; ')
  if (all === '') return ''
  return all.length <= LETTERS_IN_FULL
    ? locale.text('plan.x.detail.allowed', { words: all })
    : locale.text('plan.x.detail.allowedFirst', {
        words: words.slice(0, FIRST_WORDS).join('; '),
        more: words.length - FIRST_WORDS,
      })
}

const SAY_ALLOWED: ReadonlySet<string> = new Set([
  'not-a-choice',
  'unknown-dimension',
  'no-such-national',
  'too-small',
  'too-large',
])

function findingText(locale: Locale, finding: Finding): string {
  const text = reasonText(locale, finding)
  const nearest = nationalEntry(finding.nearest ?? '')
  if (nearest !== null)
    return `${text} ${locale.text('plan.x.detail.meant', { name: entryName(locale, nearest) })}`
  const { reason, allowed } = finding
  const words = allowed !== undefined && SAY_ALLOWED.has(reason) ? allowedText(locale, allowed) : ''
  return words === '' ? text : `${text} ${words}`
}

function reasonText(locale: Locale, { reason, detail }: Finding): string {
  const text = locale.dynamic(`plan.x.find.${reason}`, reason)
  if (detail === '') return text
  const [rows, stated, difference] = detail.split('|')
  if (reason === 'sum-differs' && rows && stated && difference)
    return `${text} (${locale.text('plan.x.detail.rowsGive', { rows, stated, difference })})`
  return text.endsWith(':') ? `${text} ${detail}` : `${text} (${detail})`
}

/** What is wrong with a file, or was assumed of it: where, of what, and what to do. */
export function Findings(props: {
  locale: Locale
  id: 'faults' | 'remarks'
  findings: readonly Finding[]
  isWord: boolean
}) {
  const { locale, findings, isWord } = props
  const label = {
    where: locale.text('plan.x.draft.where'),
    item: locale.text('plan.x.draft.item'),
    wrong: locale.text(props.id === 'faults' ? 'plan.x.draft.wrong' : 'plan.x.draft.noticed'),
  }
  return (
    <table class="stack findings" aria-labelledby={props.id}>
      <thead>
        <tr>
          <th scope="col">{label.where}</th>
          <th scope="col">{label.item}</th>
          <th scope="col">{label.wrong}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, at) => (
          <tr key={`${props.id} ${at}`}>
            <th scope="row">{placeText(locale, finding.place, isWord)}</th>
            <td data-label={label.item}>{finding.item === '' ? '–' : finding.item}</td>
            <td data-label={label.wrong}>{findingText(locale, finding)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
