import type { Locale } from '@jamvikt/i18n'
import { Field, type FieldError, Select } from '@jamvikt/ui'
import { SHIFT_UNITS } from '../rules/shift-day.ts'
import { COLUMNS, type TimeGrid } from '../rules/time-grid.ts'
import type { Undoable } from '../service/undo-rows.ts'

/** What the forms beside the table hold, as it is typed. */
export type PanelWords = Readonly<Record<string, string>>

interface PanelProps {
  readonly locale: Locale
  readonly words: PanelWords
  readonly errors: readonly FieldError[]
}

export const BULK_FIELDS = [
  'bulk-by',
  'bulk-of',
  'bulk-start',
  'bulk-end',
  'bulk-unit',
  'bulk-responsible',
] as const

/** What is done with all rows that are chosen. */
export function BulkPanel({ locale, words, errors }: PanelProps) {
  const field = (id: (typeof BULK_FIELDS)[number], label: string, hint?: string) => (
    <Field id={id} label={label} value={words[id] ?? ''} hint={hint} errors={errors} autocomplete="off" />
  )
  return (
    <details open={isUsed(words, errors, BULK_FIELDS)} class="time-panel">
      <summary>{locale.text('time.bulk')}</summary>
      <p class="hint">{locale.text('time.bulk.hint')}</p>
      <div class="time-fields">
        {field('bulk-by', locale.text('time.bulk.by'), locale.text('time.bulk.by.hint'))}
        <Select
          id="bulk-of"
          label={locale.text('time.bulk.of')}
          value={words['bulk-of'] ?? 'weeks'}
          choices={SHIFT_UNITS.map((unit) => ({ value: unit, label: locale.text(`time.shift.${unit}`) }))}
        />
        {field('bulk-start', locale.text('time.col.start'))}
        {field('bulk-end', locale.text('time.col.end'))}
        {field('bulk-unit', locale.text('time.col.unit'))}
        {field('bulk-responsible', locale.text('time.col.responsible'))}
      </div>
      <button class="button" type="submit" name="act" value="bulk">
        {locale.text('time.preview')}
      </button>
    </details>
  )
}

/** A block from a spreadsheet, and where it begins. */
export function PastePanel({ locale, words, errors, grid }: PanelProps & { grid: TimeGrid }) {
  return (
    <details open={isUsed(words, errors, ['block'])} class="time-panel">
      <summary>{locale.text('time.paste')}</summary>
      <BlockField locale={locale} words={words} />
      <div class="time-fields">
        <Select
          id="from-row"
          label={locale.text('time.paste.row')}
          value={words['from-row'] ?? ''}
          choices={grid.rows.map(({ item, number }) => ({
            value: item.id,
            label: `${number} ${item.fields.name}`.slice(0, 80),
          }))}
        />
        <Select
          id="from-column"
          label={locale.text('time.paste.column')}
          value={words['from-column'] ?? 'start'}
          choices={COLUMNS.map((column) => ({ value: column, label: locale.text(`time.col.${column}`) }))}
        />
      </div>
      <button class="button" type="submit" name="act" value="paste">
        {locale.text('time.preview')}
      </button>
    </details>
  )
}

export function BlockField({ locale, words }: Pick<PanelProps, 'locale' | 'words'>) {
  return (
    <div class="field">
      <label for="block">{locale.text('time.paste.label')}</label>
      <p class="hint" id="block-hint">
        {locale.text('time.paste.hint')}
      </p>
      <textarea id="block" name="block" rows={6} aria-describedby="block-hint">
        {words.block ?? ''}
      </textarea>
    </div>
  )
}

function isUsed(words: PanelWords, errors: readonly FieldError[], fields: readonly string[]): boolean {
  return fields.some(
    (field) =>
      errors.some((error) => error.field === field) || ((words[field] ?? '') !== '' && field !== 'bulk-of'),
  )
}

/** The latest change of rows, which can be taken back, or made anew, while nobody has changed them since. */
export function UndoBox({
  locale,
  undo,
  nameOf,
}: {
  locale: Locale
  undo: Undoable
  nameOf: (id: string) => string
}) {
  const { way, batch, since } = undo
  const latest = way === 'undo' ? 'time.undo.latest' : 'time.redo.latest'
  return (
    <form method="post" class="time-undo inline no-print">
      <input type="hidden" name="batch" value={batch.revision} />
      <span class="note">
        {locale.text(latest, {
          rows: locale.counted('time.rows', batch.items.length),
          name: batch.by,
          time: locale.time(batch.at),
        })}{' '}
        {since.length === 0
          ? null
          : locale.text(way === 'undo' ? 'time.undo.since' : 'time.redo.since', {
              rows: since.slice(0, 5).map(nameOf).join(', '),
            })}
      </span>
      {since.length === 0 ? (
        <button class="button small" type="submit" name="act" value="undo">
          {locale.text(`time.${way}`)}
        </button>
      ) : null}
    </form>
  )
}
