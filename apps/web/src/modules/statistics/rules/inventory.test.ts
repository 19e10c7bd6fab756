import type { TableParts } from '@jamvikt/tables'
import { expect, it } from 'vitest'
import type { ListedDataset } from '../model-datasets.ts'
import { inventoryOf } from './inventory.ts'

function listed(
  area: ListedDataset['dataset']['area'],
  dimensions: Readonly<Record<string, readonly string[]>>,
) {
  const parts: TableParts = {
    id: '',
    languages: ['sv'],
    title: { sv: '' },
    stub: 1,
    dimensions: Object.entries(dimensions).map(([id, codes]) => ({
      id,
      label: { sv: id },
      role: id === 'år' ? 'time' : id === 'region' ? 'geo' : 'classification',
      categories: codes.map((code) => ({ code, label: { sv: code } })),
    })),
  }
  const dataset = { area, slug: Object.keys(dimensions).join('-') }
  return { dataset, parts, fetchedAt: '', published: 'no' } as unknown as ListedDataset
}

it('tells what each sub-goal can be crossed by, and what no table has together with sex', () => {
  const areas = inventoryOf([
    listed('economy', { kön: ['kvinnor', 'män'], ålder: ['16-24', '25-64'], år: ['2023'] }),
    listed('economy', { region: ['2080', '2081'], födelseregion: ['inrikes', 'utrikes'] }),
    listed('health', { kön: ['kvinnor', 'män'], region: ['20', '21'], år: ['2022', '2023'] }),
  ])
  const [economy, health] = (['economy', 'health'] as const).map((area) =>
    areas.find((one) => one.area === area),
  )
  expect(economy?.rows.map(({ has, lacks }) => [[...has], lacks])).toEqual([
    [
      [
        ['sex', 2],
        ['age', 2],
      ],
      ['background', 'place', 'time'],
    ],
    [
      [
        ['background', 2],
        ['place', 2],
      ],
      ['sex', 'age', 'time'],
    ],
  ])
  expect(economy?.lacksWithSex).toEqual(['background', 'place', 'time'])
  expect(health?.lacksWithSex).toEqual(['age', 'background'])
  expect(areas.find(({ area }) => area === 'violence')).toEqual({
    area: 'violence',
    rows: [],
    lacksWithSex: ['sex', 'age', 'background', 'place', 'time'],
  })
})
