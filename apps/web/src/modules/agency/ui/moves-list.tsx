import type { Locale } from '@jamvikt/i18n'
import { Tag } from '@jamvikt/ui'
import { moneyText } from '../../plan/public.ts'
import type { GrantMove } from '../model-submission.ts'

const TONES = { proposed: 'few', approved: 'good', declined: 'bad', withdrawn: 'neutral' } as const

export function MoveState({ locale, state }: { locale: Locale; state: GrantMove['state'] }) {
  return <Tag kind={TONES[state]}>{locale.text(`agency.move.state.${state}`)}</Tag>
}

/** A move of money in words. */
export function moveText(locale: Locale, name: (id: string) => string, move: GrantMove): string {
  return locale.text('agency.move.text', {
    amount: moneyText(locale, move.amountOre),
    from: name(move.from),
    to: name(move.to),
    year: move.year,
  })
}

/** Proposals to move money between regions. */
export function MovesList(props: {
  locale: Locale
  home: string
  moves: readonly GrantMove[]
  name: (id: string) => string
}) {
  const { locale } = props
  return (
    <ul class="plain card">
      {props.moves.map((move) => (
        <li key={move.id}>
          <MoveState locale={locale} state={move.state} />{' '}
          <a href={`${props.home}/grants/moves/${move.id}`}>{moveText(locale, props.name, move)}</a>,{' '}
          {move.madeName}, {locale.time(move.madeAt)}
        </li>
      ))}
    </ul>
  )
}
