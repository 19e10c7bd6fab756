import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Actor } from '../../../platform/policy.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import type { Dataset } from '../model-datasets.ts'
import { followOverTime } from '../service/follow-over-time.ts'
import { decideOpening, regionIndicators } from '../service/indicators.ts'
import type { Block, FigureBlock } from './model-pages.ts'
import type { changed } from './rules/edit-page.ts'
import { hindrancesOf } from './service/hindrances.ts'
import { openSiteLog, openSiteRevision } from './service/open-log.ts'
import { readOpenPage } from './service/open-pages.ts'
import {
  changePage,
  createPage,
  listPages,
  listRevisions,
  openPage,
  restoreRevision,
} from './service/pages.ts'
import { approvePage, declinePage, proposePage, withdrawPage } from './service/publish-page.ts'
import { keptBlocks } from './service/shown-page.ts'
import { swapOf } from './service/swap.ts'

const database = await openTestDatabase()
const { doors, bring, renew, publish, withdraw, comment, review, datasetOf } = openTestStatistics(database)

async function people() {
  const writer = await database.actor('analyst')
  const decider = await database.actor('administrator', writer.regionId)
  return { writer, decider, by: { proposer: writer, decider } }
}

const text = (body: string): Block => ({
  id: crypto.randomUUID(),
  kind: 'text',
  heading: 'Arbete',
  body,
  guide: '',
})
const figure = (dataset: Dataset, version = dataset.version): FigureBlock => ({
  id: crypto.randomUUID(),
  kind: 'figure',
  heading: 'Lön',
  body: 'Mina ord',
  guide: '',
  datasetId: dataset.id,
  version,
  view: 'gap=ratio',
})

async function make(actor: Actor, blocks: Block[], title = 'En sida') {
  return doors.inRegion(actor, async (db) => {
    const made = await createPage(db, actor, { title, lede: 'Ingress', kind: 'free', area: null, blocks })
    if (!made.ok) throw new Error(made.reason)
    const opened = await openPage(db, made.slug)
    if (opened === null) throw new Error('no page')
    return { ...opened.page, slug: made.slug }
  })
}
const latestOf = async (actor: Actor, slug: string) => {
  const opened = await doors.inRegion(actor, (db) => openPage(db, slug))
  if (opened === null) throw new Error('no page')
  return opened.latest
}
const propose = (actor: Actor, pageId: string) =>
  doors.inRegion(actor, (db) => proposePage(db, actor, pageId))
const approve = (actor: Actor, pageId: string, id: string) =>
  doors.inRegion(actor, (db) => approvePage(db, actor, pageId, id))
async function open(page: { id: string }, { writer, decider }: { writer: Actor; decider: Actor }) {
  const proposed = await propose(writer, page.id)
  if (!proposed.ok) throw new Error(proposed.reason)
  const approved = await approve(decider, page.id, proposed.id)
  if (!approved.ok) throw new Error(approved.reason)
  return proposed.id
}
/** What everybody sees of the first block of a page. */
const seen = (actor: Actor, slug: string) =>
  doors.inRegion(actor, async (db) => {
    const page = await readOpenPage(db, slug, new Date(), 'sv')
    const first = page?.content.blocks[0]
    const shown = first === undefined ? undefined : page?.shown.get(first.id)
    return shown?.kind === 'missing'
      ? shown.reason
      : shown?.kind === 'figure'
        ? shown.version
        : page && 'words'
  })

it('keeps every saving, and tells both texts where two write in the same block', async () => {
  const { writer } = await people()
  const colleague = await database.actor('analyst', writer.regionId)
  const block = text('förr')
  const page = await make(writer, [block])
  const write = (actor: Actor, saw: number, body: string) =>
    doors.inRegion(actor, (db) =>
      changePage(db, actor, page.id, saw, { act: 'write', id: block.id, heading: 'Arbete', body }),
    )
  expect(await write(colleague, 1, 'deras')).toEqual({ ok: true, revision: 2 })
  const refused = await write(writer, 1, 'mitt')
  expect(refused).toMatchObject({
    reason: 'clash',
    clash: { kind: 'block-changed', theirs: { body: 'deras' } },
    latest: { number: 2 },
  })
  expect((await latestOf(writer, page.slug)).content.blocks[0]?.body).toBe('deras')
  expect(await write(writer, 2, 'deras och mitt')).toEqual({ ok: true, revision: 3 })
  expect(await write(writer, 3, 'deras och mitt')).toEqual({ ok: true, revision: 3 })
  const kept = await doors.inRegion(writer, (db) => listRevisions(db, page.id))
  expect(kept.map(({ number, content }) => [number, content.blocks[0]?.body])).toEqual([
    [3, 'deras och mitt'],
    [2, 'deras'],
    [1, 'förr'],
  ])
})

it('lets two save at once, one after the other', async () => {
  const { writer } = await people()
  const page = await make(writer, [])
  const add = (body: string) =>
    doors.inRegion(writer, (db) =>
      changePage(db, writer, page.id, 1, { act: 'add', block: text(body), under: null }),
    )
  const done = await Promise.all(['a', 'b', 'c', 'd'].map(add))
  expect(done.every(({ ok }) => ok)).toBe(true)
  const { number, content } = await latestOf(writer, page.slug)
  expect(number).toBe(5)
  expect(content.blocks.map(({ body }) => body).toSorted()).toEqual(['a', 'b', 'c', 'd'])
})

it('brings an earlier revision back as a new one', async () => {
  const { writer } = await people()
  const block = text('förr')
  const page = await make(writer, [block])
  const act = (change: Parameters<typeof changed>[1]) =>
    doors.inRegion(writer, (db) => changePage(db, writer, page.id, 1, change))
  await act({ act: 'remove', id: block.id })
  expect((await latestOf(writer, page.slug)).content.blocks).toEqual([])
  await doors.inRegion(writer, (db) => restoreRevision(db, writer, page.id, 1))
  expect(await latestOf(writer, page.slug)).toMatchObject({
    number: 3,
    content: { blocks: [{ body: 'förr' }] },
  })
})

it('is published by another than whoever proposed or wrote last, and stands while the next is written', async () => {
  const { writer, decider } = await people()
  const colleague = await database.actor('analyst', writer.regionId)
  const block = text('ett')
  const page = await make(writer, [block])
  const proposed = await propose(colleague, page.id)
  if (!proposed.ok) throw new Error(proposed.reason)
  expect(await propose(writer, page.id)).toMatchObject({ reason: 'proposal-waits' })
  expect(await approve(colleague, page.id, proposed.id)).toMatchObject({ reason: 'own-proposal' })
  expect(await approve(writer, page.id, proposed.id)).toMatchObject({ reason: 'own-words' })
  const elsewhere = await make(writer, [text('x')], 'En annan')
  expect(await approve(decider, elsewhere.id, proposed.id)).toMatchObject({ reason: 'decided-already' })
  expect(await seen(writer, page.slug)).toBeNull()
  expect(await approve(decider, page.id, proposed.id)).toEqual({ ok: true })
  expect(await approve(decider, page.id, proposed.id)).toMatchObject({ reason: 'decided-already' })
  expect(await propose(writer, page.id)).toMatchObject({ reason: 'already-published' })

  await doors.inRegion(writer, (db) =>
    changePage(db, writer, page.id, 1, { act: 'write', id: block.id, heading: '', body: 'två' }),
  )
  const openBody = () =>
    doors.inRegion(writer, async (db) => {
      const found = await readOpenPage(db, page.slug, new Date(), 'sv')
      return found?.content.blocks[0]?.body
    })
  expect(await openBody()).toBe('ett')
  const [listed] = (await doors.inRegion(writer, listPages)).filter((one) => one.page.id === page.id)
  expect(listed).toMatchObject({ published: 1, proposed: null, page: { revision: 2 } })
  await open(page, { writer, decider })
  expect(await openBody()).toBe('två')
})

it('is declined and withdrawn with words, which the log tells; what all is known by changes each time', async () => {
  const { writer, decider } = await people()
  const page = await make(writer, [text('ett')])
  const revision = () => doors.inRegion(writer, (db) => openSiteRevision(db, new Date()))
  const before = await revision()
  const proposed = await propose(writer, page.id)
  if (!proposed.ok) throw new Error(proposed.reason)
  await doors.inRegion(decider, (db) => declinePage(db, decider, page.id, proposed.id, 'Inte än'))
  expect(await revision()).toBe(before)
  const id = await open(page, { writer, decider })
  const opened = await revision()
  expect(opened).not.toBe(before)
  await doors.inRegion(decider, (db) => withdrawPage(db, decider, page.id, id, 'Fel siffra'))
  expect(await revision()).not.toBe(opened)
  expect(await seen(writer, page.slug)).toBeNull()
  const [last] = await doors.inRegion(writer, (db) => openSiteLog(db, new Date()))
  expect(last).toMatchObject({
    event: 'closed',
    entry: { slug: `pages/${page.slug}`, name: 'En sida', closingNotice: 'Fel siffra' },
  })
})

it('is not published with a figure that is not open, nor one under embargo', async () => {
  const { writer, decider, by } = await people()
  const dataset = await bring(writer)
  const page = await make(writer, [figure(dataset)])
  const proposed = await propose(writer, page.id)
  if (!proposed.ok) throw new Error(proposed.reason)
  expect(await approve(decider, page.id, proposed.id)).toMatchObject({
    reason: 'not-open',
    hindrances: [{ reason: 'never-open' }],
  })
  const id = await publish(dataset, by, { openFrom: new Date('2035-01-01T07:00:00Z') })
  expect(await approve(decider, page.id, proposed.id)).toMatchObject({ hindrances: [{ reason: 'embargo' }] })
  await withdraw(id, decider, 'För tidigt')
  await publish(dataset, by)
  expect(await approve(decider, page.id, proposed.id)).toEqual({ ok: true })
  expect(await seen(writer, page.slug)).toBe(1)
})

it('keeps its figure when a later version takes over, and loses it when the table is taken off', async () => {
  const { writer, decider, by } = await people()
  const dataset = await bring(writer)
  await publish(dataset, by)
  const page = await make(writer, [figure(dataset)])
  await open(page, { writer, decider })
  await renew(writer, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  const second = await publish(await datasetOf(writer, dataset.slug), by, { notice: 'Falun rättat' })
  expect(await seen(writer, page.slug)).toBe(1)
  const found = await doors.inRegion(writer, (db) => readOpenPage(db, page.slug, new Date(), 'sv'))
  expect([...(found?.shown.values() ?? [])][0]).toMatchObject({ version: 1, newer: 2 })
  await withdraw(second, decider, 'Fel hos källan')
  expect(await seen(writer, page.slug)).toBe('withdrawn')
})

it('does not show a version that was taken back again when a later one is published', async () => {
  const { writer, decider, by } = await people()
  const dataset = await bring(writer)
  const first = await publish(dataset, by)
  const page = await make(writer, [figure(dataset)])
  await open(page, { writer, decider })
  await withdraw(first, decider, 'Fel hos källan')
  await renew(writer, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  await publish(await datasetOf(writer, dataset.slug), by)
  expect(await seen(writer, page.slug)).toBe('withdrawn')
})

it('tells of a later version and swaps when asked, with what changes', async () => {
  const { writer } = await people()
  const dataset = await bring(writer)
  const block = figure(dataset)
  const page = await make(writer, [block])
  const swap = async () =>
    doors.inRegion(writer, async (db) =>
      swapOf(db, (await openPage(db, page.slug))?.latest.content ?? fail(), block, new Date(), 'sv'),
    )
  expect(await swap()).toBeNull()
  await renew(writer, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  const found = await swap()
  expect([found?.before.version, found?.after.version, found?.isSameView]).toEqual([1, 2, true])
  await doors.inRegion(writer, (db) =>
    changePage(db, writer, page.id, 1, { act: 'swap', id: block.id, version: 2, view: found?.view ?? '' }),
  )
  const { content } = await latestOf(writer, page.slug)
  expect(content.blocks[0]).toMatchObject({ version: 2, body: 'Mina ord' })
})

it('shows beside a figure what has been said of it in that view and reviewed, and nothing else', async () => {
  const { writer, decider } = await people()
  const dataset = await bring(writer)
  const said = await comment(dataset, writer, 'Gapet krymper')
  await comment(dataset, writer, 'Ett utkast')
  await review(said, decider)
  const blocks = [figure(dataset), { ...figure(dataset), view: 'gap=share' }]
  const page = await make(writer, blocks)
  const { content } = await latestOf(writer, page.slug)
  const shown = await doors.inRegion(writer, (db) => keptBlocks(db, content, new Date(), 'sv'))
  const told = [...shown.values()].map((one) =>
    one.kind === 'figure' ? one.comments.map(({ body }) => body) : null,
  )
  expect(told).toEqual([['Gapet krymper'], []])
})

it('shows another region nothing, and lets nobody change what has been saved', async () => {
  const { writer, decider } = await people()
  const stranger = await database.actor('analyst')
  const page = await make(writer, [text('hemligt')])
  await open(page, { writer, decider })
  expect(await doors.inRegion(stranger, (db) => openPage(db, page.slug))).toBeNull()
  expect(await doors.inRegion(stranger, listPages)).toEqual([])
  expect(await doors.inRegion(stranger, (db) => readOpenPage(db, page.slug, new Date(), 'sv'))).toBeNull()
  expect(
    await doors.inRegion(stranger, (db) =>
      changePage(db, stranger, page.id, 1, { act: 'head', title: 'x y', lede: '' }),
    ),
  ).toMatchObject({ reason: 'page-gone' })
  for (const change of ['update stat_page_revision set author_name = $$x$$', 'delete from stat_page'])
    await expect(doors.inRegion(writer, (db) => sql.raw(change).execute(db))).rejects.toThrow(
      /permission denied/,
    )
})

it('writes what is done to a page in the history', async () => {
  const { writer, decider } = await people()
  const page = await make(writer, [text('ett')])
  await open(page, { writer, decider })
  const { rows } = await database.owner.query(
    'select action from history where entity = $1 and entity_id = $2 order by id',
    ['page', page.id],
  )
  expect(rows.map(({ action }) => action)).toEqual(['added', 'proposed', 'published'])
})

it('finds what hinders each figure by itself', async () => {
  const { writer, by } = await people()
  const [open, closed] = [await bring(writer), await bring(writer)]
  await publish(open, by)
  const blocks = [figure(open), figure(closed), figure(open, 7)]
  const content = (await latestOf(writer, (await make(writer, blocks)).slug)).content
  const found = await doors.inRegion(writer, (db) => hindrancesOf(db, content, new Date()))
  expect(found).toEqual([
    { blockId: blocks[1]?.id, reason: 'never-open' },
    { blockId: blocks[2]?.id, reason: 'never-open' },
  ])
})

it('tells an indicator that nobody has opened from one whose table is not open', async () => {
  const { writer, decider } = await people()
  const dataset = await bring(writer)
  await doors.inRegion(writer, (db) =>
    followOverTime(db, writer, dataset.slug, { name: 'Gapet', direction: 'parity' }),
  )
  const [indicator] = await doors.inRegion(writer, regionIndicators)
  const id = indicator?.id ?? fail()
  const block: Block = {
    id: crypto.randomUUID(),
    kind: 'indicator',
    heading: '',
    body: '',
    guide: '',
    indicatorId: id,
  }
  const { content } = await latestOf(writer, (await make(writer, [block])).slug)
  const found = () => doors.inRegion(writer, (db) => hindrancesOf(db, content, new Date()))
  expect(await found()).toEqual([{ blockId: block.id, reason: 'indicator-not-open' }])
  await doors.inRegion(writer, (db) => decideOpening(db, writer, id, 'ask'))
  await doors.inRegion(decider, (db) => decideOpening(db, decider, id, 'open'))
  expect(await found()).toEqual([{ blockId: block.id, reason: 'never-open' }])
})

function fail(): never {
  throw new Error('no page')
}
