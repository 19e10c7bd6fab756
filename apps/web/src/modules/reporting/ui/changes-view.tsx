import type { Locale } from '@jamvikt/i18n'
import { Notice, Tag, type VerdictKind } from '@jamvikt/ui'
import { cellText } from '../documents/lay-out-table.ts'
import type { Report } from '../model-report.ts'
import type { PartChange, Piece, PieceChange } from '../rules/compare-reports.ts'

const KINDS: Readonly<Record<PartChange['kind'], VerdictKind>> = {
  added: 'good',
  removed: 'few',
  changed: 'neutral',
}
const FACTS = ['title', 'subtitle'] as const

/** What differs between an adopted report and the same made with today’s figures, part by part. */
export function ChangesView(props: {
  locale: Locale
  /** The report’s own language. */
  language: Locale
  /** Where the draft is written; `null` where it is no draft. */
  at: string | null
  before: Report
  after: Report
  changes: readonly PartChange[]
  isReordered: boolean
}) {
  const { locale, language, changes, before, after } = props
  const facts = FACTS.flatMap((fact): PieceChange[] =>
    before.facts[fact] === after.facts[fact]
      ? []
      : [
          {
            where: [],
            before: { type: 'words', text: before.facts[fact] },
            after: { type: 'words', text: after.facts[fact] },
          },
        ],
  )
  const isSame = changes.length === 0 && facts.length === 0
  return (
    <>
      <p class="lede">
        {locale.text('doc.changes.lede', { date: locale.date(`${before.facts.date}T12:00:00Z`) })}
      </p>
      <p>{isSame ? locale.text('doc.changes.none') : locale.counted('doc.changes.count', changes.length)}</p>
      {props.isReordered ? <Notice kind="info">{locale.text('doc.changes.moved')}</Notice> : null}
      {props.at === null ? null : (
        <p class="no-print">
          <a class="button" href={props.at}>
            {locale.text('doc.edit')}
          </a>
        </p>
      )}
      {facts.length === 0 ? null : (
        <section class="card">
          <h2>{locale.text('doc.changes.facts')}</h2>
          <Pieces
            locale={locale}
            language={language}
            pieces={facts}
            name={locale.text('doc.changes.facts')}
          />
        </section>
      )}
      {changes.map(({ origin, name, kind, pieces }) => (
        <section key={origin} class="card">
          <h2>{name || locale.text('doc.block.unnamed')}</h2>
          <p>
            <Tag kind={KINDS[kind]}>{locale.text(`doc.changes.${kind}`)}</Tag>
          </p>
          {kind === 'changed' ? (
            <Pieces locale={locale} language={language} pieces={pieces} name={name} />
          ) : null}
        </section>
      ))}
    </>
  )
}

function Pieces(props: { locale: Locale; language: Locale; pieces: readonly PieceChange[]; name: string }) {
  const { locale, language } = props
  const heads = (['before', 'after'] as const).map((side) => locale.text(`doc.changes.${side}`))
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={props.name}>
      <table class="stack doc-changes" aria-label={props.name}>
        <thead>
          <tr>
            <th scope="col">{locale.text('doc.changes.where')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.pieces.map(({ where, before, after }, at) => (
            <tr key={at}>
              <th scope="row">
                {where.map((part) => language.dynamic(`doc.piece.${part}`, part)).join(' · ') ||
                  locale.text('doc.block.words')}
              </th>
              <td data-label={heads[0]}>
                {before === null ? (
                  <em>{locale.text('doc.changes.absent')}</em>
                ) : (
                  pieceText(language, before, where)
                )}
              </td>
              <td data-label={heads[1]}>
                {after === null ? (
                  <em>{locale.text('doc.changes.gone')}</em>
                ) : (
                  pieceText(language, after, where)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function pieceText(language: Locale, piece: Piece, where: readonly string[]): string {
  if (piece.type === 'words') return piece.text
  if (piece.type === 'text' && where.at(-1) === 'status')
    return language.dynamic(`report.status.${piece.text}`, piece.text)
  return cellText(language, piece) || '–'
}
