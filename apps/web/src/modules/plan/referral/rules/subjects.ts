import type { PlanTree } from '../../rules/tree.ts'
import { type Referral, WHOLE } from '../model-referral.ts'

/** Something that a referral asks about: a question, a priority or area, the whole. */
export type Subject =
  | { readonly kind: 'question'; readonly about: string; readonly text: string; readonly number: number }
  | { readonly kind: 'priority'; readonly about: string; readonly text: string }
  | { readonly kind: 'whole'; readonly about: typeof WHOLE }

/** Everything that is asked about, in order: questions, the priorities of the version that is out, the whole. */
export function subjectsOf({ questions }: Pick<Referral, 'questions'>, tree: PlanTree): Subject[] {
  return [
    ...questions.map(({ id, text }, at) => ({
      kind: 'question' as const,
      about: id,
      text,
      number: at + 1,
    })),
    ...tree.all('priority').map(({ id, fields }) => ({
      kind: 'priority' as const,
      about: id,
      text: fields.name,
    })),
    { kind: 'whole', about: WHOLE },
  ]
}
