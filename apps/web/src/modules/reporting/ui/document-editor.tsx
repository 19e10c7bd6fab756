import type { Locale } from '@jamvikt/i18n'
import type { LaidBlock } from '../documents/laid-out.ts'
import type { ReportContent, SourceBlock } from '../model-content.ts'
import { type Addable, AddForm } from './add-form.tsx'
import { nameOfBlock } from './block-name.ts'
import { ReportBlocks } from './report-view.tsx'

interface Editing {
  readonly locale: Locale
  /** The report’s own address. */
  readonly at: string
  readonly revision: number
  readonly content: ReportContent
}

/** A report as blocks that are moved, written and removed, each by a form of its own, as they will be read. */
export function DocumentEditor(
  props: Editing & {
    /** What became of each block, by its id. */
    shown: ReadonlyMap<string, readonly LaidBlock[]>
    addable: Addable
    language: string
  },
) {
  const { locale, content, shown } = props
  const { blocks } = content
  return (
    <>
      {blocks.map((block, at) => (
        <EditedBlock
          {...props}
          key={block.id}
          block={block}
          laid={shown.get(block.id) ?? []}
          isFirst={at === 0}
          isLast={at === blocks.length - 1}
        />
      ))}
      <AddForm locale={locale} revision={props.revision} blocks={blocks} addable={props.addable} />
      <RemovedBlocks {...props} />
    </>
  )
}

function EditedBlock(
  props: Editing & {
    block: SourceBlock
    laid: readonly LaidBlock[]
    language: string
    isFirst: boolean
    isLast: boolean
  },
) {
  const { locale, block, laid } = props
  const name = nameOfBlock(locale, block)
  const act = (value: 'up' | 'down' | 'remove', isOff = false) => (
    <button
      class="button small"
      type="submit"
      name="act"
      value={value}
      disabled={isOff}
      aria-label={`${locale.text(`doc.${value}`)}: ${name}`}
    >
      {locale.text(`doc.${value}`)}
    </button>
  )
  return (
    <section class="card doc-block" id={`b-${block.id}`} aria-label={name}>
      <form method="post" class="inline doc-acts no-print">
        <input type="hidden" name="revision" value={props.revision} />
        <input type="hidden" name="block" value={block.id} />
        <span class="doc-name">{name}</span>
        {block.kind === 'page-break' ? null : (
          <a
            class="button small"
            href={`${props.at}/blocks/${block.id}`}
            aria-label={`${locale.text('doc.write')}: ${name}`}
          >
            {locale.text('doc.write')}
          </a>
        )}
        {act('up', props.isFirst)}
        {act('down', props.isLast)}
        {act('remove')}
      </form>
      {block.kind === 'words' && block.guide !== '' && block.text === '' ? (
        <p class="hint">{block.guide}</p>
      ) : null}
      {block.kind === 'comment' && laid.length === 0 ? <p class="hint">{block.heading}</p> : null}
      {block.kind === 'page-break' ? (
        <p class="note">{locale.text('doc.block.page-break.text')}</p>
      ) : laid.length === 0 ? (
        <p class="note">{locale.text('doc.block.nothing')}</p>
      ) : (
        <div class="report" lang={props.language}>
          <ReportBlocks blocks={laid} />
        </div>
      )}
    </section>
  )
}

function RemovedBlocks({ locale, content, revision }: Editing) {
  if (content.removed.length === 0) return null
  return (
    <details class="card no-print">
      <summary>{locale.text('doc.removed.blocks')}</summary>
      <ul class="plain">
        {content.removed.toReversed().map(({ block }) => (
          <li key={block.id}>
            <form method="post" class="inline">
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="block" value={block.id} />
              <span>{nameOfBlock(locale, block)}</span>
              <button
                class="button small"
                type="submit"
                name="act"
                value="bring-back"
                aria-label={`${locale.text('doc.bringBack')}: ${nameOfBlock(locale, block)}`}
              >
                {locale.text('doc.bringBack')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}
