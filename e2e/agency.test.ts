// A region’s status report to the agency: sent, sent back with remarks, mended on a phone, accepted.
import { expect, test } from 'vitest'
import { agencyHome, expectSound, home, PHONE, readmePicture, textOf, visit } from './browser.ts'

const PLAN = '/plans/stockholm-2016-2018'

test('a region sends its report, the agency sends it back, the region mends it, the agency accepts', async () => {
  const strategist = await visit('strategist', home(`${PLAN}/follow`))
  const make = strategist.getByRole('button', { name: 'Lägg upp planens halvår' })
  if ((await make.count()) > 0) await make.click()
  await strategist.getByLabel('Period').selectOption({ label: 'Andra halvåret 2016' })
  await strategist.getByRole('button', { name: 'Visa' }).click()
  await strategist.getByRole('link', { name: 'Skicka till Myndigheten Exempel' }).click()
  await strategist.getByRole('heading', { level: 1, name: 'Lägesrapport till Myndigheten Exempel' }).waitFor()
  const page = strategist.url()
  await expectSound(strategist)

  // What remains is put right one activity at a time, from the list of it; the first one is late.
  const untold = strategist.locator('main li a', { hasText: 'har ingen uppdatering för perioden' })
  let isFirst = true
  while ((await untold.count()) > 0) {
    await untold.first().click()
    await strategist.getByRole('radio', { name: isFirst ? 'Försenad' : 'I fas' }).check()
    if (isFirst) {
      await strategist.getByLabel('Orsak till avvikelse').fill('Upphandlingen överklagades.')
      await strategist.getByLabel('Åtgärd').fill('Ny upphandling i augusti.')
      await strategist.getByLabel('Kvinnor').fill('7771')
    }
    isFirst = false
    await strategist.getByRole('button', { name: 'Spara', exact: true }).click()
    await strategist.getByText('Uppdateringen är sparad.').waitFor()
    await strategist.goto(page)
  }
  await strategist.getByLabel('Samlad kommentar till perioden').fill('Vi har kommit igång.')
  await strategist.getByRole('button', { name: 'Spara', exact: true }).click()
  await strategist.getByText('Kommentarerna är sparade.').waitFor()
  expect(await textOf(strategist.getByRole('region', { name: 'Det här återstår' }))).toContain(
    'har aktiviteter som är försenade eller hindrade',
  )
  for (const field of await strategist.locator('form textarea').all())
    if ((await field.inputValue()) === '') await field.fill('Vi räknar med att komma ikapp.')
  await strategist.getByRole('button', { name: 'Spara och förhandsgranska' }).click()
  await strategist.getByRole('heading', { name: 'Nyckeltal' }).waitFor()
  await expectSound(strategist)
  expect(await textOf(strategist.locator('main'))).not.toContain('7771')
  const previewed = await textOf(strategist.locator('article'))
  await strategist.getByRole('button', { name: 'Skicka rapporten' }).click()
  await strategist.getByText('Lägesrapporten är skickad till Myndigheten Exempel.').waitFor()
  await expectSound(strategist)

  const officer = await visit('agency-staff', agencyHome('/received'))
  await expectSound(officer)
  await officer.locator('tbody tr', { hasText: 'Region Exempel' }).getByRole('link').first().click()
  await officer.getByText('Oförändrad sedan den skickades.').waitFor()
  expect(await textOf(officer.locator('article'))).toBe(previewed)
  await officer.getByRole('button', { name: 'Begär komplettering' }).click()
  await officer.getByRole('alert').waitFor()
  await expectSound(officer)
  await officer.getByLabel('Anmärkning om hela rapporten').fill('Beskriv hur ni kommer ikapp.')
  await officer.getByLabel('Om Aktiviteter').fill('Vilken upphandling?')
  await officer.getByRole('button', { name: 'Begär komplettering' }).click()
  await officer
    .getByText(/begärde komplettering/)
    .first()
    .waitFor()

  const mending = await visit('strategist', page, { width: PHONE.width })
  await mending.getByText('Vilken upphandling?').waitFor()
  await expectSound(mending)
  await mending.getByLabel('Samlad kommentar till perioden').fill('Vi har kommit igång och anlitar en till.')
  await mending.getByRole('button', { name: 'Spara och förhandsgranska' }).click()
  await mending.getByRole('button', { name: 'Skicka rapporten' }).click()
  await mending.getByText('Lägesrapporten är skickad till Myndigheten Exempel.').waitFor()

  await officer.goto(agencyHome('/received'))
  const waiting = officer.locator('tbody tr', { hasText: 'Region Exempel' }).first()
  await waiting.getByRole('link', { name: /Inlämning 2/ }).click()
  await officer.getByRole('heading', { name: 'Ändrat sedan inlämning 1' }).waitFor()
  expect(await textOf(officer.locator('ins').first())).toContain('anlitar en till')
  await expectSound(officer)
  await officer.getByRole('button', { name: 'Godkänn' }).click()
  await officer
    .getByText(/godkände rapporten/)
    .first()
    .waitFor()

  await mending.goto(page)
  await mending.getByText(/godkände inlämning 2/).waitFor()
  expect(await mending.getByRole('button', { name: 'Spara', exact: true }).count()).toBe(0)
  const reader = await visit('reader', home(`${PLAN}/follow`), { language: 'en' })
  await reader.getByLabel('Period').selectOption({ label: 'Second half of 2016' })
  await reader.getByRole('button', { name: 'Show' }).click()
  await reader.getByText(/accepted submission 2/).waitFor()
})

test('the agency sees all regions, compares some, takes the table along, and moves money by two', async () => {
  const officer = await visit('agency-staff', agencyHome())
  await officer.getByRole('heading', { level: 1, name: 'Regionernas planer och medel' }).waitFor()
  await expectSound(officer)
  await readmePicture(officer, 'regions')
  const table = officer.getByRole('table', { name: 'Regionernas planer och medel' })
  const rows = await table.locator('tbody tr').allInnerTexts()
  expect(rows).toHaveLength(22)
  expect(rows.filter((row) => /Ur inlämning|Ingen rapport/.test(row))).toHaveLength(21)
  await officer.getByLabel('Har aktiviteter som är').selectOption({ label: 'Hindrad' })
  await officer.getByRole('button', { name: 'Visa' }).click()
  await officer.waitForURL(/going=stopped/)
  const hindered = await table.locator('tbody tr').allInnerTexts()
  expect(hindered.length).toBeLessThan(rows.length)
  expect(hindered.slice(0, -1).every((row) => /hindrad/.test(row))).toBe(true)
  const boxes = officer.getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await officer.getByRole('button', { name: 'Jämför valda' }).click()
  await officer.getByRole('heading', { level: 1, name: 'Regioner sida vid sida' }).waitFor()
  expect(await officer.locator('thead th').count()).toBe(3)
  await expectSound(officer)
  await officer.locator('thead a').first().click()
  await officer.getByRole('heading', { name: 'År för år' }).waitFor()
  await expectSound(officer)
  await officer.goto(agencyHome('/regions?year=all'))
  const [download] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('link', { name: 'Ladda ner som CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('regioner.csv')

  // The proposal of the demo was made by the officer; somebody else decides it.
  await officer.goto(agencyHome('/grants'))
  await expectSound(officer)
  await officer.getByRole('link', { name: /kr från Region/ }).click()
  await officer.getByText('Du lämnade förslaget.', { exact: false }).waitFor()
  await expectSound(officer)
  const head = await visit('agency', new URL(officer.url()).pathname, { language: 'en', dark: true })
  await head.getByRole('button', { name: 'Decide as proposed' }).click()
  await head.getByRole('alert').waitFor()
  await expectSound(head)
  await head.getByLabel('Diary number of the decision').fill('EX 2018/99')
  await head.getByLabel('Day of the decision').fill('2018-09-03')
  await head.getByRole('button', { name: 'Decide as proposed' }).click()
  await head.getByText('EX 2018/99, 3 Sept 2018').waitFor()
  await head.goto(agencyHome('/grants?year=2018'))
  expect(await textOf(head.locator('main'))).toContain('EX 2018/99')
  await head
    .getByRole('link', { name: /^Change money to/ })
    .first()
    .click()
  await head.getByLabel('Amount (kr)').fill('much')
  await head.getByRole('button', { name: 'Save' }).click()
  await head.getByRole('alert').waitFor()
  await expectSound(head)
})
