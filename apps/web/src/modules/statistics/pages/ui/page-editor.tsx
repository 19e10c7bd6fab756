import type { Locale } from '@jamvikt/i18n'
import { Notice, Select, Tag } from '@jamvikt/ui'
import { captionOf } from '../../ui/caption.ts'
import { type Block, type PageContent, STAGES } from '../model-pages.ts'
import { areStagesInOrder, stagesWithoutFigure } from '../rules/stages.ts'
import type { Shown, ShownBlocks } from '../service/shown-page.ts'
import { figureFindings } from './page-figure.tsx'
import { NotOpenMark } from './page-view.tsx'
import { placesOf } from './place-select.tsx'
import { Words } from './words.tsx'

interface Editing {
  readonly locale: Locale
  /** The page’s own address. */
  readonly here: string
  readonly revision: number
  readonly content: PageContent
  readonly shown: ShownBlocks
}

/** A page as blocks that are moved, written and removed, each by a form of its own. */
export function PageEditor(
  props: Editing & {
    statistics: string
    indicators: readonly { readonly id: string; readonly name: string }[]
  },
) {
  const { locale, content } = props
  const gaps = stagesWithoutFigure(content.blocks)
  return (
    <>
      {areStagesInOrder(content.blocks) ? null : (
        <Notice kind="watch">{locale.text('pages.stages.order')}</Notice>
      )}
      {content.blocks.map((block, at) => (
        <EditedBlock
          {...props}
          key={block.id}
          block={block}
          isFirst={at === 0}
          isLast={at === content.blocks.length - 1}
          isGap={gaps.has(block.id)}
        />
      ))}
      <AddForm {...props} />
      <Removed {...props} />
    </>
  )
}

/** What a block is called where it is spoken of. */
export function nameOfBlock(locale: Locale, block: Block, shown: Shown | undefined): string {
  if (block.heading !== '') return block.heading
  if (shown?.kind === 'figure') return captionOf(locale, shown.dataset.name, shown.table, shown.view)
  return shown?.kind === 'indicator' ? shown.measured.indicator.name : locale.text('pages.unnamed')
}

function EditedBlock(props: Editing & { block: Block; isFirst: boolean; isLast: boolean; isGap: boolean }) {
  const { locale, here, block } = props
  const shown = props.shown.get(block.id)
  const name = nameOfBlock(locale, block, shown)
  const act = (act: 'up' | 'down' | 'remove', isOff = false) => (
    <button
      class="button"
      type="submit"
      name="act"
      value={act}
      disabled={isOff}
      aria-label={`${locale.text(`pages.${act}`)}: ${name}`}
    >
      {locale.text(`pages.${act}`)}
    </button>
  )
  return (
    <section class={`card edited edited-${block.kind}`} id={`b-${block.id}`}>
      <p class="note">{locale.text(`pages.block.${block.kind}`)}</p>
      <h2>{name}</h2>
      {block.guide === '' ? null : <p class="hint">{block.guide}</p>}
      {props.isGap ? (
        <p>
          <Tag kind="few">{locale.text('pages.stage.gap')}</Tag>
        </p>
      ) : null}
      {shown?.kind === 'missing' ? (
        <Notice kind="watch">{locale.text(`pages.missing.${shown.reason}`)}</Notice>
      ) : null}
      <NotOpenMark locale={locale} shown={shown} />
      {shown?.kind === 'figure' ? (
        <>
          {figureFindings(locale, shown).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p class="note">
            {captionOf(locale, shown.dataset.name, shown.table, shown.view)}.{' '}
            {locale.text('stat.why.version')} {shown.version}.
          </p>
          {shown.newer === null ? null : (
            <Notice kind="info">
              {locale.text('pages.newer', { version: shown.newer })}:{' '}
              <a href={`${here}/blocks/${block.id}/swap`}>{locale.text('pages.newer.swap')}</a>
            </Notice>
          )}
        </>
      ) : null}
      {block.body === '' ? (
        block.kind === 'text' || block.kind === 'stage' ? (
          <p class="note">{locale.text('pages.block.empty')}</p>
        ) : null
      ) : (
        <Words text={block.body} />
      )}
      <form method="post" class="inline">
        <input type="hidden" name="revision" value={props.revision} />
        <input type="hidden" name="block" value={block.id} />
        <a
          class="button"
          href={`${here}/blocks/${block.id}`}
          aria-label={`${locale.text('pages.edit')}: ${name}`}
        >
          {locale.text('pages.edit')}
        </a>
        {act('up', props.isFirst)}
        {act('down', props.isLast)}
        {act('remove')}
      </form>
    </section>
  )
}

function AddForm(
  props: Editing & {
    statistics: string
    indicators: readonly { readonly id: string; readonly name: string }[]
  },
) {
  const { locale, content, revision } = props
  const kinds = [
    { value: 'text', label: locale.text('pages.block.text') },
    ...(content.kind === 'life-course'
      ? STAGES.map((stage) => ({
          value: `stage:${stage}`,
          label: locale.text('pages.add.stage', { stage: locale.text(`pages.stage.${stage}`) }),
        }))
      : []),
    ...props.indicators.map(({ id, name }) => ({
      value: `indicator:${id}`,
      label: locale.text('pages.add.indicator', { name }),
    })),
  ]
  return (
    <form method="post" class="card form">
      <h2>{locale.text('pages.add')}</h2>
      <input type="hidden" name="revision" value={revision} />
      <Select id="what" label={locale.text('pages.add.kind')} value="text" choices={kinds} />
      <Select
        id="under"
        label={locale.text('pages.add.place')}
        value=""
        choices={placesOf(locale, content.blocks)}
      />
      <button class="button" type="submit" name="act" value="add">
        {locale.text('pages.add')}
      </button>
      <p class="note">
        {locale.text('pages.add.figure')}{' '}
        <a href={props.statistics}>{locale.text('pages.add.figure.link')}</a>
      </p>
    </form>
  )
}

function Removed({ locale, content, revision }: Editing) {
  if (content.removed.length === 0) return null
  return (
    <section class="card">
      <h2>{locale.text('pages.removed')}</h2>
      <p class="note">{locale.text('pages.removed.text')}</p>
      <ul class="plain">
        {content.removed.toReversed().map(({ block }) => {
          const name = nameOfBlock(locale, block, undefined)
          return (
            <li key={block.id}>
              <form method="post" class="inline">
                <input type="hidden" name="revision" value={revision} />
                <input type="hidden" name="block" value={block.id} />
                <span>
                  {locale.text(`pages.block.${block.kind}`)}: {name}
                </span>
                <button
                  class="button"
                  type="submit"
                  name="act"
                  value="bring-back"
                  aria-label={`${locale.text('pages.bringBack')}: ${name}`}
                >
                  {locale.text('pages.bringBack')}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
