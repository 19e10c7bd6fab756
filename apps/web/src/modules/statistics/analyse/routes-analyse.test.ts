import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { addStatistics } from '../routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, bring, renew } = openTestStatistics(database)
addStatistics(site.app, doors)

/** Persons by birth, age, field, sex and work; invented. One figure is missing. */
const PERSONS = [
  'födelse;ålder;bransch;kön;arbete;antal;status',
  ...['inrikes', 'utrikes'].flatMap((birth, b) =>
    ['25-44 år', '45-64 år'].flatMap((age, a) =>
      ['vård', 'teknik', 'handel'].flatMap((field, f) =>
        ['kvinnor', 'män'].flatMap((sex, s) =>
          ['i arbete', 'utan arbete'].map((work, w) => {
            const n = w === 0 ? 300 - 60 * b * (1 - s) + 20 * a + 40 * (s === f ? 1 : 0) : 60 + 10 * a
            const isMissing = birth === 'utrikes' && a === 1 && f === 2 && s === 1 && w === 0
            return [birth, age, field, sex, work, isMissing ? '' : n, isMissing ? '..' : ''].join(';')
          }),
        ),
      ),
    ),
  ),
].join('\n')

const analyst = await site.visitor('analyst')
const open = async (slug: string, query = '', language = 'en') => {
  const answer = await site.get(`${analyst.home}/statistics/${slug}/analysis?${query}`, {
    by: analyst,
    headers: { 'accept-language': language },
  })
  return { status: answer.status, text: (await answer.text()).replace(/[\u00A0\u202F]/g, ' ') }
}

describe('the analysis of a table', () => {
  it('is reached from the table, and follows what is chosen', async () => {
    const { slug } = await bring(analyst.actor, PERSONS)
    const page = await (await site.get(`${analyst.home}/statistics/${slug}`, { by: analyst })).text()
    const link = /href="([^"]*\/analysis\?[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await site.get(link, { by: analyst })).status).toBe(200)
    const asked =
      'outcome=arbete&yesOf=arbete&yes=i+arbete&group=födelse&group=ålder&by=födelse&over=ålder&units=bransch'
    const { status, text } = await open(slug, asked)
    expect(status).toBe(200)
    // Women born abroad, 25–44: 3 × 240 + 40 of those and 3 × 60 more.
    expect(text).toContain('80.9 % (')
    expect(text).toContain('n = 940')
    expect(text).toContain('men · utrikes · 45-64 år')
    expect(text).toContain('The sum of all women and men is then missing')
    expect(text).toContain('On the log-odds scale')
    expect(text).toContain('This is arithmetic and does not say why')
    expect(text).toContain('would have to change unit')
    for (const method of ['rates', 'maihda', 'decomposition', 'segregation'])
      expect(text).toContain(`href="/method/${method}"`)
    expect((await open(slug, asked, 'sv')).text).toContain('På logoddsskalan')
  })

  it('of figures of which nothing is told asks whether they count persons, and keeps to the answer', async () => {
    const csv = PERSONS.replace(';antal;', ';value;')
    const { slug } = await bring(analyst.actor, csv, { name: 'Läget i länet' })
    const asked = await open(slug)
    expect(asked.text).toContain('Are the figures numbers of persons?')
    expect(asked.text).toContain('The gap by födelse')
    expect(asked.text).not.toContain('confidence interval')
    const said = await open(slug, 'counts=yes&outcome=arbete&yesOf=arbete&yes=i+arbete')
    expect(said.text).toContain('<option value="yes" selected>')
    expect(said.text).toContain('confidence interval')
    const population = await bring(analyst.actor, csv, { name: 'Befolkning efter arbete' })
    expect((await open(population.slug)).text).toContain('confidence interval')
  })

  it('of wages in whole kronor counts nobody, whatever the address says', async () => {
    const wages = await bring(analyst.actor, PERSONS.replace(';antal;', ';månadslön;'))
    const { text } = await open(wages.slug, 'counts=yes&outcome=arbete')
    expect(text).toContain('shown without intervals')
    expect(text).not.toContain('numbers of persons?')
    expect(text).not.toContain('n = ')
  })

  it('of ages that overlap divides nothing by them, and lets one be chosen', async () => {
    const ages = ['16-64 år', '16-24 år', '20-64 år', '25-64 år']
    const rows = ['kvinnor', 'män'].flatMap((sex) =>
      ages.flatMap((age, at) => ['ja', 'nej'].map((yes) => [sex, age, yes, 10 * (at + 1)].join(';'))),
    )
    const { slug } = await bring(analyst.actor, ['kön;ålder;svar;antal', ...rows].join('\n'))
    const { text } = await open(slug)
    expect(text).toContain('The values of ålder overlap')
    expect(text).toContain('<option value="16-64 år" selected>')
    expect(text).toContain('n = 20')
  })

  it('of figures that are not counts has no intervals, and says so', async () => {
    const shares = SMALL_TABLE.replaceAll(/;(\d+);$/gm, ';$1.5;')
    const { slug } = await bring(analyst.actor, shares)
    const { status, text } = await open(slug, 'by=region&in.år=2022')
    expect(status).toBe(200)
    expect(text).toContain('shown without intervals')
    expect(text).toContain('75.2 %')
    expect(text).not.toContain('confidence interval')
  })

  it('of a table with sex alone, and of one without, is a page all the same', async () => {
    const alone = await bring(analyst.actor, 'kön;år;value\nkvinnor;2022;5\nmän;2022;6\n')
    expect((await open(alone.slug)).text).toContain('83.3 %')
    const none = await bring(analyst.actor, 'region;år;value\n2080 Falun;2022;5\n2081 Borlänge;2022;6\n')
    expect((await open(none.slug)).text).toContain('The table is not divided by sex')
  })

  it('answers whatever an address holds', async () => {
    const { slug } = await bring(analyst.actor, PERSONS)
    const many = Array.from({ length: 300 }, (_, at) => `group=x${at}`).join('&')
    for (const query of [
      'outcome=__proto__&yes=constructor&group=toString&by=__proto__&in.__proto__=1',
      'outcome=kön&group=kön&over=kön&units=kön&in.kön=*',
      'outcome=ålder&yesOf=ålder&yes=25-44+år&yes=45-64+år&group=födelse',
      'outcome=%01&in.%F0%9F=*&rows=&columns=&gap=share&of=arbete',
      `yesOf=bransch&${many}`,
      'units=%3Cscript%3E&base=%22%3E%3Cscript%3E',
    ]) {
      const { status, text } = await open(slug, query)
      expect([query, status]).toEqual([query, 200])
      expect(text).not.toContain('<script>"')
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/)
    }
  })

  it('is of the own region alone', async () => {
    const { slug } = await bring(analyst.actor, PERSONS)
    const stranger = await site.visitor('analyst')
    const places = [
      `${stranger.home}/statistics/${slug}/analysis`,
      `${analyst.home}/statistics/${slug}/analysis`,
    ]
    for (const place of places) expect((await site.get(place, { by: stranger })).status).toBe(404)
    expect((await open('finns-inte')).status).toBe(404)
  })
})

it('an earlier version is analysed when the address names it, and the form keeps to it', async () => {
  const dataset = await bring(analyst.actor, PERSONS)
  await renew(analyst.actor, dataset, PERSONS.replace(';300;', ';301;'))
  const latest = await open(dataset.slug)
  const earlier = await open(dataset.slug, 'version=1')
  expect(earlier.text).toContain('This is version 1. The latest is 2.')
  expect(earlier.text).toContain('<input type="hidden" name="version" value="1"/>')
  expect(latest.text).not.toContain('name="version"')
  expect((await open(dataset.slug, 'version=99')).status).toBe(404)
})
