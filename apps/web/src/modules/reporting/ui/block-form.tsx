import type { Locale } from '@jamvikt/i18n'
import { Checkbox, ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import { KeepOffer, TextField } from '../../plan/public.ts'
import type { LaidBlock } from '../documents/laid-out.ts'
import type { SourceBlock } from '../model-content.ts'
import { ReportBlocks } from './report-view.tsx'

/** What somebody else has saved meanwhile. */
export interface Theirs {
  readonly name: string
  /** `null` where they have removed the block. */
  readonly words: readonly string[] | null
}

/** How a table of the statistics can be seen. */
export interface FigureChoices {
  readonly rows: string
  readonly columns: string
  readonly chart: string
  readonly charts: readonly string[]
  readonly dimensions: readonly {
    readonly id: string
    readonly name: string
    readonly chosen: string | null
    readonly categories: readonly { readonly value: string; readonly label: string }[]
  }[]
}

/** A form for one block, with what it will look like beside it. */
export function BlockForm(props: {
  locale: Locale
  block: SourceBlock
  /** The revision that the words are written on. */
  revision: number
  errors: readonly FieldError[]
  theirs: Theirs | null
  figure: FigureChoices | null
  laid: readonly LaidBlock[]
  language: string
  /** What unsaved words are kept under in the browser. */
  keep: string
  back: string
}) {
  const { locale, block, laid } = props
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={props.errors} />
      {props.theirs === null ? null : <ClashNote locale={locale} theirs={props.theirs} />}
      <KeepOffer locale={locale} />
      <div class="doc-write">
        <form method="post" class="card form" data-keep={props.keep} data-preview="preview">
          <input type="hidden" name="revision" value={props.revision} />
          <BlockFields locale={locale} block={block} errors={props.errors} figure={props.figure} />
          <p class="inline">
            <button class="button primary" type="submit">
              {locale.text('save')}
            </button>
            <a class="button" href={props.back}>
              {locale.text('doc.back')}
            </a>
          </p>
        </form>
        <section class="card doc-preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{locale.text('doc.preview')}</h2>
          <p class="note" data-preview-news aria-live="polite">
            <span data-preview-fresh hidden>
              {locale.text('doc.preview.fresh')}
            </span>
            <span data-preview-stale hidden>
              {locale.text('doc.preview.stale')}
            </span>
          </p>
          <div data-preview-in="preview">
            <Preview locale={locale} laid={laid} language={props.language} />
          </div>
        </section>
      </div>
    </>
  )
}

/** A block as it will be read. */
export function Preview(props: { locale: Locale; laid: readonly LaidBlock[]; language: string }) {
  if (props.laid.length === 0) return <p class="note">{props.locale.text('doc.block.nothing')}</p>
  return (
    <div class="report" lang={props.language}>
      <ReportBlocks blocks={props.laid} />
    </div>
  )
}

/** Says that somebody else has written meanwhile, with their words. */
export function ClashNote({ locale, theirs }: { locale: Locale; theirs: Theirs }) {
  const { words } = theirs
  return (
    <>
      <Notice kind="bad">
        <p>
          <strong>{locale.text('doc.clash')}</strong>
        </p>
        <p>{locale.text(words === null ? 'doc.clash.removed' : 'doc.clash.text')}</p>
      </Notice>
      {words === null ? null : (
        <section class="card theirs">
          <h2>{locale.text('doc.clash.theirs', { name: theirs.name })}</h2>
          {words.map((text) => (
            <p key={text} class="as-written">
              {text}
            </p>
          ))}
        </section>
      )}
    </>
  )
}

function BlockFields(props: {
  locale: Locale
  block: SourceBlock
  errors: readonly FieldError[]
  figure: FigureChoices | null
}): ComponentChildren {
  const { locale, block, errors } = props
  const heading = (
    label: 'doc.field.heading' | 'doc.field.heading.live' | 'doc.field.question' | 'doc.field.caption',
    value: string,
    required = false,
  ) => <Field id="heading" label={locale.text(label)} value={value} required={required} errors={errors} />
  const text = (label: 'doc.field.text' | 'doc.field.answer', value: string) => (
    <TextField
      id="text"
      label={locale.text(label)}
      hint={locale.text('doc.field.text.hint')}
      value={value}
      errors={errors}
      rows={12}
    />
  )
  switch (block.kind) {
    case 'heading':
      return (
        <>
          {heading('doc.field.heading', block.heading, true)}
          <Select
            id="level"
            label={locale.text('doc.field.level')}
            value={String(block.level)}
            choices={([1, 2, 3] as const).map((level) => ({
              value: String(level),
              label: locale.text(`doc.field.level.${level}`),
            }))}
          />
        </>
      )
    case 'words':
      return (
        <>
          {block.guide === '' ? null : <p class="hint">{block.guide}</p>}
          {heading('doc.field.heading.live', block.heading)}
          {text('doc.field.text', block.text)}
        </>
      )
    case 'callout':
      return (
        <>
          <Select
            id="tone"
            label={locale.text('doc.field.tone')}
            value={block.tone}
            choices={(['note', 'good', 'watch', 'bad'] as const).map((tone) => ({
              value: tone,
              label: locale.text(`doc.tone.${tone}`),
            }))}
          />
          {heading('doc.field.heading', block.heading)}
          {text('doc.field.text', block.text)}
        </>
      )
    case 'comment':
      return (
        <>
          {heading('doc.field.question', block.heading, true)}
          {text('doc.field.answer', block.text)}
          <Checkbox id="required" label={locale.text('doc.field.required')} checked={block.required} />
        </>
      )
    case 'page-break':
      return null
    case 'live':
      return (
        <>
          <p class="hint">{locale.text('doc.live.text')}</p>
          {heading('doc.field.heading.live', block.heading)}
        </>
      )
    case 'finding':
      return (
        <>
          <p class="hint">{locale.text('doc.finding.text')}</p>
          {heading('doc.field.heading.live', block.heading)}
        </>
      )
    case 'figure':
      return (
        <>
          {heading('doc.field.caption', block.heading)}
          {props.figure === null ? null : <FigureFields locale={locale} figure={props.figure} />}
        </>
      )
  }
}

/** Which measure, which rows and columns, and which category of all else. */
function FigureFields({ locale, figure }: { locale: Locale; figure: FigureChoices }) {
  const names = figure.dimensions.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Select
        id="chart"
        label={locale.text('stat.view.chart')}
        value={figure.chart}
        choices={figure.charts.map((chart) => ({
          value: chart,
          label: locale.dynamic(`stat.view.chart.${chart}`, chart),
        }))}
      />
      <Select id="rows" label={locale.text('doc.field.rows')} value={figure.rows} choices={names} />
      <Select
        id="columns"
        label={locale.text('doc.field.columns')}
        value={figure.columns}
        choices={[{ value: '', label: locale.text('doc.field.columns.none') }, ...names]}
      />
      {figure.dimensions.map(({ id, name, chosen, categories }) =>
        chosen === null ? null : (
          <Select key={id} id={`in.${id}`} label={name} value={chosen} choices={categories} />
        ),
      )}
    </>
  )
}
