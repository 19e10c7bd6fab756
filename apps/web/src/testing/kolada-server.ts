import { openAnsweringServer } from './answering-server.ts'

const PLACES = [
  { id: '0000', title: 'Riket', type: 'L' },
  { id: '0020', title: 'Region Dalarna', type: 'L' },
  { id: '2080', title: 'Falun', type: 'K' },
  { id: '2081', title: 'Borlänge', type: 'K' },
  { id: '1480', title: 'Göteborg', type: 'K' },
]
const YEARS = ['2022', '2023']
const KPI = {
  id: 'N99001',
  title: 'Påhittat nyckeltal, andel (%)',
  description: 'Uppfunnet för prov.',
  is_divided_by_gender: 1,
  municipality_type: 'A',
  publication_date: '2026-01-10',
}

/** The figure of a place, sex and year: all different. */
export function koladaFigure(place: string, sex: 'K' | 'M' | 'T', year: string): number {
  return Number(place) + { K: 0.25, M: 0.5, T: 0.75 }[sex] + (Number(year) - 2000) * 10_000
}

/** Kolada’s API version 2 on this machine, with one invented key figure; pages of two rows. */
export async function openKoladaServer() {
  const told = { kpi: KPI as Record<string, unknown>, next: (address: string) => address }
  const server = await openAnsweringServer((place) => {
    const [path = '', query = ''] = place.split('?')
    const asked = new URLSearchParams(query)
    const parts = path.split('/').filter((part) => part !== '')
    if (path === '/v2/municipality') return JSON.stringify({ values: PLACES, count: PLACES.length })
    if (path === '/v2/kpi') {
      const found = KPI.title.includes(asked.get('title') ?? '') ? [told.kpi] : []
      return JSON.stringify({ values: found, count: found.length })
    }
    if (path.startsWith('/v2/kpi/')) {
      const found = parts[2] === KPI.id ? [told.kpi] : []
      return JSON.stringify({ values: found, count: found.length })
    }
    if (!path.startsWith(`/v2/data/kpi/${KPI.id}/municipality/`)) return null
    const years = parts[6] === 'year' ? (parts[7] ?? '').split(',') : YEARS
    const rows = (parts[5] ?? '')
      .split(',')
      .filter((id) => PLACES.some((each) => each.id === id))
      .flatMap((municipality) =>
        years.flatMap((period) =>
          YEARS.includes(period)
            ? [
                {
                  kpi: KPI.id,
                  municipality,
                  period: Number(period),
                  values: (['K', 'M', 'T'] as const).map((gender) => ({
                    gender,
                    value: koladaFigure(municipality, gender, period),
                    status: '',
                    count: 1,
                  })),
                },
              ]
            : [],
        ),
      )
    const page = Number(asked.get('page') ?? '1')
    const next = page * 2 < rows.length ? told.next(`${server.address}${path}?page=${page + 1}`) : null
    return JSON.stringify({
      values: rows.slice((page - 1) * 2, page * 2),
      count: 2,
      ...(next === null ? {} : { next_page: next }),
    })
  })
  return {
    address: `${server.address}/v2`,
    /** Calls for figures so far. */
    calls: () => server.state.asked.filter((place) => place.includes('/data/')),
    /** Calls for the list of key figures so far. */
    lists: () => server.state.asked.filter((place) => place.startsWith('/v2/kpi?')),
    told,
    close: server.close,
  }
}
