import type { intake as source } from '../sv/intake.ts'

export const intake: Record<keyof typeof source, string> = {}
