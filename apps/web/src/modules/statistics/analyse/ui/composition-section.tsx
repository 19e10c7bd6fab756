import { Notice } from '@jamvikt/ui'
import { compositionOf } from '../rules/composition.ts'
import { NONE } from './analysis-text.ts'
import { AnalysisSection, FiguresTable, WithCount } from './figures-table.tsx'
import { type CountedProps, Missing } from './rates-section.tsx'

/** The least part that is not written as 0.0 percentage points. */
const SHOWN = 0.0005

/** How much of the gap goes with the mix of women and men over a group, and how much stands within it. */
export function CompositionSection({ words, choice, strata, women }: CountedProps) {
  const { locale } = words
  const { over, groups } = choice
  if (over === null) return null
  const found = compositionOf(strata, women, groups.indexOf(over))
  const name = words.name(over)
  const frame = {
    title: locale.text('analyse.mix'),
    method: 'decomposition',
    methodText: locale.text('analyse.method'),
  }
  if (!found.ok)
    return (
      <AnalysisSection {...frame}>
        <Notice kind="info">{words.refusal(found.reason)}</Notice>
      </AnalysisSection>
    )
  const { split, rows, parts } = found
  const all = (pick: 'women' | 'men') => rows.reduce((sum, row) => sum + row[pick].n, 0)
  const [allWomen, allMen] = [all('women'), all('men')]
  const share = (part: number, whole: number) => (whole === 0 ? NONE : locale.percent(part / whole))
  const mix = (n: number, whole: number) => <WithCount figure={share(n, whole)} n={locale.number(n)} />
  return (
    <AnalysisSection {...frame}>
      <p class="lede">
        {locale.text('analyse.mix.said', {
          gap: words.points(split.gap),
          composition: words.points(split.composition),
          rates: words.points(split.rates),
          name,
        })}
      </p>
      {Math.min(Math.abs(split.composition), Math.abs(split.rates)) >= SHOWN &&
      split.composition * split.rates < 0 ? (
        <p>{locale.text('analyse.mix.opposite')}</p>
      ) : null}
      <FiguresTable
        caption={locale.text('analyse.mix.caption', { name })}
        rowsName={name}
        rows={rows}
        keyOf={({ code }) => code}
        head={({ code }) => words.label(over, code)}
        columns={[
          { heading: locale.text('analyse.mix.mixWomen'), show: (row) => mix(row.women.n, allWomen) },
          {
            heading: locale.text('analyse.mix.rateWomen'),
            show: (row) => share(row.women.successes, row.women.n),
          },
          { heading: locale.text('analyse.mix.mixMen'), show: (row) => mix(row.men.n, allMen) },
          { heading: locale.text('analyse.mix.rateMen'), show: (row) => share(row.men.successes, row.men.n) },
          {
            heading: locale.text('analyse.mix.composition'),
            show: (row) => words.points(row.composition),
          },
          { heading: locale.text('analyse.mix.within'), show: (row) => words.points(row.rates) },
        ]}
      />
      <Missing words={words} names={found.left.map((code) => words.label(over, code))} />
      {parts === null ? null : (
        <FiguresTable
          caption={locale.text('analyse.mix.parts')}
          rowsName={locale.text('analyse.col.group')}
          rows={parts}
          keyOf={(part) => part.factor}
          head={(part) =>
            part.factor === 'rates'
              ? locale.text('analyse.mix.rates')
              : words.name(groups[Number(part.factor.slice(1))] ?? '')
          }
          columns={[{ heading: locale.text('analyse.mix.part'), show: (part) => words.points(part.part) }]}
        />
      )}
    </AnalysisSection>
  )
}
