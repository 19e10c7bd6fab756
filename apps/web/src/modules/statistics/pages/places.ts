import type { Places } from './ui/page-figure.tsx'

/** Where members find tables and indicators. */
export function insidePlaces(slug: string): Places {
  const home = `/r/${slug}/statistics`
  return {
    table: (dataset, view, version) =>
      `${home}/${dataset}?version=${version}${view === '' ? '' : `&${view}`}`,
    indicator: () => `${home}/indicators`,
  }
}
