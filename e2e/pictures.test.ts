// Views of an open table, and pictures of them taken away: a resident on a phone without script, and another site.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, inject, test } from 'vitest'
import { expectSound, home, PHONE, picture, textOf, visit } from './browser.ts'

const PLACES = ['Falun', 'Borlänge', 'Mora', 'Ludvika', 'Malung', 'Orsa', 'Rättvik', 'Leksand', 'Gagnef']
const AGES = ['16-29 år', '30-49 år', '50+ år']
/** Invented: employed by place, age, sex and year. */
const EMPLOYED = [
  'kommun;ålder;kön;år;value',
  ...PLACES.flatMap((place, p) =>
    AGES.flatMap((age, a) =>
      ['2023', '2024'].flatMap((year, y) => [
        `${place};${age};kvinnor;${year};${400 + 31 * p + 57 * a + 5 * y}`,
        `${place};${age};män;${year};${430 + 29 * p + 61 * a + 3 * y}`,
      ]),
    ),
  ),
].join('\n')
const NAME = 'Antal anställda efter kommun, ålder och kön'
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Brings the table in and publishes it; gives the address of its open page. */
async function published(): Promise<string> {
  const analyst = await visit('analyst', home('/statistics/new'))
  await analyst
    .getByLabel('Fil', { exact: true })
    .setInputFiles({ name: 'anstallda.csv', mimeType: 'text/csv', buffer: Buffer.from(EMPLOYED) })
  await analyst.getByRole('button', { name: 'Läs filen' }).click()
  await analyst.getByLabel('Namn', { exact: true }).fill(NAME)
  await analyst.getByLabel('Källa', { exact: true }).fill('Påhittad myndighet')
  await analyst.getByLabel('Licens').fill('CC0')
  await analyst.getByLabel(/^Tabellen är offentlig/).check()
  await analyst.getByRole('button', { name: 'Spara tabellen' }).click()
  await analyst.getByText('Tabellen är sparad.').waitFor()
  const address = new URL(analyst.url()).pathname

  await analyst.goto(`${address}?columns=${encodeURIComponent('år')}`)
  await analyst.getByText(/^Råd om hur det här visas/).click()
  await analyst.getByText('Tabellen har kön, men det syns inte här.').waitFor()
  await expectSound(analyst)
  await analyst.getByRole('link', { name: 'Visa så' }).first().click()
  await analyst.getByRole('columnheader', { name: 'kvinnor' }).first().waitFor()

  await analyst.goto(`${address}/publication`)
  await expectSound(analyst)
  await analyst.getByRole('button', { name: 'Föreslå publicering av version 1' }).click()
  const colleague = await visit('administrator', `${address}/publication`)
  await colleague.getByRole('button', { name: 'Godkänn och publicera' }).click()
  return (await colleague.getByRole('link', { name: 'Se den öppna sidan' }).getAttribute('href')) ?? ''
}

/** A site of somebody else's, with one page. */
async function otherSite(html: string) {
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=UTF-8')
    answer.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

test('anybody looks at an open table in many ways on a phone without script, and takes pictures with them', async () => {
  const open = await published()
  const resident = await visit(null, open, { width: PHONE.width, javaScript: false })
  const show = async (label: string, value: string) => {
    await resident.getByLabel(label, { exact: true }).selectOption(value)
    await resident.getByRole('button', { name: 'Visa', exact: true }).click()
  }

  await show('Visa som', 'scatter')
  await resident.getByText(/På den streckade linjen är talen lika/).waitFor()
  await picture(resident, 'open-scatter-phone')
  await show('Visa som', 'heat')
  await resident.locator('td.heat').first().waitFor()
  await show('Visa som', 'pyramid')
  expect(await textOf(resident.getByRole('rowheader').first())).toBe('16-29 år')
  await show('Visa som', 'bars')
  await show('En ruta för varje', 'år')
  for (const year of ['2023', '2024'])
    await resident.getByRole('heading', { level: 3, name: year, exact: true }).waitFor()
  const women = async (year: string) => {
    const caption = resident.getByRole('region', { name: new RegExp(`^${year} · `) })
    return textOf(caption.getByRole('row').nth(1).getByRole('cell').first())
  }
  expect(Number(await women('2024')) - Number(await women('2023'))).toBe(5)
  await picture(resident, 'open-panels-phone')
  const panels = resident.url()

  const taken = async (name: string) => {
    const link = resident.getByRole('link', { name })
    const answer = await resident.request.get(new URL((await link.getAttribute('href')) ?? '', panels).href)
    return { type: answer.headers()['content-type'], body: await answer.body() }
  }
  const svg = await taken('Bild som SVG')
  expect(svg.type).toBe('image/svg+xml; charset=UTF-8')
  const drawn = svg.body.toString('utf8')
  expect([
    drawn.includes('<script'),
    drawn.includes(NAME),
    drawn.includes(`>${await women('2024')}<`),
  ]).toEqual([false, true, true])
  const png = await taken('Bild som PNG')
  expect(png.type).toBe('image/png')
  expect([...png.body.subarray(0, 8)]).toEqual(PNG)
  expect(png.body.readUInt32BE(16)).toBe(1520)
  expect(png.body.readUInt32BE(20)).toBeGreaterThan(400)

  await resident.getByText('Visa på en annan webbplats').click()
  const code = await resident.getByLabel('Kod att klistra in').inputValue()
  const elsewhere = await otherSite(
    `<!doctype html><html lang="sv"><head><title>En annan</title></head><body><main><h1>En annan</h1>${code}</main></body></html>`,
  )
  const guest = await visit(null, elsewhere.address)
  const frame = guest.frameLocator('iframe')
  await frame.getByRole('heading', { level: 3, name: '2024', exact: true }).waitFor()
  await frame.getByText(/Källa: Påhittad myndighet/).waitFor()
  expect(await frame.getByRole('link', { name: /^Tabellen, källan/ }).getAttribute('target')).toBe('_blank')
  expect(await guest.context().cookies()).toEqual([])
  await picture(guest, 'embedded-elsewhere')
  const framed = await otherSite(
    `<!doctype html><html lang="sv"><head><title>x</title></head><body><iframe src="${inject('address')}${open}" title="x"></iframe></body></html>`,
  )
  const refused = await (await visit(null, framed.address)).frameLocator('iframe').getByText(NAME).count()
  expect(refused).toBe(0)
  for (const site of [elsewhere, framed]) site.close()

  for (const language of ['sv', 'en'] as const) {
    const reader = await visit(null, panels, { language })
    await expectSound(reader)
    for (const chart of ['heat', 'scatter', 'pyramid', 'map']) {
      await reader.goto(`${open}?chart=${chart}&maps=difference`)
      await expectSound(reader)
    }
    await reader.goto(`${open}/embed?chart=bars&lang=${language}`)
    await expectSound(reader)
  }
})
