import type { By, TrueCell } from './types.ts'

/** A group of so many cases, and recipients who have alike. */
export const money = (by: By, granted: number, contributors: number): TrueCell => ({
  by,
  counts: { granted },
  amounts: {
    granted: {
      totalOre: contributors * 100,
      contributors,
      top: Array.from({ length: Math.min(5, contributors) }, (_, i) => ({ id: granted * 100 + i, ore: 100 })),
    },
  },
})
