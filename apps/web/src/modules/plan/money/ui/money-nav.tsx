import type { Locale } from '@jamvikt/i18n'

const PARTS = ['budgets', 'ledger', 'forecast', 'moves'] as const
export type MoneyPart = (typeof PARTS)[number]

/** The parts of a plan’s money. */
export function MoneyNav({ locale, here, part }: { locale: Locale; here: string; part: MoneyPart }) {
  return (
    <nav class="chips money-nav no-print" aria-label={locale.text('plan.m.parts')}>
      {PARTS.map((each) => (
        <a
          key={each}
          class="chip"
          href={each === 'budgets' ? `${here}/money` : `${here}/money/${each}`}
          aria-current={each === part ? 'page' : undefined}
        >
          {locale.text(`plan.m.part.${each}`)}
        </a>
      ))}
    </nav>
  )
}
