import { expect, test } from 'vitest'
import { expectSound, home, PHONE, picture, readmePicture, readTable, textOf, visit } from './browser.ts'

test('an analyst follows the money to women born abroad', async () => {
  const page = await visit('analyst', '/')
  await page.getByRole('link', { name: 'Pengarna', exact: true }).click()
  await expectSound(page)
  await page.getByRole('link', { name: 'Företagsstöd 2020–2025' }).first().click()
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toMatch(/^Av tio företag/)
  await readmePicture(page, 'audit')
  await picture(page, 'working-desktop-light')
  await expectSound(page)

  const chips = page.getByRole('navigation', { name: 'Korsa kön med' })
  await chips.getByRole('link', { name: '× Bakgrund' }).click()
  await chips.getByRole('link', { name: '× Bransch' }).click()
  await expectSound(page)
  const caption = await textOf(page.locator('#groups caption').first())
  const rows = await readTable(page, caption)
  const shown = rows.filter((row) => row.Omdöme?.includes('Skillnad visad'))
  expect(shown.map((row) => row.Grupp).join()).toMatch(/^Kvinnor.*utrikes födda/i)
  expect(shown).toHaveLength(1)
})

test('sorting and filtering are addresses', async () => {
  const page = await visit('analyst', home('/money'))
  await page.getByRole('link', { name: 'Företagsstöd 2020–2025' }).first().click()
  await page.getByRole('link', { name: '× Bransch' }).click()
  const caption = await textOf(page.locator('#groups caption').first())
  const applied = async () =>
    (await readTable(page, caption)).map((row) => Number(row.Sökande?.replace(/\D/g, '')))
  const all = await applied()

  const head = page.locator('#groups table').first().locator('thead')
  await head.getByRole('link', { name: 'Sökande', exact: true }).click()
  expect(await applied()).toEqual(all.toSorted((a, b) => b - a))
  await head.getByRole('link', { name: /^Sökande/ }).click()
  expect(await applied()).toEqual(all.toSorted((a, b) => a - b))

  await page.getByLabel('Från år').selectOption('2024')
  await page.getByLabel('Till år').selectOption('2024')
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  expect(sum(await applied())).toBeLessThan(sum(all) / 4)
  expect(new URL(page.url()).searchParams.getAll('cross')).toEqual(['industry'])
})

test('the working view prints nothing of its figures', async () => {
  const page = await visit('analyst', home('/money'))
  await page.getByRole('link', { name: 'Företagsstöd 2020–2025' }).first().click()
  await page.emulateMedia({ media: 'print' })
  const visible = await textOf(page.locator('body'))
  expect(visible).toContain('Arbetsvyn skrivs inte ut')
  expect(visible).not.toMatch(/\d+,\d/)
  expect(await page.locator('svg.chart, table').filter({ visible: true }).count()).toBe(0)
})

test('the same in English, on a phone', async () => {
  const page = await visit('analyst', home('/money'), { language: 'en', width: PHONE.width })
  await page.getByRole('link', { name: 'Företagsstöd 2020–2025' }).first().click()
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toMatch(/^Of ten firms, women lead/)
  await readmePicture(page, 'phone')
  await picture(page, 'working-phone-light')
  await page.getByRole('link', { name: '× Background' }).click()
  await page.getByRole('link', { name: '× Industry' }).click()
  const caption = await textOf(page.locator('#groups caption').first())
  const shown = (await readTable(page, caption)).filter((row) => row.Verdict?.includes('Difference shown'))
  expect(shown.map((row) => row.Group).join()).toMatch(/^Women.*foreign-born/)
  await expectSound(page)
})
