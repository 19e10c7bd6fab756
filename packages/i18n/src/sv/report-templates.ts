export const reportTemplates = {
  'tmpl.title.terms': 'Årsredovisning av villkorsbeslutet',
  'tmpl.title.accounts': 'Bilaga till bokslutet: jämställd regional tillväxt',
  'tmpl.title.brief': 'Underlag till styrgruppen',
  'tmpl.title.final': 'Slutrapport',
  'tmpl.title.free': 'Rapport',
  'tmpl.summary': 'Sammanfattning',
  'tmpl.goals.guide':
    'Beskriv i ord hur långt målen har nåtts, och vad som återstår. Siffrorna står i tabellen ovan.',
  'tmpl.terms.decision': 'Beslutet',
  'tmpl.terms.decision.guide':
    'Vilket beslut redovisas? Ange diarienummer, datum, beviljat belopp och vad medlen får användas till.',
  'tmpl.terms.terms': 'Villkoren',
  'tmpl.terms.purpose': 'Hur har medlen använts för det ändamål som beslutet anger?',
  'tmpl.terms.integrated': 'Hur har jämställdhet förts in i det ordinarie regionala tillväxtarbetet?',
  'tmpl.terms.together': 'Vilka har medverkat, och hur har samrådet gått till?',
  'tmpl.terms.unused': 'Vilka medel har inte använts, och vad föreslås med dem?',
  'tmpl.terms.own': 'Byt ut frågan mot ett villkor i ert eget beslut.',
  'tmpl.accounts.summary.guide':
    'Tre meningar till den som beslutar: vad har blivit gjort, vad har det gett, vad går inte som planerat?',
  'tmpl.accounts.demand': 'Vad nämnden kan fråga efter',
  'tmpl.accounts.demand.guide':
    'Vad behöver politiken ta ställning till eller efterfråga till nästa bokslut?',
  'tmpl.brief.decide': 'Till beslut',
  'tmpl.brief.decide.guide':
    'En punkt för varje beslut som styrgruppen ska ta: vad som föreslås, vad det kostar och vad som händer annars.',
  'tmpl.final.summary.guide': 'Vad ville planen uppnå, vad har uppnåtts, och vad tar ni med er?',
  'tmpl.final.evaluation': 'Utvärdering',
  'tmpl.final.method': 'Hur utvärderingen har gjorts',
  'tmpl.final.method.guide':
    'Vem har utvärderat, när och med vilket underlag? Vad går inte att säga något säkert om?',
  'tmpl.final.results': 'Resultat mot mål',
  'tmpl.final.changed': 'Vad är annorlunda nu, och hur vet ni det?',
  'tmpl.final.different': 'Vad blev inte som det var tänkt, och vad gjordes åt det?',
  'tmpl.final.reuse': 'Vad andra kan använda',
  'tmpl.final.reuse.guide':
    'Vilka metoder, mallar och underlag kan andra regioner ta över, och var finns de?',
} as const
