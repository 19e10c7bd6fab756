import { analyse } from './analyse.ts'
import { audit } from './audit.ts'
import { common } from './common.ts'
import { datasets } from './datasets.ts'
import { fetch } from './fetch.ts'
import { intake } from './intake.ts'
import { inventory } from './inventory.ts'
import { micro } from './micro.ts'
import { money } from './money.ts'
import { pages } from './pages.ts'
import { pictures } from './pictures.ts'
import { plan } from './plan.ts'
import { release } from './release.ts'
import { statistics } from './statistics.ts'
import { views } from './views.ts'

export const sv = {
  ...common,
  ...money,
  ...audit,
  ...intake,
  ...pages,
  ...release,
  ...inventory,
  ...statistics,
  ...datasets,
  ...analyse,
  ...micro,
  ...fetch,
  ...pictures,
  ...plan,
  ...views,
}
