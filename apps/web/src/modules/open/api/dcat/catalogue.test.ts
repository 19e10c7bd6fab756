import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Parser } from 'n3'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApi } from '../open-api.test-support.ts'
import { READERS } from './parsed-back.test-support.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? path.resolve('..', 'shared')
const VOCABULARIES = path.join(SHARED, 'data', 'dcat', 'vocabularies')
const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** What DCAT-AP 3 and its Swedish profile require and recommend of each class, as far as it can be known here. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  [`${DCAT}Catalog`]: [
    ...[`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCAT}dataset`],
    ...[`${DCT}license`, `${DCT}language`, `${DCT}modified`, `${FOAF}homepage`, `${DCAT}themeTaxonomy`],
  ],
  [`${DCAT}Dataset`]: [
    ...[`${DCT}title`, `${DCT}description`, `${DCT}publisher`],
    ...[`${DCAT}contactPoint`, `${DCAT}distribution`, `${DCAT}keyword`, `${DCAT}theme`, `${DCT}accessRights`],
    ...[`${DCT}spatial`, `${DCT}temporal`, `${DCT}accrualPeriodicity`, `${DCT}identifier`, `${DCT}language`],
    ...[`${DCAT}landingPage`, `${DCT}issued`, `${DCT}modified`, `${DCT}provenance`],
  ],
  [`${DCAT}Distribution`]: [
    ...[`${DCAT}accessURL`, `${DCT}license`, `${DCT}title`, `${DCAT}mediaType`],
    'http://www.w3.org/ns/adms#status',
  ],
  [`${DCAT}DataService`]: [
    ...[`${DCT}title`, `${DCAT}endpointURL`, `${DCAT}endpointDescription`, `${DCAT}servesDataset`],
    `${DCT}publisher`,
  ],
  [`${FOAF}Agent`]: [`${FOAF}name`],
  'http://www.w3.org/2006/vcard/ns#Organization': ['http://www.w3.org/2006/vcard/ns#fn'],
  [`${DCT}PeriodOfTime`]: [`${DCAT}startDate`, `${DCAT}endDate`],
}

const api = await openTestApi()
let quads: ReturnType<Parser['parse']> = []
const objects = (subject: string, predicate: string) =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object.value)
const ofType = (type: string) =>
  quads
    .filter(({ predicate, object }) => predicate.value === TYPE && object.value === type)
    .map(({ subject }) => subject.value)

beforeAll(async () => {
  const answer = await api.call(`/open/${api.home}/catalogue.ttl`)
  expect(answer.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
  quads = new Parser().parse(await answer.text())
})

describe('the catalogue', () => {
  it('has a catalogue, a publisher, a service, and each dataset with its files', () => {
    expect(ofType(`${DCAT}Catalog`).length).toBe(1)
    expect(ofType(`${DCAT}DataService`).length).toBe(1)
    expect(ofType(`${DCAT}Dataset`).length).toBe(2)
    expect(ofType(`${DCAT}Distribution`).length).toBe(10)
  })

  it('says the same in its three forms', async () => {
    const read = async (form: keyof typeof READERS) =>
      READERS[form](await (await api.call(`/open/${api.home}/catalogue.${form}`)).text())
    const turtle = await read('ttl')
    expect(turtle.length).toBe(quads.length)
    expect(await read('rdf')).toEqual(turtle)
    expect(await read('jsonld')).toEqual(turtle)
  })

  it.each(Object.keys(WANTED))('%s says what the profile asks for', (type) => {
    const subjects = ofType(type)
    expect(subjects.length).toBeGreaterThan(0)
    for (const subject of subjects)
      for (const predicate of WANTED[type] ?? [])
        expect({ subject, predicate, objects: objects(subject, predicate) }).not.toMatchObject({
          objects: [],
        })
  })

  it('leads nowhere that it does not describe itself, within the site', () => {
    const subjects = new Set(quads.map(({ subject }) => subject.value))
    const own = quads.filter(
      ({ object }) =>
        object.termType === 'NamedNode' && object.value.includes('#') && object.value.includes(api.home),
    )
    expect(own.length).toBeGreaterThan(10)
    expect(own.filter(({ object }) => !subjects.has(object.value))).toEqual([])
  })

  it('tells of a dataset what its figures say', () => {
    const [about = ''] = ofType(`${DCAT}Dataset`).filter((each) => each.includes('personer'))
    expect(objects(about, `${DCT}title`)).toEqual(['Personer', 'Persons by region, sex and age'])
    expect(objects(about, `${DCAT}theme`).map((theme) => theme.split('/').at(-1))).toEqual(['GOVE', 'SOCI'])
    const [period = ''] = objects(about, `${DCT}temporal`)
    expect([...objects(period, `${DCAT}startDate`), ...objects(period, `${DCAT}endDate`)]).toEqual([
      '2021-01-01',
      '2023-12-31',
    ])
    const [contact = ''] = objects(about, `${DCAT}contactPoint`)
    expect(objects(contact, 'http://www.w3.org/2006/vcard/ns#hasEmail')).toEqual([
      'mailto:statistik@region.invalid',
    ])
  })

  it('every download gives a file of the type it says', async () => {
    const files = ofType(`${DCAT}Distribution`).filter(
      (each) => objects(each, `${DCAT}downloadURL`).length > 0,
    )
    expect(files.length).toBe(5)
    for (const file of files) {
      const [url = ''] = objects(file, `${DCAT}downloadURL`)
      const [mediaType = ''] = objects(file, `${DCAT}mediaType`)
      const answer = await api.call(url.replace('http://localhost:4000', ''))
      expect(answer.status).toBe(200)
      expect(`https://www.iana.org/assignments/media-types/${answer.headers.get('content-type')}`).toContain(
        mediaType,
      )
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
    }
  })

  it.each([
    ['text/turtle', 'text/turtle'],
    ['application/rdf+xml', 'application/rdf+xml'],
    ['text/html, application/ld+json;q=0.9, text/turtle;q=0.1', 'application/ld+json'],
    ['*/*', 'text/turtle'],
    ['text/turtle;q=x', 'text/turtle'],
    [',;,q=1;;', 'text/turtle'],
  ])('asked for %s it is %s', async (accept, type) => {
    const answer = await api.call(`/open/${api.home}/catalogue`, {}, { accept })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('vary')).toContain('Accept')
  })

  it('takes its words from the vocabularies of the national portal', () => {
    if (!existsSync(VOCABULARIES)) {
      console.warn(`passed over: no vocabularies at ${VOCABULARIES}`)
      return
    }
    const known = (name: string) => readFileSync(path.join(VOCABULARIES, `${name}.json`), 'utf8')
    const said = (predicate: string) =>
      quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value)
    for (const [predicate, vocabulary] of [
      [`${DCAT}theme`, 'theme'],
      [`${DCT}accrualPeriodicity`, 'accrualPeriodicity'],
      [`${DCT}accessRights`, 'accessRights'],
      ['http://www.w3.org/ns/adms#status', 'status'],
      [`${DCT}language`, 'languages'],
      [`${DCT}type`, 'type'],
    ] as const) {
      const values = said(predicate)
      expect(values.length).toBeGreaterThan(0)
      for (const value of values) expect(known(vocabulary)).toContain(`"${value}"`)
    }
  })

  it('of a site that there is not is a problem', async () => {
    const answer = await api.call('/open/ingen/catalogue.ttl')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })
})
