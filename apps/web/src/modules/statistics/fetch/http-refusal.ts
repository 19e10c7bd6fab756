/** Why nothing came from a source. The first are about the address, the next about the answer. */
const HTTP_REASONS = [
  'address-invalid',
  'address-not-https',
  'address-port',
  'address-private',
  'host-unknown',
  'too-many-redirects',
  'source-down',
  'source-busy',
  'source-slow',
  'source-refused',
  'not-found',
  'too-large',
  'html-file',
  'encoding-unknown',
] as const
export type HttpReason = (typeof HTTP_REASONS)[number]

export interface HttpRefusal {
  readonly ok: false
  readonly reason: HttpReason
  /** The host, the address or what the source said, cut short. */
  readonly detail?: string
}

/** Refusals that time may mend: the same question may be answered later. */
const PASSING: ReadonlySet<string> = new Set<HttpReason>([
  'host-unknown',
  'source-down',
  'source-busy',
  'source-slow',
])

/** Whether the same question may be answered later. */
export function isPassing(reason: string): boolean {
  return PASSING.has(reason)
}
