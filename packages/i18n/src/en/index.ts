import { agency } from './agency.ts'
import { analyse } from './analyse.ts'
import { audit } from './audit.ts'
import { common } from './common.ts'
import { datasets } from './datasets.ts'
import { documents } from './documents.ts'
import { fetch } from './fetch.ts'
import { halfYear } from './half-year.ts'
import { intake } from './intake.ts'
import { inventory } from './inventory.ts'
import { lookTemplate } from './look-template.ts'
import { micro } from './micro.ts'
import { money } from './money.ts'
import { pages } from './pages.ts'
import { pictures } from './pictures.ts'
import { plan } from './plan.ts'
import { planExchange } from './plan-exchange.ts'
import { planFollow } from './plan-follow.ts'
import { planItems } from './plan-items.ts'
import { planMoney } from './plan-money.ts'
import { planOpen } from './plan-open.ts'
import { planReached } from './plan-reached.ts'
import { planReferral } from './plan-referral.ts'
import { planTime } from './plan-time.ts'
import { planWork } from './plan-work.ts'
import { release } from './release.ts'
import { reportTemplates } from './report-templates.ts'
import { reporting } from './reporting.ts'
import { statistics } from './statistics.ts'
import { views } from './views.ts'

export const en = {
  ...common,
  ...money,
  ...audit,
  ...intake,
  ...pages,
  ...release,
  ...reporting,
  ...reportTemplates,
  ...documents,
  ...lookTemplate,
  ...halfYear,
  ...inventory,
  ...statistics,
  ...datasets,
  ...agency,
  ...analyse,
  ...micro,
  ...fetch,
  ...pictures,
  ...plan,
  ...planItems,
  ...planFollow,
  ...planExchange,
  ...planMoney,
  ...planOpen,
  ...planReached,
  ...planTime,
  ...planReferral,
  ...planWork,
  ...views,
}
