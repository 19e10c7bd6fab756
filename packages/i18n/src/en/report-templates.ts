import type { reportTemplates as sv } from '../sv/report-templates.ts'

export const reportTemplates: Record<keyof typeof sv, string> = {
  'tmpl.title.terms': 'Yearly report on the terms of the grant',
  'tmpl.title.accounts': 'Appendix to the accounts: gender-equal regional growth',
  'tmpl.title.brief': 'Brief for the steering group',
  'tmpl.title.final': 'Final report',
  'tmpl.title.free': 'Report',
  'tmpl.summary': 'Summary',
  'tmpl.goals.guide':
    'Say in words how far the goals have been reached, and what remains. The figures are in the table above.',
  'tmpl.terms.decision': 'The decision',
  'tmpl.terms.decision.guide':
    'Which decision is reported on? Give its diary number, date, the amount granted and what it may be used for.',
  'tmpl.terms.terms': 'The terms',
  'tmpl.terms.purpose': 'How has the money been used for the purpose that the decision names?',
  'tmpl.terms.integrated': 'How has gender equality become part of the ordinary work for regional growth?',
  'tmpl.terms.together': 'Who has taken part, and how have others been consulted?',
  'tmpl.terms.unused': 'Which money has not been used, and what is proposed for it?',
  'tmpl.terms.own': 'Replace this question with a term of your own decision.',
  'tmpl.accounts.summary.guide':
    'Three sentences for those who decide: what has been done, what has come of it, what does not go as planned?',
  'tmpl.accounts.demand': 'What the committee may ask for',
  'tmpl.accounts.demand.guide': 'What do politicians need to decide on, or ask for before the next accounts?',
  'tmpl.brief.decide': 'For decision',
  'tmpl.brief.decide.guide':
    'One point for each decision that the steering group is to take: what is proposed, what it costs and what happens otherwise.',
  'tmpl.final.summary.guide':
    'What was the plan to achieve, what has been achieved, and what do you take with you?',
  'tmpl.final.evaluation': 'Evaluation',
  'tmpl.final.method': 'How the evaluation was made',
  'tmpl.final.method.guide': 'Who has evaluated, when and from what? What can nothing certain be said about?',
  'tmpl.final.results': 'Results against goals',
  'tmpl.final.changed': 'What is different now, and how do you know?',
  'tmpl.final.different': 'What did not turn out as intended, and what was done about it?',
  'tmpl.final.reuse': 'What others can use',
  'tmpl.final.reuse.guide':
    'Which methods, templates and material can other regions take over, and where are they?',
}
