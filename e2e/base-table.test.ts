import { expect, test } from 'vitest'
import { expectSound, home, readTable, textOf, visit } from './browser.ts'
import { bringIn, ownFile } from './own-list.ts'

const INHABITANTS = 'Kön;Kommun;Antal\nKvinnor;Umeå;52000\nMän;Umeå;48000\n'

test('a base table is added, chosen, and the funnel begins there', async () => {
  const page = await visit('analyst', home('/bases'))
  await expectSound(page)
  const send = async (text: string) => {
    await page.getByLabel('Namn', { exact: true }).fill('Invånare i Umeå')
    await page.getByLabel('Källa', { exact: true }).fill('SCB 2024')
    await page.getByLabel('Räknar').selectOption('inhabitants')
    await page
      .getByLabel(/^Fil \(/)
      .setInputFiles({ name: 'invånare.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Lägg till en tabell' }).click()
  }
  await send('Kommun;Antal\nUmeå;1\n')
  await page.getByRole('alert').getByText('Filen saknar en kolumn för kön').waitFor()
  await expectSound(page)
  await send(INHABITANTS)
  await page.getByText('Tabellen är tillagd.').waitFor()
  await page.getByRole('row', { name: /Invånare i Umeå.*SCB 2024.*100 000.*52,0 %.*48,0 %/ }).waitFor()
  await expectSound(page)

  const list = await bringIn(page, 'Mot invånarna', ownFile({ prefix: 'base' }))
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toMatch(/^Av tio ansökningar/)
  await page.goto(`${list}/settings`)
  await page.getByLabel('Minsta antal i en grupp').fill('2')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('alert').getByText('Minsta antal ska vara ett heltal från 3 till 100.').waitFor()
  await expectSound(page)
  await page.getByLabel('Minsta antal i en grupp').fill('5')
  await page.getByLabel('Jämför med').selectOption({ label: 'Invånare i Umeå (SCB 2024)' })
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Inställningarna är sparade.').waitFor()
  await page.goto(list)
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toMatch(/^Av tio invånare/)
  const [first] = await readTable(page, 'Kvinnors andel, steg för steg')
  expect(first).toMatchObject({ Kvinnor: '52 000', Män: '48 000', 'Andel kvinnor': '52,0 %' })
  await expectSound(page)
})
