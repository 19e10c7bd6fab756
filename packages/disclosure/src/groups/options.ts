import type { ProtectionOptions } from './types.ts'

const DEFAULTS = {
  threshold: 5,
  pPercent: 10,
  width: 2,
  pairDimension: 'sex',
  pairLabels: ['women', 'men'],
} as const

export type CompleteOptions = ProtectionOptions & Required<Pick<ProtectionOptions, keyof typeof DEFAULTS>>

export function completed(options: ProtectionOptions): CompleteOptions {
  return { ...DEFAULTS, ...options }
}
