import { expect, it } from 'vitest'
import { frequencyOf, licenceIri, spatialOf } from './vocabulary.ts'

it.each([
  ['CC0', 'http://creativecommons.org/publicdomain/zero/1.0/'],
  ['cc0-1.0', 'http://creativecommons.org/publicdomain/zero/1.0/'],
  ['CC BY 4.0', 'http://creativecommons.org/licenses/by/4.0/'],
  ['CC-BY-SA-3.0', 'http://creativecommons.org/licenses/by-sa/3.0/'],
  ['https://example.invalid/licens', 'https://example.invalid/licens'],
  ['Egen licens', null],
  ['javascript:alert(1)', null],
  ['https://', null],
])('the licence %s is %s', (licence, address) => {
  expect(licenceIri(licence)).toBe(address)
})

const placed = (codes: readonly string[]) =>
  spatialOf({
    id: '',
    languages: ['sv'],
    title: {},
    stub: 1,
    dimensions: [
      {
        id: 'Region',
        label: { sv: 'region' },
        role: 'geo',
        categories: codes.map((code) => ({ code, label: { sv: code } })),
      },
    ],
  })

it.each([
  [['20', '2080', '2081'], 'http://data.europa.eu/nuts/code/SE312'],
  [['0114', '0180'], 'http://data.europa.eu/nuts/code/SE110'],
  [['0980'], 'http://data.europa.eu/nuts/code/SE214'],
  [['2584'], 'http://data.europa.eu/nuts/code/SE332'],
  [['1480', '1380'], 'http://publications.europa.eu/resource/authority/country/SWE'],
  [['00', '2080'], 'http://publications.europa.eu/resource/authority/country/SWE'],
])('places %j lie in %s', (codes, place) => {
  expect(placed(codes)).toBe(place)
})

it('every rhythm has a frequency', () => {
  expect(frequencyOf('yearly')).toBe('http://publications.europa.eu/resource/authority/frequency/ANNUAL')
})
