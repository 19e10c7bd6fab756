import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../testing/plan-arbitrary.ts'
import { PlanTree } from '../rules/tree.ts'
import type { Answer, Note } from './model-referral.ts'
import { checkAnswer, MOST_COMMENT } from './rules/check-answer.ts'
import { compile } from './rules/compile.ts'
import { readInvited } from './rules/invited.ts'
import { readReferral } from './rules/questions.ts'
import { subjectsOf } from './rules/subjects.ts'

const TODAY = '2026-03-10'
const tree = new PlanTree(
  testDocument([testItem('priority', 'p-1', null, { name: 'Ledning' }), testItem('goal', 'g-1', 'p-1')]),
)
const QUESTIONS = [
  { id: 'q1', text: 'Är målen rätt?' },
  { id: 'q2', text: 'Vad saknas?' },
]
const subjects = subjectsOf({ questions: QUESTIONS }, tree)

const answer = (id: string, given: Partial<Answer> = {}): Answer => ({
  id,
  organisation: id,
  address: '',
  invitedAt: null,
  revokedAt: null,
  revision: 1,
  stance: 'support',
  comments: {},
  sentAt: new Date(0),
  receivedOn: TODAY,
  enteredBy: null,
  ...given,
})

describe('what is asked', () => {
  it('is a question a line, in order, and the priorities and the whole besides', () => {
    const typed = { intro: ' Hej ', questions: ' Ett?\r\n\r\n  Två? \n', dueOn: TODAY }
    const read = readReferral(typed, TODAY)
    expect(read).toEqual({
      ok: true,
      intro: 'Hej',
      questions: [
        { id: 'q1', text: 'Ett?' },
        { id: 'q2', text: 'Två?' },
      ],
      dueOn: TODAY,
    })
    expect(subjects.map(({ about }) => about)).toEqual(['q1', 'q2', 'p-1', 'whole'])
  })

  it('is refused with every fault where it is too much, or over before it begins', () => {
    const typed = { intro: 'x'.repeat(4001), questions: 'x\n'.repeat(41), dueOn: '2026-03-09' }
    expect(readReferral(typed, TODAY)).toEqual({
      ok: false,
      faults: [
        { field: 'intro', reason: 'too-long' },
        { field: 'questions', reason: 'too-many' },
        { field: 'dueOn', reason: 'passed' },
      ],
    })
    const day = readReferral({ intro: '', questions: '', dueOn: '2026-02-30' }, TODAY)
    expect(day).toMatchObject({ faults: [{ field: 'dueOn', reason: 'not-a-day' }] })
  })
})

describe('who is asked', () => {
  it('is read from lines as they are typed or pasted from a spreadsheet', () => {
    expect(readInvited('Falu kommun; a@falun.example\n\nLänsstyrelsen\tb@lan.example\n')).toEqual({
      ok: true,
      invited: [
        { organisation: 'Falu kommun', address: 'a@falun.example' },
        { organisation: 'Länsstyrelsen', address: 'b@lan.example' },
      ],
    })
  })

  it('is refused by each of its lines at once', () => {
    expect(readInvited('Falun\n\nA; a@a.se\nB; A@a.se\nC; c@c.se\nD')).toEqual({
      ok: false,
      reason: 'lines',
      faults: [
        { reason: 'not-read', line: 1, text: 'Falun', first: 1 },
        { reason: 'twice', line: 4, text: 'B; A@a.se', first: 3 },
        { reason: 'not-read', line: 6, text: 'D', first: 6 },
      ],
    })
  })

  it('is refused by its line, and no letter can be led astray', () => {
    for (const bad of [
      'Falun',
      'Falun; x',
      '; a@b.se',
      'F; a@b.se; c@d.se',
      'F; a@b.se, x@y.se',
      'F; a b@c.se',
    ])
      expect(readInvited(`A; a@a.se\n${bad}`), bad).toMatchObject({
        ok: false,
        faults: [{ reason: 'not-read', line: 2 }],
      })
    expect(readInvited(' \n')).toEqual({ ok: false, reason: 'nobody' })
    const many = Array.from({ length: 201 }, (_, at) => `O; a${at}@a.se`).join('\n')
    expect(readInvited(many)).toEqual({ ok: false, reason: 'too-many' })
  })

  it('never throws, and never gives an address that holds two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const read = readInvited(`Org; ${text}`)
        if (read.ok)
          for (const { address } of read.invited) expect(address).toMatch(/^[^\s,;<>]+@[^\s,;<>@]+$/u)
      }),
      { seed: 1 },
    )
  })
})

describe('an answer', () => {
  const typed = { stance: '', comments: { q1: ' Ja \r\nmen ', nowhere: 'x' }, receivedOn: null }

  it('may be saved unfinished, but is sent with a stance', () => {
    const kept = checkAnswer(subjects, typed, { isSending: false, today: TODAY })
    expect(kept).toEqual({ ok: true, answer: { stance: null, comments: { q1: 'Ja \nmen' } } })
    const sent = checkAnswer(subjects, typed, { isSending: true, today: TODAY })
    expect(sent).toEqual({ ok: false, faults: [{ field: 'stance', reason: 'choose' }] })
  })

  it('from paper has its day, which has been', () => {
    const paper = (receivedOn: string) =>
      checkAnswer(subjects, { ...typed, stance: 'object', receivedOn }, { isSending: true, today: TODAY })
    expect(paper('2026-03-11')).toMatchObject({ faults: [{ field: 'receivedOn', reason: 'ahead' }] })
    expect(paper('igår')).toMatchObject({ faults: [{ field: 'receivedOn', reason: 'not-a-day' }] })
    expect(paper(TODAY).ok).toBe(true)
  })

  it('that is too long is refused at its place', () => {
    const long = { ...typed, comments: { 'p-1': 'x'.repeat(MOST_COMMENT + 1) } }
    const checked = checkAnswer(subjects, long, { isSending: false, today: TODAY })
    expect(checked).toEqual({ ok: false, faults: [{ field: 'p-1', reason: 'too-long' }] })
  })
})

describe('a compilation', () => {
  const note = (answerId: string, outcome: Note['outcome']): Note => ({
    answerId,
    about: 'q1',
    outcome,
    reason: '',
    madeAt: new Date(0),
    madeBy: 'Strateg',
  })
  const answers = [
    answer('Öster', { stance: 'object', comments: { q1: 'Nej', whole: 'Gör om' }, receivedOn: '2026-04-01' }),
    answer('Anderslöv', { comments: { q1: 'Ja' } }),
    answer('Tyst', { stance: null, sentAt: null, receivedOn: null, comments: { q1: 'utkast' } }),
    answer('Borta', { stance: null, sentAt: null, receivedOn: null, revokedAt: new Date(0) }),
  ]
  const of = (stance: Answer['stance'], notes: Note[] = []) =>
    compile(subjects, answers, notes, { dueOn: '2026-03-31', stance })

  it('puts what was sent together by what it is about, and keeps drafts out', () => {
    const all = of(null)
    expect(all.counts).toEqual({ support: 1, changes: 0, object: 1, none: 0 })
    expect(all.subjects[0]?.comments.map(({ words }) => words)).toEqual(['Ja', 'Nej'])
    expect(JSON.stringify(all.subjects)).not.toContain('utkast')
    expect(all.silent.map(({ id }) => id)).toEqual(['Tyst'])
    expect(all.came.filter(({ isLate }) => isLate).map(({ id }) => id)).toEqual(['Öster'])
    expect(all.late).toBe(1)
  })

  it('shows some by their stance and still counts all', () => {
    const objecting = of('object')
    expect(objecting.counts.support).toBe(1)
    expect(objecting.subjects.flatMap(({ comments }) => comments).map(({ words }) => words)).toEqual([
      'Nej',
      'Gör om',
    ])
  })

  it('counts what nothing is said of yet', () => {
    expect(of(null).open).toBe(3)
    expect(of(null, [note('Anderslöv', 'taken-up'), note('Öster', 'open')]).open).toBe(2)
  })
})
