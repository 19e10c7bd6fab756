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
