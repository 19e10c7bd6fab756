// A life course put together of words and figures: strategist, colleague and resident.
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, picture, textOf, visit } from './browser.ts'

const TITLE = 'Från vaggan till graven'

test('a strategist makes a life course, adds a figure, a colleague approves, a resident reads it on a phone without script', async () => {
  const strategist = await visit('analyst', home('/pages'))
  await expectSound(strategist)
  await strategist.getByRole('link', { name: 'Gör en sida' }).click()
  await expectSound(strategist)
  await strategist.getByLabel('Rubrik').fill('x')
  await strategist.getByRole('button', { name: 'Gör en sida' }).click()
  await strategist.getByRole('alert').getByText('Skriv en rubrik på minst två tecken.').waitFor()
  await strategist.getByLabel('Rubrik').fill(TITLE)
  await strategist.getByLabel('Ingress').fill('Var kvinnors och mäns liv skiljs åt.')
  await strategist.getByRole('button', { name: 'Gör en sida' }).click()
  await strategist.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await expectSound(strategist)
  const page = strategist.url()

  await strategist.goto(home('/statistics/pahittad-medianinkomst?rows=år&gap=ratio&chart=lines'))
  await strategist.getByRole('link', { name: 'Lägg till på en sida' }).click()
  await expectSound(strategist)
  await strategist.getByLabel('Sida och plats').selectOption({ label: `${TITLE}: under ”Arbete”` })
  await strategist.getByRole('button', { name: 'Lägg till', exact: true }).click()
  await strategist.getByLabel('Bildtext').fill('Inkomsten genom åren')
  await strategist.getByLabel('Dina ord om siffran').fill('Gapet **krymper** långsamt.')
  const written = await visit('analyst', strategist.url(), { javaScript: false })
  await written.getByLabel('Dina ord om siffran').fill('En kollega skrev före.')
  await written.getByRole('button', { name: 'Spara' }).click()
  await written.getByText('Sparat.').waitFor()
  await strategist.getByRole('button', { name: 'Spara' }).click()
  await strategist.getByText('Någon annan har skrivit här under tiden').waitFor()
  expect(await strategist.getByLabel('Dina ord om siffran').inputValue()).toBe('Gapet **krymper** långsamt.')
  await strategist.getByText('En kollega skrev före.').waitFor()
  await expectSound(strategist)
  await strategist.getByRole('button', { name: 'Spara' }).click()
  await strategist.getByText('Sparat.').waitFor()

  await strategist.getByRole('button', { name: 'Ta bort: Barndom' }).click()
  await strategist.getByText('Delen är borttagen.').waitFor()
  await strategist.getByRole('button', { name: 'Lägg tillbaka', exact: true }).first().click()
  await strategist.getByRole('button', { name: 'Flytta ner: Barndom' }).click()
  await strategist.getByText('Skedena står inte i livets ordning.', { exact: false }).waitFor()
  await strategist.getByRole('button', { name: 'Flytta upp: Barndom' }).click()
  await expectSound(strategist)
  await strategist.getByRole('link', { name: 'Tidigare versioner' }).click()
  await expectSound(strategist)
  await strategist.goto(`${page}/preview`)
  await strategist.getByText('krymper').waitFor()
  await expectSound(strategist)
  await strategist.goto(`${page}/publication`)
  await strategist.getByRole('button', { name: /^Föreslå utkast/ }).click()
  await strategist.getByText('Du har föreslagit eller skrivit det här.', { exact: false }).waitFor()
  expect(await strategist.getByRole('button', { name: 'Godkänn och publicera' }).count()).toBe(0)
  await expectSound(strategist)

  const colleague = await visit('administrator', `${page}/publication`)
  await expectSound(colleague)
  await colleague.getByRole('button', { name: 'Godkänn och publicera' }).click()
  await colleague.getByText('Sidan är publicerad.').waitFor()
  const open = (await colleague.getByRole('link', { name: 'Se den öppna sidan' }).getAttribute('href')) ?? ''

  const resident = await visit(null, open.split('/pages/')[0] ?? '', {
    width: PHONE.width,
    javaScript: false,
  })
  // What is published is seen two seconds later at most.
  await expect
    .poll(
      async () => {
        await resident.reload()
        return resident.getByRole('link', { name: TITLE }).count()
      },
      { timeout: 10_000 },
    )
    .toBe(1)
  await resident.getByRole('link', { name: TITLE }).click()
  await resident.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await resident.getByRole('heading', { name: 'Inkomsten genom åren' }).waitFor()
  expect(await textOf(resident.getByText(/^Värdet har ökat med/))).toContain('per år')
  expect(await resident.getByText('För det här skedet finns ingen siffra än.').count()).toBe(7)
  await resident.getByRole('navigation', { name: 'Innehåll' }).getByRole('link', { name: 'Arbete' }).click()
  await picture(resident, 'open-page-phone')
  for (const [language, dark] of [
    ['sv', false],
    ['en', true],
  ] as const) {
    const reader = await visit(null, open, { language, dark })
    await expectSound(reader)
  }
})

test('a fresh start shows a life course and a page of one sub-goal, marked as invented', async () => {
  const reader = await visit('reader', home('/pages'))
  await expectSound(reader)
  for (const name of [
    'Påhittat livslopp: från barndom till makt',
    'Påhittad ekonomi: kvinnors och mäns inkomster',
  ]) {
    await reader.goto(home('/pages'))
    await reader.getByRole('link', { name }).click()
    await reader.getByText('Syntetiska data').first().waitFor()
    await expectSound(reader)
  }
})

test('the open indicators are told in words', async () => {
  const reader = await visit(null, `/open/${home().split('/')[2]}/indicators`)
  await reader.getByRole('heading', { level: 1, name: 'Mått' }).waitFor()
  await expectSound(reader)
})
