import type { Locale } from '@jamvikt/i18n'
import { Notice, Tag } from '@jamvikt/ui'
import type { MapBoundaries } from '../../map-boundaries.ts'
import { IndicatorWords } from '../../ui/indicator-words.tsx'
import type { Block, PageContent } from '../model-pages.ts'
import { partsOfPage, stagesWithoutFigure } from '../rules/stages.ts'
import type { Shown, ShownBlocks, ShownFigure } from '../service/shown-page.ts'
import { PageFigure, type Places } from './page-figure.tsx'
import { kindText } from './page-list.tsx'
import { Words } from './words.tsx'

interface Reading {
  readonly locale: Locale
  readonly content: PageContent
  readonly shown: ShownBlocks
  readonly boundaries: MapBoundaries | undefined
  readonly places: Places
}

/** A page as it is read: the same for those who write it and for everybody, save what everybody may not see. */
export function PageView(props: Reading) {
  const { locale, content } = props
  const parts = partsOfPage(content.blocks)
  const gaps = stagesWithoutFigure(content.blocks)
  return (
    <article class="composed">
      <p class="note">{kindText(locale, content)}</p>
      <h1>{content.title}</h1>
      {content.lede === '' ? null : <p class="lede">{content.lede}</p>}
      {figuresOf(props.shown).some(({ dataset }) => dataset.synthetic) ? (
        <Notice kind="watch">{locale.text('synthetic')}</Notice>
      ) : null}
      {parts.length > 1 ? (
        <nav class="card contents" aria-labelledby="contents">
          <h2 id="contents">{locale.text('pages.contents')}</h2>
          <ol>
            {parts.map(({ id, heading }) => (
              <li key={id}>
                <a href={`#b-${id}`}>{heading}</a>
                {gaps.has(id) ? (
                  <span class="note"> ({locale.text('pages.stage.gap').toLowerCase()})</span>
                ) : null}
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {content.blocks.map((block) => (
        <section id={`b-${block.id}`} key={block.id} class={`block block-${block.kind}`}>
          <BlockBody {...props} block={block} isGap={gaps.has(block.id)} />
        </section>
      ))}
      <Sources locale={locale} figures={figuresOf(props.shown)} places={props.places} />
    </article>
  )
}

function BlockBody(props: Reading & { block: Block; isGap: boolean }) {
  const { locale, block, places } = props
  const shown = props.shown.get(block.id)
  if (block.kind === 'text' || block.kind === 'stage')
    return (
      <>
        {block.heading === '' ? null : <h2>{block.heading}</h2>}
        <Words text={block.body} />
        {props.isGap ? (
          <p>
            <Tag kind="few">{locale.text('pages.stage.gap')}</Tag>{' '}
            <span class="note">{locale.text('pages.stage.gap.text')}</span>
          </p>
        ) : null}
      </>
    )
  if (shown === undefined || shown.kind === 'missing')
    return (
      <>
        {block.heading === '' ? null : <h2>{block.heading}</h2>}
        <Words text={block.body} />
        <Notice kind="watch">{locale.text(`pages.missing.${shown?.reason ?? 'withdrawn'}`)}</Notice>
      </>
    )
  return (
    <>
      <NotOpenMark locale={locale} shown={shown} />
      {shown.kind === 'figure' ? (
        <PageFigure {...props} figure={shown} />
      ) : (
        <div class="card">
          <h2>
            <a href={places.indicator(shown.address)}>{block.heading || shown.measured.indicator.name}</a>
          </h2>
          <Words text={block.body} />
          <IndicatorWords locale={locale} measured={shown.measured} />
        </div>
      )}
    </>
  )
}

/** Tells those who write that everybody would not see this. */
export function NotOpenMark({ locale, shown }: { locale: Locale; shown: Shown | undefined }) {
  if (shown === undefined || shown.kind === 'missing' || shown.notOpen === null) return null
  return <Notice kind="watch">{locale.text(`pages.notOpen.${shown.notOpen}`)}</Notice>
}

function figuresOf(shown: ShownBlocks): ShownFigure[] {
  return [...shown.values()].flatMap((one) => (one.kind === 'figure' ? [one] : []))
}

function Sources(props: { locale: Locale; figures: readonly ShownFigure[]; places: Places }) {
  const { locale, figures } = props
  if (figures.length === 0) return null
  const once = new Map(figures.map((one) => [`${one.dataset.id} ${one.version}`, one]))
  return (
    <section class="card">
      <h2>{locale.text('pages.sources')}</h2>
      <ul>
        {[...once].map(([key, { dataset, version, provenance }]) => (
          <li key={key}>
            <a href={props.places.table(dataset.slug, '', version)}>{dataset.name}</a>.{' '}
            {locale.text('pages.source', {
              producer: dataset.source.producer,
              version,
              date: locale.date(provenance.fetchedAt),
            })}{' '}
            {dataset.licence}
          </li>
        ))}
      </ul>
    </section>
  )
}
