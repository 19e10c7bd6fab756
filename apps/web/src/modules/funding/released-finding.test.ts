import { localeOf } from '@jamvikt/i18n'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { csvOf, openTestFunding } from '../../testing/test-funding.ts'
import { TWO_YEARS } from '../../testing/test-releases.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { openFindings } from './public.ts'
import { addFunding } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, doors } = openTestFunding(database)
addFunding(site.app, site.platform, doors)
const findings = openFindings(doors)
const sv = localeOf('sv')

it('a finding says what the page of its release says, to members of the region alone', async () => {
  const by = await site.visitor('analyst')
  const { list } = await bring(by.actor, csvOf(TWO_YEARS))
  expect(await findings.list(by.actor)).toEqual([])
  const swedish = { by, headers: { 'accept-language': 'sv' } }
  const form = new URLSearchParams({ period: '2023', confirm: 'on' })
  const place = `${by.home}/money/lists/${list.id}/release`
  const released = await site.request(place, { method: 'POST', body: form }, swedish)
  const address = released.headers.get('location') ?? ''

  const reader = await database.actor('reader', by.actor.regionId)
  const [offered, ...others] = await findings.list(reader)
  expect(others).toEqual([])
  expect(offered?.name).toBe(list.name)
  const id = offered?.id ?? ''
  expect(address).toContain(id)
  const found = await findings.read(reader, sv, id)
  const page = (await (await site.get(address, swedish)).text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
  expect(found).toMatchObject({ list: list.name, periods: '2023', synthetic: list.synthetic })
  const said = [found?.headline, ...(found?.sentences ?? []), found?.caution]
  expect(said.length).toBeGreaterThan(2)
  for (const sentence of said) expect(page).toContain(sentence)

  const stranger = await database.actor('analyst')
  expect(await findings.list(stranger)).toEqual([])
  expect(await findings.read(stranger, sv, id)).toBeNull()
  expect(await findings.read(reader, sv, "' or 1=1")).toBeNull()
  expect(await findings.read(reader, sv, crypto.randomUUID())).toBeNull()
})
