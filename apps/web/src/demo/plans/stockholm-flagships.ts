import { groups, many, node, phases } from './plan-file.ts'

/** The third priority of the Stockholm plan: four flagships with their steps. */
export const stockholmFlagships = node(
  'priority',
  {
    name: 'Vi gör: flaggskepp mot en uppdelad arbetsmarknad',
    purpose: 'Försök som redan fungerar görs till modeller och växlas upp till en ny grupp eller bransch.',
    needs:
      'Det är brist på arbetskraft på flera håll, och många utrikes födda kvinnor står utanför. Främjare når inte alla som driver eller vill driva företag.',
    expected: 'Framgångsfaktorerna är kända, modellerna är skrivna, och parterna arbetar mer normkritiskt.',
    followUp: 'Intervjuer med parter i varje flaggskepp.',
    communication: 'Varje flaggskepp sprider sin modell, de flesta vid en konferens.',
  },
  [
    node('national', { code: 'assignment-2016-3', reason: 'Utrikes födda kvinnors arbete och företagande.' }),
    node(
      'goal',
      {
        name: 'Fyra flaggskepp har framgångsfaktorer och en modell',
        year: 2018,
        measurable: 'yes',
        measuredBy: 'Flaggskepp med en modell i skrift.',
      },
      [
        node(
          'indicator',
          { name: 'Flaggskepp med en modell i skrift', unit: 'flaggskepp', direction: 'rise' },
          many('figure', [
            { what: 'baseline', year: 2016, sex: 'all', value: 0 },
            { what: 'target', year: 2018, sex: 'all', value: 4 },
          ]),
        ),
      ],
      'modeller',
    ),
    node(
      'goal',
      {
        name: 'Minst två flaggskepp når en ny grupp eller bransch',
        year: 2018,
        measurable: 'yes',
        measuredBy: 'Flaggskepp i en ny grupp eller bransch.',
      },
      [
        node(
          'indicator',
          { name: 'Flaggskepp i en ny grupp eller bransch', unit: 'flaggskepp', direction: 'rise' },
          many('figure', [{ what: 'target', year: 2018, sex: 'all', value: 2 }]),
        ),
      ],
      'skala',
    ),
    node(
      'goal',
      {
        name: 'Parterna vet mer om att göra normkritiskt',
        year: 2018,
        measurable: 'yes',
        measuredBy: 'Intervjuer med parter.',
      },
      [],
      'parter',
    ),
    node(
      'activity',
      {
        name: 'Fler män i vården',
        flagship: true,
        start: '2017-01-01',
        end: '2018-12-31',
        what: 'Utbildare och arbetsgivare ser över hur de söker, möter och behåller kvinnor och män.',
        how: 'En processledare håller ihop. Parterna prövar var sin del av modellen, och länet ser helheten.',
        expected: 'En kedja där utbildning och arbete hänger ihop.',
        communication: 'Rapporter och broschyrer till utbildare, arbetsgivare och män som ska välja.',
        successFactors: 'Flera aktörer arbetar samlat, och ledningen hos dem tar ansvar.',
        goals: ['modeller', 'skala'],
      },
      [
        ...groups('Utbildningsanordnare och arbetsgivare', 'Män på väg in i utbildning eller yrkesliv'),
        ...phases(
          ['Planering', '2017-01-01', '2017-06-30'],
          ['Genomförande', '2017-07-01', '2018-12-31'],
          ['Utvärdering', '2018-07-01', '2018-12-31'],
        ),
        node('activity', {
          name: 'Processledning tillsätts och arbetet planeras',
          start: '2017-01-01',
          end: '2017-06-30',
        }),
        node('activity', {
          name: 'Förslag blir en modell att genomföra',
          start: '2017-01-01',
          end: '2017-06-30',
        }),
        node('activity', { name: 'Intresset hos aktörer undersöks', start: '2017-01-01', end: '2017-06-30' }),
        node('activity', { name: 'Modellen genomförs hos parterna', start: '2017-07-01', end: '2018-06-30' }),
        node('activity', {
          name: 'Modellen utvärderas, och en ny bransch söks',
          start: '2018-07-01',
          end: '2018-12-31',
        }),
      ],
      'fs1',
    ),
    node(
      'activity',
      {
        name: 'SFX och SFI bas',
        flagship: true,
        start: '2016-07-01',
        end: '2018-12-31',
        what: 'Hur svenska för yrken och för dem med kort skolgång fungerar i länet, och vad som krävs för fler platser.',
        how: 'Kommuner och anordnare säger vad de behöver veta. En utvärdering handlas upp och ger en modell som kan användas igen.',
        expected: 'Kommunerna har ett underlag för beslut om fler platser.',
        communication: 'En konferens för kommuner och anordnare.',
        successFactors: 'Språk och praktik går ihop.',
        goals: ['modeller'],
      },
      [
        ...groups('Kommuner som anordnar eller beställer, och utbildare', 'Nyanlända som väljer utbildning'),
        ...phases(
          ['Avstämning och upphandling av stöd', '2016-07-01', '2016-12-31'],
          ['Utvärderingen handlas upp', '2017-01-01', '2017-04-30'],
          ['Utvärdering och modell', '2017-04-01', '2018-01-31'],
          ['Konferens', '2018-01-01', '2018-06-30'],
          ['Intervjuer om nytta och beslut', '2018-07-01', '2018-12-31'],
        ),
      ],
      'fs2',
    ),
    node(
      'activity',
      {
        name: 'Brobyggare',
        flagship: true,
        start: '2016-11-01',
        end: '2018-10-31',
        what: 'Personer som redan är kända i en grupp bygger broar mellan den och dem som främjar företag.',
        how: 'Samverkan fördjupas efter en utvärdering av försöket. Nya grupper tas med, och främjare kan ropa av tjänster.',
        expected: 'Främjandet når nya grupper, och resurser fördelas jämnare.',
        followUp: 'Intervjuer om samverkan håller när stödet är slut.',
        communication: 'Konferens hösten 2018.',
        goals: ['modeller', 'skala', 'parter'],
      },
      [
        ...groups(
          'Främjare, finansiärer, handelskammare och branscher',
          'De som finansierar främjare, och beslutsfattare',
        ),
        ...phases(
          ['Processtöd handlas upp', '2016-11-01', '2017-01-31'],
          ['Avrop av brobyggartjänster undersöks', '2016-11-01', '2017-02-28'],
          ['Främjare erbjuds avrop', '2017-01-01', '2018-10-31'],
          ['Den primära gruppen samlas', '2017-01-01', '2017-12-31'],
          ['Modellen fördjupas med processledning', '2017-01-01', '2018-09-30'],
          ['Verkstad om företagswebben', '2017-01-01', '2017-03-31'],
          ['Affärsutveckling för primära grupper', '2017-01-01', '2018-09-30'],
          ['Kunskap sprids', '2017-01-01', '2018-10-31'],
          ['Utvärdering handlas upp', '2018-03-01', '2018-06-30'],
          ['Utvärdering', '2018-09-01', '2018-10-31'],
        ),
      ],
      'fs3',
    ),
    node(
      'activity',
      {
        name: 'Vidga normen',
        flagship: true,
        start: '2016-07-01',
        end: '2018-12-31',
        what: 'Arbetsgivare, fack, rekryterare och medier arbetar med normer som stänger ute.',
        how: 'En inriktning för kommunikation beslutas först. Samarbeten byggs och fördjupas efter den.',
        expected: 'Parterna gör mer, och modellen används av nya grupper.',
        followUp: 'Intervjuer med parter.',
        communication: 'Riktade insatser och en konferens.',
        after: ['s21'],
        goals: ['modeller', 'parter'],
      },
      [
        ...groups('Arbetsgivare och deras organisationer, fack, rekryterare, medier'),
        ...phases(
          ['Inriktning för kommunikation', '2016-07-01', '2016-12-31'],
          ['Samarbeten fördjupas', '2017-01-01', '2018-12-31'],
          ['Intervjuer handlas upp', '2018-01-01', '2018-06-30'],
          ['Utvärdering och konferens', '2018-06-01', '2018-12-31'],
        ),
      ],
      'fs4',
    ),
  ],
  'p3',
)
