import type { Locale } from '@jamvikt/i18n'

/** A plan as files to keep or send; `here` is the plan’s address. */
export function ExportLinks({ locale, here }: { locale: Locale; here: string }) {
  return (
    <section class="plan-files no-print">
      <h2>{locale.text('plan.x.export.title')}</h2>
      <p class="note">{locale.text('plan.x.export.text')}</p>
      <p class="inline">
        <a href={`${here}/export.xlsx`}>{locale.text('plan.x.export.xlsx')}</a>
        <a href={`${here}/export.json`}>{locale.text('plan.x.export.json')}</a>
        <a href={`${here}/export.iati.xml`}>{locale.text('plan.x.export.iati')}</a>
      </p>
    </section>
  )
}
