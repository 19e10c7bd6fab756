/** A queue of places by size, smallest first; a place whose size has changed stands in it again. */
class SizeQueue {
  private readonly places: number[] = []
  private readonly sizes: number[] = []

  push(place: number, size: number): void {
    let at = this.places.length
    this.places.push(place)
    this.sizes.push(size)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.before(at, parent)) break
      this.swap(at, parent)
      at = parent
    }
  }

  pop(): { place: number; size: number } | null {
    const last = this.places.length - 1
    if (last < 0) return null
    this.swap(0, last)
    const place = this.places.pop() ?? 0
    const size = this.sizes.pop() ?? 0
    let at = 0
    for (;;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < last && this.before(child, least)) least = child
      if (least === at) return { place, size }
      this.swap(at, least)
      at = least
    }
  }

  private before(a: number, b: number): boolean {
    const difference = (this.sizes[a] ?? 0) - (this.sizes[b] ?? 0)
    return difference === 0 ? (this.places[a] ?? 0) < (this.places[b] ?? 0) : difference < 0
  }

  private swap(a: number, b: number): void {
    const [place, size] = [this.places[a] ?? 0, this.sizes[a] ?? 0]
    this.places[a] = this.places[b] ?? 0
    this.sizes[a] = this.sizes[b] ?? 0
    this.places[b] = place
    this.sizes[b] = size
  }
}

/**
 * Thins a line out: again and again the point goes that forms the smallest triangle with its neighbours, until the
 * smallest left is at least `area` (Visvalingam and Whyatt 1993, “Line generalisation by repeated elimination of
 * points”). The ends stay, and at least `least` points. Time grows as n log n, whatever the line.
 * @param points x and y by turns
 * @param area in the line's own square units
 * @returns the points kept, x and y by turns
 * @example thinLine([0, 0, 5, 1, 10, 0], 20, 2) // [0, 0, 10, 0]
 */
export function thinLine(points: ArrayLike<number>, area: number, least: number): number[] {
  const count = points.length >> 1
  const before = Int32Array.from({ length: count }, (_, at) => at - 1)
  const after = Int32Array.from({ length: count }, (_, at) => at + 1)
  const sizes = new Float64Array(count).fill(Infinity)
  const queue = new SizeQueue()
  const measure = (at: number, floor: number) => {
    if (at <= 0 || at >= count - 1) return
    const size = Math.max(floor, triangle(points, before[at] ?? 0, at, after[at] ?? 0))
    sizes[at] = size
    queue.push(at, size)
  }
  for (let at = 1; at < count - 1; at += 1) measure(at, 0)
  let left = count
  for (let next = queue.pop(); next !== null && left > least; next = queue.pop()) {
    const { place, size } = next
    if (sizes[place] !== size) continue
    if (size >= area) break
    sizes[place] = -1
    left -= 1
    const [a, b] = [before[place] ?? 0, after[place] ?? 0]
    after[a] = b
    before[b] = a
    measure(a, size)
    measure(b, size)
  }
  const kept: number[] = []
  for (let at = 0; at < count; at = after[at] ?? count)
    kept.push(points[at * 2] ?? 0, points[at * 2 + 1] ?? 0)
  return kept
}

function triangle(points: ArrayLike<number>, a: number, b: number, c: number): number {
  const [x, y] = [points[a * 2] ?? 0, points[a * 2 + 1] ?? 0]
  const ux = (points[b * 2] ?? 0) - x
  const uy = (points[b * 2 + 1] ?? 0) - y
  const vx = (points[c * 2] ?? 0) - x
  const vy = (points[c * 2 + 1] ?? 0) - y
  return Math.abs(ux * vy - uy * vx) / 2
}
