// Reports that are kept: a strategist writes, adopts and takes along; what is adopted stays; a reader reads.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  COVER_BODY,
  makeTemplate,
  paragraph,
} from '../apps/web/src/modules/reporting/documents/testing/make-template.ts'
import { readZip, wordsOfXml } from '../apps/web/src/modules/reporting/documents/testing/read-zip.ts'
import { expectSound, home, PHONE, textOf, visit } from './browser.ts'

const PLAN = home('/plans/jamtland-harjedalen-2016-2018')

async function begin(page: Page, kind: string) {
  await page.getByLabel('Mall').selectOption({ label: kind })
  await page.getByLabel('Tid som rapporten gäller').selectOption({ label: '2017' })
  await page.getByRole('button', { name: 'Skapa rapporten' }).click()
  await page.getByText('Siffrorna är dagens.').waitFor()
}

async function download(page: Page, link: string): Promise<Buffer> {
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ])
  return readFileSync(await taken.path())
}

/** Takes a report along, and says how its file begins. */
async function takeAlong(page: Page, kind: string): Promise<string> {
  return (await download(page, kind)).subarray(0, 4).toString('latin1')
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

test('an administrator chooses a Word template; reports are written in it, until it is removed', async () => {
  const page = await visit('administrator', home('/look'))
  await page.getByRole('link', { name: 'Välj, byt eller ta bort mall' }).click()
  await expectSound(page)
  const choose = async (name: string, buffer: Buffer) => {
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    await page.getByLabel('Mall (.docx eller .dotx)').setInputFiles({ name, mimeType, buffer })
    await page.getByRole('button', { name: 'Använd mallen' }).click()
  }
  const inside = paragraph('Här: {{rapport}}')
  await choose('fel.docx', Buffer.from(makeTemplate({ body: inside })))
  await page.getByRole('alert').waitFor()
  expect(await textOf(page.getByRole('alert'))).toContain('{{rapport}} ska stå ensamt')
  await expectSound(page)

  const header = paragraph('Region Exempel, rapportserie 7')
  const template = Buffer.from(makeTemplate({ body: COVER_BODY, header }))
  await choose('rapportmall.docx', template)
  await page.getByText('Mallen är vald.').waitFor()
  await page.getByRole('cell', { name: 'Vid {{rapport}}. Det som står runt om behålls.' }).waitFor()
  await expectSound(page)
  expect((await download(page, 'Hämta mallen')).equals(template)).toBe(true)
  const english = await visit('administrator', home('/look/template'), {
    language: 'en',
    width: PHONE.width,
    dark: true,
  })
  await english.getByRole('cell', { name: 'At {{report}}. What stands around it is kept.' }).waitFor()
  await expectSound(english)

  const writer = await visit('strategist', `${PLAN}/documents`)
  await begin(writer, 'Underlag till styrgruppen')
  const parts = readZip(await download(writer, 'Word'))
  expect(wordsOfXml(parts.get('word/header1.xml') ?? '')).toContain('Region Exempel, rapportserie 7')
  const words = wordsOfXml(parts.get('word/document.xml') ?? '')
  expect(words).toContain('Region Exempels rapportserie')
  expect(words).toContain('Underlag till styrgruppen av den ')
  expect(parts.get('word/document.xml')).toContain('<w:pStyle w:val="Rubrik1"/>')

  await page.getByRole('button', { name: 'Ta bort mallen' }).click()
  await page.getByText('Mallen är borttagen.').waitFor()
  await expectSound(page)
  const plain = readZip(await download(writer, 'Word'))
  expect(wordsOfXml(plain.get('word/document.xml') ?? '')).not.toContain('rapportserie')
  await page.getByRole('button', { name: 'Ångra' }).click()
  await page.getByText('Mallen används igen.').waitFor()
  await page.getByRole('button', { name: 'Ta bort mallen' }).click()
})
