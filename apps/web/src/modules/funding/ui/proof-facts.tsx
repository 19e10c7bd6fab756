import type { Locale } from '@jamvikt/i18n'
import type { ReleasedAudit } from '../service/released-audit.ts'
import { labelOf } from './labels.ts'

type Proof = ReleasedAudit['proofs'][number]

/** How many of a period's groups are hidden; those shown as empty are not counted. */
function hiddenText(locale: Locale, { certificate }: Proof): string {
  const { cells, hidden } = certificate.counts
  // Where nothing is shown, nothing stands in a table.
  return cells === 0
    ? locale.text('release.proof.everything')
    : locale.text('release.proof.hiddenOf', { hidden: locale.number(hidden), groups: locale.number(cells) })
}

/** How many values the narrowest interval of a hidden small count holds: one more than the width that is proved. */
function fewestValues(proofs: readonly Proof[]): number | null {
  const widths = proofs.flatMap(({ certificate }) =>
    certificate.counts.cells > 0 ? [certificate.rules.width] : [],
  )
  return widths.length > 0 ? Math.min(...widths) + 1 : null
}

/** What may be told of how the figures are protected; nothing of releases without a proof. */
export function ProofFacts(props: { locale: Locale; audit: ReleasedAudit }) {
  const { locale, audit } = props
  if (audit.proofs.length === 0) return null
  const values = fewestValues(audit.proofs)
  return (
    <details class="card" id="proof">
      <summary>{locale.text('release.proof')}</summary>
      {values === null ? null : (
        <p>{locale.text('release.proof.text', { most: audit.threshold - 1, values })}</p>
      )}
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('release.proof')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{locale.text('release.period')}</th>
              <th scope="col" class="n">
                {locale.text('release.proof.hidden')}
              </th>
              <th scope="col">{locale.text('release.proof.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {audit.proofs.map((proof) => (
              <tr key={proof.period}>
                <th scope="row">{labelOf(locale, 'period', proof.period)}</th>
                <td class="n">{hiddenText(locale, proof)}</td>
                <td>
                  <code title={proof.certificate.hash}>{proof.certificate.hash.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">{locale.text('release.proof.note')}</p>
      <p>
        <a href="/method/disclosure">{locale.text('release.proof.method')}</a>
      </p>
    </details>
  )
}

/** The same as rows of a file, with checksums whole. */
export function proofRows(locale: Locale, audit: ReleasedAudit): (readonly [string, string])[] {
  const values = fewestValues(audit.proofs)
  return [
    ...(values === null
      ? []
      : [
          [
            locale.text('release.proof.values'),
            locale.text('release.proof.valuesAtLeast', { values }),
          ] as const,
        ]),
    ...audit.proofs.flatMap((proof) => {
      const period = labelOf(locale, 'period', proof.period)
      return [
        [`${locale.text('release.proof.hidden')}, ${period}`, hiddenText(locale, proof)],
        [`${locale.text('release.proof.hash')}, ${period}`, proof.certificate.hash],
      ] as const
    }),
  ]
}
