import type { Locale } from '@jamvikt/i18n'
import type { Live } from '../model-content.ts'
import type { BlockInput } from '../model-report.ts'
import { goalBlocks } from './goal-blocks.ts'
import type { LiveData } from './live-data.ts'
import { activityMoneyBlocks, costBlocks, priorityBlocks, usedBlocks } from './money-blocks.ts'
import {
  activityListBlocks,
  decisionBlocks,
  flagshipBlocks,
  lessonBlocks,
  milestoneBlocks,
  riskBlocks,
  taskBlocks,
} from './plan-blocks.ts'
import { activityBlocks, deviationBlocks, stateBlocks } from './state-blocks.ts'

/** A live block filled in; none where there is nothing to tell. */
export function fillLive(locale: Locale, data: LiveData, of: Live): BlockInput[] {
  switch (of) {
    case 'state':
      return stateBlocks(locale, data)
    case 'activities':
      return activityBlocks(locale, data)
    case 'deviations':
      return deviationBlocks(locale, data)
    case 'activity-list':
      return activityListBlocks(locale, data)
    case 'flagships':
      return flagshipBlocks(locale, data)
    case 'milestones':
      return milestoneBlocks(locale, data)
    case 'goals':
      return goalBlocks(locale, data)
    case 'money-used':
      return usedBlocks(locale, data)
    case 'money-priority':
      return priorityBlocks(locale, data)
    case 'money-cost':
      return costBlocks(locale, data)
    case 'money-activity':
      return activityMoneyBlocks(locale, data)
    case 'risks':
      return riskBlocks(locale, data)
    case 'lessons':
      return lessonBlocks(data)
    case 'decisions':
      return decisionBlocks(locale, data)
    case 'tasks':
      return taskBlocks(locale, data)
    // Counts of people leave as released tables alone.
    case 'reached':
      return data.standings.length === 0 ? [] : [{ kind: 'words', text: locale.text('half.reached') }]
  }
}
