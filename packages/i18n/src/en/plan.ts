export const plan = {
  'nav.plans': 'Plans',
  'plan.title': 'Plans',
  'plan.lede': 'Action plans, growth programmes and strategies: from national goal to krona and effect.',
  'plan.none': 'There is no plan yet',
  'plan.none.text': 'A strategist makes a plan, or brings one in from a workbook.',
  'plan.synthetic': 'Entered for trying and showing.',
  'plan.tabs': 'Parts of the plan',
  'plan.tab.activities': 'Activities',
  'plan.tab.goals': 'Goals and measures',
  'plan.tab.money': 'Budget',
  'plan.tab.thread': 'The red thread',
  'plan.tab.versions': 'Versions',
}
