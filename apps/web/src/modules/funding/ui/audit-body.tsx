import type { Locale } from '@jamvikt/i18n'
import type { AuditView, CountsWhat } from '../worker/engine-messages.ts'
import { capital, GapCard, StepsCard } from './charts.tsx'
import { GroupTables, type Sorting } from './group-tables.tsx'
import { dimensionName, stageName } from './labels.ts'
import { isPairHidden, sentenceText } from './sentences.ts'

/** What an audit says below its headline: alike for the working view and for released figures. */
export function AuditBody(props: {
  locale: Locale
  view: AuditView
  countsWhat: CountsWhat
  crossing: readonly string[]
  sorting: Sorting
  listName: string
}) {
  const { locale, view } = props
  return (
    <>
      <MissingStages locale={locale} view={view} countsWhat={props.countsWhat} />
      <div class="grid-two">
        <StepsCard locale={locale} view={view} countsWhat={props.countsWhat} />
        <GapCard locale={locale} view={view} countsWhat={props.countsWhat} />
      </div>
      <GroupTables locale={locale} view={view} crossing={props.crossing} sorting={props.sorting} />
      <Within locale={locale} view={view} />
      <details class="card">
        <summary>{locale.text('audit.why')}</summary>
        <p>{locale.text('audit.why.text', { name: props.listName })}</p>
        <p>
          <a href="/method">{locale.text('audit.why.method')}</a>
        </p>
      </details>
    </>
  )
}

/** What would be said of groups that are small, and is not so of groups that are hidden. */
const SAID_OF_FEW: readonly string[] = ['headline.nothingToCompare', 'certainty.insufficientEvidence']

/** The finding in plain sentences: the first says most. */
export function sentencesOf(locale: Locale, view: AuditView, countsWhat: CountsWhat): string[] {
  const isHidden = isPairHidden(view.groups)
  const told = isHidden ? view.sentences.filter(({ key }) => !SAID_OF_FEW.includes(key)) : view.sentences
  const texts = told.map((sentence) => sentenceText(locale, sentence, countsWhat))
  return isHidden ? [locale.text('audit.say.hidden'), ...texts] : texts
}

/** The finding in plain sentences, with the caution that belongs to it. */
export function Lede(props: { locale: Locale; view: AuditView; countsWhat: CountsWhat }) {
  const { locale, view, countsWhat } = props
  const [first = '', ...rest] = sentencesOf(locale, view, countsWhat)
  return (
    <>
      <p class="lede">{first}</p>
      <ul class="points">
        {rest.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>{locale.text('audit.caution')}</li>
      </ul>
    </>
  )
}

function MissingStages(props: { locale: Locale; view: AuditView; countsWhat: CountsWhat }) {
  const { locale, view } = props
  const { stages } = view
  const missing = [
    ...(view.hasBase ? [] : (['base'] as const)),
    ...(stages.applied ? [] : (['applied'] as const)),
    ...(stages.decided ? [] : (['decided'] as const)),
    ...(stages.amountGranted ? [] : (['amount'] as const)),
  ]
  if (missing.length === 0) return null
  const names = missing.map((stage) => stageName(locale, stage, props.countsWhat)).join(', ')
  return <p class="note">{locale.text('audit.missing', { stages: names })}</p>
}

/** Whether the groups point the way the total does, and which industries women or men dominate. */
function Within(props: { locale: Locale; view: AuditView }) {
  const { locale, view } = props
  const count = (kind: string) => locale.number(view.dominance.filter((one) => one.dominance === kind).length)
  const { simpson } = view
  const dominance = view.dominance.some((one) => one.dominance !== 'unknown')
  if (!simpson?.ok && !dominance) return null
  return (
    <section class="card">
      {simpson?.ok ? (
        <>
          <h2>{locale.text('audit.simpson.title')}</h2>
          <p>
            {locale.text(
              simpson.reversal
                ? 'audit.simpson.reversal'
                : simpson.mixed
                  ? 'audit.simpson.mixed'
                  : 'audit.simpson.same',
              {
                overall: locale.text(`audit.simpson.${simpson.overall}`),
                dimension: dimensionName(locale, view.simpsonDimension ?? '').toLocaleLowerCase(locale.tag),
                adjusted: locale.points(simpson.adjustedDifference),
                lower: locale.number(simpson.within.womenLower),
                higher: locale.number(simpson.within.womenHigher),
              },
            )}
          </p>
        </>
      ) : null}
      {dominance ? (
        <>
          <h3>{capital(locale.text('audit.dominance.title'))}</h3>
          <p>
            {locale.text('audit.dominance.text', {
              women: count('women'),
              men: count('men'),
              neither: count('neither'),
            })}
          </p>
        </>
      ) : null}
    </section>
  )
}
