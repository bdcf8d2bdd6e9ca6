import type { Phase } from '@samtavle/shared/agenda'
import { type Localised, words } from '../template.ts'
import { clock, work } from './block.ts'
import type { Programme, ProgrammeBlock, ProgrammeDay } from './programme.ts'

const WEEK = 7

/** A step of some weeks; its blocks are a checklist of at most five questions, with the boards that answer them. */
function step(
  key: Phase,
  firstWeek: number,
  weeks: number,
  title: Localised,
  endsWhen: Localised,
  blocks: readonly ProgrammeBlock[],
): ProgrammeDay {
  return {
    key,
    offset: firstWeek * WEEK,
    lastOffset: (firstWeek + weeks) * WEEK - 3,
    title,
    goal: endsWhen,
    phases: [key],
    startsAt: clock(8, 30),
    blocks,
    handsOver: [endsWhen],
    managerSees: null,
  }
}

/** Domain guide, 5.6: the four steps of the Norwegian guide; runs without a facilitator. */
export const KS_FOUR_STEPS: Programme = {
  id: 'ks-four-steps',
  name: words('KS-guiden i fire trin', 'The KS guide in four steps', 'KS-veilederen i fire trinn'),
  purpose: words(
    'Fire trin fra fundament til daglig drift. Hvert trin har få spørgsmål og de tavler, der svarer på dem.',
    'Four steps from foundation to daily operations. Each has a few questions, and the boards that answer them.',
    'Fire trinn fra fundament til daglig drift. Hvert trinn har få spørsmål og tavlene som svarer på dem.',
  ),
  duration: words('Omkring 24 uger', 'About 24 weeks', 'Omtrent 24 uker'),
  startsOnMonday: true,
  warning: null,
  days: [
    step(
      'foundation',
      0,
      2,
      words('Læg fundamentet', 'Lay the foundation', 'Legg fundamentet'),
      words('Mandat og team er aftalt', 'Mandate and team are agreed', 'Mandat og team er avtalt'),
      [
        work(
          'ks-task',
          90,
          ['T02'],
          words(
            'Hvad er opgaven, og hvad må vi selv beslutte?',
            'What is the task, and what may we decide?',
            'Hva er oppgaven, og hva får vi bestemme selv?',
          ),
        ),
        work(
          'ks-who',
          45,
          ['T04'],
          words(
            'Hvem berører det, og hvem mangler vi?',
            'Whom does it touch, and who is missing?',
            'Hvem angår det, og hvem mangler vi?',
          ),
        ),
        work(
          'ks-when',
          45,
          ['T03'],
          words(
            'Hvem er med, og hvornår gør vi hvad?',
            'Who joins, and what do we do when?',
            'Hvem er med, og når gjør vi hva?',
          ),
        ),
      ],
    ),
    step(
      'understand',
      2,
      4,
      words('Identificér behov', 'Identify needs', 'Identifiser behov'),
      words(
        'Det egentlige behov står i én sætning',
        'The real need is written in one sentence',
        'Det egentlige behovet står i én setning',
      ),
      [
        work(
          'ks-hear',
          90,
          ['T05'],
          words(
            'Hvad siger borgere og medarbejdere selv?',
            'What do citizens and staff say themselves?',
            'Hva sier innbyggere og ansatte selv?',
          ),
        ),
        work(
          'ks-lives',
          45,
          ['T06'],
          words(
            'Hvem er det for, og hvad er svært for dem?',
            'Whom is it for, and what is hard for them?',
            'Hvem er det for, og hva er vanskelig for dem?',
          ),
        ),
        work(
          'ks-journey',
          90,
          ['T07'],
          words(
            'Hvordan opleves det fra start til slut?',
            'How is it experienced from start to end?',
            'Hvordan oppleves det fra start til slutt?',
          ),
        ),
        work(
          'ks-gap',
          60,
          ['T08'],
          words(
            'Hvor ser vi det anderledes end borgeren?',
            'Where do we see it differently from the citizen?',
            'Hvor ser vi det annerledes enn innbyggeren?',
          ),
        ),
      ],
    ),
    step(
      'create',
      6,
      6,
      words('Udforsk muligheder', 'Explore possibilities', 'Utforsk muligheter'),
      words(
        'En prøvet løsning, som teamet tror på',
        'A tried solution that the team believes in',
        'En utprøvd løsning som teamet tror på',
      ),
      [
        work(
          'ks-question',
          75,
          ['T09'],
          words(
            'Hvilket »Hvordan kan vi …?« vælger vi?',
            'Which "How might we …?" do we choose?',
            'Hvilket «Hvordan kan vi …?» velger vi?',
          ),
        ),
        work(
          'ks-ideas',
          90,
          ['T10', 'T11'],
          words(
            'Hvad kunne vi gøre helt anderledes?',
            'What could we do quite differently?',
            'Hva kunne vi gjort helt annerledes?',
          ),
        ),
        work(
          'ks-choice',
          60,
          ['T12'],
          words(
            'Hvilken idé prøver vi først, og hvorfor?',
            'Which idea do we try first, and why?',
            'Hvilken idé prøver vi først, og hvorfor?',
          ),
        ),
        work(
          'ks-shape',
          75,
          ['T13'],
          words(
            'Hvordan ser den ud for borgeren?',
            'What does it look like to the citizen?',
            'Hvordan ser den ut for innbyggeren?',
          ),
        ),
        work(
          'ks-trial',
          45,
          ['T14'],
          words(
            'Hvad er den mindste test, og hvad lærte den os?',
            'What is the smallest test, and what did it teach us?',
            'Hva er den minste testen, og hva lærte den oss?',
          ),
        ),
      ],
    ),
    step(
      'work',
      12,
      12,
      words('Realisér', 'Realise', 'Realiser'),
      words(
        'Løsningen er i normal drift og følges op',
        'The solution is in normal operation and followed up',
        'Løsningen er i normal drift og følges opp',
      ),
      [
        work(
          'ks-plan',
          90,
          ['T19'],
          words(
            'Hvem ejer løsningen, og hvad sker der hvornår?',
            'Who owns the solution, and what happens when?',
            'Hvem eier løsningen, og hva skjer når?',
          ),
        ),
        work(
          'ks-loop',
          45,
          ['T20'],
          words(
            'Hvornår ser vi på, hvad vi har lært?',
            'When do we look at what we have learned?',
            'Når ser vi på hva vi har lært?',
          ),
        ),
        work(
          'ks-benefits',
          45,
          ['T21'],
          words('Hvad gav det, og for hvem?', 'What did it yield, and for whom?', 'Hva ga det, og for hvem?'),
        ),
        work(
          'ks-story',
          60,
          ['T18'],
          words(
            'Hvordan er hverdagen, når det virker?',
            'What is everyday life like when it works?',
            'Hvordan er hverdagen når det virker?',
          ),
        ),
      ],
    ),
  ],
  boards: [
    { key: 'T02', phase: 'foundation' },
    { key: 'T04', phase: 'foundation' },
    { key: 'T03', phase: 'foundation' },
    { key: 'T05', phase: 'understand' },
    { key: 'T06', phase: 'understand' },
    { key: 'T07', phase: 'understand' },
    { key: 'T08', phase: 'understand' },
    { key: 'T09', phase: 'create' },
    { key: 'T10', phase: 'create' },
    { key: 'T11', phase: 'create' },
    { key: 'T12', phase: 'create' },
    { key: 'T13', phase: 'create' },
    { key: 'T14', phase: 'create' },
    { key: 'T19', phase: 'work' },
    { key: 'T20', phase: 'work' },
    { key: 'T21', phase: 'work' },
    { key: 'T18', phase: 'work' },
  ],
}
