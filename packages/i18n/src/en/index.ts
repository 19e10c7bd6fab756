import { common } from './common.ts'
import { money } from './money.ts'
import { audit } from './audit.ts'
import { intake } from './intake.ts'

export const en = { ...common, ...money, ...audit, ...intake }
