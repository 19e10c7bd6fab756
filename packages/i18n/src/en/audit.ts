import type { audit as source } from '../sv/audit.ts'

export const audit: Record<keyof typeof source, string> = {}
