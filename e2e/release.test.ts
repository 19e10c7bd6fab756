import { readFileSync } from 'node:fs'
import { openTable } from '@jamvikt/tables'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { expectSound, home, PHONE, picture, readTable, textOf, visit } from './browser.ts'
import { tablesProtected } from './own-list.ts'

const PERIODS = ['2020', '2021', '2022', '2023']
const HIDDEN_COLUMN = 'Dold (1 = ja)'

interface Taken {
  readonly group: string
  readonly hidden: boolean
  readonly applied: number | null
  readonly granted: number | null
  readonly rate: number | null
}

async function take(page: Page, name: string): Promise<{ bytes: Buffer; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  return { bytes: readFileSync(await download.path()), name: download.suggestedFilename() }
}

const number = (text: string | undefined) =>
  text === undefined || text === '' ? null : Number(text.replace(',', '.'))

/** The groups of a table file, by the words of their dimensions. */
async function fromTable(file: { bytes: Buffer; name: string }): Promise<Taken[]> {
  const table = await openTable(file.bytes, { name: file.name })
  if (!table.ok) throw new Error(table.reason)
  const at = (name: string) => {
    const index = table.headers.indexOf(name)
    if (index < 0) throw new Error(`no column “${name}” in ${table.headers.join(', ')}`)
    return index
  }
  const columns = { applied: at('Sökande'), granted: at('Beviljade'), rate: at('Andel beviljade') }
  const dimensions = table.headers.slice(0, at('Bas'))
  const taken: Taken[] = []
  for await (const { cells } of table.rows()) {
    const text = (index: number) => String(cells[index] ?? '')
    const hidden = text(at(HIDDEN_COLUMN))
    if (hidden !== '0' && hidden !== '1') break // after the groups comes the dictionary
    taken.push({
      group: dimensions.map((name) => text(at(name)).replace(/^Alla$/, '')).join('|'),
      hidden: hidden === '1',
      applied: number(text(columns.applied)),
      granted: number(text(columns.granted)),
      rate: number(text(columns.rate)),
    })
  }
  return taken
}

function shownNumber(text: string | undefined) {
  return text === undefined || /^[·–]/.test(text)
    ? null
    : Number(text.replace(/[^\d,]/g, '').replace(',', '.'))
}

test('released figures: looked over, confirmed, read by members, taken along alike in every form', async () => {
  const page = await visit('analyst', home('/money'))
  await page
    .getByRole('row', { name: /Företagsstöd 2020–2025/ })
    .getByRole('link', { name: 'Frisläpp' })
    .click()
  await tablesProtected(page)
  await expectSound(page)
  for (const box of await page.getByRole('checkbox', { name: /^Frisläpp \d/ }).all())
    await box.setChecked(PERIODS.includes((await box.getAttribute('value')) ?? ''))
  await page.getByRole('button', { name: 'Frisläpp valda perioder' }).click()
  await page.getByRole('alert').getByText('Bekräfta att du frisläpper siffrorna.').waitFor()
  await page.getByRole('alert').getByRole('link').click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('confirm')

  for (const box of await page.getByRole('checkbox', { name: /^Frisläpp \d/ }).all())
    await box.setChecked(PERIODS.includes((await box.getAttribute('value')) ?? ''))
  await page.getByLabel(/^Jag har sett/).check()
  await page.getByRole('button', { name: 'Frisläpp valda perioder' }).click()
  await page.waitForURL(/\/releases\/[0-9a-f-]+/)
  const release = new URL(page.url()).pathname
  await picture(page, 'released-desktop-light')
  await expectSound(page)
  const proofs = await readTable(page, 'Så är siffrorna skyddade')
  expect(proofs.map((row) => row.Period)).toEqual(PERIODS)
  for (const row of proofs) expect(row['Dolda grupper']).toMatch(/^\d+ av \d+$/)

  // The files hold every crossing; the page shows one. Each must say the same.
  const csv = await fromTable(await take(page, 'CSV'))
  const xlsx = await fromTable(await take(page, 'Excel'))
  const json = JSON.parse((await take(page, 'JSON')).bytes.toString()) as {
    audience: string
    certificates: { period: string; certificate: { kind: string } }[]
    groups: {
      by: Record<string, string>
      suppressed: boolean
      applied?: number
      granted?: number
      rate?: number
    }[]
  }
  expect(json.audience).toBe('released')
  expect(json.certificates.map(({ period, certificate }) => [period, certificate.kind])).toEqual(
    PERIODS.map((period) => [period, 'public']),
  )
  expect(csv.length).toBeGreaterThan(100)
  expect(csv.some((one) => one.hidden)).toBe(true)
  expect(xlsx).toEqual(csv)
  expect(
    json.groups.map((one) => ({
      hidden: one.suppressed,
      applied: one.applied ?? null,
      granted: one.granted ?? null,
      rate: one.rate ?? null,
    })),
  ).toEqual(csv.map(({ group: _, ...figures }) => figures))
  for (const one of csv.filter(({ hidden }) => hidden))
    expect([one.applied, one.granted, one.rate]).toEqual([null, null, null])

  await page.getByRole('link', { name: '× Bakgrund' }).click()
  const rows = await readTable(page, await textOf(page.locator('#groups caption').first()))
  const onPage = rows
    .map((row) => [shownNumber(row.Sökande), shownNumber(row.Beviljade)].join('/'))
    .toSorted()
  const inFile = json.groups
    .filter((one) => Object.keys(one.by).toSorted().join() === 'background,sex')
    .map((one) => [one.applied ?? null, one.granted ?? null].join('/'))
  for (const figures of onPage) expect(inFile).toContain(figures)
  await expectSound(page)

  const reader = await visit('reader', release)
  expect(await textOf(reader.getByRole('heading', { level: 1 }))).toMatch(/^Av tio/)
  expect(await reader.getByRole('link', { name: 'Excel' }).count()).toBe(0)
  await expectSound(reader)
  for (const kind of ['xlsx', 'csv', 'json'])
    expect((await reader.request.get(`${release}/figures.${kind}`)).status()).toBe(404)
  const lists = await visit('analyst', home('/money'))
  const working = await lists
    .getByRole('link', { name: 'Företagsstöd 2020–2025' })
    .first()
    .getAttribute('href')
  expect((await reader.goto(working ?? ''))?.status()).toBe(404)
  await expectSound(reader)

  await readsByPeriod(release)
})

async function readsByPeriod(release: string) {
  const page = await visit('reader', release, { language: 'en', width: PHONE.width })
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toMatch(/^Of ten/)
  await picture(page, 'released-phone-light')
  const series = await readTable(page, 'Year by year')
  expect(series.map((row) => row.Period)).toEqual(expect.arrayContaining(PERIODS))
  const chips = page.getByRole('navigation', { name: 'Period' })
  await chips.getByRole('link', { name: '2022' }).click()
  const year = await readTable(page, await textOf(page.locator('#groups caption').first()))
  const women = year.find((row) => row.Group === 'Women')
  expect(women?.['Share granted']).toMatch(/%/)
  expect(women?.['Share granted']).toBe(series.find((row) => row.Period === '2022')?.['Granted, women'])
  await expectSound(page)
  const anonymous = await visit(null, release)
  expect(new URL(anonymous.url()).pathname).toBe('/sign-in')
  expect(new URL(anonymous.url()).searchParams.get('back')).toBe(release)
  expect(anonymous.url().startsWith(inject('address'))).toBe(true)
}
