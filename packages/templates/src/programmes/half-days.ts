import type { Phase } from '@samtavle/shared/agenda'
import { type Localised, words } from '../template.ts'
import { clock, pause, work } from './block.ts'
import type { Programme, ProgrammeBlock, ProgrammeBoard } from './programme.ts'

/** What all half-day workshops share (domain guide, 5.3): 8.30 to noon, and they begin with the practice board. */
function halfDay(about: {
  letter: 'a' | 'b' | 'c' | 'd' | 'e'
  name: Localised
  purpose: Localised
  goal: Localised
  phases: readonly Phase[]
  blocks: readonly ProgrammeBlock[]
  boards: readonly ProgrammeBoard[]
}): Programme {
  const { letter, name, purpose, goal, phases, blocks, boards } = about
  const practice = work('practice', 10, ['T01'], words('Øvetavle', 'Practice board', 'Øvetavle'))
  return {
    id: `half-day-${letter}`,
    name,
    purpose,
    duration: words('En halv dag, 3½ time', 'Half a day, 3½ hours', 'En halv dag, 3½ time'),
    startsOnMonday: false,
    warning: null,
    days: [
      {
        key: 'day',
        offset: 0,
        title: name,
        goal,
        phases,
        startsAt: clock(8, 30),
        blocks: [practice, ...blocks],
        handsOver: [],
        managerSees: null,
      },
    ],
    boards: [{ key: 'T01', phase: 'foundation' }, ...boards],
  }
}

const INTRODUCTION = words('Introduktion', 'Introduction', 'Introduksjon')

export const HALF_DAYS: readonly Programme[] = [
  halfDay({
    letter: 'a',
    name: words(
      'Workshop: borgerland–fagland',
      'Workshop: citizen land–professional land',
      'Workshop: innbyggerland–fagland',
    ),
    purpose: words(
      'Se egen praksis udefra, og find det, der gaber mellem borgerens og fagets verden.',
      'See your own practice from outside, and find what gapes between the citizen’s and the professional’s world.',
      'Se egen praksis utenfra, og finn det som gaper mellom innbyggerens og fagets verden.',
    ),
    goal: words(
      'Vi har rettet vores antagelser til det, borgerne siger',
      'We have corrected our assumptions to what citizens say',
      'Vi har rettet antakelsene våre etter det innbyggerne sier',
    ),
    phases: ['understand'],
    blocks: [
      work('introduction', 20, [], INTRODUCTION),
      work(
        'lands',
        60,
        ['T08'],
        words('Borgerland–fagland', 'Citizen land–professional land', 'Innbyggerland–fagland'),
      ),
      pause('break', 20),
      work(
        'conversations',
        45,
        ['T08'],
        words(
          'To samtaler, eller optagne citater',
          'Two conversations, or recorded quotes',
          'To samtaler, eller innspilte sitater',
        ),
        {
          note: words(
            'Ret tavlen til det, I hører',
            'Correct the board to what you hear',
            'Rett tavla etter det dere hører',
          ),
        },
      ),
      work('gaps', 30, ['T08'], words('Gab og løfter', 'Gaps and promises', 'Gap og løfter')),
      work('retrospective', 15, ['T24'], words('Retrospektiv', 'Retrospective', 'Retrospektiv')),
    ],
    boards: [
      { key: 'T08', phase: 'understand' },
      { key: 'T24', phase: 'understand', short: true },
    ],
  }),
  halfDay({
    letter: 'b',
    name: words('Workshop: borgerrejse', 'Workshop: citizen journey', 'Workshop: innbyggerreise'),
    purpose: words(
      'Prøv borgerrejsen som metode, fra persona til »Hvordan kan vi …?«',
      'Try the citizen journey as a method, from persona to "How might we …?"',
      'Prøv innbyggerreisen som metode, fra persona til «Hvordan kan vi …?»',
    ),
    goal: words(
      'Et smertepunkt er blevet til et spørgsmål, vi vil arbejde med',
      'A pain point has become a question that we want to work on',
      'Et smertepunkt er blitt til et spørsmål vi vil arbeide med',
    ),
    phases: ['understand'],
    blocks: [
      work('introduction', 15, [], INTRODUCTION),
      work('persona', 20, ['T06'], words('Personakort', 'Persona card', 'Personakort'), {
        note: words('Givet på forhånd', 'Given beforehand', 'Gitt på forhånd'),
      }),
      work('journey', 75, ['T07'], words('Borgerrejse', 'Citizen journey', 'Innbyggerreise'), {
        note: words('Fire faser, fem spor', 'Four phases, five lanes', 'Fire faser, fem spor'),
      }),
      pause('break', 20),
      work('pains', 30, ['T07'], words('Smertepunkter og stemmer', 'Pains and voting', 'Smertepunkter og stemmer')),
      work(
        'how-might-we',
        30,
        ['T09'],
        words(
          'Fra smerte til »Hvordan kan vi …?«',
          'From pain to "How might we …?"',
          'Fra smerte til «Hvordan kan vi …?»',
        ),
      ),
      work('close', 10, [], words('Afslutning', 'Close', 'Avslutning')),
    ],
    boards: [
      { key: 'T06', phase: 'understand', short: true },
      { key: 'T07', phase: 'understand', short: true },
      { key: 'T09', phase: 'understand', short: true },
    ],
  }),
  halfDay({
    letter: 'c',
    name: words('Workshop: prøvehandlinger', 'Workshop: trial actions', 'Workshop: utprøvinger'),
    purpose: words(
      'Gør en idé så lille, at den kan prøves i næste uge.',
      'Make an idea so small that it can be tried next week.',
      'Gjør en idé så liten at den kan prøves neste uke.',
    ),
    goal: words(
      'Hvert par har en prøvehandling og en dato for opfølgning',
      'Every pair has a trial action and a date for follow-up',
      'Hvert par har en utprøving og en dato for oppfølging',
    ),
    phases: ['create'],
    blocks: [
      work('introduction', 15, [], INTRODUCTION),
      work('habits', 30, ['T10'], words('Vanebryder', 'Habit breaker', 'Vanebryter')),
      work('ideas', 30, ['T11'], words('Idéer', 'Ideas', 'Ideer'), {
        note: words('Kun idéark', 'Sheets only', 'Bare idéark'),
      }),
      pause('break', 20),
      work('trial', 60, ['T14'], words('Prøvehandling, to og to', 'Trial action, in pairs', 'Utprøving, to og to')),
      work(
        'challenge',
        30,
        ['T14'],
        words('Parrene udfordrer hinanden', 'Pairs challenge each other', 'Parene utfordrer hverandre'),
      ),
      work('dates', 15, ['T20'], words('Datoer for opfølgning', 'Dates for follow-up', 'Datoer for oppfølging'), {
        note: words('Første række i læringsloopet', 'First row of the learning loop', 'Første rad i læringssløyfen'),
      }),
    ],
    boards: [
      { key: 'T10', phase: 'create', short: true },
      { key: 'T11', phase: 'create', short: true },
      { key: 'T14', phase: 'create' },
      { key: 'T20', phase: 'work' },
    ],
  }),
  halfDay({
    letter: 'd',
    name: words('Brevværksted', 'Letter workshop', 'Brevverksted'),
    purpose: words(
      'Skriv et brev om, så borgeren kan læse det og ved, hvad hun skal gøre.',
      'Rewrite a letter so that the citizen can read it and knows what to do.',
      'Skriv om et brev slik at innbyggeren kan lese det og vet hva hun skal gjøre.',
    ),
    goal: words(
      'Et nyt brev er prøvet på tre læsere og har en dato for brug',
      'A new letter has been tested with three readers and has a date of use',
      'Et nytt brev er prøvd på tre lesere og har en dato for bruk',
    ),
    phases: ['create'],
    blocks: [
      work('read', 20, ['T15'], words('Læs brevet højt', 'Read the letter aloud', 'Les brevet høyt')),
      work(
        'core',
        40,
        ['T15'],
        words('Kernen, og det, der kan væk', 'The core, and what can go', 'Kjernen, og det som kan bort'),
      ),
      pause('break', 20),
      work('write', 50, ['T15'], words('Skriv', 'Write', 'Skriv')),
      work('test', 40, ['T15'], words('Test på tre læsere', 'Test with three readers', 'Test på tre lesere')),
      work('use', 20, ['T15'], words('I brug', 'Into use', 'Ta i bruk')),
    ],
    boards: [{ key: 'T15', phase: 'create' }],
  }),
  halfDay({
    letter: 'e',
    name: words(
      'Workshop: design et borgermøde',
      'Workshop: design a citizen meeting',
      'Workshop: utform et innbyggermøte',
    ),
    purpose: words(
      'Planlæg et møde, hvor borgerne kan få indflydelse.',
      'Plan a meeting at which citizens can have influence.',
      'Planlegg et møte der innbyggerne kan få innflytelse.',
    ),
    goal: words(
      'Program og spørgsmål er klar, og én bordrunde er prøvet',
      'Programme and questions are ready, and one table round is rehearsed',
      'Program og spørsmål er klare, og én bordrunde er prøvd',
    ),
    phases: ['understand'],
    blocks: [
      work('type', 30, ['T16'], words('Mødetype og indflydelse', 'Type and influence', 'Møtetype og innflytelse')),
      work('whom', 40, ['T16'], words('Hvem skal vi høre?', 'Whom to hear?', 'Hvem skal vi høre?')),
      pause('break', 20),
      work('programme', 60, ['T16'], words('Program og spørgsmål', 'Programme and questions', 'Program og spørsmål')),
      work('rehearsal', 30, ['T16'], words('Prøv én bordrunde', 'Rehearsal of one table round', 'Prøv én bordrunde')),
    ],
    boards: [{ key: 'T16', phase: 'understand' }],
  }),
]
