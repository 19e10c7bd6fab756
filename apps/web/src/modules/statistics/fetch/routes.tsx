import type { Web } from '../../../platform/http/context.ts'
import type { FetchDoors } from './model-fetch.ts'
import { addAddressFetch } from './routes-address.tsx'
import { addKoladaFetch } from './routes-kolada.tsx'
import { addPxwebFetch } from './routes-pxweb.tsx'
import { addFetchRuns } from './routes-runs.tsx'

/** Tables brought in over the network: from an address, from PxWeb, from Kolada, and again. */
export function addFetch(app: Web, doors: FetchDoors) {
  addAddressFetch(app, doors)
  addPxwebFetch(app, doors)
  addKoladaFetch(app, doors)
  addFetchRuns(app, doors)
}
