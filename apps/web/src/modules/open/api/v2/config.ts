import { localeOf } from '@jamvikt/i18n'
import type { V2Config } from '@jamvikt/tables'
import { MAX_CALLS, WINDOW_SECONDS } from '../../../../platform/http/rate-limit.ts'
import { jsonReply, type Reply } from '../answer.ts'
import type { Question } from '../question.ts'
import { MAX_CELLS } from '../selection.ts'
import { DEFAULT_FORMAT, V2_FORMATS } from './parameters.ts'

/** The version of PxWebApi that is spoken, and of what speaks it. */
export const API_VERSION = '2.0'
const APP_VERSION = '0.1.0'
const LANGUAGES = [
  { id: 'sv', label: 'Svenska' },
  { id: 'en', label: 'English' },
] as const

/** Each table has its own licence; where they are all the same it stands here, else where they are told. */
export async function configReply(question: Question): Promise<Reply> {
  const licences = new Set((await question.list()).map(({ dataset }) => dataset.licence))
  const [only = ''] = licences
  const config: V2Config = {
    apiVersion: API_VERSION,
    appVersion: APP_VERSION,
    languages: LANGUAGES.map((language) => ({ ...language })),
    defaultLanguage: 'sv',
    maxDataCells: MAX_CELLS,
    maxCallsPerTimeWindow: MAX_CALLS,
    timeWindow: WINDOW_SECONDS,
    license: licences.size === 1 ? only : `${question.home}/catalogue.ttl`,
    sourceReferences: LANGUAGES.map(({ id }) => ({
      language: id,
      text: `${localeOf(id).text('stat.why.source')}: ${question.site.name}`,
    })),
    defaultDataFormat: DEFAULT_FORMAT,
    dataFormats: [...V2_FORMATS],
    features: [{ id: 'CORS', params: [{ key: 'enabled', value: 'True' }] }],
  }
  return jsonReply(config)
}
