import type { Db } from '../../../platform/db/tenant.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import type { CubeProcess } from './cube-process.ts'
import type { MicroFiles } from './micro-files.ts'

/** What microdata need besides what all statistics need. */
export interface MicroDoors extends StatisticsDoors {
  readonly db: Db
  readonly micro: MicroFiles
  readonly cubes: CubeProcess
  identityKey(regionId: string): string
}
