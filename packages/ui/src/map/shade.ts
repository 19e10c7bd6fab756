/** Light to dark, or two colours on both sides of a middle. */
export type ColourScale = 'sequential' | 'diverging'

/** Which of the seven colours of a scale are used for 1 to 7 classes; both sides of a diverging scale alike. */
const STEPS: readonly (readonly number[])[] = [
  [4],
  [1, 7],
  [1, 4, 7],
  [1, 3, 5, 7],
  [1, 2, 4, 6, 7],
  [1, 2, 3, 5, 6, 7],
  [1, 2, 3, 4, 5, 6, 7],
]

/**
 * The style class that colours an area of a map, a legend's swatch or, with `heat` before it, a cell of a table.
 * @param place the class's place from 0; what lies outside is taken as the nearest
 * @param count how many classes there are, 1–7
 * @returns `seq-1` (lightest) to `seq-7`, or `div-1` to `div-7` with `div-4` as the middle
 * @example shadeClass(2, 3, 'sequential') // 'seq-7'
 */
export function shadeClass(place: number, count: number, scale: ColourScale): string {
  const steps = STEPS[Math.max(1, Math.min(7, count)) - 1] ?? []
  const step = steps[Math.max(0, Math.min(steps.length - 1, place))] ?? 4
  return `${scale === 'sequential' ? 'seq' : 'div'}-${step}`
}

/**
 * The style classes of a cell in a table of colours: a ground by its class and ink that can be read on it.
 * @param place the class's place from 0, or null where the figure is missing: hatched
 * @example heatClass(0, 5, 'diverging') // 'heat div-1'
 */
export function heatClass(place: number | null, count: number, scale: ColourScale): string {
  return place === null ? 'heat heat-missing' : `heat ${shadeClass(place, count, scale)}`
}
