import type { PlanDoors } from '../plan/public.ts'
import type { DocumentMaker } from '../reporting/public.ts'

/** What the room of the agency is given of the house. */
export interface AgencyDoors extends PlanDoors {
  readonly documents: DocumentMaker
}
