import { analyse } from './analyse.ts'
import { audit } from './audit.ts'
import { common } from './common.ts'
import { fetch } from './fetch.ts'
import { intake } from './intake.ts'
import { inventory } from './inventory.ts'
import { micro } from './micro.ts'
import { money } from './money.ts'
import { release } from './release.ts'
import { statistics } from './statistics.ts'

export const sv = {
  ...common,
  ...money,
  ...audit,
  ...intake,
  ...release,
  ...inventory,
  ...statistics,
  ...analyse,
  ...micro,
  ...fetch,
}
