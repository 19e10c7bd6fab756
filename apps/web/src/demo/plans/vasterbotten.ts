import { type DemoPlan, groups, node, phases } from './plan-file.ts'

/** Two priorities and four strands of work. In the plan that it follows one strand ends before it begins; here it does not. */
export const vasterbotten: DemoPlan = {
  slug: 'vasterbotten-2016-2018',
  facts: {
    name: 'Jämställd regional tillväxt i Västerbotten 2016–2018',
    kind: 'action-plan',
    lede: 'Stöd till dem som söker pengar, kunskap till dem som fördelar dem, och försök som prövar vägar ur en delad arbetsmarknad.',
    startsOn: '2016-01-01',
    endsOn: '2018-12-31',
    synthetic: true,
    origin:
      'Datum och uppbyggnad efter Region Västerbottens handlingsplan 2016–2018. Texterna är skrivna för visningen, och ett slutdatum är rättat.',
  },
  nodes: [
    node(
      'priority',
      {
        name: 'Ett intersektionellt perspektiv på finansiering och företagsfrämjande',
        purpose: 'Kvinnor och män i länet når tillväxtens resurser på samma villkor.',
        expected:
          'Projekt och företag som söker pengar arbetar mer med jämställdhet och når fler kvinnor. De som främjar företag vet mer om vem som får veta vad.',
        followUp:
          'Enkäter efter varje aktivitet. De som går utbildningen skattar sin kunskap före, under och efter.',
        communication: 'Egna möten, webb och nätverk, och en avslutande konferens i länet.',
      },
      [
        node('national', {
          code: 'assignment-2016-3',
          reason: 'Kvinnors företagande, och utrikes födda kvinnors arbete.',
        }),
        node('national', {
          code: 'assignment-2016-4',
          reason: 'Projekt i regionalfonden planeras med jämställdhet från början.',
        }),
        node(
          'goal',
          {
            name: 'Främjare, sökande och finansiärer vet mer om jämställd tillväxt',
            year: 2018,
            measurable: 'yes',
            measuredBy: 'Deltagarnas egen skattning vid tre tillfällen.',
          },
          [],
          'kunskap',
        ),
        node(
          'goal',
          {
            name: 'Hur projektmedel och företagsstöd fördelas syns för alla',
            year: 2018,
            measurable: 'yes',
            measuredBy: 'Uppföljning publicerad, uppdelad på kön.',
          },
          [],
          'synligt',
        ),
        node(
          'goal',
          { name: 'Sökande som fått stöd arbetar mer normkritiskt', year: 2018, measurable: 'no' },
          [],
          'normkritik',
        ),
        ...groups(
          'Sökande av projektmedel och företagsstöd',
          'Aktörer som främjar företag, med handläggare',
          'Kommunernas näringslivspersoner',
        ),
        node(
          'activity',
          {
            name: 'Processtöd till sökande',
            start: '2016-11-01',
            end: '2018-11-01',
            what: 'Sökande får hjälp att bygga in jämställdhet i projektet, och företag att skriva en jämställdhetsplan.',
            how: 'Stödet handlas upp och samverkar med motsvarande stöd i Norrbotten. Handläggare är med på mötena. Projekt som får pengar betalar sitt fortsatta stöd.',
            criticalSteps: 'Stödet är upphandlat. Projekt har avsatt pengar till sitt fortsatta stöd.',
            goals: ['kunskap', 'normkritik'],
          },
          phases(
            ['Förberedelser och planering'],
            ['Upphandling'],
            ['Genomförande'],
            ['Erfarenhetsutbyten och seminarium'],
            ['Utvärdering'],
            ['Styrgrupp'],
          ),
        ),
        node(
          'activity',
          {
            name: 'Uppdragsutbildning för näringslivspersoner',
            start: '2016-11-01',
            // Of the same length as the other strands; the source has a day before the first.
            end: '2018-10-31',
            what: 'En kurs på 7,5 högskolepoäng om makt, jämställdhet och tillväxt, på högst en fjärdedels fart.',
            how: 'Universitetet håller kursen, och länets egna exempel står för övningarna.',
            followUp: 'Kursvärdering, en fristående utvärdering och självskattning vid tre tillfällen.',
            goals: ['kunskap'],
          },
          phases(
            ['Förberedelser och planering'],
            ['Genomförande'],
            ['Erfarenhetsutbyten och seminarium'],
            ['Uppföljning'],
          ),
        ),
        node('message', {
          name: 'Stöd finns redan när du planerar',
          audience: 'Sökande',
          channel: 'Webb och möten',
        }),
      ],
      'p1',
    ),
    node(
      'priority',
      {
        name: 'Motverka den könsuppdelade arbetsmarknaden',
        purpose: 'Arbetsmarknaden i länet blir mindre uppdelad på kön.',
        expected: 'Försöken ger verktyg som andra kan använda när de är över.',
        followUp:
          'Varje försök beskriver i sin ansökan hur det mäts. Försöken utvärderas tillsammans, för att lära på vägen.',
        communication: 'Försöken berättar löpande om arbetet och lämnar material som kan spridas.',
      },
      [
        node('national', {
          code: 'assignment-2016-1',
          reason: 'Styrning av kompetensförsörjning och attraktivitet.',
        }),
        node('national', {
          code: 'assignment-2016-2',
          reason: 'Skillnader i arbete och inkomst synliggörs.',
        }),
        node('goal', {
          name: 'Den könsuppdelade arbetsmarknaden har motverkats',
          year: 2018,
          measurable: 'no',
        }),
        node(
          'goal',
          { name: 'Arbetsgivare vet mer om vad uppdelningen betyder', year: 2018, measurable: 'no' },
          [],
          'arbetsgivare',
        ),
        node(
          'goal',
          {
            name: 'Det finns verktyg som arbetsgivare kan använda',
            year: 2018,
            measurable: 'yes',
            measuredBy: 'Verktyg från försöken, prövade och beskrivna.',
          },
          [],
          'verktyg',
        ),
        ...groups('Kommuner i länet', 'Aktörer som främjar företag'),
        node(
          'activity',
          {
            name: 'Utlysning av försök',
            start: '2016-12-01',
            end: '2018-11-01',
            what: 'Kommuner och främjare söker pengar till försök som prövar vägar ur uppdelningen.',
            how: 'Utlysning under våren 2017. Försöken pågår från maj eller juni 2017 till och med september 2018.',
            criticalSteps: 'Ansökan visar hur resultatet sprids och tas om hand.',
            goals: ['arbetsgivare', 'verktyg'],
          },
          phases(
            ['Planering'],
            ['Utlysning', '2017-01-01', '2017-06-30'],
            ['Beslut'],
            ['Försöken genomförs', '2017-05-01', '2018-09-30'],
            ['Handläggning'],
            ['Erfarenhetsutbyten och seminarium'],
          ),
        ),
        node(
          'activity',
          {
            name: 'Konferens, utbyte och spridning',
            start: '2016-12-01',
            end: '2018-11-01',
            what: 'Det som planen har gemensamt: konferens i länet, nationella träffar, utbyte med andra och utvärdering.',
            goals: ['synligt', 'arbetsgivare'],
          },
          phases(
            ['Regional konferens'],
            ['Planering'],
            ['Nationella erfarenhetsträffar'],
            ['Kollegialt utbyte'],
            ['Spridning av resultat'],
            ['Styrgrupp'],
            ['Utvärdering'],
          ),
        ),
        node('message', { name: 'Pröva med oss', audience: 'Kommuner och främjare', channel: 'Utlysning' }),
      ],
      'p2',
    ),
    node('role', { name: 'Styrgrupp', duty: 'steering' }),
    node('role', { name: 'Projektledning', duty: 'lead', organisation: 'Regionalt utvecklingsansvarig' }),
    node('role', { name: 'Länsstyrelsen', duty: 'working', note: 'Bidrar med exempel och nätverk.' }),
    node('role', { name: 'Utvärderare', duty: 'evaluator', note: 'Ingår i de tjänster som köps.' }),
  ],
  amounts: [],
}
