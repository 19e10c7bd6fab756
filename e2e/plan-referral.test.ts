// A plan goes out on referral: asked by letter, answered on a phone, entered from paper, compiled.
import { expect, inject, test } from 'vitest'
import { latestLetter } from '../apps/web/src/testing/letters.ts'
import { expectSound, home, PHONE, textOf, visit } from './browser.ts'

test('a strategist sends a plan on referral, a municipality answers on a phone, an officer enters a paper, all is compiled', async () => {
  const strategist = await visit('strategist', home('/plans/new'))
  await strategist.getByLabel('Namn').fill('Utvecklingsstrategi på remiss')
  await strategist.getByLabel('Första dagen').fill('2026-01-01')
  await strategist.getByLabel('Sista dagen').fill('2030-12-31')
  await strategist.getByRole('button', { name: 'Skapa planen' }).click()
  const plan = new URL(strategist.url()).pathname
  await strategist.getByRole('link', { name: 'Lägg till prioritering' }).click()
  await strategist.getByLabel('Namn').fill('Arbete på lika villkor')
  await strategist.getByRole('button', { name: 'Spara' }).click()
  await strategist.goto(`${plan}/versions`)
  await strategist.getByRole('button', { name: 'Skicka på remiss' }).click()
  await strategist.getByRole('link', { name: 'Remiss: Version 1' }).click()
  await expectSound(strategist)
  await strategist.getByLabel('Frågor').fill('Är områdena rätt?\nVad saknas?')
  await strategist.getByLabel('Sista dag att svara').fill('2020-01-01')
  await strategist.getByRole('button', { name: 'Lägg upp remissen' }).click()
  await strategist.getByRole('alert').waitFor()
  expect(await strategist.getByLabel('Frågor').inputValue()).toContain('Vad saknas?')
  await expectSound(strategist)
  const later = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await strategist.getByLabel('Sista dag att svara').fill(later)
  await strategist.getByRole('button', { name: 'Lägg upp remissen' }).click()
  await strategist
    .getByLabel('Organisationer')
    .fill('Falu kommun; falun@test.invalid\nLänsstyrelsen; lan@test.invalid')
  await strategist.getByRole('button', { name: 'Skicka breven' }).click()
  await strategist.getByText('2 brev skickas.').waitFor()
  await expectSound(strategist)
  const referral = new URL(strategist.url()).pathname

  const letter = await latestLetter(inject('dataDir'), 'falun@test.invalid')
  const link = /\/referral\/\S+/.exec(letter)?.[0] ?? ''
  const answerer = await visit(null, link, { width: PHONE.width, javaScript: false })
  await answerer.getByRole('link', { name: 'Läs planen som är på remiss' }).first().click()
  await answerer.getByRole('heading', { name: /Arbete på lika villkor/ }).waitFor()
  await answerer.getByRole('link', { name: 'Till formuläret' }).click()
  await answerer.getByLabel('1. Är områdena rätt?').fill('Ja, nästan.')
  await answerer.getByRole('button', { name: 'Spara utan att skicka' }).click()
  await answerer.getByText('Utkastet är sparat.').waitFor()
  await answerer.goto(link)
  expect(await answerer.getByLabel('1. Är områdena rätt?').inputValue()).toBe('Ja, nästan.')
  await answerer.getByLabel('Om ”Arbete på lika villkor”').fill('Nämn deltid.')
  await answerer.getByRole('button', { name: 'Skicka svaret' }).click()
  await answerer.getByRole('alert').waitFor()
  await answerer.getByLabel('Tillstyrker med ändringar').check()
  await answerer.getByRole('button', { name: 'Skicka svaret' }).click()
  await answerer.getByRole('heading', { level: 1, name: 'Tack, svaret är skickat' }).waitFor()

  const other = await visit(
    null,
    /\/referral\/\S+/.exec(await latestLetter(inject('dataDir'), 'lan@test.invalid'))?.[0] ?? '',
    {
      language: 'en',
      dark: true,
    },
  )
  await expectSound(other)
  await other.getByRole('link', { name: 'Read the plan that is on referral' }).first().click()
  await expectSound(other)

  const officer = await visit('officer', referral)
  await officer.getByRole('link', { name: 'För in svar: Länsstyrelsen' }).click()
  await expectSound(officer)
  await officer.getByLabel('Avstyrker').check()
  await officer.getByLabel('2. Vad saknas?').fill('Pengarna.')
  await officer.getByRole('button', { name: 'För in svar' }).click()
  await officer.getByText('Svaret är infört.').waitFor()
  await expectSound(officer)
  await other.reload()
  await other.getByRole('heading', { level: 1, name: 'Thank you, the answer is sent' }).waitFor()

  await strategist.getByRole('link', { name: 'Sammanställning' }).click()
  expect(await textOf(strategist.locator('main'))).toContain('2 av 2 har svarat.')
  await expectSound(strategist)
  const comment = strategist.getByRole('listitem').filter({ hasText: 'Nämn deltid.' })
  await comment.getByLabel('Vad vi gjorde med det').selectOption({ label: 'Tas delvis upp' })
  await comment.getByLabel('Hur och varför').fill('Deltid står nu under mål 1.')
  await comment.getByRole('button', { name: 'Spara' }).click()
  await strategist.getByText('Anteckningen är sparad.').waitFor()

  const reader = await visit('reader', `${referral}/compiled`, { language: 'en' })
  await reader.getByLabel('Show answers of those who').selectOption({ label: 'Support with changes' })
  await reader.getByRole('button', { name: 'Show' }).click()
  const seen = await textOf(reader.locator('main'))
  expect(seen).toMatch(/Partly taken up[\s\S]*Deltid står nu under mål 1\./)
  expect(seen).not.toContain('Pengarna.')
  await expectSound(reader)
  const [download] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('link', { name: 'Word' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
})
