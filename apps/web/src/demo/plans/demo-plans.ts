import { jamtlandHarjedalen } from './jamtland-harjedalen.ts'
import { planFile } from './plan-file.ts'
import { stockholm } from './stockholm.ts'
import { vasterbotten } from './vasterbotten.ts'

/** Three real plans in words of our own, as plan files. */
export function demoPlans(): readonly {
  readonly slug: string
  readonly name: string
  readonly text: string
}[] {
  return [stockholm, vasterbotten, jamtlandHarjedalen].map((plan) => ({
    slug: plan.slug,
    name: `${plan.slug}.json`,
    text: planFile(plan),
  }))
}

/** How one of them was decided and went in its first two half-years: invented, so that the open page has something to tell. */
export const demoShown = {
  decision: { diary: 'PROV-2016-17', on: '2016-10-25', body: 'Regionstyrelsen (påhittat beslut)' },
  statuses: [
    ['on-track', 'not-begun', 'on-track', 'on-track'],
    ['on-track', 'on-track', 'on-track', 'late', 'on-track', 'done', 'done', 'on-track', 'stopped'],
  ],
  cause: 'Påhittat: upphandlingen blev klar senare än planerat.',
  measure: 'Påhittat: två tillfällen flyttas till hösten.',
} as const
