import { sizesOf } from '@jamvikt/tables'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { koladaFigure, openKoladaServer } from '../../../testing/kolada-server.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestFetch } from '../../../testing/test-fetch.ts'
import { koladaPlaces, placesChosen } from './kolada-lists.ts'
import type { KoladaSource } from './model-fetch.ts'

const database = await openTestDatabase()
const { doors, start, carryOut, draftOf, kept } = openTestFetch(database)
const kolada = await openKoladaServer()
afterAll(kolada.close)
const actor = await database.actor('analyst')
const told = { ...kolada.told }

const source = (rest: Partial<KoladaSource> = {}): KoladaSource => ({
  kind: 'kolada',
  producer: 'Kolada (RKA)',
  address: kolada.address,
  kpi: 'N99001',
  municipalities: ['2080', '2081'],
  years: ['2022', '2023'],
  ...rest,
})
const fetched = async (rest: Partial<KoladaSource> = {}) => carryOut(actor, await start(actor, source(rest)))

beforeEach(() => void Object.assign(kolada.told, told))

it('a key figure is fetched page by page, women and men apart', async () => {
  const { table } = await draftOf(actor, await fetched())
  expect(kolada.calls()).toHaveLength(2)
  expect(sizesOf(table)).toEqual([1, 2, 3, 2])
  expect([...table.values].slice(0, 6)).toEqual(
    (['K', 'M', 'T'] as const).flatMap((sex) =>
      ['2022', '2023'].map((year) => koladaFigure('2080', sex, year)),
    ),
  )
  expect(table.title.sv).toBe('Påhittat nyckeltal, andel (%)')
})

it('without places and years there are all', async () => {
  const { table } = await draftOf(actor, await fetched({ municipalities: [], years: [] }))
  expect(sizesOf(table)).toEqual([1, 5, 3, 2])
})

it('a county’s places are its municipalities, its region and the country', async () => {
  const read = await koladaPlaces(doors.http, kolada.address)
  if (!read.ok) throw new Error(read.reason)
  expect(placesChosen(read.places, '20')).toEqual(['0000', '0020', '2080', '2081'])
  expect(placesChosen(read.places, 'regions')).toEqual(['0000', '0020'])
  expect(placesChosen(read.places, 'all')).toEqual([])
})

it('a key figure that is not there is named', async () => {
  expect((await fetched({ kpi: 'N00000' })).outcome).toMatchObject({
    reason: 'unknown-codes',
    detail: 'N00000',
  })
})

it('no figures at all is no table', async () => {
  expect((await fetched({ years: ['1999'] })).outcome).toMatchObject({ reason: 'empty-dimension' })
})

it('a key figure that is published anew meanwhile is not put together', async () => {
  kolada.told.next = (address) => {
    kolada.told.kpi = { ...told.kpi, publication_date: '2026-02-02' }
    return address
  }
  expect((await fetched()).outcome).toMatchObject({ reason: 'source-changed', resumable: false })
})

it.each([
  ['https://elsewhere.example/v2/data', 'address-invalid'],
  ['file:///etc/passwd', 'address-invalid'],
])('a next page at %s is not fetched', async (address, reason) => {
  kolada.told.next = () => address
  expect((await fetched()).outcome).toMatchObject({ reason })
})

it('pages that go in a circle are left', async () => {
  kolada.told.next = (address) => address.replace(/page=\d+/, 'page=1')
  expect((await fetched()).outcome).toMatchObject({ reason: 'too-many-pieces' })
  expect((await kept(actor)).pieces).toBe(0)
})
