import type { GapStage, ReleasedGroup } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import { type Step, StepChart, WaterfallChart, type WaterfallPart } from '@jamvikt/ui'
import type { AuditView, CountsWhat } from '../worker/engine-messages.ts'
import { stageName } from './labels.ts'

type Figure = (group: ReleasedGroup) => number | null

const FIGURES: readonly (readonly [GapStage, Figure])[] = [
  ['base', (group) => group.baseCount],
  ['applied', (group) => group.counts.applied],
  ['decided', (group) => group.counts.decided],
  ['granted', (group) => group.counts.granted],
  ['amount', (group) => group.grantedOre],
]

interface StageRow {
  readonly stage: GapStage
  readonly women: number | null
  readonly men: number | null
  readonly share: number | null
}

function stageRows(view: AuditView): StageRow[] {
  const of = (sex: string) => {
    const group = view.groups.find((one) => Object.keys(one.by).length === 1 && one.by.sex === sex)
    return group && !group.suppressed ? group : null
  }
  const women = of('women')
  const men = of('men')
  return FIGURES.flatMap(([stage, figure]) => {
    if (stage === 'base' && !view.hasBase) return []
    if (stage === 'amount' && !view.stages.amountGranted) return []
    const w = women ? figure(women) : null
    const m = men ? figure(men) : null
    if (w === null && m === null && stage !== 'applied' && stage !== 'granted') return []
    return [{ stage, women: w, men: m, share: w === null || m === null || w + m === 0 ? null : w / (w + m) }]
  })
}

/** Women's share along the funnel, with its table. */
export function StepsCard(props: { locale: Locale; view: AuditView; countsWhat: CountsWhat }) {
  const { locale, view } = props
  const rows = stageRows(view)
  const shown = rows.filter((row) => row.stage !== 'decided')
  const amount = (stage: GapStage, value: number | null) =>
    value === null ? '··' : stage === 'amount' ? locale.largeKronor(value) : locale.number(value)
  const steps = shown.map(
    (row): Step => ({
      label: capital(stageName(locale, row.stage, props.countsWhat)),
      detail: amount(row.stage, row.women === null || row.men === null ? null : row.women + row.men),
      share: row.share,
    }),
  )
  const gap = view.gap.ok ? [locale.text('audit.steps.note', { points: locale.points(-view.gap.total) })] : []
  return (
    <section class="card">
      <h2>{locale.text('audit.steps.title')}</h2>
      <p class="note">{locale.text('audit.steps.text')}</p>
      <StepChart
        title={locale.text('audit.steps.title')}
        steps={steps}
        format={locale.percent}
        formatTick={locale.wholePercent}
        note={gap}
      />
      <details>
        <summary>{locale.text('audit.table')}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('audit.steps.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{locale.text('audit.steps.step')}</th>
                <th scope="col" class="n">
                  {locale.text('audit.women')}
                </th>
                <th scope="col" class="n">
                  {locale.text('audit.men')}
                </th>
                <th scope="col" class="n">
                  {locale.text('audit.shareWomen')}
                </th>
                <th scope="col" class="n">
                  {locale.text('audit.shareMen')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.stage}>
                  <th scope="row">{capital(stageName(locale, row.stage, props.countsWhat))}</th>
                  <td class="n">{amount(row.stage, row.women)}</td>
                  <td class="n">{amount(row.stage, row.men)}</td>
                  <td class="n">{row.share === null ? '··' : locale.percent(row.share)}</td>
                  <td class="n">{row.share === null ? '··' : locale.percent(1 - row.share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

/** Where along the funnel the gap arises, split by industry where the list allows it, with its table. */
export function GapCard(props: { locale: Locale; view: AuditView; countsWhat: CountsWhat }) {
  const { locale, view } = props
  const { gap } = view
  if (!gap.ok)
    return (
      <section class="card">
        <h2>{locale.text('audit.gap.title')}</h2>
        <p>
          {locale.text('audit.say.gap.unknown', {
            reason: locale.dynamic(`audit.reason.${gap.reason}`, gap.reason),
          })}
        </p>
      </section>
    )
  const name = (stage: GapStage) => locale.dynamic(`audit.gap.bar.${stage}`, stage)
  const parts = gap.parts.flatMap((part): WaterfallPart[] => {
    if (part.mix === null || part.within === null)
      return [{ label: name(part.to), value: part.total, kind: 'unsplit' }]
    const stage = stageName(locale, part.to, props.countsWhat)
    return [
      { label: locale.text('audit.gap.bar.mix', { stage }), value: part.mix, kind: 'mix' as const },
      {
        label: locale.text('audit.gap.bar.within', { bar: name(part.to) }),
        value: part.within,
        kind: 'within' as const,
      },
    ].filter((one) => Math.abs(one.value) >= 0.0005)
  })
  const points = (value: number | null) => (value === null ? '–' : locale.points(-value))
  const unit = stageName(locale, gap.entering, props.countsWhat)
  return (
    <section class="card">
      <h2>{locale.text('audit.gap.title')}</h2>
      <p class="note">{locale.text(gap.split === 'split' ? 'audit.gap.text' : 'audit.gap.textUnsplit')}</p>
      <WaterfallChart
        title={locale.text('audit.gap.title')}
        parts={parts}
        totalLabel={locale.text('audit.gap.total')}
        total={gap.total}
        format={locale.points}
      />
      <p class="note">{locale.text('audit.gap.order')}</p>
      <p class="note">
        {locale.text('audit.gap.perUnit', {
          unit,
          women: locale.kronor(gap.orePerEntering),
          men: locale.kronor(gap.otherOrePerEntering),
        })}
      </p>
      <details>
        <summary>{locale.text('audit.table')}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('audit.gap.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{locale.text('audit.gap.step')}</th>
                <th scope="col" class="n">
                  {locale.text('audit.gap.mix')}
                </th>
                <th scope="col" class="n">
                  {locale.text('audit.gap.within')}
                </th>
                <th scope="col" class="n">
                  {locale.text('audit.gap.sum')}
                </th>
              </tr>
            </thead>
            <tbody>
              {gap.parts.map((part) => (
                <tr key={part.to}>
                  <th scope="row">
                    {capital(
                      `${stageName(locale, part.from, props.countsWhat)} → ${stageName(locale, part.to, props.countsWhat)}`,
                    )}
                  </th>
                  <td class="n">{points(part.mix)}</td>
                  <td class="n">{points(part.within)}</td>
                  <td class="n">{points(part.total)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{locale.text('audit.gap.total')}</th>
                <td class="n" />
                <td class="n" />
                <td class="n">{points(gap.total)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

export function capital(text: string) {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}
