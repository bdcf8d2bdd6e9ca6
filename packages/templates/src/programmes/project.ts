import { words } from '../template.ts'
import { clock, work } from './block.ts'
import type { Programme, ProgrammeBlock } from './programme.ts'

/** A meeting of the steering group at the end of a phase: no day is set for it yet, so nothing is locked. */
function gate(id: string, question: ReturnType<typeof words>, boards: readonly string[]): ProgrammeBlock {
  return {
    id,
    kind: 'manager',
    minutes: 60,
    boards,
    title: words(
      'Fasebeslutning i styregruppen',
      'Gate decision of the steering group',
      'Fasebeslutning i styringsgruppen',
    ),
    note: question,
  }
}

const log = (id: string): ProgrammeBlock => ({
  id,
  kind: 'wrap-up',
  minutes: 45,
  boards: ['T22'],
  title: words('Proceslog', 'Process log', 'Prosesslogg'),
  note: words(
    'En linje, hver gang noget har ændret sig',
    'A line whenever something has changed',
    'En linje hver gang noe har endret seg',
  ),
})

const GATE_ANSWERS = words(
  'Svar: gå videre, gå videre med forbehold, tag en runde til eller stop',
  'Answers: go on, go on with conditions, one more round or stop',
  'Svar: gå videre, gå videre med forbehold, ta en runde til eller stopp',
)

const GATES = {
  understand: words(
    'Er det de rigtige mulighedsrum – og er formålet stadig det rigtige?',
    'Are these the right opportunity spaces – and is the purpose still right?',
    'Er dette de riktige mulighetsrommene – og er formålet fortsatt det riktige?',
  ),
  create: words(
    'Hvad viste prøvehandlingerne, og hvad er værd at sætte i drift?',
    'What did trials show, and what is worth putting to work?',
    'Hva viste utprøvingene, og hva er verdt å sette i drift?',
  ),
  work: words(
    'Er det hverdag nu, hvad gav det, og hvem ejer det?',
    'Is it everyday practice, what did it yield, who owns it?',
    'Er det hverdag nå, hva ga det, og hvem eier det?',
  ),
}

/** Domain guide, 5.7: the three phases over months, in lengths from the middle of what is typical. */
export const PROJECT: Programme = {
  id: 'project',
  name: words('Innovationsprojekt over måneder', 'Innovation project over months', 'Innovasjonsprosjekt over måneder'),
  purpose: words(
    'Et projekt i tre faser, hvor styregruppen beslutter efter hver fase.',
    'A project in three phases; the steering group decides after each of them.',
    'Et prosjekt i tre faser, der styringsgruppen beslutter etter hver fase.',
  ),
  duration: words('Omkring 33 uger', 'About 33 weeks', 'Omtrent 33 uker'),
  startsOnMonday: true,
  warning: null,
  days: [
    {
      key: 'understand',
      offset: 0,
      lastOffset: 7 * 7 - 3,
      title: words('Forstå', 'Understand', 'Forstå'),
      goal: words('Mulighedsrummene er valgt', 'The opportunity spaces are chosen', 'Mulighetsrommene er valgt'),
      phases: ['foundation', 'understand'],
      startsAt: clock(8, 30),
      blocks: [
        work(
          'p-foundation',
          90,
          ['T02'],
          words('Kick-off og fundament', 'Kick-off and foundation', 'Kick-off og fundament'),
        ),
        work('p-plan', 45, ['T03'], words('Fase- og mødeplan', 'Plan of phases and meetings', 'Fase- og møteplan')),
        work('p-stakeholders', 45, ['T04'], words('Interessentkort', 'Stakeholder map', 'Interessentkart')),
        work(
          'p-interviews',
          90,
          ['T05'],
          words('Interview og indsigter', 'Interviews and insights', 'Intervju og innsikter'),
          {
            note: words('Flere runder', 'Several rounds', 'Flere runder'),
          },
        ),
        work(
          'p-persona',
          45,
          ['T06'],
          words('Målgruppe og persona', 'Target group and persona', 'Målgruppe og persona'),
        ),
        work('p-journey', 90, ['T07'], words('Borgerrejse', 'Citizen journey', 'Innbyggerreise')),
        work(
          'p-lands',
          60,
          ['T08'],
          words('Borgerland–fagland', 'Citizen land–professional land', 'Innbyggerland–fagland'),
        ),
        work('p-meeting', 90, ['T16'], words('Borgermøde', 'Citizen meeting', 'Innbyggermøte')),
        work('p-spaces', 90, ['T09'], words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom')),
        log('p-log-1'),
        gate('p-gate-1', GATES.understand, ['T23']),
        work('p-retrospective-1', 45, ['T24'], words('Retrospektiv', 'Retrospective', 'Retrospektiv')),
      ],
      handsOver: [words('De valgte mulighedsrum', 'The chosen opportunity spaces', 'De valgte mulighetsrommene')],
      managerSees: {
        title: words('Status efter første fase', 'Status after the first phase', 'Status etter første fase'),
        items: [GATES.understand, GATE_ANSWERS],
      },
    },
    {
      key: 'create',
      offset: 7 * 7,
      lastOffset: 16 * 7 - 3,
      title: words('Skab', 'Create', 'Skap'),
      goal: words('En prøvet løsning', 'A tried solution', 'En utprøvd løsning'),
      phases: ['create'],
      startsAt: clock(8, 30),
      blocks: [
        work('p-habits', 45, ['T10'], words('Vanebryder', 'Habit breaker', 'Vanebryter')),
        work('p-ideas', 90, ['T11'], words('Idéudvikling', 'Idea generation', 'Idéutvikling')),
        work('p-choose', 60, ['T12'], words('Idéprioritering', 'Idea prioritisation', 'Idéprioritering')),
        work('p-storyboard', 75, ['T13'], words('Storyboard', 'Storyboard', 'Storyboard')),
        work('p-trials', 45, ['T14'], words('Prøvehandlinger', 'Trial actions', 'Utprøvinger')),
        work('p-letter', 90, ['T15'], words('Borgerbrev', 'Citizen letter', 'Innbyggerbrev')),
        work(
          'p-puzzle',
          45,
          ['T17'],
          words('Bæredygtighedspuslespil', 'Sustainability puzzle', 'Bærekraftspuslespill'),
        ),
        work(
          'p-meeting-2',
          90,
          ['T16-2'],
          words('Borgermøde om løsningen', 'Citizen meeting about the solution', 'Innbyggermøte om løsningen'),
        ),
        log('p-log-2'),
        gate('p-gate-2', GATES.create, ['T23']),
        work('p-retrospective-2', 45, ['T24-2'], words('Retrospektiv', 'Retrospective', 'Retrospektiv')),
      ],
      handsOver: [
        words('Den løsning, der skal i drift', 'The solution to be put to work', 'Løsningen som skal i drift'),
      ],
      managerSees: {
        title: words('Status efter anden fase', 'Status after the second phase', 'Status etter andre fase'),
        items: [GATES.create, GATE_ANSWERS],
      },
    },
    {
      key: 'work',
      offset: 16 * 7,
      lastOffset: 33 * 7 - 3,
      title: words('Virk', 'Put to work', 'Sett i verk'),
      goal: words(
        'Løsningen er hverdag og har en ejer',
        'The solution is everyday practice and has an owner',
        'Løsningen er hverdag og har en eier',
      ),
      phases: ['work'],
      startsAt: clock(8, 30),
      blocks: [
        work('p-narrative', 60, ['T18'], words('Fremtidsfortælling', 'Future narrative', 'Framtidsfortelling')),
        work(
          'p-implementation',
          90,
          ['T19'],
          words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
        ),
        work('p-loop', 45, ['T20'], words('Læringsloop', 'Learning loop', 'Læringssløyfe'), {
          note: words('Hver anden til fjerde uge', 'Every two to four weeks', 'Hver andre til fjerde uke'),
        }),
        work('p-benefits', 45, ['T21'], words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt')),
        log('p-log-3'),
        gate('p-gate-3', GATES.work, ['T23']),
        work('p-retrospective-3', 45, ['T24-3'], words('Retrospektiv', 'Retrospective', 'Retrospektiv')),
      ],
      handsOver: [words('Pakken til den nye ejer', 'The package to the receiving owner', 'Pakken til den nye eieren')],
      managerSees: {
        title: words('Status efter tredje fase', 'Status after the third phase', 'Status etter tredje fase'),
        items: [GATES.work, GATE_ANSWERS],
      },
    },
  ],
  boards: [
    { key: 'T02', phase: 'foundation' },
    {
      key: 'T03',
      phase: 'foundation',
      title: words('Fase- og mødeplan', 'Plan of phases and meetings', 'Fase- og møteplan'),
    },
    { key: 'T04', phase: 'understand' },
    { key: 'T05', phase: 'understand' },
    { key: 'T06', phase: 'understand' },
    { key: 'T07', phase: 'understand' },
    { key: 'T08', phase: 'understand' },
    { key: 'T16', phase: 'understand' },
    { key: 'T09', phase: 'understand' },
    { key: 'T22', phase: 'understand' },
    { key: 'T23', phase: 'understand' },
    { key: 'T24', phase: 'understand', title: words('Retrospektiv 1', 'Retrospective 1', 'Retrospektiv 1') },
    { key: 'T10', phase: 'create' },
    { key: 'T11', phase: 'create' },
    { key: 'T12', phase: 'create' },
    { key: 'T13', phase: 'create' },
    { key: 'T14', phase: 'create' },
    { key: 'T15', phase: 'create' },
    { key: 'T17', phase: 'create' },
    {
      key: 'T16-2',
      phase: 'create',
      title: words('Borgermøde om løsningen', 'Citizen meeting about the solution', 'Innbyggermøte om løsningen'),
    },
    { key: 'T24-2', phase: 'create', title: words('Retrospektiv 2', 'Retrospective 2', 'Retrospektiv 2') },
    { key: 'T18', phase: 'work' },
    { key: 'T19', phase: 'work' },
    { key: 'T20', phase: 'work' },
    { key: 'T21', phase: 'work' },
    { key: 'T24-3', phase: 'work', title: words('Retrospektiv 3', 'Retrospective 3', 'Retrospektiv 3') },
  ],
}
