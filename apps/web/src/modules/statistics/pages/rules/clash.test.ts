import { expect, it } from 'vitest'
import type { Block, PageContent } from '../model-pages.ts'
import { clashOf } from './clash.ts'

const block = (id: string, body: string): Block => ({ id, kind: 'text', heading: '', body, guide: '' })
const page = (blocks: readonly Block[], title = 'Sida'): PageContent => ({
  title,
  lede: '',
  kind: 'free',
  area: null,
  blocks: [...blocks],
  removed: [],
})
const write = (id: string, body: string) => ({ act: 'write', id, heading: '', body }) as const

it('lets two people write in different blocks', () => {
  const base = page([block('a', 'ett'), block('b', 'två')])
  const current = page([block('b', 'två'), block('a', 'annat')])
  expect(clashOf(base, current, write('b', 'mitt'))).toBeNull()
})

it('tells both texts where they write in the same', () => {
  const current = page([block('a', 'deras')])
  expect(clashOf(page([block('a', 'förr')]), current, write('a', 'mitt'))).toEqual({
    kind: 'block-changed',
    theirs: block('a', 'deras'),
  })
  expect(clashOf(null, current, write('a', 'mitt'))).toMatchObject({ kind: 'block-changed' })
  expect(clashOf(page([block('a', 'förr')]), current, write('a', 'deras'))).toBeNull()
})

it('tells that the block has been removed', () => {
  expect(clashOf(page([block('a', 'förr')]), page([]), write('a', 'mitt'))).toEqual({ kind: 'block-removed' })
  expect(clashOf(page([]), page([]), write('a', 'mitt'))).toBeNull()
})

it('holds the heading of the page to the same', () => {
  const head = { act: 'head', title: 'Min', lede: '' } as const
  expect(clashOf(page([], 'Förr'), page([], 'Deras'), head)).toMatchObject({ kind: 'head-changed' })
  expect(clashOf(page([block('a', '1')], 'Förr'), page([block('a', '2')], 'Förr'), head)).toBeNull()
})

it('never stands in the way of moving and removing', () => {
  const [base, current] = [page([block('a', 'förr')]), page([block('a', 'deras')])]
  expect(clashOf(base, current, { act: 'remove', id: 'a' })).toBeNull()
  expect(clashOf(base, current, { act: 'move', id: 'a', by: 'up' })).toBeNull()
})
