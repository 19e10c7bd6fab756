import { Notice, UndoRemove } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { mayDo } from '../authorise.ts'
import { regionIndicators } from '../service/indicators.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { type Block, STAGES } from './model-pages.ts'
import { Crumb, numberOf, pageOf, showPage } from './page-room.tsx'
import { insidePlaces } from './places.ts'
import type { Change } from './rules/edit-page.ts'
import { changePage } from './service/pages.ts'
import { keptBlocks } from './service/shown-page.ts'
import { PageEditor } from './ui/page-editor.tsx'
import { PageView } from './ui/page-view.tsx'

/** Writing a page: blocks added, moved, written and removed by plain forms. */
export function addEditing(app: Web, doors: StatisticsDoors) {
  const editor = async (c: WebContext, fault: 'block-gone' | 'page-gone' | null) => {
    const { actor, opened, here } = await pageOf(c, doors, 'see-pages')
    const locale = c.get('locale')
    const { page, latest } = opened
    const { content } = latest
    const isWriting = mayDo(c, 'compose-pages')
    const [shown, indicators] = await doors.inRegion(actor, async (db) => [
      await keptBlocks(db, content, new Date(), locale.language),
      isWriting ? await regionIndicators(db) : [],
    ])
    const removed = c.req.query('removed') ?? ''
    const statistics = `/r/${c.get('membership').slug}/statistics`
    return showPage(
      c,
      content.title,
      <>
        <Crumb c={c} />
        {isWriting ? (
          <>
            <h1>{content.title}</h1>
            {content.lede === '' ? null : <p class="lede">{content.lede}</p>}
          </>
        ) : null}
        {fault === null ? null : <Notice kind="bad">{locale.text(`pages.error.${fault}`)}</Notice>}
        {isWriting && content.removed.some(({ block }) => block.id === removed) ? (
          <UndoRemove
            said={locale.text('pages.removed.one')}
            bringBack={locale.text('pages.bringBack')}
            revision={page.revision}
            block={removed}
          />
        ) : null}
        {c.req.query('saved') === '1' ? <Notice kind="good">{locale.text('pages.saved')}</Notice> : null}
        {c.req.query('saved') === '2' ? <Notice kind="good">{locale.text('pages.restored')}</Notice> : null}
        <p class="inline no-print">
          {isWriting ? (
            <a class="button" href={`${here}/blocks/head`}>
              {locale.text('pages.edit.head')}
            </a>
          ) : null}
          <a class="button" href={`${here}/preview`}>
            {locale.text('pages.preview')}
          </a>
          <a class="button" href={`${here}/revisions`}>
            {locale.text('pages.revisions')}
          </a>
          <a class="button" href={`${here}/publication`}>
            {locale.text('pages.publish')}
          </a>
        </p>
        <p class="note">
          {locale.text('pages.revision')} {page.revision}.{' '}
          {locale.text('pages.changedBy', { time: locale.time(latest.createdAt), name: latest.authorName })}
        </p>
        {isWriting ? (
          <PageEditor
            locale={locale}
            here={here}
            revision={page.revision}
            content={content}
            shown={shown}
            statistics={statistics}
            indicators={indicators}
          />
        ) : (
          <PageView
            locale={locale}
            content={content}
            shown={shown}
            boundaries={doors.boundaries}
            places={insidePlaces(c.get('membership').slug)}
          />
        )}
      </>,
      fault === null ? 200 : 422,
    )
  }

  app.get('/r/:slug/pages/:page', (c) => editor(c, null))

  app.post('/r/:slug/pages/:page', async (c) => {
    const { actor, opened, here } = await pageOf(c, doors, 'compose-pages')
    const form = await c.req.formData()
    const indicators = await doors.inRegion(actor, regionIndicators)
    const known = new Set(indicators.map(({ id }) => id))
    const change = changeOf(form, opened.latest.content.blocks, known, c)
    const done = await doors.inRegion(actor, (db) =>
      changePage(db, actor, opened.page.id, numberOf(form, 'revision'), change),
    )
    if (!done.ok) return editor(c, done.reason === 'page-gone' ? 'page-gone' : 'block-gone')
    if (change.act === 'add') return c.redirect(`${here}/blocks/${change.block.id}`, 303)
    if (change.act === 'remove') return c.redirect(`${here}?removed=${change.id}`, 303)
    const at = change.act === 'move' || change.act === 'bring-back' ? `#b-${change.id}` : ''
    return c.redirect(`${here}?saved=1${at}`, 303)
  })
}

/** What a form of the editor asks for. */
function changeOf(
  form: FormData,
  blocks: readonly Block[],
  indicators: ReadonlySet<string>,
  c: WebContext,
): Change {
  const act = wordOf(form, 'act', 20)
  const id = wordOf(form, 'block', 36)
  if (act === 'up' || act === 'down') return { act: 'move', id, by: act }
  if (act === 'remove' || act === 'bring-back') return { act, id }
  if (act !== 'add') throw new HttpProblem(400)
  const [kind, of = ''] = wordOf(form, 'what', 60).split(':')
  const under = blocks.find((block) => block.id === form.get('under'))?.id ?? null
  const block = newBlock(kind ?? '', of, indicators, c)
  if (block === null) throw new HttpProblem(400)
  return { act: 'add', block, under }
}

const EMPTY = { heading: '', body: '', guide: '' } as const

function newBlock(kind: string, of: string, indicators: ReadonlySet<string>, c: WebContext): Block | null {
  const id = crypto.randomUUID()
  if (kind === 'text') return { ...EMPTY, id, kind }
  if (kind === 'indicator') return indicators.has(of) ? { ...EMPTY, id, kind, indicatorId: of } : null
  const stage = STAGES.find((each) => each === of)
  if (kind !== 'stage' || stage === undefined) return null
  const locale = c.get('locale')
  return {
    ...EMPTY,
    id,
    kind,
    stage,
    heading: locale.text(`pages.stage.${stage}`),
    guide: locale.text(`pages.stage.${stage}.guide`),
  }
}
