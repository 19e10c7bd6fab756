import type { DemoPage } from '../modules/statistics/public.ts'

const INVENTED = 'Alla siffror på sidan är påhittade.'

/** Two pages made of the demo’s invented tables: a life course that is not complete, and a page of one sub-goal. */
export function demoPages(): DemoPage[] {
  return [
    {
      title: 'Påhittat livslopp: från barndom till makt',
      lede: `Så kan en livsloppsanalys se ut. ${INVENTED}`,
      kind: 'life-course',
      area: null,
      parts: [
        { heading: 'Barndom', stage: 'childhood', body: '' },
        { heading: 'Skola', stage: 'school', body: '' },
        {
          heading: 'Studier',
          stage: 'studies',
          body: 'I den påhittade regionen har **fler kvinnor än män** läst vidare efter gymnasiet.',
          figure: {
            dataset: 'pahittad-utbildning',
            view: 'rows=ålder&gap=share&chart=bars&in.länskod=20&in.utbildning=eftergymnasial',
            caption: 'Personer med eftergymnasial utbildning i ett län',
          },
        },
        {
          heading: 'Arbete',
          stage: 'work',
          body: 'Inkomstgapet krymper långsamt, men det finns kvar i alla år.',
          figure: {
            dataset: 'pahittad-medianinkomst',
            view: 'rows=år&gap=ratio&chart=lines&in.kommunkod=2080',
            caption: 'Medianinkomst i en kommun',
          },
        },
        { heading: 'Familj och omsorg', stage: 'family', body: '' },
        { heading: 'Hälsa', stage: 'health', body: '' },
        { heading: 'Åldrande', stage: 'ageing', body: '' },
        { heading: 'Makt', stage: 'power', body: '' },
      ],
    },
    {
      title: 'Påhittad ekonomi: kvinnors och mäns inkomster',
      lede: `Ett exempel på en sida om ett delmål. ${INVENTED}`,
      kind: 'area',
      area: 'economy',
      parts: [
        {
          heading: 'Läget i dag',
          body: 'Kartan visar kvinnors medianinkomst i procent av mäns.\n\n- Gapet finns i **alla** kommuner.\n- Storleken skiljer sig mellan dem.',
          figure: {
            dataset: 'pahittad-medianinkomst',
            view: 'rows=kommunkod&gap=ratio&chart=map',
            caption: 'Kvinnors inkomst i procent av mäns, födda i Sverige',
          },
        },
        {
          heading: 'Vilka som skiljer sig',
          body: 'För dem som är födda utomlands är gapet större.',
          figure: {
            dataset: 'pahittad-medianinkomst',
            view: 'rows=födelse&gap=ratio&in.kommunkod=2080',
            caption: 'Medianinkomst efter födelseland i en kommun',
          },
        },
      ],
    },
  ]
}
