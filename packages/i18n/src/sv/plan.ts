export const plan = {
  'nav.plans': 'Planer',
  'plan.title': 'Planer',
  'plan.lede': 'Handlingsplaner, tillväxtprogram och strategier: från nationellt mål till krona och effekt.',
  'plan.none': 'Det finns ingen plan ännu',
  'plan.none.text': 'En strateg skapar en plan, eller hämtar in en från en arbetsbok.',
  'plan.synthetic': 'Inlagd för prov och visning.',
  'plan.tabs': 'Planens delar',
  'plan.tab.activities': 'Aktiviteter',
  'plan.tab.goals': 'Mål och mått',
  'plan.tab.money': 'Budget',
  'plan.tab.thread': 'Röda tråden',
  'plan.tab.versions': 'Versioner',
}
