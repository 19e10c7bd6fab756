// A plan is shown to everybody: a strategist decides, a resident reads without script, on a phone, in two languages.
import { expect, inject, test } from 'vitest'
import { expectSound, home, PHONE, picture, textOf, visit } from './browser.ts'

const PLAN = '/plans/stockholm-2016-2018'

test('a strategist adopts a plan and shows it to everybody; a resident reads it without script; it is taken off again', async () => {
  const strategist = await visit('strategist', home(`${PLAN}/open`))
  await strategist.getByText('Planen visas inte på den öppna sidan.').waitFor()
  await expectSound(strategist)

  await strategist.goto(home(`${PLAN}/versions`))
  await strategist.getByLabel('Diarienummer').fill('PROV-1')
  await strategist.locator('#on').fill('2016-10-20')
  await strategist.locator('#body').fill('Prövningsnämnden')
  await strategist.locator('#confirm').check()
  await strategist.locator('button[value=adopt]').click()
  await strategist.goto(home(`${PLAN}/open`))
  await strategist.getByRole('link', { name: /^Version \d+$/ }).click()
  await strategist.getByText('Det är inte beslutat än.').waitFor()
  await expectSound(strategist)

  await strategist.goto(home(`${PLAN}/open`))
  await strategist.getByRole('button', { name: 'Visa för alla' }).click()
  await strategist.getByRole('alert').waitFor()
  await expectSound(strategist)
  await strategist.locator('#confirm').check()
  await strategist.getByRole('button', { name: 'Visa för alla' }).click()
  await strategist.getByText('Planen visas för alla. Det kan ta').waitFor()
  await expectSound(strategist)

  const site = `/open/${inject('slug')}`
  const resident = await visit(null, site, { javaScript: false, width: PHONE.width })
  // What is published is seen within two seconds.
  await expect
    .poll(async () => {
      await resident.goto(`${site}/plans`)
      return resident.locator(`a[href="${site}${PLAN}"]`).count()
    })
    .toBe(1)
  await resident.locator(`a[href="${site}${PLAN}"]`).click()
  const text = await textOf(resident.locator('main'))
  for (const words of ['Så läser du planen', 'Prövningsnämnden', 'Inlagd för prov', 'Vad planen kostar'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/Strateg Exempel|Handläggare Exempel/)

  for (const [language, dark] of [
    ['sv', false],
    ['en', true],
  ] as const) {
    const reader = await visit(null, `${site}${PLAN}`, { language, dark, width: PHONE.width })
    await expectSound(reader)
    await picture(reader, `plan-open-${language}`)
    await reader.goto(`${site}/plans`)
    await expectSound(reader)
  }

  const [download] = await Promise.all([
    resident.waitForEvent('download'),
    resident.getByRole('link', { name: 'Hela planen (JSON)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('stockholm-2016-2018-plan.json')

  await strategist.getByLabel(/^Skäl att ta bort version/).fill('Beslutet överklagas')
  await strategist.getByRole('button', { name: /^Ta bort version/ }).click()
  await strategist.getByText('Att den visades står kvar i loggen.').waitFor()
  await expect
    .poll(async () => (await resident.goto(`${site}${PLAN}`))?.status(), { timeout: 10_000 })
    .toBe(404)
  await resident.goto(`${site}/log`)
  expect(await textOf(resident.locator('main'))).toContain('Beslutet överklagas')
})

test('the demo shows a plan to whoever comes, with how it goes', async () => {
  const resident = await visit(null, `/open/${inject('slug')}`, { javaScript: false })
  await resident.getByRole('link', { name: /Jämtland Härjedalen/ }).click()
  const text = await textOf(resident.locator('main'))
  for (const words of ['Andra halvåret 2016', 'I fas', '5 203 139', 'påhittat beslut'])
    expect(text.replaceAll('\u00a0', ' ')).toContain(words)
})

test('a strategist makes a table of the people reached, with small counts hidden', async () => {
  const page = await visit('strategist', home('/plans/jamtland-harjedalen-2016-2018/follow'))
  await page.getByLabel('Period').selectOption({ label: 'Andra halvåret 2016' })
  await page.getByRole('button', { name: 'Visa' }).click()
  await page.getByRole('link', { name: 'Gör en tabell av nådda personer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tabell över nådda personer' }).waitFor()
  expect(await page.getByText('döljs', { exact: true }).count()).toBeGreaterThan(1)
  await expectSound(page)
  await picture(page, 'plan-reached')
  await page.getByRole('button', { name: 'Lägg tabellen i statistiken' }).click()
  await page.getByRole('heading', { level: 1, name: /^Nådda personer/ }).waitFor()

  await page.goto(home('/plans/jamtland-harjedalen-2016-2018/reached'))
  await page.getByText('Var något antal fel?').first().click()
  await page.getByRole('button', { name: 'Dra tillbaka halvåret' }).first().click()
  await page.getByRole('alert').waitFor()
  await expectSound(page)
  await page
    .getByLabel(/^Skäl att dra tillbaka halvåret/)
    .first()
    .fill('Två kurser räknades dubbelt')
  await page.getByRole('button', { name: 'Dra tillbaka halvåret' }).first().click()
  await page.getByText('Halvåret är tillbakadraget och visas inte längre.').waitFor()
  await page.getByText('Halvåret släpps inte igen.', { exact: false }).first().waitFor()
  await expectSound(page)
})
