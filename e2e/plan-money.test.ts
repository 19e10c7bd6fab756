// A plan’s money: budgets, the ledger, the warning, and money moved by two.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, picture, textOf, visit } from './browser.ts'

const FOLDER = mkdtempSync(path.join(tmpdir(), 'jamvikt-money-'))

/** A plan as a file: two priorities with a goal each, three activities with dates. */
function planFile(): string {
  const activity = (id: string, parent: string, name: string, goal: string) => ({
    id,
    kind: 'activity',
    parent,
    fields: { name, start: '2026-01-01', end: '2026-12-31', goals: [goal] },
  })
  const plan = {
    format: 'jamvikt-plan',
    version: 1,
    plan: {
      name: 'Pengaplan 2026',
      kind: 'action-plan',
      lede: '',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      synthetic: true,
      origin: 'Påhittad.',
    },
    items: [
      { id: 'p1', kind: 'priority', parent: null, fields: { name: 'Ledning' } },
      { id: 'p2', kind: 'priority', parent: null, fields: { name: 'Stöd' } },
      { id: 'g1', kind: 'goal', parent: 'p1', fields: { name: 'Chefer kan mer', year: 2026 } },
      { id: 'g2', kind: 'goal', parent: 'p2', fields: { name: 'Lika villkor', year: 2026 } },
      activity('a1', 'p1', 'Chefskurs', 'g1'),
      activity('a2', 'p1', 'Verkstad', 'g1'),
      activity('a3', 'p2', 'Granskning', 'g2'),
    ],
    cells: [],
  }
  const file = path.join(FOLDER, 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
  return file
}

function ledgerFile(): string {
  const file = path.join(FOLDER, 'bok.csv')
  writeFileSync(
    file,
    [
      'Ver;Bokföringsdatum;Aktivitet;Belopp;Text',
      'A1;2026-02-01;Chefskurs;12 000,00;Lokal',
      'A2;2026-03-01;1.2;60 000,50;Handledare',
      'A3;2026-04-01;Granskning;30 000,00;Konsult',
      'A4;2026-04-31;Granskning;1,00;Fel dag',
    ].join('\n'),
  )
  return file
}

let plan = ''

test('finance makes a budget, fills it in by typing and pasting, and undoes', async () => {
  const finance = await visit('strategist', home('/plans/import'))
  await finance.getByLabel('Fil med en plan').setInputFiles(planFile())
  await finance.getByRole('button', { name: 'Läs filen' }).click()
  await finance.locator('button[value=keep]').click()
  await finance.getByRole('heading', { level: 1, name: 'Pengaplan 2026' }).waitFor()
  plan = finance.url()

  await finance.goto(`${plan}/money`)
  await expectSound(finance)
  await finance.getByRole('link', { name: 'Gör en budget' }).click()
  await expectSound(finance)
  await finance.getByLabel('Namn', { exact: true }).fill('Aktiviteter')
  await finance.getByLabel('Aktivitet', { exact: true }).check()
  await finance.getByRole('button', { name: 'Gör budgeten' }).click()
  await finance.getByRole('heading', { name: 'Fyll i belopp: Aktiviteter' }).waitFor()
  await expectSound(finance)

  await finance.getByLabel('Chefskurs').fill('hundra')
  await finance.getByRole('button', { name: 'Spara beloppen' }).click()
  await finance.getByRole('alert').getByText('Chefskurs: Det är inget belopp.', { exact: false }).waitFor()
  expect(await finance.getByLabel('Chefskurs').inputValue()).toBe('hundra')
  await expectSound(finance)
  await finance.getByLabel('Chefskurs').evaluate((field) => {
    const data = new DataTransfer()
    data.setData('text/plain', '100 000\n80 000\n45 000,50\n')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  expect(await finance.getByLabel('Granskning').inputValue()).toBe('45 000,50')
  await finance.getByRole('button', { name: 'Spara beloppen' }).click()
  await finance.getByText('3 belopp ändrades.').waitFor()
  await finance.getByLabel('Block med belopp').fill('Verkstad\t90 000\nGranskning\tåtta')
  await finance.getByRole('button', { name: 'Visa vad som ändras' }).click()
  await finance.getByText('Rad 2, kolumn 2: ”åtta”.', { exact: false }).waitFor()
  await expectSound(finance)
  await finance.getByRole('button', { name: 'Spara de som kan läsas' }).click()
  await finance.getByText('Ett belopp ändrades.').waitFor()
  await finance.goto(`${plan}/money`)
  expect(await textOf(finance.getByText(/^Planen kostar/))).toMatch(/235\s000,50/)
  await finance.getByRole('link', { name: 'Aktiviteter', exact: true }).last().click()
  await finance.getByRole('button', { name: 'Ångra ändringen' }).click()
  await finance.getByText('Ett belopp ändrades.').waitFor()
  await expectSound(finance)
})

test('finance says which budget counts, and that none does', async () => {
  const finance = await visit('strategist', `${plan}/money/new`)
  await finance.getByLabel('Namn', { exact: true }).fill('Aktiviteter per år')
  await finance.getByLabel('Aktivitet', { exact: true }).check()
  await finance.getByLabel('År', { exact: true }).check()
  await finance.getByRole('button', { name: 'Gör budgeten' }).click()
  await finance.getByLabel('Chefskurs, 2026').fill('70 000')
  await finance.getByRole('button', { name: 'Spara beloppen' }).click()
  await finance.getByText('Ett belopp ändrades.').waitFor()
  await finance.goto(`${plan}/money`)
  await finance.getByRole('radio', { name: 'Aktiviteter per år' }).check()
  await finance.getByRole('button', { name: 'Spara', exact: true }).click()
  await finance.getByText('Valet är sparat.').waitFor()
  expect(await textOf(finance.getByText(/^Planen kostar/))).toMatch(/minst 70\s000.*Aktiviteter per år/)
  await expectSound(finance)
  await finance.getByLabel('Ingen vald: den som vet mest räknas').check()
  await finance.getByRole('button', { name: 'Spara', exact: true }).click()
  await finance.getByText('Ingen är vald.', { exact: false }).waitFor()
  expect(await textOf(finance.getByText(/^Planen kostar/))).toMatch(/225\s000,50.*”Aktiviteter”/)
  await expectSound(await visit('reader', `${plan}/money`, { language: 'en', width: PHONE.width }))
})

test('finance brings the ledger in, sees the warning and proposes a move; an administrator approves', async () => {
  const finance = await visit('strategist', `${plan}/money/ledger`)
  await expectSound(finance)
  await finance.getByLabel('Fil', { exact: true }).setInputFiles(ledgerFile())
  await finance.getByRole('button', { name: 'Läs filen' }).click()
  await finance.getByRole('heading', { name: 'Vad betyder kolumnerna i bok.csv?' }).waitFor()
  expect(await finance.getByLabel('Behåll verifikattexten').isChecked()).toBe(false)
  await expectSound(finance)
  await finance.getByRole('button', { name: 'Visa vad som läses in' }).click()
  await finance.getByText('Det är inget datum.', { exact: false }).waitFor()
  await expectSound(finance)
  await finance.getByLabel('Allt är med till och med').fill('2026-10-31')
  await finance.getByRole('button', { name: 'Läs in raderna' }).click()
  await finance.getByText('Filen är inläst.').waitFor()
  await expectSound(finance)
  await finance.getByRole('link', { name: 'bok.csv' }).click()
  await expectSound(finance)

  await finance.goto(`${plan}/money/forecast`)
  const warning = await textOf(finance.getByText(/riskerar att inte användas i tid/))
  expect(warning.length).toBeGreaterThan(10)
  await finance.getByText('Störst i Chefskurs (12 % använt, 17 % av tiden kvar).', { exact: false }).waitFor()
  await expectSound(finance)
  await picture(finance, 'plan-forecast')
  await finance.getByRole('link', { name: 'Flytta pengar från Chefskurs' }).click()
  await finance.getByLabel('Till aktivitet').selectOption({ label: 'Granskning (Stöd)' })
  await finance.getByLabel('Belopp (kr)').fill('50 000')
  await finance.getByLabel('Skäl').fill('Kursen blev billigare.')
  await finance.getByRole('button', { name: 'Visa vad det gör' }).click()
  await finance.getByText('Lika villkor').waitFor()
  await expectSound(finance)
  await finance.getByRole('button', { name: 'Föreslå', exact: true }).click()
  await finance.getByText('Du har föreslagit det här. Någon annan beslutar.').waitFor()
  await expectSound(finance)
  const proposal = finance.url()

  const decider = await visit('administrator', proposal, { language: 'en' })
  await expectSound(decider)
  await decider.getByLabel('Diary number').fill('RUN 7/2026')
  await decider.getByRole('button', { name: 'Approve and move the money' }).click()
  await decider.getByText('Diary number RUN 7/2026.', { exact: false }).waitFor()
  for (const place of ['', '/forecast?year=2026', '/moves']) {
    await decider.goto(`${plan}/money${place}`)
    await expectSound(decider)
  }
  await finance.goto(`${plan}/money`)
  await finance.getByRole('row', { name: /Chefskurs 50\s000/ }).waitFor()
  await finance.getByRole('row', { name: /Granskning 95\s000,50/ }).waitFor()
  const unscripted = await visit('reader', `${plan}/money`, { javaScript: false })
  await unscripted.getByText(/^Planen kostar/).waitFor()
  expect(await unscripted.getByRole('link', { name: 'Fyll i belopp' }).count()).toBe(0)
  await expectSound(await visit('reader', `${plan}/money`, { dark: true }))
})
