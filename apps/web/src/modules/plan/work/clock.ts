import { localeOf } from '@jamvikt/i18n'
import { homeOfRegion } from '../../../platform/db/members.ts'
import type { Db } from '../../../platform/db/tenant.ts'
import { errorFields, log } from '../../../platform/log.ts'
import type { PlanDoors } from '../doors.ts'
import { reminderWords } from '../follow/letter-words.ts'
import { letterList, shortened } from '../follow/rules/letter.ts'
import { isSendingHour } from './rules/sending-hours.ts'
import { type ClockWords, plansReminded, remindByClock, remindingRegions } from './service/remind-by-clock.ts'

const MOST_PLAN = 120

const WORDS: ClockWords = {
  ofPeriod: (language, opened, period, stage) => reminderWords(localeOf(language), opened, period, stage),
  ofIndicators: (language, opened, indicators) => {
    const locale = localeOf(language)
    const plan = shortened(opened.plan.facts.name, MOST_PLAN)
    const { texts, left } = letterList(indicators, ({ address }) => address)
    return {
      subject: locale.text('work.letter.indicators', { plan }),
      body: [
        locale.text('work.letter.indicators.body', { plan }),
        ...texts,
        ...(left === 0 ? [] : [locale.counted('follow.letter.more', left)]),
        locale.text('work.letter.indicators.end'),
      ].join('\n\n'),
    }
  },
}

/**
 * What the clock does by the hour, region by region and plan by plan: reminds of what is due where that is switched on. A
 * plan where this fails is told of in the log, and the others go on. Outside working hours nothing is sent.
 * @example await sendDueReminders(doors, new Date())
 */
export async function sendDueReminders(
  doors: Pick<PlanDoors, 'inRegion' | 'send' | 'baseUrl'> & { readonly db: Db },
  now: Date,
) {
  if (!isSendingHour(now)) return
  for (const regionId of await remindingRegions(doors.db))
    await ofRegion(doors, regionId, now).catch((error: unknown) =>
      log('error', 'due reminders', { regionId, ...errorFields(error) }),
    )
}

async function ofRegion(
  doors: Pick<PlanDoors, 'inRegion' | 'send' | 'baseUrl'>,
  regionId: string,
  now: Date,
) {
  const { home, plans } = await doors.inRegion({ regionId, personId: '' }, async (db) => ({
    home: await homeOfRegion(db, regionId),
    plans: await plansReminded(db),
  }))
  for (const { planId, changedBy } of plans) {
    const by = { regionId, personId: changedBy }
    const at = { now, baseUrl: doors.baseUrl, home, words: WORDS }
    try {
      const letters = await doors.inRegion(by, (db) => remindByClock(db, { regionId, planId }, at))
      for (const id of letters) await doors.send('mail', { ...by, id })
    } catch (error) {
      log('error', 'due reminders', { regionId, planId, ...errorFields(error) })
    }
  }
}
