import { maihdaSentences, sayMaihda } from '@jamvikt/equity'
import { Notice, Tag } from '@jamvikt/ui'
import { intersectionsOf, type StratumFinding } from '../rules/intersections.ts'
import { NONE, type Words } from './analysis-text.ts'
import { AnalysisSection, FiguresTable } from './figures-table.tsx'
import { type CountedProps, Missing } from './rates-section.tsx'

const MOST_OUT = 40

const TAGS = { higher: 'neutral', lower: 'neutral', notShown: 'few' } as const

/** The multilevel analysis of all combinations of the groups. */
export function IntersectionsSection({ words, choice, strata }: CountedProps) {
  const { locale } = words
  const found = intersectionsOf(strata)
  const title = locale.text('analyse.maihda')
  const method = { method: 'maihda', methodText: locale.text('analyse.method') }
  if (!found.ok) {
    const { at, reason } = found
    const place = at === null ? undefined : words.label(choice.groups[at.group] ?? '', at.code)
    return (
      <AnalysisSection title={title} {...method}>
        <Notice kind="info">{words.refusal(reason, place === undefined ? {} : { place })}</Notice>
      </AnalysisSection>
    )
  }
  const { model } = found
  const named = ({ codes }: { readonly codes: readonly string[] }) => words.combination(choice.groups, codes)
  const size = ({ result }: StratumFinding) => Math.abs(result.residual)
  const out = found.strata
    .filter(({ result }) => result.flag !== 'notShown')
    .toSorted((a, b) => size(b) - size(a))
  const both = (a: number | null, b: number | null) =>
    [a, b].map((figure) => (figure === null ? NONE : locale.decimal(figure))).join(' → ')
  const facts: readonly (readonly [string, string])[] = [
    [locale.text('analyse.maihda.vpc'), locale.percent(model.null.vpc)],
    [locale.text('analyse.maihda.pcv'), words.share(model.pcv.ml)],
    [locale.text('analyse.maihda.mor'), both(model.medianOddsRatio.null, model.medianOddsRatio.main)],
    [locale.text('analyse.maihda.auc'), both(model.auc.null, model.auc.main)],
  ]
  return (
    <AnalysisSection title={title} {...method}>
      <p>{locale.text('analyse.maihda.lede')}</p>
      {maihdaSentences(model).map((sentence) => (
        <p class="lede" key={sentence.key}>
          {sayMaihda(sentence, locale.language)}
        </p>
      ))}
      <dl class="facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {out.length > 0 ? (
        <StrataTable
          words={words}
          rows={out.slice(0, MOST_OUT)}
          named={named}
          caption={locale.text('analyse.maihda.out')}
        />
      ) : null}
      {out.length > MOST_OUT ? (
        <p class="note">
          {locale.text('analyse.maihda.first', {
            shown: locale.number(MOST_OUT),
            all: locale.number(out.length),
          })}
        </p>
      ) : null}
      <details>
        <summary>{locale.text('analyse.maihda.all', { count: locale.number(found.strata.length) })}</summary>
        <StrataTable words={words} rows={found.strata} named={named} caption={title} />
      </details>
      <Missing
        words={words}
        names={strata.filter(({ counts }) => counts === null || counts.n === 0).map(named)}
      />
    </AnalysisSection>
  )
}

function StrataTable(props: {
  words: Words
  rows: readonly StratumFinding[]
  named: (row: StratumFinding) => string
  caption: string
}) {
  const { words } = props
  const { locale } = words
  return (
    <FiguresTable
      caption={props.caption}
      rowsName={locale.text('analyse.col.group')}
      rows={props.rows}
      keyOf={({ codes }) => JSON.stringify(codes)}
      head={props.named}
      columns={[
        { heading: locale.text('analyse.col.n'), show: ({ result }) => locale.number(result.n) },
        {
          heading: locale.text('analyse.maihda.observed'),
          show: ({ result }) => locale.percent(result.observed),
        },
        {
          heading: locale.text('analyse.maihda.expected'),
          show: ({ result }) => locale.percent(result.expected),
        },
        {
          heading: locale.text('analyse.maihda.predicted'),
          show: ({ result }) => locale.percent(result.predicted),
        },
        {
          heading: locale.text('analyse.maihda.residual'),
          show: ({ result: { residual, interval } }) => words.decimalWithin({ value: residual, interval }),
        },
        {
          heading: locale.text('analyse.col.verdict'),
          isText: true,
          show: ({ result: { flag, holmP } }) => (
            <>
              <Tag kind={TAGS[flag]}>{locale.text(`analyse.maihda.${flag}`)}</Tag>
              <br />
              <span class="note">{words.p(holmP)}</span>
            </>
          ),
        },
      ]}
    />
  )
}
