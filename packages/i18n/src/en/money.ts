import type { money as source } from '../sv/money.ts'

export const money: Record<keyof typeof source, string> = {}
