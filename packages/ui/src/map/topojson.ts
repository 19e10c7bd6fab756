import { BoundaryRefusedError, type PointBudget } from './boundary-refusal.ts'
import { isList, isRecord, type JsonRecord, own } from './json-shape.ts'
import { closed, list, type RawArea, type RawLayer, type RingReader, readRings } from './rings.ts'

interface Transform {
  readonly scale: readonly [number, number]
  readonly translate: readonly [number, number]
}

/**
 * The layers of a TopoJSON topology, one for each object: arcs are undone from their differences and scale, joined
 * into rings, and turned where an index is negative (TopoJSON specification 1.0, sections 2.1.2–2.1.4).
 */
export function readTopology(topology: JsonRecord, budget: PointBudget): RawLayer[] {
  const transform = readTransform(own(topology, 'transform'))
  const arcs = list(own(topology, 'arcs')).map((arc, at) => readArc(arc, `arcs[${at}]`, transform, budget))
  const objects = own(topology, 'objects')
  const readRing = arcJoiner(arcs, budget)
  return Object.entries(isRecord(objects) ? objects : {}).map(([name, object]) => {
    const keyword = `objects.${name}`
    const members =
      isRecord(object) && own(object, 'type') === 'GeometryCollection' ? own(object, 'geometries') : [object]
    const areas = list(members).flatMap((one, at): RawArea[] => {
      if (!isRecord(one)) return []
      const rings = readRings(one, `${keyword}.geometries[${at}]`, readRing, 'arcs')
      const properties = own(one, 'properties')
      return [{ properties: isRecord(properties) ? properties : {}, id: own(one, 'id'), rings }]
    })
    return { name, areas }
  })
}

function readTransform(value: unknown): Transform | null {
  if (!isRecord(value)) return null
  return { scale: pair(own(value, 'scale'), 'scale'), translate: pair(own(value, 'translate'), 'translate') }
}

function pair(value: unknown, name: string): readonly [number, number] {
  const [x, y] = list(value)
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new BoundaryRefusedError('coordinate-unreadable', { keyword: `transform.${name}` })
  return [x, y]
}

function readArc(
  arc: unknown,
  keyword: string,
  transform: Transform | null,
  budget: PointBudget,
): Float64Array {
  if (!isList(arc)) throw new BoundaryRefusedError('coordinate-unreadable', { keyword })
  budget.take(arc.length, keyword)
  const points = new Float64Array(arc.length * 2)
  let sumX = 0
  let sumY = 0
  for (const [at, position] of arc.entries()) {
    const [x, y] = list(position)
    if (typeof x !== 'number' || typeof y !== 'number')
      throw new BoundaryRefusedError('coordinate-unreadable', { keyword: `${keyword}[${at}]` })
    sumX = transform === null ? x : sumX + x
    sumY = transform === null ? y : sumY + y
    const [px, py] =
      transform === null
        ? [x, y]
        : [
            sumX * transform.scale[0] + transform.translate[0],
            sumY * transform.scale[1] + transform.translate[1],
          ]
    if (!Number.isFinite(px) || !Number.isFinite(py))
      throw new BoundaryRefusedError('coordinate-unreadable', { keyword: `${keyword}[${at}]` })
    points[at * 2] = px
    points[at * 2 + 1] = py
  }
  return points
}

/** Joins arcs, each without its first point after the first arc; `~index` is the arc backwards. */
function arcJoiner(arcs: readonly Float64Array[], budget: PointBudget): RingReader {
  return (ring, keyword) => {
    const parts = list(ring).map((index, at) => {
      const arc = typeof index === 'number' ? arcs[index < 0 ? ~index : index] : undefined
      if (arc === undefined)
        throw new BoundaryRefusedError('arc-missing', {
          keyword: `${keyword}[${at}]`,
          detail: typeof index === 'number' ? String(index) : typeof index,
        })
      budget.take(arc.length / 2 + 1, keyword)
      return { arc, backwards: typeof index === 'number' && index < 0 }
    })
    const points = new Float64Array(parts.reduce((sum, { arc }) => sum + arc.length, 2))
    let count = 0
    for (const [at, { arc, backwards }] of parts.entries()) {
      const length = arc.length / 2
      for (let step = at === 0 ? 0 : 1; step < length; step += 1) {
        const from = backwards ? length - 1 - step : step
        points[count * 2] = arc[from * 2] ?? 0
        points[count * 2 + 1] = arc[from * 2 + 1] ?? 0
        count += 1
      }
    }
    return closed(points, count)
  }
}
