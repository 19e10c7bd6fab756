import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, expectSound, home, PHONE, picture, readmePicture, textOf, visit } from './browser.ts'
import {
  DONE,
  heading,
  MAPPING,
  ownFile,
  PERSONAL_NUMBER,
  reportFacts,
  sendFile,
  settle,
} from './own-list.ts'

async function downloaded(page: Page, link: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

async function expectRefusals(page: Page) {
  const refused = await textOf(page.locator('section.card', { hasText: 'Rader som inte räknas med' }))
  expect(refused).toContain('beloppet är inget tal')
  expect(refused).toContain('kontrollsiffra stämmer inte')
  for (const secret of [PERSONAL_NUMBER, '640823', 'Öberg']) expect(refused).not.toContain(secret)
}

test('a list of one’s own: read, corrected, imported, renewed, withdrawn', async () => {
  const page = await visit('analyst', home('/money/new'))
  await expectSound(page)
  await sendFile(page, 'Mikrostöd 2024', ownFile({ prefix: 'A' }))
  await heading(page, MAPPING)
  await readmePicture(page, 'mapping')
  await picture(page, 'mapping-desktop-light')
  await page.setViewportSize(PHONE)
  await picture(page, 'mapping-phone-light')
  await page.setViewportSize(DESKTOP)
  await expectSound(page)

  // What the file does not say is asked for, and never guessed.
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await page.getByRole('alert').getByText('Säg vems kön som avses.').waitFor()
  await expectSound(page)
  await page.getByLabel('Vems kön avses?').selectOption('CEO')
  expect(await page.getByLabel('Bordlagd').inputValue()).toBe('')
  await page.getByLabel('Bordlagd').selectOption({ label: 'pågående' })
  await page.getByLabel(/Spara tolkningen/).fill('Vår export')
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await heading(page, DONE)
  expect(await reportFacts(page)).toMatchObject({ 'Nya ärenden': '61', 'Avvisade rader': '2' })
  await expectRefusals(page)
  await expectSound(page)
  const csv = await downloaded(page, 'Ladda ner alla som CSV')
  expect(csv).toContain('beloppet är inget tal')
  for (const secret of [PERSONAL_NUMBER, '640823', 'Öberg', 'Får ej spridas'])
    expect(csv).not.toContain(secret)

  await page.getByRole('link', { name: 'Se vem pengarna når' }).click()
  await page.waitForURL(/\/lists\//)
  const list = new URL(page.url()).pathname
  const newer = async (file: ReturnType<typeof ownFile>) => {
    await page.goto(`${list}/newer`)
    await page.getByLabel('Fil', { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: 'Läs filen' }).click()
    await heading(page, MAPPING)
    await page.getByRole('button', { name: 'Läs in', exact: true }).click()
    await heading(page, DONE)
    return reportFacts(page)
  }
  const second = ownFile({ prefix: 'A', late: 'Beviljad', more: 3 })
  expect(await newer(second)).toMatchObject({ 'Nya ärenden': '3', 'Ändrade ärenden': '2', Oförändrade: '59' })
  await expectSound(page)
  expect(await newer(second)).toMatchObject({ 'Nya ärenden': '0', 'Ändrade ärenden': '0' })
  await page.getByText('Samma fil är inläst förut. Inget ändrades.').waitFor()

  await page.goto(`${list}/imports`)
  expect(await page.getByRole('row').count()).toBe(4)
  await expectSound(page)

  // What was saved is offered the next time.
  await sendFile(page, 'Mikrostöd, en till', ownFile({ prefix: 'B' }))
  await heading(page, MAPPING)
  await page.getByLabel('Använd en sparad tolkning').selectOption({ label: 'Vår export' })
  await page.getByRole('button', { name: 'Hämta' }).click()
  await page.waitForURL(/saved=/)
  expect(await page.getByLabel('Vems kön avses?').inputValue()).toBe('CEO')
  expect(await page.getByLabel('Bordlagd').inputValue()).toBe('pending')

  await page.goto(`${list}/settings`)
  await expectSound(page)
  await page.getByRole('link', { name: 'Dra tillbaka listan' }).click()
  await heading(page, /Dra tillbaka listan Mikrostöd 2024\?/)
  await expectSound(page)
  await page.getByRole('button', { name: 'Dra tillbaka listan' }).click()
  await page.getByRole('row', { name: /Mikrostöd 2024.*tillbakadragen/ }).waitFor()
  expect((await page.goto(`${list}/newer`))?.status()).toBe(404)
})

test.each([
  ['export.xls', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'äldre Excelfil (.xls)'],
  ['export.csv', Buffer.from('<!doctype html><html><body><table></table></body></html>'), 'en webbsida'],
  ['bok.xlsx', Buffer.from('504b0304deadbeef', 'hex'), 'Excelbok'],
])('a file that cannot be read says why: %s', async (name, buffer, reason) => {
  const page = await visit('analyst', home('/money/new'))
  await sendFile(page, 'Går inte', { name, mimeType: 'application/octet-stream', buffer })
  await heading(page, /Filen kunde inte läsas/)
  expect(await textOf(page.getByRole('status'))).toContain(reason)
  await expectSound(page)
})

test('an empty file and a missing name are refused beside their fields', async () => {
  const page = await visit('analyst', home('/money/new'))
  const empty = { name: 'tom.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }
  await sendFile(page, 'Tom', empty)
  await page.getByRole('alert').getByText('Välj en fil som inte är tom.').waitFor()
  await page.getByRole('alert').getByRole('link').click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('file')
  await expectSound(page)
  await page.getByLabel('Vad ska listan heta?').fill('  ')
  await page.getByLabel('Fil', { exact: true }).setInputFiles(ownFile({ prefix: 'C' }))
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.getByRole('alert').getByText('Skriv ett namn på listan, minst två tecken.').waitFor()
})

test('the same without script', async () => {
  const page = await visit('analyst', home('/money/new'), { javaScript: false })
  await sendFile(page, 'Utan skript', ownFile({ prefix: 'D' }))
  await settle(page, MAPPING)
  await page.getByLabel('Vems kön avses?').selectOption('CEO')
  await page.getByLabel('Bordlagd').selectOption('pending')
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await settle(page, DONE)
  expect(await reportFacts(page)).toMatchObject({ 'Nya ärenden': '61', 'Avvisade rader': '2' })
  await expectRefusals(page)
  await page.getByRole('link', { name: 'Se vem pengarna når' }).click()
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toMatch(/^Av tio ansökningar/)
})
