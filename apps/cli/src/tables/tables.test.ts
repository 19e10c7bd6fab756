import { linkSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { workplace } from '../run-cli.test-support.ts'

/** A made-up table: women and men in three firms’ boards, with three kinds of missing. */
const PX = `CHARSET="ANSI";
CODEPAGE="utf-8";
LANGUAGE="sv";
LANGUAGES="sv","en";
LAST-UPDATED="20260203 08:00";
MATRIX="S1";
SUBJECT-CODE="NV";
SUBJECT-AREA="Näringsliv";
SUBJECT-AREA[en]="Business";
TITLE="Styrelser efter kön och år";
TITLE[en]="Boards by sex and year";
CONTENTS="Styrelser";
CONTENTS[en]="Boards";
UNITS="antal";
UNITS[en]="number";
DECIMALS=0;
STUB="kön";
STUB[en]="sex";
HEADING="år";
HEADING[en]="year";
VALUES("kön")="totalt","kvinnor","män";
VALUES[en]("sex")="total","women","men";
VALUES("år")="2024","2025";
VALUES[en]("year")="2024","2025";
TIMEVAL("år")=TLIST(A1),"2024","2025";
CODES("kön")="T","K","M";
CODES("år")="2024","2025";
ELIMINATION("kön")="totalt";
HIERARCHIES("kön")="T","T":"K","T":"M";
SOURCE="Ett påhittat register";
NOTEX="Siffrorna är påhittade.";
DATA=
30 ".."
12 "..."
18 "-";
`
const FILES = {
  'tabell.px': PX,
  'trasig.px': PX.replace('"antal";', '"antal'),
  'kort.px': PX.replace('18 "-"', '18'),
  'kolada.json': JSON.stringify({
    count: 1,
    next_page: 'https://api.kolada.se/v2/data?page=2',
    values: [
      {
        kpi: 'N1',
        municipality: '0180',
        period: 2024,
        values: [
          { gender: 'K', value: 12.5, status: '', count: 1 },
          { gender: 'M', value: null, status: 'Private', count: 1 },
        ],
      },
    ],
  }),
  'nyckeltal.csv':
    'id,title,is_divided_by_gender\nN1,"Andel kvinnor, %",TRUE\nN2,Kostnad,FALSE\nN3,Andel,TRUE\n',
  'tom.csv': '',
  'tvetydig.csv': 'kön,antal\nkvinnor,"1,234"\nmän,"2,345"\nannat,17\n',
}
const place = workplace(FILES)
afterAll(place.leave)
const en = { LC_ALL: 'en_GB.UTF-8' }
const parts = () => readdirSync(place.folder).filter((name) => name.endsWith('.part'))

describe('jamvikt convert', () => {
  it('writes the format of the ending and says what is lost', async () => {
    const run = await place.run(['convert', 'tabell.px', 'ny.json'])
    expect(run).toEqual({
      exit: 0,
      err: '',
      out:
        'ny.json: json-stat2, dimensioner: 2, celler: 6.\nInte med i filen:\n' +
        '  texter på andra språk än det skrivna\n',
    })
    expect(place.json('ny.json')).toMatchObject({
      class: 'dataset',
      label: 'Styrelser efter kön och år',
      id: ['kön', 'år'],
      value: [30, null, 12, null, 18, 0],
      status: { 1: '..', 3: '...', 5: '-' },
    })
  })

  it('asks which sign parts decimals where the figures do not tell, and reads them as is said', async () => {
    const run = await place.run(['convert', 'tvetydig.csv', 'delad.json'])
    expect(run).toMatchObject({ exit: 2, out: '' })
    expect(run.err).toContain('rad 2, antal: 1,234')
    expect(run.err).toContain('--decimal . eller --decimal ,')
    const read = async (decimal: string) => {
      const made = await place.run(['convert', 'tvetydig.csv', 'delad.json', '--decimal', decimal])
      expect(made).toMatchObject({ exit: 0, err: '' })
      return place.json('delad.json')
    }
    expect(await read('.')).toMatchObject({ value: [1234, 2345, 17] })
    expect(await read(',')).toMatchObject({ value: [1.234, 2.345, 17] })
    expect(await place.run(['convert', 'tvetydig.csv', 'delad.json', '--decimal', ';'])).toMatchObject({
      exit: 2,
    })
    expect(await place.run(['describe', 'tvetydig.csv', '--decimal', ','])).toMatchObject({ exit: 0 })
  })

  it('writes the language asked for', async () => {
    expect(await place.run(['convert', 'tabell.px', 'en.json', '--language', 'en'])).toMatchObject({
      exit: 0,
    })
    expect(place.json('en.json')).toMatchObject({ label: 'Boards by sex and year' })
    const run = await place.run(['convert', 'tabell.px', 'fi.json', '--language', 'fi'])
    expect(run).toMatchObject({
      exit: 2,
      out: '',
      err: 'jamvikt: tabell.px har inga texter på språket fi. Språk som finns: sv, en.\n',
    })
  })

  it.each(['tabell.xlsx', 'tabell.parquet'])('gives the same PX file back by way of %s', async (between) => {
    await place.run(['convert', 'tabell.px', 'direkt.px'])
    const there = await place.run(['convert', 'tabell.px', between])
    expect(there).toMatchObject({ exit: 0, err: '' })
    expect(there.out).toContain('Allt i tabellen är med.')
    expect(await place.run(['convert', between, 'ater.px'])).toMatchObject({ exit: 0, err: '' })
    expect(place.read('ater.px')).toBe(place.read('direkt.px'))
  })

  it('writes rows for spreadsheets and for SDMX', async () => {
    await place.run(['convert', 'tabell.px', 'lang.csv'])
    expect(place.read('lang.csv').split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFkön;kön label;år;value;status',
      'T;totalt;2024;30;',
      'T;totalt;2025;;..',
    ])
    await place.run(['convert', 'tabell.px', 'bred.csv', '--to', 'csv-wide'])
    expect(place.read('bred.csv')).toBe(
      '\uFEFFkön;2024;2025\r\ntotalt;30;..\r\nkvinnor;12;...\r\nmän;18;-\r\n',
    )
    const sdmx = await place.run(['convert', 'tabell.px', 's.csv', '--to', 'sdmx-csv'], en)
    expect(sdmx.out).toContain('  that 0 means nothing at all and is not rounded to 0\n')
    expect(place.read('s.csv')).toContain('dataflow,JAMVIKT:S1(1.0.0),I,K,2025,,Q\r\n')
  })

  it('writes PX in the encoding asked for', async () => {
    await place.run(['convert', 'tabell.px', 'w.px'])
    await place.run(['convert', 'tabell.px', 'u.px', '--encoding', 'utf-8'])
    expect(place.read('w.px')).toContain('CODEPAGE="windows-1252";')
    expect(place.read('u.px')).toContain('STUB="kön";')
    const run = await place.run(['convert', 'tabell.px', 'x.json', '--encoding', 'utf-8'])
    expect(run).toMatchObject({ exit: 2, err: 'jamvikt: --encoding gäller bara PX.\n' })
  })

  it('reads a page of Kolada, and says that there are more', async () => {
    const run = await place.run(['convert', 'kolada.json', 'kolada.px'])
    expect(run).toMatchObject({ exit: 0, err: '' })
    expect(run.out).toContain('OBS: filen är en sida av flera.')
    expect(place.read('kolada.px')).toMatch(/DATA=\r\n12\.5 \r\n"\.\.\.";/)
  })

  it('refuses with file, line and keyword, and leaves what stood there', async () => {
    writeFileSync(`${place.folder}/gammal.json`, 'gammalt')
    const short = await place.run(['convert', 'kort.px', 'gammal.json'])
    expect(short).toMatchObject({ exit: 2, out: '' })
    expect(short.err).toMatch(/^jamvikt: kort\.px: Uppgifter saknas.*\(rad \d+, DATA: .*\)\n$/)
    expect(place.read('gammal.json')).toBe('gammalt')
    const broken = await place.run(['convert', 'trasig.px', 'gammal.json'], en)
    expect(broken.exit).toBe(2)
    expect(broken.err).toMatch(/^jamvikt: trasig\.px: .*\(line \d+/)
    expect(parts()).toEqual([])
  })

  it.each([
    [['tom.csv', 'x.px'], 'tom.csv: '],
    [['finns-inte.px', 'x.px'], 'finns-inte.px går inte att läsa: den finns inte (ENOENT).'],
    [['nyckeltal.csv', 'x.px'], 'nyckeltal.csv är Koladas katalog över nyckeltal, inte en tabell.'],
    [['tabell.px', 'x.doc'], 'x.doc: ändelsen säger inget format.'],
    [['tabell.px', 'x.px', '--to', 'word'], '--to word finns inte. Välj bland: px, json-stat2'],
    [['tabell.px', 'x.px', '--from', 'sas'], '--from sas finns inte. Välj bland: px, json-stat,'],
    [['tabell.px', 'x.px', '--language', 'Svenska!'], '--language ska vara en språkkod'],
    [['tabell.px'], 'Säg vilken fil som ska skrivas.'],
    [[], 'Säg vilken fil som ska läsas.'],
    [['tabell.px', 'x.px', 'y.px'], 'y.px'],
    [['tabell.px', 'ingen/mapp/x.px'], 'ingen/mapp/x.px'],
    [['tabell.px', '.', '--to', 'px'], 'där finns något annat än en fil'],
    [['tabell.px', 'tabell.px'], 'tabell.px'],
  ])('says what is to be put right: %j', async (args, said) => {
    const run = await place.run(['convert', ...args])
    expect(run).toMatchObject({ exit: 2, out: '' })
    expect(run.err).toContain(said)
    expect(place.read('tabell.px')).toBe(PX)
    expect(parts()).toEqual([])
  })

  it('never overwrites the file that it reads, by any of its names', async () => {
    const root = place.folder
    linkSync(`${root}/tabell.px`, `${root}/hard.px`)
    symlinkSync('tabell.px', `${root}/mjuk.px`)
    for (const name of ['hard.px', 'mjuk.px', './tabell.px', `../${basename(root)}/tabell.px`]) {
      expect(await place.run(['convert', 'tabell.px', name])).toMatchObject({ exit: 2, out: '' })
      expect(place.read('tabell.px')).toBe(PX)
    }
  })

  it('replaces the file that a link names, not the link', async () => {
    const root = place.folder
    writeFileSync(`${root}/mal.px`, 'gammalt')
    symlinkSync('mal.px', `${root}/lank.px`)
    expect(await place.run(['convert', 'tabell.px', 'lank.px'])).toMatchObject({ exit: 0 })
    expect(place.read('mal.px')).toContain('MATRIX="S1";')
  })

  it('has help in both languages', async () => {
    expect((await place.run(['convert', '--help'])).out).toContain('jamvikt convert FIL NY_FIL')
    expect((await place.run(['describe', '--help'], en)).out).toContain('jamvikt describe FILE')
    expect((await place.run(['konvert'])).err).toContain('convert')
  })
})

describe('jamvikt describe', () => {
  it('tells what a table holds', async () => {
    const run = await place.run(['describe', 'tabell.px'])
    expect(run).toEqual({
      exit: 0,
      err: '',
      out: `tabell.px: px, 831 byte
Id: S1
Titel: Styrelser efter kön och år
Innehåll: Styrelser
Källa: Ett påhittat register
Uppdaterad: 2026-02-03T08:00
Språk: sv, en
Perioder: 2024 – 2025 (2, år)

Dimensioner:
namn  roll       värden  de första
kön   indelning       3  T totalt, K kvinnor, M män – hierarki (helheter: 1) – kan utelämnas, då gäller T
år    tid             2  2024, 2025

Mått:
  antal, decimaler: 0

Celler: 6, varav
  tal: 3
  inget alls (-): 1
  uppgift saknas (..): 1
  undanhållet (...): 1
Fotnoter: 1, varav obligatoriska 1
`,
    })
  })

  it('tells it in the language asked for, as JSON of fixed members', async () => {
    const run = await place.run(['describe', 'tabell.px', '--json', '--language', 'en'])
    const about: unknown = JSON.parse(run.out)
    expect(about).toMatchObject({
      file: 'tabell.px',
      format: 'px',
      sheets: null,
      kind: 'table',
      language: 'en',
      languages: ['sv', 'en'],
      title: 'Boards by sex and year',
      updated: '2026-02-03T08:00',
      periods: { dimension: 'år', unit: 'year', count: 2, first: '2024', last: '2025' },
      cells: 6,
      states: { value: 3, nil: 1, notApplicable: 0, unavailable: 1, withheld: 1, noAnswer: 0 },
      notes: { table: 1, mandatory: 1 },
      measures: [{ code: null, unit: 'number', decimals: 0 }],
    })
    expect(about).toHaveProperty('dimensions.0', {
      id: 'kön',
      label: 'sex',
      role: 'classification',
      categories: 3,
      first: [
        { code: 'T', label: 'total' },
        { code: 'K', label: 'women' },
        { code: 'M', label: 'men' },
      ],
      wholes: 1,
      elimination: { total: 'T' },
    })
  })

  it('names the sheets of a workbook', async () => {
    await place.run(['convert', 'tabell.px', 'bok.xlsx'])
    expect((await place.run(['describe', 'bok.xlsx'])).out).toContain('Blad: Data, Metadata\n')
  })

  it('counts the KPIs of Kolada’s catalogue, and those divided by sex', async () => {
    const run = await place.run(['describe', 'nyckeltal.csv', '--json'])
    expect(JSON.parse(run.out)).toMatchObject({ kind: 'kolada-catalogue', kpis: 3, bySex: 2 })
    expect((await place.run(['describe', 'nyckeltal.csv'])).out).toContain(
      '3 nyckeltal, varav 2 delas på kön',
    )
  })
})
