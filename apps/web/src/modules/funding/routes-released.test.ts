import { type Language, localeOf } from '@jamvikt/i18n'
import { openTable } from '@jamvikt/tables'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { csvOf, openTestFunding } from '../../testing/test-funding.ts'
import { TWO_YEARS } from '../../testing/test-releases.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { addFunding } from './routes.tsx'
import { datasetOf } from './service/release-periods.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, doors } = openTestFunding(database)
addFunding(site.app, site.platform, doors)

/** What only the internal certificate holds. */
const INTERNAL = /witness|suppressedMass|sensitive|leftOut|mustPublish|structuralZeros|"steps"/i

async function openList() {
  const by = await site.visitor('analyst')
  const { list } = await bring(by.actor, csvOf(TWO_YEARS))
  const within = (language: Language) => ({ by, headers: { 'accept-language': language } })
  const release = (language: Language, ...periods: string[]) => {
    const form = new URLSearchParams(periods.map((period) => ['period', period]))
    form.set('confirm', 'on')
    const place = `${by.home}/money/lists/${list.id}/release`
    return site.request(place, { method: 'POST', body: form }, within(language))
  }
  return {
    dataset: datasetOf(list.id),
    regionId: by.actor.regionId,
    release,
    released: async (...periods: string[]) => (await release('sv', ...periods)).headers.get('location') ?? '',
    get: (place: string, language: Language = 'sv') => site.get(place, within(language)),
  }
}

/** What is told of the proofs of a dataset, by period. */
async function proofsOf(dataset: string) {
  const { rows } = await database.owner.query<{
    period: string
    certificate: { hash: string; counts: { cells: number; hidden: number } }
  }>(
    "select period, payload -> 'certificate' as certificate from released_table where dataset = $1 order by period",
    [dataset],
  )
  return rows
}

it('a released page tells in both languages how its figures are protected, and nothing that is hidden', async () => {
  const list = await openList()
  const place = await list.released('2022', '2023')
  const proofs = await proofsOf(list.dataset)
  expect(proofs.map(({ certificate }) => certificate.counts.hidden)).toEqual([0, 4])
  for (const language of ['sv', 'en'] as const) {
    const locale = localeOf(language)
    const page = await (await list.get(place, language)).text()
    expect(page).toContain(locale.text('release.proof'))
    expect(page).toContain(locale.text('release.proof.text', { most: 4, values: 3 }))
    expect(page).toContain('href="/method/disclosure"')
    for (const { certificate } of proofs) {
      const { cells, hidden } = certificate.counts
      expect(page).toContain(locale.text('release.proof.hiddenOf', { hidden, groups: cells }))
      expect(page).toContain(`title="${certificate.hash}"`)
    }
    expect(page).not.toMatch(INTERNAL)
  }
  const [, later] = proofs
  const one = await (await list.get(`${place}?period=2022`)).text()
  expect(one).not.toContain(later?.certificate.hash)
})

it('files tell the same: the public certificates whole in JSON, as notes in the others', async () => {
  const list = await openList()
  const place = await list.released('2022', '2023')
  const proofs = await proofsOf(list.dataset)
  const json = await (await list.get(`${place}/figures.json`)).text()
  expect(JSON.parse(json)).toMatchObject({ certificates: proofs })
  expect(json).not.toMatch(INTERNAL)
  const csv = await (await list.get(`${place}/figures.csv`, 'en')).text()
  expect(csv).not.toMatch(INTERNAL)
  expect(csv).toMatch(/Narrowest interval of a hidden small count[,;]at least 3 values/)
  const file = await (await list.get(`${place}/figures.xlsx`, 'en')).arrayBuffer()
  const sheet = await openTable(Buffer.from(file), { name: 'figures.xlsx', sheet: 'Dictionary' })
  if (!sheet.ok) throw new Error(sheet.reason)
  const notes: string[] = []
  for await (const { cells } of sheet.rows()) notes.push(cells.join(' '))
  for (const { period, certificate } of proofs) {
    expect(csv).toMatch(new RegExp(`Checksum[^\\n]*${period}[^\\n]*${certificate.hash}`))
    expect(notes.find((note) => note.includes(certificate.hash))).toContain(period)
  }
  expect(notes.join('\n')).not.toMatch(INTERNAL)
})

it('a release from before there were proofs is shown without', async () => {
  const list = await openList()
  const place = await list.released('2023')
  await database.owner.query(
    "update released_table set payload = payload - 'certificate' where dataset = $1",
    [list.dataset],
  )
  const page = await (await list.get(place)).text()
  expect(page).toContain('id="groups"')
  expect(page).not.toContain('id="proof"')
  expect(await (await list.get(`${place}/figures.json`)).json()).not.toHaveProperty('certificates')
  expect(await (await list.get(`${place}/figures.csv`)).text()).not.toContain('Kontrollsumma')
})

it('a list that was released by another method is refused with words, and nothing of it is released', async () => {
  const list = await openList()
  await database.owner.query(
    `insert into released_table (region_id, dataset, period, method, payload, content_hash, released_by)
    values ($1, $2, '2020', 'cellkey', '{}', '', '')`,
    [list.regionId, list.dataset],
  )
  for (const language of ['sv', 'en'] as const) {
    const answer = await list.release(language, '2022', '2023')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(localeOf(language).text('release.method-differs'))
  }
  expect((await proofsOf(list.dataset)).map(({ period }) => period)).toEqual(['2020'])
})
