import { expect, inject, test } from 'vitest'
import { expectSound, home, textOf, visit } from './browser.ts'
import { accountOf } from './running-server.ts'

const NEW = { name: 'Nils Ny', email: 'nils@exempel.invalid', password: 'en mening jag minns' }

test('people: added, let in by a link, given a role, removed; and those who only try', async () => {
  const admin = await visit('administrator', home('/people'))
  await expectSound(admin)
  await admin.getByLabel('Namn', { exact: true }).fill(NEW.name)
  await admin.getByLabel('E-postadress', { exact: true }).fill('utan snabel-a')
  await admin.evaluate(() => document.querySelector('form.card')?.setAttribute('novalidate', ''))
  await admin.getByRole('button', { name: 'Lägg till person' }).click()
  await admin.getByRole('alert').getByText('Skriv en e-postadress').waitFor()
  await expectSound(admin)
  await admin.getByLabel('E-postadress', { exact: true }).fill(NEW.email)
  await admin.getByRole('button', { name: 'Lägg till person' }).click()
  await admin.getByRole('heading', { level: 1, name: 'Länk för Nils Ny' }).waitFor()
  await expectSound(admin)
  const link = await textOf(admin.locator('code'))
  expect(link.startsWith(`${inject('address')}/reset/`)).toBe(true)

  const nils = await visit(null, link, { language: 'en' })
  await expectSound(nils)
  const setPassword = async (password: string, repeat: string) => {
    await nils.getByLabel('New password').fill(password)
    await nils.getByLabel('The same password again').fill(repeat)
    await nils.locator('main button[type=submit]').click()
  }
  await setPassword('short', 'shorter')
  await nils.getByRole('alert').getByRole('link').nth(1).waitFor()
  await expectSound(nils)
  await setPassword(NEW.password, NEW.password)
  await nils.waitForURL(/\/sign-in/)
  await expectSound(nils)
  const signIn = async (password: string) => {
    await nils.getByLabel('E-mail address').fill(NEW.email)
    await nils.getByLabel('Password').fill(password)
    await nils.locator('main button[type=submit]').click()
  }
  await signIn(NEW.password)
  await nils.waitForURL(new RegExp(`${home()}$`))
  expect((await nils.goto(home('/bases')))?.status()).toBe(200)
  expect(await nils.locator('main form').count()).toBe(0)
  expect((await nils.goto(home('/people')))?.status()).toBe(404)

  // A used link is a used link.
  const again = await visit(null, link)
  await again.getByLabel('Nytt lösenord').fill(NEW.password)
  await again.getByLabel('Samma lösenord igen').fill(NEW.password)
  await again.getByRole('button').last().click()
  await again.getByRole('alert').getByText('Länken är använd eller för gammal').waitFor()

  await admin.goto(home('/people'))
  const row = admin.getByRole('row', { name: /Nils Ny/ })
  await row.getByLabel('Roll: Nils Ny').selectOption('analyst')
  await row.getByRole('button', { name: 'Byt roll' }).click()
  await nils.goto(home('/money/new'))
  await nils.getByLabel('File', { exact: true }).waitFor()

  const own = admin.getByRole('row', { name: /Administratör Exempel/ })
  await own.getByLabel(/^Roll/).selectOption('reader')
  await own.getByRole('button', { name: 'Byt roll' }).click()
  await admin.getByRole('alert').getByText('minst en administratör').waitFor()
  await expectSound(admin)
  await admin.goto(home('/people'))
  await own.getByRole('link', { name: 'Ta bort' }).click()
  await admin.getByRole('button', { name: 'Ta bort' }).click()
  await admin.getByRole('alert').getByText('minst en administratör').waitFor()

  // Signing out everywhere ends the other browser too.
  const cookies = await nils.context().cookies()
  const elsewhere = await visit(null, '/sign-in')
  await elsewhere.context().addCookies(cookies)
  expect((await elsewhere.goto('/account'))?.url()).toMatch(/\/account$/)
  await expectSound(elsewhere)
  await nils.goto('/account')
  await nils.getByRole('button', { name: 'Sign out everywhere' }).click()
  await nils.waitForURL(/\/sign-in/)
  await elsewhere.goto('/account')
  expect(new URL(elsewhere.url()).pathname).toBe('/sign-in')

  await signIn(NEW.password)
  await nils.waitForURL(new RegExp(`${home()}$`))
  await admin.goto(home('/people'))
  await row.getByRole('link', { name: 'Ta bort' }).click()
  await admin.getByRole('heading', { level: 1, name: 'Ta bort Nils Ny ur regionen?' }).waitFor()
  await expectSound(admin)
  await admin.getByRole('button', { name: 'Ta bort' }).click()
  await admin.waitForURL(/\/people$/)
  expect(await row.count()).toBe(0)
  await nils.goto(home())
  expect(new URL(nils.url()).pathname).toBe('/sign-in')

  // Wrong passwords get one answer whoever is named, and soon no answer at all.
  const stranger = await visit(null, '/sign-in')
  const attempt = async (email: string) => {
    await stranger.getByLabel('E-postadress').fill(email)
    await stranger.getByLabel('Lösenord').fill('inte det rätta alls')
    await Promise.all([
      stranger.waitForEvent('domcontentloaded'),
      stranger.getByRole('button', { name: 'Logga in' }).click(),
    ])
    return textOf(stranger.getByRole('alert').getByRole('link'))
  }
  const wrong = 'Fel e-postadress eller lösenord.'
  expect(await attempt(accountOf(inject('accounts'), 'reader').email)).toBe(wrong)
  await expectSound(stranger)
  const answers: string[] = []
  for (
    let tried = 0;
    tried < 20 && answers.at(-1) !== 'För många försök. Vänta en minut och försök igen.';
    tried += 1
  )
    answers.push(await attempt('ingen@exempel.invalid'))
  expect(answers.at(-1)).toBe('För många försök. Vänta en minut och försök igen.')
  for (const answer of answers.slice(0, -1)) expect(answer).toBe(wrong)
})
