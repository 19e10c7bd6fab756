export const BOUNDARY_REASONS = [
  'too-large',
  'not-json',
  'not-a-map',
  'no-polygons',
  'too-many-points',
  'too-deep',
  'coordinate-unreadable',
  'arc-missing',
  'axes-swapped',
  'code-property-missing',
  'codes-unknown',
] as const
export type BoundaryReason = (typeof BOUNDARY_REASONS)[number]

/** Why a file of boundaries is refused. `keyword` is the JSON path; `properties` names what the file's areas have. */
export interface BoundaryRefusal {
  readonly ok: false
  readonly reason: BoundaryReason
  readonly keyword?: string
  readonly detail?: string
  readonly properties?: readonly string[]
}

/** Carries a refusal out of a running read. */
export class BoundaryRefusedError extends Error {
  readonly refusal: BoundaryRefusal

  constructor(reason: BoundaryReason, where: Omit<BoundaryRefusal, 'ok' | 'reason'> = {}) {
    super(reason)
    this.name = 'BoundaryRefusedError'
    this.refusal = { ok: false, reason, ...where }
  }
}

/** Counts points while they are read and refuses before more are kept than the limit allows. */
export class PointBudget {
  private left: number
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
    this.left = limit
  }

  take(points: number, keyword: string): void {
    this.left -= points
    if (this.left < 0)
      throw new BoundaryRefusedError('too-many-points', { keyword, detail: `> ${this.limit}` })
  }
}
