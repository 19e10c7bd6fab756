import type { release as source } from '../sv/release.ts'

export const release: Record<keyof typeof source, string> = {
  'release.title': 'Release figures from {name}',
  'release.lede':
    'Each period is released once, with all crossings at the same time. After that it is frozen.',
  'release.protecting': 'The tables are being protected',
  'release.protecting.wait':
    'A large list may take some minutes. You may leave the page: the work goes on, and the tables are here when it is done.',
  'release.protecting.failed': 'The tables could not be protected. Try again.',
  'release.protecting.fewer':
    'If it happens again: bring the list in anew with fewer groups, without one of its columns or with broader values in it.',
  'release.protecting.again': 'Try again',
  'release.period': 'Period',
  'release.cases': 'Cases',
  'release.groups': 'Groups',
  'release.hiddenGroups': 'Hidden',
  'release.state': 'State',
  'release.choose': 'Release',
  'release.state.new': 'not released',
  'release.state.unchanged': 'released, unchanged',
  'release.state.withdrawn': 'withdrawn, unchanged since',
  'release.state.correctable': 'changed since the release (changes: {changes}); a correction can be shown',
  'release.state.not-correctable':
    'changed since the release (changes: {changes}); too few for a correction to be shown',
  'release.state.running': 'under way, can be released when the period has ended',
  'release.button': 'Release the chosen periods',
  'release.correct': 'Correct',
  'release.correct.yes': 'The old figures are withdrawn and the corrected ones released.',
  'release.correct.no':
    'The old figures are withdrawn with a notice. Corrected figures would expose single cases.',
  'release.nothing': 'Nothing is chosen. Tick at least one period.',
  'release.confirm':
    'I have seen what is shown and hidden, and release the figures to the members of the region.',
  'release.confirmMissing': 'Confirm that you release the figures.',
  'release.changed-meanwhile': 'The list changed in the meantime. Look over the figures and try again.',
  'release.not-releasable': 'The period cannot be released.',
  'release.method-differs':
    'The list has been released by another method of protection. Figures protected in two ways can be compared and give people away. Nothing has been released.',
  'release.certificate-fails':
    'The proof that the figures are protected does not hold. Nothing has been released. This is a fault of the program: tell those who run it.',
  'release.moved':
    'Cases of this period are already released in {periods}. Choose that period too so that it is corrected, or the same case would count twice.',
  'release.aggregated':
    'The list holds counts, not cases. See for yourself that the same cases are not released in another list: that cannot be seen from here.',
  'release.noRecipient':
    'The list has no recipients. Each case counts as a recipient of its own when dominance and medians are tested.',
  'release.pairHidden': 'Women and men as a whole are hidden. Longer periods (settings) mostly show more.',
  'release.preview': 'Preview',
  'release.preview.mark': 'Preview of {period}: this is how readers see the figures if you release them',
  'release.series.applied': 'Women’s share of applications',
  'release.series.rateWomen': 'Granted, women',
  'release.series.rateMen': 'Granted, men',
  'release.series.amount': 'Women’s share of the kronor',
  'release.overlap':
    'Some of the cases are already released in the list {lists}. Two released lists that share cases can be compared and expose people.',
  'release.done': 'The figures are released.',
  'release.withdrawn': 'The figures are withdrawn.',
  'release.notice.corrected': 'The period {period} has been corrected. See the new version.',
  'release.notice.withdrawn':
    'The period {period} is withdrawn: changes in the source cannot be shown without exposing single cases.',
  'release.none': 'Nothing has been released yet.',
  'release.history': 'Released versions',
  'release.see': 'See the figures',
  'release.take': 'Take with you',
  'release.xlsx': 'Excel',
  'release.csv': 'CSV',
  'release.json': 'JSON',
  'release.allPeriods': 'All periods',
  'release.series': 'Year by year',
  'release.series.text':
    'Women’s shares of women and men, and the share granted for each, in every released period.',
  'release.proof': 'How these figures are protected',
  'release.proof.text':
    'A group is hidden when one of its counts lies between 1 and {most}, or an amount is almost wholly that of one or two recipients. Further groups are hidden so that these cannot be worked out: whoever has all the counts that are shown cannot narrow any hidden small count down to an interval of fewer than {values} values. This was checked for each period before the figures were released.',
  'release.proof.hidden': 'Hidden groups',
  'release.proof.hiddenOf': '{hidden} of {groups}',
  'release.proof.everything': 'all',
  'release.proof.hash': 'Checksum',
  'release.proof.values': 'Narrowest interval of a hidden small count',
  'release.proof.valuesAtLeast': 'at least {values} values',
  'release.proof.note':
    'Empty groups that are shown are not counted. The checksum is taken of how many cases each group of the period has and of which groups are hidden: if any of that changes, it is another.',
  'release.proof.method': 'Read about disclosure control',
  'catalogue.name': '{name}: women and men, {crossing}',
  'catalogue.description':
    'Applications and grants. Groups of fewer than {threshold} cases are hidden, and so are groups from which they could be worked out.',
  'catalogue.producer': 'The region’s own decisions',
  'catalogue.total': 'Total',
  'catalogue.measure': 'Measure',
  'catalogue.period': 'Period',
  'catalogue.measure.applied': 'Number of applications',
  'catalogue.measure.granted': 'Number granted',
  'catalogue.measure.amountApplied': 'Amount applied for',
  'catalogue.measure.amountGranted': 'Amount granted',
  'catalogue.unit.kronor': 'kronor',
  'catalogue.unit.cases': 'cases',
  'catalogue.offer': 'To the open site',
  'catalogue.offer.text':
    'The released figures are put into the catalogue of statistics. From there you can propose that they be opened to everybody; a colleague decides.',
  'catalogue.crossing': 'By sex and',
  'catalogue.crossing.none': 'nothing more',
  'catalogue.offer.button': 'Put into the catalogue',
}
