import type { OptionName, ProtectionOptions } from './types.ts'

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

/** Beyond this nothing would be shown, and figures would be no longer exact. */
const MOST = 1_000_000

/** The first option that cannot be. */
export function faultOfOptions({
  threshold,
  pPercent,
  width,
  pairLabels,
}: CompleteOptions): OptionName | null {
  const within = (value: number, least: number) =>
    Number.isSafeInteger(value) && value >= least && value <= MOST
  if (!within(threshold, 3)) return 'threshold'
  if (!(pPercent >= 0 && pPercent <= 100)) return 'pPercent'
  if (!within(width, 1)) return 'width'
  return pairLabels[0] === pairLabels[1] ? 'pairLabels' : null
}
