import { writeCsv } from '@jamvikt/tables'
import { INDUSTRIES } from './region-profile.ts'

/**
 * The base table of "Region Exempel" as text: invented numbers of firms by the leader's sex, industry and background.
 * @example await openTable(Buffer.from(baseFirmsCsv()), { name: 'foretag.csv' })
 */
export function baseFirmsCsv(): string {
  const rows = INDUSTRIES.flatMap(({ section, firms, womenOfFirms, foreignBorn }) => {
    const women = Math.round(firms * womenOfFirms)
    return (
      [
        ['K', women, foreignBorn[0]],
        ['M', firms - women, foreignBorn[1]],
      ] as const
    ).flatMap(([sex, count, share]) => {
      const abroad = Math.round(count * share)
      return [
        [sex, section, 'Utrikes', abroad],
        [sex, section, 'Inrikes', count - abroad],
      ]
    })
  })
  return writeCsv([['Kön', 'Bransch (SNI 2007)', 'Bakgrund', 'Antal företag'], ...rows])
}
