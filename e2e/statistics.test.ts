// From a file to a map, a gap and an open table: analyst, colleague, resident and journalist.
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, picture, readTable, textOf, visit } from './browser.ts'

/** Invented: two municipalities lack men’s figure, or have none at all. */
const WAGES = [
  'kommun;födelse;kön;år;value;status',
  ...['2022', '2023', '2024'].flatMap((year, at) =>
    [
      ['Falun', 240, 300],
      ['Borlänge', 230, 310],
      ['Mora', 225, 290],
      ['Ludvika', 210, 300],
      ['Malung', 250, 280],
    ].flatMap(([place, women = 0, men = 0]) =>
      ['Sverige', 'utomlands'].flatMap((born, b) => [
        `${place};${born};kvinnor;${year};${Number(women) - 40 * b + 4 * at};`,
        `${place};${born};män;${year};${Number(men) - 30 * b};`,
      ]),
    ),
  ),
].join('\n')

const NAME = 'Medianlön efter kommun, födelse och kön'

test('an analyst brings a table in, finds a gap, comments and publishes it; anybody reads it on a phone without script', async () => {
  const analyst = await visit('analyst', home('/statistics'))
  await expectSound(analyst)
  await analyst.getByRole('link', { name: 'Hämta in en tabell' }).click()
  await expectSound(analyst)
  const send = async (text: string, name = 'loner.csv') => {
    await analyst
      .getByLabel('Fil', { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await analyst.getByRole('button', { name: 'Läs filen' }).click()
  }
  await send(WAGES.replace('Mora;Sverige;kvinnor;2022', 'Falun;Sverige;kvinnor;2022'))
  await analyst
    .getByRole('alert')
    .getByText(/^Två rader gäller samma grupp/)
    .waitFor()
  await expectSound(analyst)
  await analyst.getByRole('link', { name: /Välj en annan fil/ }).click()
  await send('<html><body>Sidan finns inte</body></html>')
  await analyst.getByRole('alert').waitFor()
  await send(WAGES)
  await analyst.getByRole('heading', { name: 'Så här lästes tabellen' }).waitFor()
  await analyst.getByText('”Malung” lästes som 2023 Malung-Sälen.').waitFor()
  await expectSound(analyst)
  await analyst.getByLabel('Namn', { exact: true }).fill(NAME)
  await analyst.getByLabel('Källa', { exact: true }).fill('Påhittad myndighet')
  await analyst.getByLabel('Licens').fill('CC0')
  await analyst.getByRole('button', { name: 'Spara tabellen' }).click()
  await analyst.getByRole('alert').getByText('Bekräfta att tabellen är offentlig hos källan.').waitFor()
  await expectSound(analyst)
  expect(await analyst.getByLabel('Namn', { exact: true }).inputValue()).toBe(NAME)
  await analyst.getByLabel('Delmål').selectOption('economy')
  await analyst.getByLabel(/^Tabellen är offentlig/).check()
  await analyst.getByRole('button', { name: 'Spara tabellen' }).click()
  await analyst.getByText('Tabellen är sparad.').waitFor()

  await analyst.getByLabel('Jämför').selectOption('ratio')
  await analyst.getByLabel('Ordning').selectOption('rising')
  await analyst.getByRole('button', { name: 'Visa', exact: true }).click()
  expect(await textOf(analyst.getByText(/Kvinnors tal ligger under mäns|kvinnors tal under mäns/))).toBe(
    'Kvinnors tal ligger under mäns i alla 5. Lägst är Ludvika (72,7 %), högst Malung (92,1 %).',
  )
  const [lowest] = await readTable(analyst, `${NAME} · födelse: Sverige · år: 2024`)
  expect(lowest).toMatchObject({
    kommun: 'Ludvika',
    kvinnor: '218',
    män: '300',
    'Kvinnors i procent av mäns': '72,7 %',
  })
  for (const chart of ['map', 'dots', 'bars'] as const) {
    await analyst.getByLabel('Visa som').selectOption(chart)
    await analyst.getByRole('button', { name: 'Visa', exact: true }).click()
    await picture(analyst, `statistics-${chart}`)
    await expectSound(analyst)
  }
  await analyst.getByLabel('Rader').selectOption('födelse')
  await analyst.getByRole('button', { name: 'Visa', exact: true }).click()
  await analyst.getByText(/^Gapet är .* procentenheter större för utomlands/).waitFor()
  await analyst.getByLabel('Rader').selectOption('år')
  await analyst.getByRole('button', { name: 'Visa', exact: true }).click()
  await analyst.getByText(/^Värdet har ökat med/).waitFor()
  await expectSound(analyst)
  await analyst.getByLabel(/^Skriv en kommentar/).fill('Gapet minskar i Falun.')
  await analyst.getByRole('button', { name: 'Spara' }).last().click()
  await analyst.getByText('väntar på granskning').waitFor()
  const address = new URL(analyst.url()).pathname

  const colleague = await visit('administrator', analyst.url())
  await colleague.getByRole('button', { name: 'Granskad' }).click()
  await analyst.goto(`${address}/publication`)
  await expectSound(analyst)
  await analyst.getByRole('button', { name: 'Föreslå publicering av version 1' }).click()
  await analyst.getByText('Någon annan än du behöver besluta.').waitFor()
  await expectSound(analyst)
  await colleague.goto(`${address}/publication`)
  await expectSound(colleague)
  await colleague.getByRole('button', { name: 'Godkänn och publicera' }).click()
  await colleague.getByText('Tabellen är publicerad.').waitFor()
  await expectSound(colleague)

  const open = await colleague.getByRole('link', { name: 'Se den öppna sidan' }).getAttribute('href')
  const resident = await visit(null, open ?? '', { width: PHONE.width, javaScript: false })
  await resident.getByRole('heading', { level: 1, name: NAME }).waitFor()
  await resident.getByText('Gapet minskar i Falun.').waitFor()
  expect(await resident.getByRole('link', { name: 'Logga ut' }).count()).toBe(0)
  await resident.getByLabel('Visa som').selectOption('map')
  await resident.getByRole('button', { name: 'Visa', exact: true }).click()
  await resident.getByRole('img').first().waitFor()
  await picture(resident, 'open-map-phone')
  for (const language of ['sv', 'en'] as const) {
    const reader = await visit(null, resident.url(), { language })
    await expectSound(reader)
    await reader.goto(`/open/${(open ?? '').split('/')[2]}`)
    await reader.getByRole('link', { name: NAME }).waitFor()
    await expectSound(reader)
  }
})

test('an indicator follows a table over time and says how far its target is', async () => {
  const analyst = await visit('analyst', home('/statistics/pahittad-medianinkomst?rows=år&gap=ratio'))
  await analyst.getByText('Följ det här som mått').click()
  await analyst.getByLabel('Namn', { exact: true }).fill('Kvinnors inkomst av mäns')
  await analyst.getByLabel('Ansvarig').fill('Tillväxtenheten')
  await analyst.getByRole('button', { name: 'Spara' }).first().click()
  await analyst.getByRole('heading', { name: 'Kvinnors inkomst av mäns' }).waitFor()
  // What folds out is open after the page has been looked over.
  await expectSound(analyst)
  await analyst.getByLabel('Målvärde').fill('hundra')
  await analyst.getByLabel('Målår').fill('2040')
  await analyst.getByRole('button', { name: 'Spara' }).click()
  await analyst.getByText('Skriv målet som ett tal och året med fyra siffror.').waitFor()
  // What folds out is open after the page has been looked over.
  await expectSound(analyst)
  await analyst.getByLabel('Målvärde').fill('100')
  await analyst.getByLabel('Målår').fill('2040')
  await analyst.getByRole('button', { name: 'Spara' }).click()
  await analyst.getByText('För långsamt').waitFor()
  await picture(analyst, 'indicator')
  await expectSound(analyst)
})
