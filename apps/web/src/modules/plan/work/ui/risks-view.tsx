import { Tag, type VerdictKind } from '@jamvikt/ui'
import { AddLink } from '../../ui/item-view.tsx'
import { itemName, type Known } from '../../ui/words.tsx'
import { type RatedRisk, ratedRisks } from '../rules/risks.ts'

const TONES: Readonly<Record<RatedRisk['level'], VerdictKind>> = {
  high: 'bad',
  middle: 'few',
  low: 'good',
  unrated: 'neutral',
}

/** The plan’s risks, the highest first. */
export function RisksView(props: Known & { mayWrite: boolean }) {
  const { locale, tree, here } = props
  const risks = ratedRisks(tree)
  return (
    <section class="card" aria-labelledby="risks">
      <h2 id="risks">{locale.text('work.risks')}</h2>
      {risks.length === 0 ? (
        <p>{locale.text('work.risks.none')}</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{locale.text('plan.kind.risk')}</th>
              <th scope="col">{locale.text('work.risk.score')}</th>
              <th scope="col">{locale.text('plan.field.measure')}</th>
            </tr>
          </thead>
          <tbody>
            {risks.map(({ risk, score, level }) => {
              const [above] = tree.above(risk)
              const { likelihood, consequence, measure } = risk.fields
              return (
                <tr key={risk.id}>
                  <th scope="row">
                    <a href={`${here}/items/${risk.id}`}>{risk.fields.name}</a>
                    {above === undefined ? null : <small class="note"> {itemName(locale, above)}</small>}
                  </th>
                  <td data-label={locale.text('work.risk.score')}>
                    <span>
                      {score === null ? null : `${likelihood} × ${consequence} = ${score} `}
                      <Tag kind={TONES[level]}>{locale.text(`work.risk.level.${level}`)}</Tag>
                    </span>
                  </td>
                  <td data-label={locale.text('plan.field.measure')}>
                    <span class="kept-lines">{measure || '–'}</span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {props.mayWrite ? (
        <p class="no-print">
          <AddLink locale={locale} here={here} kind="risk" parent={null} />
        </p>
      ) : null}
    </section>
  )
}

/** What has been learnt. */
export function LessonsView(props: Known & { mayWrite: boolean }) {
  const { locale, tree, here } = props
  const lessons = tree.all('lesson')
  return (
    <section class="card" aria-labelledby="lessons">
      <h2 id="lessons">{locale.text('work.lessons')}</h2>
      {lessons.length === 0 ? <p>{locale.text('work.lessons.none')}</p> : null}
      <ul class="plain">
        {lessons.map((lesson) => {
          const [above] = tree.above(lesson)
          return (
            <li key={lesson.id}>
              <a href={`${here}/items/${lesson.id}`}>{lesson.fields.name}</a>
              {above === undefined ? null : <small class="note"> {itemName(locale, above)}</small>}
              {lesson.fields.text === '' ? null : <p class="kept-lines">{lesson.fields.text}</p>}
            </li>
          )
        })}
      </ul>
      {props.mayWrite ? (
        <p class="no-print">
          <AddLink locale={locale} here={here} kind="lesson" parent={null} />
        </p>
      ) : null}
    </section>
  )
}
