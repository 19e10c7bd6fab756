import type { TableParts } from '@jamvikt/tables'
import { type Chart, chartsFor } from '../rules/charts-for.ts'
import type { Concepts } from '../rules/concepts.ts'
import { queryOf, type View, viewOf } from '../rules/view.ts'

/** What a table is drawn as where nothing is chosen: over time as lines, of places as a map, else women beside men. */
const WISHED: readonly Chart[] = ['lines', 'map', 'dots', 'bars']

/** The view as it can be drawn: its own chart, or the one that says most where it is a table. */
export function drawnView(view: View, parts: TableParts, concepts: Concepts): View {
  if (view.chart !== 'table') return view
  const fit = chartsFor(parts, view, concepts)
  return changed(view, { chart: WISHED.find((chart) => fit.includes(chart)) ?? 'bars' }, parts, concepts)
}

/**
 * The view as a small picture for sharing has room for it: one chart, with women held against men where that says
 * something in a sentence; of single ages it does not.
 */
export function sharedView(view: View, parts: TableParts, concepts: Concepts): View {
  const gap = view.gap === 'none' && view.chart !== 'pyramid' ? 'ratio' : view.gap
  const chart = view.chart === 'heat' ? '' : view.chart
  return drawnView(changed(view, { panels: '', gap, chart }, parts, concepts), parts, concepts)
}

function changed(
  view: View,
  change: Readonly<Record<string, string>>,
  parts: TableParts,
  concepts: Concepts,
): View {
  const query = queryOf(view)
  for (const [name, value] of Object.entries(change)) query.set(name, value)
  return viewOf((name) => query.get(name) ?? undefined, parts, concepts)
}
