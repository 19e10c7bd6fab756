// A plan from its first priority to its adoption and its first change: strategist, colleague and reader.
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, picture, visit } from './browser.ts'

test('a strategist makes a plan, ties it together, adopts it, changes it and compares; a reader reads it on a phone', async () => {
  const name = 'Handlingsplan för provet'
  const page = await visit('strategist', home('/plans'))
  await expectSound(page)
  const save = () => page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('link', { name: 'Ny plan' }).click()
  await page.getByLabel('Namn').fill('x')
  await page.getByRole('button', { name: 'Skapa planen' }).click()
  await page.getByRole('alert').getByText('Skriv ett namn på 2 till 300 tecken.').waitFor()
  await expectSound(page)
  await page.getByLabel('Namn').fill(name)
  await page.getByLabel('Första dagen').fill('2026-01-01')
  await page.getByLabel('Sista dagen').fill('2028-12-31')
  await page.getByRole('button', { name: 'Skapa planen' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await expectSound(page)
  const plan = new URL(page.url()).pathname

  await page.getByRole('link', { name: 'Lägg till prioritering' }).click()
  await page.getByLabel('Namn').fill('Ledning och styrning')
  await page.getByLabel('Behovsanalys').fill('Ord som inte hann sparas')
  await page.waitForTimeout(600)
  await page.reload()
  await page.getByText('Här finns ord som du skrev och som inte sparades').waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: 'Hämta tillbaka' }).click()
  expect(await page.getByLabel('Behovsanalys').inputValue()).toBe('Ord som inte hann sparas')
  await save()
  await page.getByText('Sparat.').waitFor()
  await expectSound(page)
  const priority = page.url().replace(/\?.*/, '')
  await page.getByRole('link', { name: 'Koppla till nationellt mål' }).click()
  await page.getByLabel('Nationellt mål').selectOption({ label: 'Makt och inflytande' })
  await page.getByLabel('Skäl').fill('Beslut är makt.')
  await save()
  await page.goto(priority)
  await page.getByRole('link', { name: 'Lägg till mål', exact: true }).click()
  await page.getByText('Så blir ett mål mätbart').click()
  await page.getByLabel('Namn').fill('Fler ärenden följer rutinen')
  await page.getByLabel('Är målet mätbart?').selectOption({ label: 'Ja' })
  await save()
  await page.getByRole('link', { name: 'Lägg till mått' }).click()
  await page.getByLabel('Namn').fill('Deltagare')
  await page.getByLabel('Enhet').fill('antal')
  await save()
  await page.getByRole('link', { name: 'Siffror' }).click()
  await page.getByLabel('Rad 1, sorts siffra').selectOption({ label: 'Utgångsläge' })
  await page.getByLabel('Rad 1, år').fill('2026')
  await page.getByLabel('Rad 1, Kvinnor, värde').fill('12')
  await page.getByLabel('Rad 1, Män, värde').fill('8')
  await page.getByLabel('Rad 1, Alla, värde').fill('20')
  await expectSound(page)
  await save()
  await page.locator('table.figures .tag-good', { hasText: 'Stämmer' }).waitFor()
  await page.getByText('Så prövas siffrorna').click()
  await page.getByText('blir tillsammans lika mycket som Alla.', { exact: false }).waitFor()
  await page.goto(priority)
  await page.getByRole('link', { name: 'Lägg till aktivitet' }).click()
  await page.getByLabel('Namn').fill('Webbkurs')
  await page.getByLabel('Börjar').fill('2026-02-01')
  await page.getByLabel('Slutar').fill('2027-06-30')
  await page.getByLabel('Fler ärenden följer rutinen').check()
  await save()
  const activity = page.url().replace(/\?.*/, '')

  for (const [tab, words] of [
    ['', 'Webbkurs'],
    ['/goals', 'Deltagare'],
    ['/thread', 'Beslut är makt.'],
    ['/items', 'Ledning och styrning'],
  ] as const) {
    await page.goto(plan + tab)
    await page.getByText(words).first().waitFor()
    await expectSound(page)
  }
  await picture(page, 'plan-parts')

  await page.goto(`${plan}/versions`)
  await page.getByLabel('Diarienummer').fill('RUN 2026/1')
  await page.getByLabel('Beslutsdag').fill('2026-01-15')
  await page.getByLabel('Beslutat av').fill('Regionala utvecklingsnämnden')
  await page.getByLabel('Beslutet är fattat', { exact: false }).check()
  await page.getByRole('button', { name: 'Anta' }).click()
  await page.getByText('Planen är antagen som version 1.').waitFor()
  await expectSound(page)

  const colleague = await visit('administrator', `${activity}/edit`, { javaScript: false })
  await page.goto(`${activity}/edit`)
  await colleague.getByLabel('Vad som görs').fill('En kollegas ord.')
  await colleague.getByRole('button', { name: 'Spara' }).click()
  await colleague.getByText('Sparat.').waitFor()
  await page.getByLabel('Vad som görs').fill('Mina ord.')
  const answers: number[] = []
  page.on('response', (answer) => answers.push(answer.status()))
  await save()
  await page.getByText('Någon annan har sparat under tiden').waitFor()
  expect(answers).toContain(409)
  await page.getByText('En kollegas ord.').waitFor()
  expect(await page.getByLabel('Vad som görs').last().inputValue()).toBe('Mina ord.')
  await page.getByLabel('Ta mitt', { exact: false }).check()
  await save()
  await page.getByText('Mina ord.').waitFor()
  await page.getByRole('link', { name: 'Historik' }).click()
  await page.getByText('En kollegas ord.').first().waitFor()

  await page.goto(`${priority}/remove`)
  await page.getByRole('button', { name: 'Ta bort' }).click()
  await page.getByText('Borttaget: Ledning och styrning.').waitFor()
  await page.getByRole('button', { name: 'Lägg tillbaka' }).click()
  await page.getByText('Det är tillbaka i planen.').waitFor()

  await page.goto(`${plan}/compare?from=1`)
  await page.getByText('Ändrade: 1.', { exact: false }).waitFor()
  await page.getByText('Mina ord.').waitFor()
  for (const [language, dark] of [
    ['sv', false],
    ['en', true],
  ] as const) {
    const reader = await visit('reader', plan, { width: PHONE.width, language, dark })
    for (const address of [
      '',
      '/goals',
      '/thread',
      '/versions',
      '/versions/1',
      '/compare?from=1',
      '/items',
    ]) {
      await reader.goto(plan + address)
      await expectSound(reader)
    }
    await reader.goto(plan)
    await picture(reader, `plan-phone-${language}`)
    expect(await reader.getByRole('link', { name: /^(Lägg till|Add)/ }).count()).toBe(0)
  }
})
