import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { type Block, MOST_HEADING, MOST_WORDS } from './model-pages.ts'
import { Crumb, numberOf, pageOf, showPage } from './page-room.tsx'
import { insidePlaces } from './places.ts'
import type { Change } from './rules/edit-page.ts'
import { cleanWords } from './rules/words.ts'
import { changePage } from './service/pages.ts'
import { keptBlocks } from './service/shown-page.ts'
import { swapOf } from './service/swap.ts'
import { BlockForm, type Other, type Written } from './ui/block-form.tsx'
import { nameOfBlock } from './ui/page-editor.tsx'
import { PageFigure } from './ui/page-figure.tsx'
import { SwapView } from './ui/swap-view.tsx'

/** One block of a page: its words, and another version of its figure. */
export function addBlocks(app: Web, doors: StatisticsDoors) {
  const blockPage = async (
    c: WebContext,
    sent: {
      readonly written: Written
      readonly other: Other | null
      readonly errors: readonly FieldError[]
    } | null,
  ) => {
    const { actor, opened } = await pageOf(c, doors, 'compose-pages')
    const locale = c.get('locale')
    const { content } = opened.latest
    const id = c.req.param('block') ?? ''
    const block = blockOf(content, id)
    if (block === null && id !== 'head') throw new HttpProblem(404)
    const shown =
      block === null
        ? null
        : await doors.inRegion(actor, (db) =>
            keptBlocks(db, { ...content, blocks: [block] }, new Date(), locale.language),
          )
    const figure = shown?.get(id)
    const title =
      block === null
        ? locale.text('pages.edit.head')
        : `${locale.text(`pages.block.${block.kind}`)}: ${nameOfBlock(locale, block, figure)}`
    const filled =
      block === null
        ? { heading: content.title, body: content.lede }
        : { heading: block.heading, body: block.body }
    return showPage(
      c,
      title,
      <>
        <Crumb c={c} opened={opened} />
        <h1>{title}</h1>
        <BlockForm
          locale={locale}
          kind={block?.kind ?? 'head'}
          guide={block?.guide ?? ''}
          revision={opened.page.revision}
          filled={sent?.written ?? filled}
          other={sent?.other ?? null}
          errors={sent?.errors ?? []}
        />
        {block !== null && figure?.kind === 'figure' ? (
          <PageFigure
            locale={locale}
            block={{ ...block, body: '' }}
            figure={figure}
            boundaries={doors.boundaries}
            places={insidePlaces(c.get('membership').slug)}
          />
        ) : null}
      </>,
      sent === null ? 200 : 422,
    )
  }

  app.get('/r/:slug/pages/:page/blocks/:block', (c) => blockPage(c, null))

  app.post('/r/:slug/pages/:page/blocks/:block', async (c) => {
    const { actor, opened, here } = await pageOf(c, doors, 'compose-pages')
    const locale = c.get('locale')
    const id = c.req.param('block')
    const block = blockOf(opened.latest.content, id)
    if (block === null && id !== 'head') throw new HttpProblem(404)
    const form = await c.req.formData()
    const written = {
      heading: cleanWords(wordOf(form, 'heading', MOST_HEADING), MOST_HEADING),
      body: cleanWords(wordOf(form, 'body', 2 * MOST_WORDS), block === null ? 2000 : MOST_WORDS),
    }
    const isNamed = block === null || block.kind === 'stage'
    if (isNamed && written.heading.length < 2)
      return blockPage(c, {
        written,
        other: null,
        errors: [{ field: 'heading', text: locale.text('pages.error.title') }],
      })
    const change: Change =
      block === null
        ? { act: 'head', title: written.heading, lede: written.body }
        : { act: 'write', id, ...written }
    const done = await doors.inRegion(actor, (db) =>
      changePage(db, actor, opened.page.id, numberOf(form, 'revision'), change),
    )
    if (done.ok) return c.redirect(`${here}?saved=1${block === null ? '' : `#b-${id}`}`, 303)
    if (done.reason === 'clash') return blockPage(c, { written, other: done, errors: [] })
    return blockPage(c, {
      written,
      other: null,
      errors: [{ field: 'heading', text: locale.text(`pages.error.${done.reason}`) }],
    })
  })

  /** The figure that an address names, as it is and as it would be. */
  const swapIn = async (c: WebContext) => {
    const { actor, opened, here } = await pageOf(c, doors, 'compose-pages')
    const { content } = opened.latest
    const block = content.blocks.find(({ id }) => id === c.req.param('block'))
    const swap =
      block?.kind !== 'figure'
        ? null
        : await doors.inRegion(actor, (db) =>
            swapOf(db, content, block, new Date(), c.get('locale').language),
          )
    if (block === undefined || swap === null) throw new HttpProblem(404)
    return { actor, opened, here, block, swap }
  }

  app.get('/r/:slug/pages/:page/blocks/:block/swap', async (c) => {
    const { opened, block, swap } = await swapIn(c)
    const locale = c.get('locale')
    const title = locale.text('pages.swap.title', { version: swap.after.version })
    return showPage(
      c,
      title,
      <>
        <Crumb c={c} opened={opened} />
        <h1>{title}</h1>
        <p class="lede">{nameOfBlock(locale, block, swap.before)}</p>
        <SwapView locale={locale} swap={swap} revision={opened.page.revision} />
      </>,
    )
  })

  app.post('/r/:slug/pages/:page/blocks/:block/swap', async (c) => {
    const { actor, opened, here, block, swap } = await swapIn(c)
    const form = await c.req.formData()
    const version = swap.after.version
    // What was looked at is what is taken: a version that has come since is looked at first.
    const isSeen = numberOf(form, 'version') === version
    const done = isSeen
      ? await doors.inRegion(actor, (db) =>
          changePage(db, actor, opened.page.id, numberOf(form, 'revision'), {
            act: 'swap',
            id: block.id,
            version,
            view: swap.view,
          }),
        )
      : null
    return c.redirect(done?.ok ? `${here}?saved=1#b-${block.id}` : `${here}/blocks/${block.id}/swap`, 303)
  })
}

/** A block of a page, also one that has been removed: words for it bring it back. */
function blockOf(
  content: { readonly blocks: readonly Block[]; readonly removed: readonly { readonly block: Block }[] },
  id: string,
): Block | null {
  const removed = content.removed.map(({ block }) => block)
  return [...content.blocks, ...removed].find((block) => block.id === id) ?? null
}
