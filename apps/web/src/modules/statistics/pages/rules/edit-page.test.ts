import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Block, contentSchema, MOST_BLOCKS, type PageContent } from '../model-pages.ts'
import { type Change, changed } from './edit-page.ts'

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const text = (at: number, heading = '', body = `ord ${at}`): Block => ({
  id: idOf(at),
  kind: 'text',
  heading,
  body,
  guide: '',
})
const pageOf = (blocks: readonly Block[]): PageContent => ({
  title: 'Sida',
  lede: '',
  kind: 'free',
  area: null,
  blocks: [...blocks],
  removed: [],
})
const after = (content: PageContent, ...changes: readonly Change[]) =>
  changes.reduce<PageContent>((page, change) => {
    const next = changed(page, change)
    if (next === null) throw new Error(`refused: ${change.act}`)
    return next
  }, content)
const order = ({ blocks }: PageContent) => blocks.map(({ id }) => Number(id.slice(-4)))

it('adds last, or last under a heading', () => {
  const page = pageOf([text(1, 'Arbete'), text(2), text(3, 'Makt'), text(4)])
  expect(order(after(page, { act: 'add', block: text(5), under: null }))).toEqual([1, 2, 3, 4, 5])
  expect(order(after(page, { act: 'add', block: text(5), under: idOf(1) }))).toEqual([1, 2, 5, 3, 4])
  expect(order(after(page, { act: 'add', block: text(5), under: idOf(3) }))).toEqual([1, 2, 3, 4, 5])
})

it('moves a block one step, and not past an end', () => {
  const page = pageOf([text(1), text(2), text(3)])
  expect(order(after(page, { act: 'move', id: idOf(3), by: 'up' }))).toEqual([1, 3, 2])
  expect(order(after(page, { act: 'move', id: idOf(1), by: 'up' }))).toEqual([1, 2, 3])
  expect(order(after(page, { act: 'move', id: idOf(3), by: 'down' }))).toEqual([1, 2, 3])
})

it('gives a removed block back where it stood, with its words', () => {
  const page = pageOf([text(1), text(2), text(3)])
  const without = after(page, { act: 'remove', id: idOf(2) })
  expect(order(without)).toEqual([1, 3])
  expect(after(without, { act: 'bring-back', id: idOf(2) })).toEqual(page)
})

it('brings a removed block back with the words that somebody was writing in it', () => {
  const without = after(pageOf([text(1), text(2)]), { act: 'remove', id: idOf(1) })
  const written = after(without, { act: 'write', id: idOf(1), heading: 'Ny', body: 'Mina ord' })
  expect(written.blocks[0]).toMatchObject({ heading: 'Ny', body: 'Mina ord' })
  expect(written.removed).toEqual([])
})

it('swaps the version of a figure and nothing else of it', () => {
  const figure: Block = {
    id: idOf(1),
    kind: 'figure',
    heading: 'Lön',
    body: 'Mina ord',
    guide: '',
    datasetId: idOf(9),
    version: 1,
    view: 'gap=ratio',
  }
  const page = after(pageOf([figure]), { act: 'swap', id: idOf(1), version: 3, view: 'gap=share' })
  expect(page.blocks).toEqual([{ ...figure, version: 3, view: 'gap=share' }])
  expect(changed(pageOf([text(1)]), { act: 'swap', id: idOf(1), version: 3, view: '' })).toBeNull()
})

it('refuses what is not there, and more than a page can hold', () => {
  expect(changed(pageOf([]), { act: 'remove', id: '__proto__' })).toBeNull()
  const full = pageOf(Array.from({ length: MOST_BLOCKS }, (_, at) => text(at)))
  expect(changed(full, { act: 'add', block: text(500), under: null })).toBeNull()
})

it('loses no block whatever is moved, removed and brought back', () => {
  const act = fc.constantFrom('up', 'down', 'remove', 'bring-back')
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.nat(5)), { maxLength: 40 }), (acts) => {
      let page = pageOf([0, 1, 2, 3, 4].map((at) => text(at)))
      for (const [what, at] of acts) {
        const id = idOf(at)
        const change: Change =
          what === 'up' || what === 'down' ? { act: 'move', id, by: what } : { act: what, id }
        page = changed(page, change) ?? page
      }
      const all = [...page.blocks, ...page.removed.map(({ block }) => block)]
      expect(all.map(({ id }) => id).toSorted()).toEqual([0, 1, 2, 3, 4].map(idOf))
      expect(contentSchema.safeParse(page).success).toBe(true)
    }),
    { seed: 1 },
  )
})
