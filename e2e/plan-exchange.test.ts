// A plan from a workbook: the template is fetched, filled in with a fault, mended, looked over and brought in.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { expectSound, home, visit } from './browser.ts'

/** The template filled in; the course ends on a day. */
async function filledIn(template: Buffer, end: string): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(template).buffer)
  const fill = (sheet: string, row: number, values: Readonly<Record<string, string>>) => {
    const of = workbook.getWorksheet(sheet)
    of?.getRow(1).eachCell((cell, column) => {
      const value = values[String(cell.value)]
      if (value !== undefined) of.getRow(row).getCell(column).value = value
    })
  }
  const facts: Readonly<Record<string, string>> = {
    Namn: 'Plan ur en arbetsbok',
    'Första dagen': '2026-01-01',
    'Sista dagen': '2028-12-31',
  }
  workbook.getWorksheet('Planen')?.eachRow((row) => {
    const value = facts[String(row.getCell(1).value)]
    if (value !== undefined) row.getCell(2).value = value
  })
  fill('Prioriteringar', 2, { Kod: '1', Namn: 'Stöd på lika villkor' })
  fill('Mål', 2, {
    Kod: '1.1',
    'Hör till': '1',
    Namn: 'Fler kvinnor får stöd',
    'Ska vara nått år': '2028',
    'Är målet mätbart?': 'Ja',
  })
  fill('Aktiviteter', 2, {
    Kod: '1.1',
    'Hör till': '1',
    Namn: 'Kurs',
    Börjar: '2026-02-01',
    Slutar: end,
    'Mål som aktiviteten tjänar': '1.1',
  })
  fill('Budgetar', 2, {
    Kod: 'B',
    Namn: 'Per aktivitet',
    'Uppdelad på': 'Aktivitet',
    'Belopp visas i': 'kronor',
  })
  fill('Belopp', 2, { 'Budgetens kod': 'B', Aktivitet: '1.1', 'Belopp, kr': '127 492,50' })
  const file = path.join(tmpdir(), `jamvikt-plan-${process.pid}-${end}.xlsx`)
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()))
  return file
}

test('a strategist fills in the template, mends what is wrong, and brings the plan in', async () => {
  const page = await visit('strategist', home('/plans'))
  await page.getByRole('link', { name: 'Hämta in en plan' }).click()
  await expectSound(page)
  const link = await page.getByRole('link', { name: 'Hämta mallen (Excel)' }).getAttribute('href')
  const template = await page.request.get(new URL(link ?? '', page.url()).href)
  expect(template.ok()).toBe(true)
  const body = await template.body()

  await page.getByLabel('Fil med en plan').setInputFiles(await filledIn(body, '2026-01-31'))
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.getByRole('heading', { name: 'Ett fel måste rättas i filen' }).waitFor()
  await page
    .getByRole('row', { name: /Aktiviteter, rad 2, Slutar/ })
    .getByText('Slutet ligger före starten.', { exact: false })
    .waitFor()
  expect(await page.getByRole('button', { name: 'Hämta in planen' }).count()).toBe(0)
  await expectSound(page)

  await page.getByRole('link', { name: 'Välj en annan fil' }).click()
  await page.getByLabel('Fil med en plan').setInputFiles(await filledIn(body, '2026-11-30'))
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.getByRole('row', { name: /Per aktivitet 1 127\s492,50\skr/ }).waitFor()
  await expectSound(page)
  const draft = page.url()
  const english = await visit('strategist', draft, { language: 'en' })
  await english.getByRole('heading', { name: 'What will be made' }).waitFor()
  await expectSound(english)
  await page.getByRole('button', { name: 'Hämta in planen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plan ur en arbetsbok' }).waitFor()
  expect(page.url()).toMatch(/\/plans\/plan-ur-en-arbetsbok$/)
  await page.getByText('Kurs').first().waitFor()
  await expectSound(page)
  const saved = await page.request.get(`${page.url()}/export.json`)
  expect(await saved.text()).toContain('"amountOre":"12749250"')
})
