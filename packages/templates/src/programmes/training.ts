import { words } from '../template.ts'
import type { Programme, ProgrammeBoard, ProgrammeDay } from './programme.ts'
import { courseDay, INSIGHTS, OUTSIDE_IN, piece } from './training-days.ts'

const HABITS = words('Vanebryder og idéer', 'Habit breaker and ideas', 'Vanebryter og ideer')
const CHOOSE = words('Idéprioritering', 'Idea prioritisation', 'Idéprioritering')
const TRIAL = words('Prøvehandling', 'Trial action', 'Utprøving')
const RUN_A_TRIAL = words(
  'Til næste gang: en prøvehandling på højst en uge',
  'Until next time: a trial of at most one week',
  'Til neste gang: en utprøving på høyst én uke',
)
const READY = words(
  'Alle har en prøvehandling, der er klar',
  'Everybody has a trial action that is ready',
  'Alle har en utprøving som er klar',
)

const breakHabits = (week: number): ProgrammeDay =>
  courseDay({
    number: 3,
    week,
    title: words('Vaner, idéer og prøvehandlinger', 'Habits, ideas and trial actions', 'Vaner, ideer og utprøvinger'),
    goal: READY,
    tryOut: RUN_A_TRIAL,
    phases: ['create'],
    pieces: [
      piece(90, ['T10', 'T11'], HABITS),
      piece(75, ['T12'], CHOOSE),
      piece(75, ['T14'], TRIAL),
      piece(60, ['T14'], words('Test hinandens plan', "Test each other's plan", 'Test planene på hverandre')),
    ],
  })

/** Of the course of four days: what the fourth of five holds is divided between this day and the last one. */
const breakHabitsAndShow = (week: number): ProgrammeDay =>
  courseDay({
    number: 3,
    week,
    title: words(
      'Vaner, idéer, prøvehandlinger og breve',
      'Habits, ideas, trial actions and letters',
      'Vaner, ideer, utprøvinger og brev',
    ),
    goal: READY,
    tryOut: RUN_A_TRIAL,
    phases: ['create'],
    pieces: [
      piece(90, ['T10', 'T11'], HABITS),
      piece(
        75,
        ['T12', 'T14'],
        words('Vælg, og lav en prøvehandling', 'Choose, and make a trial action', 'Velg, og lag en utprøving'),
      ),
      piece(75, ['T15'], words('Borgerbrev', 'Citizen letter', 'Innbyggerbrev')),
      piece(60, ['T13'], words('Storyboard', 'Storyboard', 'Storyboard')),
    ],
  })

const LEARN: ProgrammeDay = courseDay({
  number: 4,
  week: 13,
  title: words('Det lærte prøvehandlingerne os', 'What the trials taught us', 'Det lærte utprøvingene oss'),
  goal: words(
    'Vi har lært af den første prøvehandling og planlagt den anden',
    'We have learned from the first trial and planned the second',
    'Vi har lært av den første utprøvingen og planlagt den andre',
  ),
  tryOut: words(
    'Til næste gang: den justerede prøvehandling – vis den til din leder',
    'Until next time: the adjusted trial – show it to your manager',
    'Til neste gang: den justerte utprøvingen – vis den til lederen din',
  ),
  phases: ['create', 'work'],
  pieces: [
    piece(90, ['T20'], words('Læringsloop', 'Learning loop', 'Læringssløyfe')),
    piece(75, ['T15'], words('Borgerbrev', 'Citizen letter', 'Innbyggerbrev')),
    piece(75, ['T13'], words('Vis det med tegninger', 'Show it in drawings', 'Vis det med tegninger')),
    piece(60, ['T14-2'], words('Anden prøvehandling', 'Second trial action', 'Andre utprøving')),
  ],
})

const LAST_TRY_OUT = words(
  'Derefter: læringsloop i egen enhed',
  'After it: learning loop in own unit',
  'Deretter: læringssløyfe i egen enhet',
)

const showIt = (number: number, week: number, first: ReturnType<typeof piece>): ProgrammeDay => ({
  ...courseDay({
    number,
    week,
    title: words('Fortælling, plan og udstilling', 'Narrative, plan and exhibition', 'Fortelling, plan og utstilling'),
    goal: words(
      'Lederne har set, hvad vi prøvede, og hvad der sker nu',
      'The managers have seen what we tried, and what happens now',
      'Lederne har sett hva vi prøvde, og hva som skjer nå',
    ),
    tryOut: LAST_TRY_OUT,
    phases: ['work'],
    pieces: [
      first,
      piece(75, ['T19', 'T21'], words('Plan og gevinster', 'Plan and benefits', 'Plan og gevinster')),
      piece(75, [], words('Udstilling for lederne', 'Exhibition for managers', 'Utstilling for lederne')),
      piece(60, ['T24'], words('Retrospektiv', 'Retrospective', 'Retrospektiv')),
    ],
  }),
  managerSees: {
    title: words('Udstilling: Det prøvede vi', 'Exhibition: What we tried', 'Utstilling: Det prøvde vi'),
    items: [
      words('Fremtidsfortællingen', 'The future narrative', 'Framtidsfortellingen'),
      words('Det, prøvehandlingerne lærte os', 'What the trials taught us', 'Det utprøvingene lærte oss'),
      words('Plan og gevinster', 'Plan and benefits', 'Plan og gevinster'),
    ],
  },
})

const NARRATIVE = words('Fremtidsfortælling', 'Future narrative', 'Framtidsfortelling')

const first: readonly ProgrammeBoard[] = [
  { key: 'T01', phase: 'foundation' },
  { key: 'T02', phase: 'foundation' },
  { key: 'T08', phase: 'understand' },
  { key: 'T05', phase: 'understand' },
  { key: 'T25', phase: 'understand' },
  { key: 'T06', phase: 'understand' },
  { key: 'T07', phase: 'understand' },
  { key: 'T09', phase: 'understand' },
  { key: 'T10', phase: 'create' },
  { key: 'T11', phase: 'create' },
  { key: 'T12', phase: 'create' },
  { key: 'T14', phase: 'create' },
]
const last: readonly ProgrammeBoard[] = [
  { key: 'T18', phase: 'work' },
  { key: 'T19', phase: 'work' },
  { key: 'T21', phase: 'work' },
  { key: 'T24', phase: 'work' },
]

const PURPOSE = words(
  'Alle har en rigtig udfordring med og prøver redskaberne mellem dagene.',
  'Everybody brings a real challenge and tries the tools between the days.',
  'Alle har med en ekte utfordring og prøver verktøyene mellom dagene.',
)

/** Domain guide, 5.5. */
export const TRAINING_FIVE: Programme = {
  id: 'training-five',
  name: words('Træningsforløb, fem dage', 'Training course, five days', 'Treningsforløp, fem dager'),
  purpose: PURPOSE,
  duration: words('5 hele dage på 17 uger', '5 whole days in 17 weeks', '5 hele dager på 17 uker'),
  startsOnMonday: false,
  warning: null,
  days: [OUTSIDE_IN(1), INSIGHTS(5), breakHabits(9), LEARN, showIt(5, 17, piece(90, ['T18'], NARRATIVE))],
  boards: [
    ...first,
    { key: 'T20', phase: 'work' },
    { key: 'T15', phase: 'create' },
    { key: 'T13', phase: 'create' },
    { key: 'T14-2', phase: 'create', title: words('Anden prøvehandling', 'Second trial action', 'Andre utprøving') },
    ...last,
  ],
}

export const TRAINING_FOUR: Programme = {
  id: 'training-four',
  name: words('Træningsforløb, fire dage', 'Training course, four days', 'Treningsforløp, fire dager'),
  purpose: PURPOSE,
  duration: words('4 hele dage på 10 uger', '4 whole days in 10 weeks', '4 hele dager på 10 uker'),
  startsOnMonday: false,
  warning: null,
  days: [
    OUTSIDE_IN(1),
    INSIGHTS(4),
    breakHabitsAndShow(7),
    showIt(
      4,
      10,
      piece(
        90,
        ['T20', 'T18'],
        words(
          'Læringsloop og fremtidsfortælling',
          'Learning loop and future narrative',
          'Læringssløyfe og framtidsfortelling',
        ),
      ),
    ),
  ],
  boards: [
    ...first,
    { key: 'T15', phase: 'create' },
    { key: 'T13', phase: 'create' },
    { key: 'T20', phase: 'work' },
    ...last,
  ],
}
