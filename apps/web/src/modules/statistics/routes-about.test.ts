import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestSite, type Visitor } from '../../testing/test-site.ts'
import { openTestStatistics, SMALL_TABLE } from '../../testing/test-statistics.ts'
import { addStatistics } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const statistics = openTestStatistics(database)
addStatistics(site.app, statistics.doors)
const analyst = await site.visitor('analyst')
const reader = await site.visitor('reader', analyst.actor.regionId)
const administrator = await site.visitor('administrator', analyst.actor.regionId)
const home = `${analyst.home}/statistics`

const get = async (place: string, by: Visitor = analyst) => {
  const answer = await site.get(place, { by })
  return { status: answer.status, text: await answer.text() }
}
const post = async (place: string, body: Record<string, string> | FormData, by: Visitor = analyst) => {
  const sent = body instanceof FormData ? body : new URLSearchParams(body)
  const answer = await site.request(place, { method: 'POST', body: sent }, { by })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const upload = (content: string, place = `${home}/new`) => {
  const form = new FormData()
  form.set('file', new File([content], 'tabell.csv'))
  return post(place, form)
}
const words = { name: 'Nya ord', producer: 'SCB', licence: 'CC0', area: 'care', rhythm: 'yearly' }

describe('the words of a dataset', () => {
  it('are edited on a page that keeps what was typed when it is refused', async () => {
    const { slug } = await statistics.bring(analyst.actor)
    const about = `${home}/${slug}/about`
    const refused = await post(about, { ...words, name: '', description: 'Skrivet <redan>' })
    expect([refused.status, refused.text.includes('Skrivet &lt;redan>')]).toEqual([422, true])
    expect((await post(about, { ...words, definitions: 'Ett\n\nTvå' })).to).toBe(`${about}?saved=1`)
    const shown = await get(`${home}/${slug}`)
    expect(shown.text).toContain('<h1>Nya ord</h1>')
    expect(shown.text).toContain('<p>Ett</p><p>Två</p>')
  })

  it('are told to be another matter where the table is published', async () => {
    const dataset = await statistics.bring(analyst.actor)
    await statistics.publish(dataset, { proposer: analyst.actor, decider: administrator.actor })
    expect((await get(`${home}/${dataset.slug}/about`)).text).toContain('words that a colleague has approved')
    await post(`${home}/${dataset.slug}/about`, words)
    const publication = await get(`${home}/${dataset.slug}/publication`)
    expect(publication.text).toContain('Words that change')
    expect(publication.text).toContain('The figures are the same. Changed text: name,')
  })

  it('are nobody’s to edit but the analyst’s', async () => {
    const { slug } = await statistics.bring(analyst.actor)
    const stranger = await site.visitor('analyst')
    for (const by of [reader, administrator, stranger])
      for (const place of ['about', 'withdraw']) {
        expect((await get(`${home}/${slug}/${place}`, by)).status).toBe(404)
        expect((await post(`${home}/${slug}/${place}`, { ...words, reason: 'x' }, by)).status).toBe(404)
      }
    expect((await get(`${home}/finns-inte/about`)).status).toBe(404)
    expect((await get(`${home}/%00/withdraw`)).status).toBe(404)
  })
})

it('a dataset is withdrawn with a reason, listed as that, and restored', async () => {
  const { slug } = await statistics.bring(analyst.actor)
  expect((await post(`${home}/${slug}/withdraw`, { reason: ' ' })).status).toBe(422)
  const gone = await post(`${home}/${slug}/withdraw`, { reason: 'Hämtad två gånger' })
  expect(gone.to).toBe(`${home}?show=withdrawn&done=1`)
  expect((await get(gone.to)).text).toContain('Hämtad två gånger')
  expect((await get(`${home}?show=withdrawn`, reader)).text).not.toContain('Hämtad två gånger')
  for (const page of ['', '/versions', '/publication', '/about', '/fetch', '/new'])
    expect((await get(`${home}/${slug}${page}`)).status).toBe(404)
  expect((await post(`${home}/${slug}/restore`, {}, reader)).status).toBe(404)
  expect((await post(`${home}/${slug}/restore`, {})).to).toBe(`${home}/${slug}?restored=1`)
  expect((await get(`${home}/${slug}?restored=1`)).status).toBe(200)
})

it('a version is proposed with a notice of what changed, which may be put in other words', async () => {
  const dataset = await statistics.bring(analyst.actor)
  const by = { proposer: analyst.actor, decider: administrator.actor }
  await statistics.publish(dataset, by)
  await statistics.renew(analyst.actor, dataset, SMALL_TABLE.replace('2022;60;', '2022;72;'))
  const here = `${home}/${dataset.slug}/publication`
  const form = await get(here)
  expect(form.text).toContain('Changed figures: 1, the largest Falun, kvinnor, 2022 from 60 to 72.')
  const refused = await post(here, { act: 'propose', notice: 'Mina ord', 'open-from': 'i går' })
  expect([refused.status, refused.text.includes('Mina ord')]).toEqual([422, true])
  await post(here, { act: 'propose', notice: 'Mina ord', 'open-from': '' })
  const look = await get(here, administrator)
  expect(look.text).toContain('Mina ord')
  expect(look.text).toMatch(/Falun, kvinnor, 2022<\/th><td class="n">60<\/td><td class="n">72/)
})

describe('a file that can be read in two ways', () => {
  const MANY = 'kommun;kön;2022;2023\n2080;kvinnor;1.234;2.345\n2080;män;3.456;4.567\n'
  const chosen = { use0: 'geo', use1: 'classification', use2: 'value', use3: 'value', run: 'told' }

  it('leads to the choice, and from there to the draft', async () => {
    const held = await upload(MANY)
    expect(held.to).toMatch(/\/statistics\/new\/rows\/[0-9a-f-]{36}\?refused=number-ambiguous/)
    const form = await get(held.to)
    expect(form.text).toContain('The figures can be read in two ways')
    expect(form.text).toMatch(/<option[^>]*value="geo"[^>]*selected|<option selected[^>]*value="geo"/)
    const [here = ''] = held.to.split('?')
    const unsaid = await post(here, { ...chosen, decimal: '', thousands: '' })
    expect([unsaid.status, unsaid.text.includes('href="#decimal"')]).toEqual([422, true])
    const both = await post(here, { ...chosen, decimal: '.', thousands: '.' })
    expect(both.text).toContain('Decimals and thousands need different signs.')
    const none = await post(here, { ...chosen, use2: 'none', use3: 'none' })
    expect(none.text).toContain('At least one column must be figures.')
    const draft = await post(here, { ...chosen, decimal: '', thousands: '.' })
    const shown = await get(draft.to)
    expect(shown.text).toMatch(/1,234</)
    expect(shown.text).toContain(`href="${here}"`)
    const stranger = await site.visitor('analyst', analyst.actor.regionId)
    expect((await get(here.replace(home, `${stranger.home}/statistics`), stranger)).status).toBe(404)
    expect((await get(`${home}/new/rows/%00`)).status).toBe(404)
  })

  it('leads to the column at fault, first on the page, and says that nothing is kept and what to do', async () => {
    const held = await upload('kommun;kön;2022\n2080;kvinnor;1\n2080;;3\n')
    const { status, text } = await get(held.to)
    expect(status).toBe(422)
    expect(text).toMatch(/<title>Error: /)
    expect(text).toMatch(/<main[^>]*><div class="error-summary" role="alert"/)
    expect(text.match(/role="alert"/g)).toHaveLength(1)
    expect(text).toContain('Nothing has been kept')
    expect(text).toMatch(/href="#use1">A value is missing[^<]*line 3, kön[^<]*Fill in the value/)
    expect(text).toContain('aria-describedby="use1-error"')
  })

  it('names both lines that are about the same group', async () => {
    const held = await upload('kommun;kön;2022\n2080;kvinnor;1\n2080;män;2\n2080;kvinnor;3\n')
    const { text } = await get(held.to)
    expect(text).toContain('lines 2 and 4')
    expect((await get(held.to.replace('line=4', 'line=%3Cb%3E'))).text).not.toContain('<b>')
  })

  it('may have its header on another line', async () => {
    const held = await upload(`Tabell;över;löner;2023\n${MANY}`)
    const [here = ''] = held.to.split('?')
    const form = await get(`${here}?header=2`)
    expect(form.text).toContain('<label for="use3">2023</label>')
    const draft = await post(here, { ...chosen, header: '2', decimal: '.', thousands: '' })
    expect((await get(draft.to)).text).toContain('1.234')
    const astray = await get(`${here}?header=99999`)
    expect(astray.status).toBe(422)
  })
})
