// Reports that are kept: a strategist writes, adopts and takes along; what is adopted stays; a reader reads.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, textOf, visit } from './browser.ts'

const PLAN = home('/plans/jamtland-harjedalen-2016-2018')

async function begin(page: Page, kind: string) {
  await page.getByLabel('Mall').selectOption({ label: kind })
  await page.getByLabel('Tid som rapporten gäller').selectOption({ label: '2017' })
  await page.getByRole('button', { name: 'Skapa rapporten' }).click()
  await page.getByText('Siffrorna är dagens.').waitFor()
}

/** Takes a report along, and says how its file begins. */
async function takeAlong(page: Page, kind: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: kind, exact: true }).click(),
  ])
  return readFileSync(await download.path())
    .subarray(0, 4)
    .toString('latin1')
}

test('a strategist writes a brief with a preview beside it, adopts it, and makes it again', async () => {
  const page = await visit('strategist', `${PLAN}/documents`)
  await expectSound(page)
  await begin(page, 'Underlag till styrgruppen')
  await expectSound(page)

  await page.getByRole('link', { name: 'Redigera: Text: Till beslut' }).click()
  await page.getByLabel('Text', { exact: true }).fill('- Godkänn **ny tidplan**.\n- Flytta medel.')
  const preview = page.getByRole('region', { name: 'Förhandsvisning' })
  await preview.getByText('Förhandsvisningen är uppdaterad.').waitFor()
  expect(await textOf(preview.getByRole('listitem'))).toBe('Godkänn ny tidplan.')
  await expectSound(page)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Sparat.').waitFor()

  await page.getByRole('button', { name: 'Ta bort: Risker' }).click()
  await page.getByText('Delen är borttagen.').waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: 'Ta tillbaka', exact: true }).click()
  expect(await page.getByText('Delen är borttagen.').count()).toBe(0)

  await page.getByRole('link', { name: 'Anta rapporten' }).click()
  await expectSound(page)
  await page.getByLabel('Diarienummer').fill('RUN 12/2018')
  await page.getByLabel('Beslutsdag').fill('2018-02-01')
  await page.getByLabel('Beslutat av').fill('Styrgruppen')
  await page.getByLabel('Jag har läst rapporten').check()
  await page.getByRole('button', { name: 'Anta rapporten' }).click()
  await page.getByText('Ord och siffror är som de var').waitFor()
  await expectSound(page)
  expect(await takeAlong(page, 'PDF')).toBe('%PDF')
  expect(await takeAlong(page, 'Word')).toMatch(/^PK/)
  const adopted = page.url()

  await page.getByRole('button', { name: 'Gör om med dagens uppgifter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Vad som har ändrats' }).waitFor()
  await page.getByText('Inget har ändrats.').waitFor()
  await expectSound(page)

  const reader = await visit('reader', adopted, { width: PHONE.width, language: 'en' })
  expect(await textOf(reader.getByRole('heading', { level: 1 }))).toBe('Underlag till styrgruppen')
  expect(await reader.getByRole('button', { name: 'Make it again' }).count()).toBe(0)
  await expectSound(reader)
})

test('an appendix to the accounts is written without script', async () => {
  const page = await visit('strategist', `${PLAN}/documents`, { javaScript: false })
  await begin(page, 'Bilaga till delårs- och helårsbokslut')
  await page.getByRole('link', { name: 'Redigera: Text: Sammanfattning' }).click()
  await page.getByLabel('Text', { exact: true }).fill('Tolv av tretton aktiviteter pågår.')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Tolv av tretton aktiviteter pågår.').waitFor()
  await page.getByRole('button', { name: 'Flytta ner: Text: Sammanfattning' }).click()
  await page.getByLabel('Vad', { exact: true }).selectOption({ label: 'Budget efter kostnadsslag och år' })
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await page.getByRole('button', { name: 'Spara' }).click()
  expect(await textOf(page.getByRole('cell', { name: /^5.203.139.kr$/ }))).toMatch(/5.203.139.kr/)
  await page.getByRole('button', { name: 'Ta bort utkastet' }).click()
  await page.getByText('Utkastet är borttaget.').waitFor()
  await page.getByRole('button', { name: 'Ångra' }).click()
  await page.getByText('Utkastet är tillbaka.').waitFor()
})

test('an administrator says how documents look; a colour that is too faint is refused', async () => {
  const page = await visit('administrator', home('/look'))
  await page.getByLabel('Accentfärg').fill('#ffcc00')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('alert').waitFor()
  expect(await textOf(page.getByRole('alert'))).toContain('1,5:1')
  await expectSound(page)
  await page.getByLabel('Accentfärg').fill('#5b2a86')
  await page.getByLabel('Fotrad').fill('Region Exempel, org.nr 000000-0000')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Utseendet är sparat.').waitFor()
  await expectSound(page)
})
