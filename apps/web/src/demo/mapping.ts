import type { MappingInput } from '@jamvikt/tables'

/** What the columns of the synthetic export mean. */
export const demoMapping = {
  columns: {
    case: 'Ärendenummer',
    recipient: 'Stödmottagare',
    organisationNumber: 'Organisationsnummer',
    supportForm: 'Stödform',
    appliedAmount: 'Sökt belopp',
    grantedAmount: 'Beviljat belopp',
    outcome: 'Beslut',
    appliedOn: 'Ansökningsdatum',
    decidedOn: 'Beslutsdatum',
    municipality: 'Kommun',
    industry: 'SNI',
    sex: 'Kön företagsledare',
    background: 'Född',
    age: 'Åldersgrupp',
    unit: 'Enhet',
  },
  values: {
    outcome: { Beviljad: 'granted', Avslag: 'refused', Återkallad: 'withdrawn', Pågående: 'pending' },
    sex: { K: 'women', M: 'men', Annat: 'other', '': 'noAnswer' },
    background: { Inrikes: 'native', Utrikes: 'foreignBorn', 'Vill ej svara': 'declined' },
  },
  leaderRule: 'CEO',
  alternativeSex: { board: 'Kön styrelse' },
  industryVersion: 'SNI2007',
  dates: 'YYYY-MM-DD',
} satisfies MappingInput
