// The time plan is written by keyboard, in bulk and from Excel, drawn and taken along; an officer tells of a period at once.
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, picture, readmePicture, textOf, visit } from './browser.ts'

const TIME = '/plans/stockholm-2016-2018/time'

/** The cell that has the focus: its column and what its field says. */
function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement
    const cell = at?.closest('td, th')
    const field = cell?.querySelector<HTMLInputElement>('input[type=text]')
    return {
      row: cell?.closest('tr')?.querySelector('.number')?.textContent?.trim() ?? '',
      column: field?.name.split('.')[0] ?? cell?.className ?? '',
      value: field?.value ?? '',
      isWriting: at === field,
    }
  })
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return readFileSync(await file.path())
}

test('a strategist moves about the treegrid by keys, writes, is told what is wrong, and undoes', async () => {
  const page = await visit('strategist', home(TIME))
  await page.getByRole('treegrid').waitFor()
  await expectSound(page)
  const bar = await page.locator('.gantt rect.activity').first().boundingBox()
  expect(bar?.width ?? 0).toBeGreaterThan(20)
  const box = page.getByRole('region', { name: 'Tidplanen som tabell' })
  expect(await box.evaluate((at) => at.scrollWidth - at.clientWidth)).toBe(0)
  await picture(page, 'plan-time')
  await readmePicture(page, 'time-plan', 'h2 >> nth=0')
  const rows = page.locator('tbody tr[data-row]')
  const first = rows.first()
  await first.locator('td').first().focus()
  await page.keyboard.press('ArrowLeft')
  expect(await first.getAttribute('aria-expanded')).toBe('false')
  expect(await rows.nth(1).isVisible()).toBe(false)
  await page.keyboard.press('ArrowRight')
  expect(await rows.nth(1).isVisible()).toBe(true)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  for (let at = 0; at < 4; at += 1) await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toMatchObject({ row: '1.1', column: 'end', isWriting: false })
  const { value } = await focused(page)

  await page.keyboard.press('F2')
  await page.keyboard.type('1/1 1999')
  await page.keyboard.press('Escape')
  expect(await focused(page)).toMatchObject({ column: 'end', value, isWriting: false })
  await page.keyboard.type('1/1 1999')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toMatchObject({ column: 'end', isWriting: false })
  expect(await textOf(page.locator('output'))).toContain('1')
  await page.getByRole('button', { name: 'Spara ändringarna' }).click()
  await page.getByRole('alert').getByText('ligger före starten', { exact: false }).waitFor()
  expect(await page.locator('[aria-invalid]').inputValue()).toBe('1/1 1999')
  await expectSound(page)
  await page.locator('[aria-invalid]').fill('dec 2018')
  await page.getByRole('button', { name: 'Spara ändringarna' }).click()
  await page.getByText('En rad ändrades.').waitFor()
  await page.getByRole('button', { name: 'Ångra' }).click()
  await page.getByText('Ändringen är ångrad. En rad är som den var', { exact: false }).waitFor()
  expect(await page.locator('tbody tr[data-row]').nth(1).locator('.time-end input').inputValue()).toBe(value)
  await page.getByRole('button', { name: 'Gör om' }).click()
  await page.getByText('Ändringen gäller igen, i en rad.').waitFor()
  expect(await page.getByRole('button', { name: 'Gör om' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await page.getByText('Ändringen är ångrad.', { exact: false }).first().waitFor()
})

test('rows are changed together and pasted from Excel, each shown before it is saved', async () => {
  const page = await visit('strategist', home(TIME))
  await page.getByRole('treegrid').waitFor()
  const row = page.locator('tbody tr[data-row]').nth(1)
  const before = await row.locator('.time-end input').inputValue()
  await page.getByRole('checkbox').first().check()
  expect(await textOf(page.locator('output'))).toMatch(/Valda rader: \d+/)
  expect(await row.getByRole('checkbox').isChecked()).toBe(true)
  await page.getByText('Ändra valda rader').click()
  await page.getByLabel('Flytta datum med').fill('1')
  await page.getByLabel('Räknat i').selectOption('weeks')
  await page.locator('#bulk-unit').fill('Regional utveckling')
  await page.locator('button[value=bulk]').click()
  await page.getByRole('heading', { name: 'Det här ändras' }).waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: 'Spara alla' }).click()
  await page.getByText(/rader ändrades/).waitFor()
  expect(await row.locator('.time-end input').inputValue()).not.toBe(before)

  await row.locator('.time-start').focus()
  await row.locator('.time-start').evaluate((cell) => {
    const data = new DataTransfer()
    data.setData('text/plain', '46082\t31/12 2018\tEnheten\tNils Nilsson\n')
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await page.getByText('är Excels nummer på en dag', { exact: false }).waitFor()
  await page.getByText('ingen roll i planen heter ”Nils Nilsson”', { exact: false }).waitFor()
  await expectSound(page)
  await page.getByLabel('Celler kopierade ur ett kalkylblad').fill('1/3 2017\t31/12 2018\tEnheten')
  await page.getByRole('button', { name: 'Visa vad som ändras' }).click()
  await page.getByRole('button', { name: 'Spara alla' }).click()
  await page.getByText('En rad ändrades.').waitFor()
  expect(await row.locator('.time-start input').inputValue()).toBe('2017-03-01')

  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(await download(page, 'Excel')).buffer)
  const sheet = workbook.getWorksheet('Tidplan')
  expect(sheet?.getRow(3).getCell(3).value).toEqual(new Date('2017-03-01T00:00:00Z'))
  expect((await download(page, 'Kalender (ICS)')).toString()).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
})

test('what waits for something that ends later is drawn and said; the drawing is zoomed', async () => {
  const page = await visit('strategist', home(TIME))
  const second = page.locator('tr.time-activity').nth(1)
  await second.locator('.time-after input').fill('1.1')
  await second.locator('.time-start input').fill('2016-01-01')
  await page.getByRole('button', { name: 'Spara ändringarna' }).click()
  await page.getByText('håller inte').waitFor()
  expect(await textOf(second.locator('.broken-note'))).toMatch(/1\.1 slutar \d{4}-/)
  expect(await page.locator('.arrow.broken').count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Kvartal' }).click()
  await page.getByText('kv 3').first().waitFor()
  await expectSound(page)
  await picture(page, 'plan-time-broken')
})

test('the same page serves a reader on a phone in the dark, and a strategist without script', async () => {
  const reader = await visit('reader', home(TIME), { language: 'en', width: PHONE.width, dark: true })
  await reader.getByRole('treegrid').waitFor()
  expect(await reader.locator('.time-grid input').count()).toBe(0)
  await reader.getByRole('rowheader').first().focus()
  await reader.keyboard.press('ArrowDown')
  expect((await focused(reader)).row).toBe('1.1')
  await expectSound(reader)
  await picture(reader, 'plan-time-phone')
  const unscripted = await visit('strategist', home(TIME), { javaScript: false })
  await unscripted.locator('.time-unit input').first().fill('Utan skript')
  await unscripted.getByRole('button', { name: 'Spara ändringarna' }).click()
  await unscripted.getByText('En rad ändrades.').waitFor()
})

test('an officer tells of several activities on one page', async () => {
  const strategist = await visit('strategist', home('/plans/stockholm-2016-2018/follow'))
  await strategist.getByRole('button', { name: 'Lägg upp planens halvår' }).click()
  await strategist.getByLabel('Period').waitFor()
  const officer = await visit('officer', strategist.url(), { width: PHONE.width })
  await officer.getByRole('link', { name: 'Uppdatera flera på en gång' }).click()
  await expectSound(officer)
  const statuses = officer.getByRole('combobox', { name: 'Läge' })
  await statuses.nth(0).selectOption({ label: 'I fas' })
  await statuses.nth(1).selectOption({ label: 'Försenad' })
  const late = officer.locator('.tell-row').nth(1)
  await officer.getByRole('button', { name: 'Spara alla' }).click()
  await officer.getByRole('alert').waitFor()
  await expectSound(officer)
  await late.getByLabel('Orsak till avvikelse').fill('Upphandlingen överklagades.')
  await late.getByLabel('Åtgärd').fill('Ny upphandling.')
  await officer.getByRole('button', { name: 'Spara alla' }).click()
  await officer.getByText('2 aktiviteter är uppdaterade.').waitFor()
  await expectSound(officer)
  await picture(officer, 'plan-follow-all')
})
