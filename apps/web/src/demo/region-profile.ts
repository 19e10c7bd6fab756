/** Invented figures of "Region Exempel": none is taken from any real region, list or person. */
export const FORMS = ['Investeringsstöd', 'Mikrostöd', 'Konsultcheck', 'Innovationsstöd'] as const
export type SupportForm = (typeof FORMS)[number]

export interface IndustryProfile {
  readonly section: string
  readonly codes: readonly string[]
  /** Firms in the region, and the share of them (0–1) that women lead. */
  readonly firms: number
  readonly womenOfFirms: number
  /** Share of the applications, and women's share of these. */
  readonly ofApplications: number
  readonly womenOfApplications: number
  /** Share of the women, and of the men, who are born abroad. */
  readonly foreignBorn: readonly [women: number, men: number]
  /** Granted of decided: the same for women and men, but for what is planted. */
  readonly grantRate: number
  /** Share of the applications in each of `FORMS`. */
  readonly forms: readonly [number, number, number, number]
  /** Mean kronor applied for as investment support. */
  readonly investmentKronor: number
}

export const INDUSTRIES: readonly IndustryProfile[] = [
  {
    section: 'A',
    codes: ['02200', '01500', '02101', '03120'],
    firms: 2600,
    womenOfFirms: 0.18,
    ofApplications: 0.12,
    womenOfApplications: 0.14,
    foreignBorn: [0.06, 0.05],
    grantRate: 0.68,
    forms: [0.5, 0.25, 0.15, 0.1],
    investmentKronor: 760_000,
  },
  {
    section: 'C',
    codes: ['16101', '25620', '10710', '28990', '31'],
    firms: 1900,
    womenOfFirms: 0.15,
    ofApplications: 0.15,
    womenOfApplications: 0.11,
    foreignBorn: [0.1, 0.1],
    grantRate: 0.7,
    forms: [0.5, 0.1, 0.2, 0.2],
    investmentKronor: 1_240_000,
  },
  {
    section: 'F',
    codes: ['41200', '43210', '43320'],
    firms: 3000,
    womenOfFirms: 0.11,
    ofApplications: 0.1,
    womenOfApplications: 0.1,
    foreignBorn: [0.1, 0.11],
    grantRate: 0.62,
    forms: [0.4, 0.3, 0.2, 0.1],
    investmentKronor: 480_000,
  },
  {
    section: 'G',
    codes: ['47711', '45201', '46', '47910'],
    firms: 3800,
    womenOfFirms: 0.32,
    ofApplications: 0.16,
    womenOfApplications: 0.29,
    foreignBorn: [0.16, 0.15],
    grantRate: 0.5,
    forms: [0.12, 0.46, 0.32, 0.1],
    investmentKronor: 220_000,
  },
  {
    section: 'I',
    codes: ['56100', '55101', '56291'],
    firms: 1700,
    womenOfFirms: 0.42,
    ofApplications: 0.1,
    womenOfApplications: 0.38,
    foreignBorn: [0.34, 0.32],
    grantRate: 0.54,
    forms: [0.25, 0.42, 0.28, 0.05],
    investmentKronor: 290_000,
  },
  {
    section: 'J',
    codes: ['62010', '63110', '59110', '62'],
    firms: 1700,
    womenOfFirms: 0.2,
    ofApplications: 0.09,
    womenOfApplications: 0.18,
    foreignBorn: [0.12, 0.12],
    grantRate: 0.62,
    forms: [0.15, 0.15, 0.3, 0.4],
    investmentKronor: 380_000,
  },
  {
    section: 'M',
    codes: ['71122', '74102', '73111', '70220'],
    firms: 3600,
    womenOfFirms: 0.33,
    ofApplications: 0.14,
    womenOfApplications: 0.28,
    foreignBorn: [0.11, 0.11],
    grantRate: 0.54,
    forms: [0.15, 0.25, 0.4, 0.2],
    investmentKronor: 200_000,
  },
  {
    section: 'S',
    codes: ['96021', '96040', '95110', '96'],
    firms: 3000,
    womenOfFirms: 0.64,
    ofApplications: 0.14,
    womenOfApplications: 0.57,
    foreignBorn: [0.18, 0.16],
    grantRate: 0.46,
    forms: [0.08, 0.62, 0.25, 0.05],
    investmentKronor: 110_000,
  },
]

/** The planted disadvantage: women born abroad in this industry are granted less often, with all else alike. */
export const PLANTED = { section: 'I', grantRate: 0.24 } as const

/** Mean kronor applied for in the other forms, the same in every industry. */
export const OTHER_FORM_KRONOR = {
  Mikrostöd: 42_000,
  Konsultcheck: 55_000,
  Innovationsstöd: 190_000,
} as const

export const YEARS = [2020, 2021, 2022, 2023, 2024, 2025] as const
/** Applications with a decision or withdrawal in each year; with the pending ones 12,000. */
export const CONCLUDED = [1820, 1880, 1940, 2000, 2040, 2080] as const
export const PENDING = 240

/** Places of Västerbotten with an invented share of the firms. */
export const PLACES: readonly (readonly [name: string, weight: number])[] = [
  ['Umeå', 42],
  ['Skellefteå', 25],
  ['Lycksele', 6],
  ['Vännäs', 4],
  ['Vilhelmina', 4],
  ['Storuman', 4],
  ['Nordmaling', 3],
  ['Robertsfors', 3],
  ['Vindeln', 2],
  ['Norsjö', 2],
  ['Åsele', 1],
  ['Malå', 1],
  ['Dorotea', 1],
  ['Sorsele', 1],
  ['Bjurholm', 1],
]

export const AGE_GROUPS: readonly (readonly [label: string, weight: number])[] = [
  ['18–34', 25],
  ['35–54', 49],
  ['55 eller äldre', 26],
]
