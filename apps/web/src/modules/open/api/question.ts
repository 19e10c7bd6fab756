import type { Language } from '@jamvikt/i18n'
import type { OpenSite } from '../../../platform/db/tenant.ts'
import type { PublishedEntry } from '../../statistics/public.ts'
import type { ListedPlan } from '../model-plans.ts'
import type { Asked } from './refusal.ts'
import type { ShownTable } from './shown-table.ts'

/** One call, with what it may reach: published tables of one site and nothing else. */
export interface Question {
  readonly site: OpenSite
  /** The address of the site’s API without the version, such as `https://host/api/region`. */
  readonly base: string
  /** The address of the site for people. */
  readonly home: string
  /** What stands after the version in the address, decoded. */
  readonly path: readonly string[]
  readonly params: URLSearchParams
  readonly language: Language
  readonly now: Date
  /** What is published now; those that hold all words of a search. */
  list(search?: string): Promise<readonly PublishedEntry[]>
  /** The plans that everybody sees. */
  plans(): Promise<readonly ListedPlan[]>
  /** One published table; 404 where there is none of that address. */
  table(slug: string): Promise<Asked<ShownTable>>
  /** The body, of a POST. */
  body(): Promise<string>
}
