import type { IntakeRefusal } from '../model-micro.ts'

/** Carries a refusal out of a running read. */
export class IntakeRefusedError extends Error {
  readonly refusal: IntakeRefusal

  constructor(reason: IntakeRefusal['reason'], where: { row?: number; column?: string } = {}) {
    super(reason)
    this.name = 'IntakeRefusedError'
    this.refusal = { ok: false, reason, ...where }
  }
}
