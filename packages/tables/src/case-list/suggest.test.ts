import { describe, expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import { parseMapping } from './mapping.ts'
import { suggestMapping } from './suggest.ts'

async function suggest(text: string) {
  const table = await openTable(Buffer.from(text), { name: 'x.csv' })
  if (!table.ok) throw new Error(table.reason)
  const found = await suggestMapping(table)
  if (!found.ok) throw new Error(found.reason)
  expect(parseMapping(found.mapping).ok).toBe(true)
  return found
}

describe('suggestMapping', () => {
  it('knows a Swedish export', async () => {
    const found = await suggest(
      'Ärendenummer;Sökande;Orgnr;Stödform;Beslut;Sökt belopp (tkr);Beviljat belopp (tkr);Ansökningsdatum;Beslutsdatum;Kommun;Län;SNI 2007;VD kön;Styrelsens kön;Utrikes född;Ålder;Enhet;Anteckning\n' +
        '1;A;;X;Bifall;1;1;;;Falun;Dalarna;62;K;M;ja;30-39;Tillväxt;\n2;B;;X;Avskriven;1;;;;Falun;Dalarna;62;vill ej uppge;K;nej;;;\n',
    )
    expect(found.mapping).toEqual({
      columns: {
        case: 'Ärendenummer',
        recipient: 'Sökande',
        organisationNumber: 'Orgnr',
        supportForm: 'Stödform',
        outcome: 'Beslut',
        appliedAmount: 'Sökt belopp (tkr)',
        grantedAmount: 'Beviljat belopp (tkr)',
        appliedOn: 'Ansökningsdatum',
        decidedOn: 'Beslutsdatum',
        municipality: 'Kommun',
        county: 'Län',
        industry: 'SNI 2007',
        sex: 'VD kön',
        background: 'Utrikes född',
        age: 'Ålder',
        unit: 'Enhet',
      },
      values: {
        outcome: { Bifall: 'granted', Avskriven: 'withdrawn' },
        sex: { K: 'women', 'vill ej uppge': 'declined' },
        background: { ja: 'foreignBorn', nej: 'native' },
      },
      leaderRule: 'CEO',
      sexInferred: false,
      alternativeSex: { board: 'Styrelsens kön' },
      industryVersion: 'SNI2007',
      amountUnit: 'tkr',
    })
    expect(found).toMatchObject({ kind: 'cases', unused: ['Anteckning'], open: [], rowsSampled: 2 })
  })

  it('knows a Norwegian and an English export', async () => {
    const norwegian = await suggest(
      'soknad_nr;fase;prosjektleder_kjonn;kommune;fylke;sokt_belop;tildelt_belop\n1;Avslag;MANN;Oslo;Oslo;5;\n2;Bevilgning;KVINNE;Oslo;Oslo;5;5\n',
    )
    expect(norwegian.mapping).toMatchObject({
      columns: {
        case: 'soknad_nr',
        outcome: 'fase',
        sex: 'prosjektleder_kjonn',
        municipality: 'kommune',
        county: 'fylke',
        appliedAmount: 'sokt_belop',
        grantedAmount: 'tildelt_belop',
      },
      values: {
        outcome: { Avslag: 'refused', Bevilgning: 'granted' },
        sex: { MANN: 'men', KVINNE: 'women' },
      },
      leaderRule: 'project leader',
    })
    const english = await suggest('date;area;is_approved;gender\n2019-01-01;MINT;1;f\n2019-01-01;LS;0;m\n')
    expect(english.mapping).toMatchObject({
      columns: { decidedOn: 'date', industry: 'area', outcome: 'is_approved', sex: 'gender' },
      values: { outcome: { '1': 'granted', '0': 'refused' }, sex: { f: 'women', m: 'men' } },
      industryVersion: 'none',
    })
    expect(english.open).toMatchObject([{ reason: 'leader-rule-missing' }])
  })

  it('leaves open what only a person can say', async () => {
    const found = await suggest('Namn;Beviljat belopp;Kön;SNI\nAnna;5;1;62\nBo;6;2;47\n')
    expect(found.mapping.columns).not.toHaveProperty('outcome')
    expect(found.mapping.values).toEqual({})
    expect(found.open.map(({ reason }) => reason)).toEqual([
      'outcome-missing',
      'leader-rule-missing',
      'industry-version-missing',
    ])
    const sex = found.columns.find(({ field }) => field === 'sex')
    expect(sex).toMatchObject({
      distinct: [
        { value: '1', count: 1, target: null },
        { value: '2', target: null },
      ],
    })
    expect(sex?.confidence).toBeLessThan(0.5)
  })

  it('marks a sex that the header says is inferred', async () => {
    const found = await suggest('status;kön_härlett_av_förnamn\nbeviljad;kvinna\n')
    expect(found.mapping.sexInferred).toBe(true)
  })

  it('shows no personal number among the values', async () => {
    const found = await suggest('status;enhet\nbeviljad;850101-1234\n850101-1234;x\n')
    expect(JSON.stringify(found)).not.toContain('850101')
  })

  it('tells a table of counts from a list of cases', async () => {
    const found = await suggest(
      'ämne;ansökningar_kvinnor;ansökningar_män;beviljade_kvinnor;beviljade_män;andel_beviljade_kvinnor\nfysik;5;6;1;2;20\n',
    )
    expect(found).toMatchObject({
      kind: 'aggregated',
      unused: ['andel_beviljade_kvinnor'],
      open: [],
      mapping: {
        columns: { ämne: 'ämne' },
        aggregated: [
          {
            by: { sex: 'women' },
            applied: 'ansökningar_kvinnor',
            granted: 'beviljade_kvinnor',
            refused: 'applied-granted',
          },
          {
            by: { sex: 'men' },
            applied: 'ansökningar_män',
            granted: 'beviljade_män',
            refused: 'applied-granted',
          },
        ],
      },
    })
  })
})
