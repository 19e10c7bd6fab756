import type { Locale } from '@jamvikt/i18n'

const PARTS = ['people', 'messages', 'flags', 'year'] as const
export type WorkPart = (typeof PARTS)[number]

/** The parts of a plan’s work. */
export function WorkNav({ locale, here, part }: { locale: Locale; here: string; part: WorkPart }) {
  return (
    <nav class="chips money-nav no-print" aria-label={locale.text('work.parts')}>
      {PARTS.map((each) => (
        <a
          key={each}
          class="chip"
          href={each === 'people' ? `${here}/work` : `${here}/work/${each}`}
          aria-current={each === part ? 'page' : undefined}
        >
          {locale.text(`work.part.${each}`)}
        </a>
      ))}
    </nav>
  )
}
