// A plan is followed up by half-years: an officer on a phone, a strategist, a reader of the report.
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, textOf, visit } from './browser.ts'

const PLAN = '/plans/vasterbotten-2016-2018'

test('an officer tells of activities on a phone, the strategist closes the period, a reader takes the report along', async () => {
  const strategist = await visit('strategist', home(`${PLAN}/follow`))
  await expectSound(strategist)
  await strategist.getByRole('button', { name: 'Lägg upp planens halvår' }).click()
  await strategist.getByLabel('Period').selectOption({ label: 'Första halvåret 2017' })
  await strategist.getByRole('button', { name: 'Visa' }).click()
  await strategist.getByRole('heading', { level: 2, name: 'Första halvåret 2017' }).waitFor()
  await expectSound(strategist)
  const period = new URL(strategist.url()).search

  const officer = await visit('officer', home(`${PLAN}/follow${period}`), { width: PHONE.width })
  const first = officer.locator('tbody th a').first()
  const name = await textOf(first)
  await first.click()
  await officer.getByRole('radio', { name: 'Försenad' }).check()
  await officer.getByLabel('Kvinnor').fill('tolv')
  await officer.getByRole('button', { name: 'Spara', exact: true }).click()
  await officer.getByRole('alert').waitFor()
  await expectSound(officer)
  await officer.getByLabel('Kvinnor').fill('12')
  await officer.getByLabel('Orsak till avvikelse').fill('Upphandlingen överklagades.')
  await officer.getByLabel('Åtgärd').fill('Ny upphandling i augusti.')
  await officer.getByRole('button', { name: 'Spara och ta nästa' }).click()
  expect(await textOf(officer.getByRole('heading', { level: 1 }))).not.toBe(name)
  await officer.getByRole('radio', { name: 'I fas' }).check()
  await officer.getByRole('button', { name: 'Spara', exact: true }).click()
  await officer.getByText('Uppdateringen är sparad.').waitFor()
  expect(await textOf(officer.locator('tbody tr').first())).toMatch(/▲\s*Försenad/)
  await expectSound(officer)

  await strategist.reload()
  await strategist.getByRole('button', { name: 'Stäng perioden' }).click()
  await strategist
    .getByText(/^.*Perioden stängdes/)
    .first()
    .waitFor()

  const reader = await visit('reader', home(`${PLAN}/follow${period}`), { language: 'en' })
  expect(await reader.getByText('12 women').count()).toBe(0)
  await reader.getByRole('link', { name: 'See the status report' }).click()
  await reader.getByRole('heading', { level: 1, name: 'Status report' }).waitFor()
  expect(await textOf(reader.locator('main'))).toContain('Upphandlingen överklagades.')
  await expectSound(reader)
  const [download] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('link', { name: 'PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
})
