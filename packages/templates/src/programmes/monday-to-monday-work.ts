import { words } from '../template.ts'
import { clock, lunch, manager, pause, work, wrapUp } from './block.ts'
import type { ProgrammeDay } from './programme.ts'

export const FRIDAY: ProgrammeDay = {
  key: 'fri',
  offset: 4,
  title: words('Test med borgere', 'Test with citizens', 'Test med innbyggere'),
  goal: words(
    'Borgere og medarbejdere har prøvet løsningen, og den er rettet til',
    'Citizens and staff have tried it, and it has been adjusted',
    'Innbyggere og ansatte har prøvd løsningen, og den er justert',
  ),
  phases: ['create'],
  startsAt: clock(8, 30),
  blocks: [
    work('fri-set-up', 30, ['T14'], words('Klargøring', 'Set up', 'Klargjøring')),
    work(
      'fri-tests',
      90,
      ['T14'],
      words(
        'Fire-fem test med borgere og pårørende',
        'Four or five tests with citizens and relatives',
        'Fire–fem tester med innbyggere og pårørende',
      ),
      {
        note: words(
          'Skriv loggen inden for en time. Til 12.00, med pause 10.30',
          'Log within the hour. Until 12.00, with a break at 10.30',
          'Skriv loggen innen en time. Til 12.00, med pause 10.30',
        ),
      },
    ),
    pause('fri-break'),
    work('fri-tests-2', 75, ['T14'], words('Test, fortsat', 'Tests, continued', 'Tester, fortsatt')),
    lunch('fri-lunch'),
    work('fri-learned', 45, ['T14'], words('Hvad lærte vi?', 'What did we learn?', 'Hva lærte vi?')),
    work(
      'fri-adjust',
      30,
      ['T13', 'T15'],
      words('Ret løsning og brev til', 'Adjust solution and letter', 'Juster løsning og brev'),
    ),
    wrapUp(
      'fri-wrap-up',
      15,
      ['T14', 'T22'],
      words(
        'Weekendens prøvehandlinger overdrages til weekendholdet',
        'Weekend trials are handed to the weekend shift',
        'Helgens utprøvinger overleveres til helgevakten',
      ),
    ),
  ],
  handsOver: [
    words(
      'Link til log på telefon går til weekendholdets tovholder',
      'The phone log link goes to the weekend coordinator',
      'Lenke til logg på telefon går til helgens koordinator',
    ),
  ],
  managerSees: {
    title: words('Fredag: Test', 'Friday: Test', 'Fredag: Test'),
    items: [
      words(
        'For hver prøvehandling: hypotese → hvad der skete → hvad vi ændrede',
        'Per trial: hypothesis → what happened → what was changed',
        'For hver utprøving: hypotese → hva som skjedde → hva vi endret',
      ),
      words('To citater', 'Two quotes', 'To sitater'),
      words(
        'Det, der prøves i weekenden, og stopreglen',
        'What runs at the weekend and the stop rule',
        'Det som prøves i helgen, og stoppregelen',
      ),
      words('Det, mandagen skal afgøre', 'What Monday will decide', 'Det mandagen skal avgjøre'),
    ],
  },
}

export const WEEKEND: ProgrammeDay = {
  key: 'weekend',
  offset: 5,
  lastOffset: 6,
  title: words('Weekend', 'Weekend', 'Helg'),
  goal: words(
    'Prøvehandlinger kører i driften; teamet holder fri',
    'Trial actions run in daily operations; the team is off',
    'Utprøvinger pågår i driften; teamet har fri',
  ),
  phases: ['create'],
  startsAt: clock(8, 30),
  blocks: [],
  handsOver: [],
  managerSees: null,
  quiet: true,
}

export const SECOND_MONDAY: ProgrammeDay = {
  key: 'mon2',
  offset: 7,
  title: words('Plan og overlevering', 'Plan and handover', 'Plan og overlevering'),
  goal: words(
    'Løsningen er konkret og har en ejer og en plan',
    'The solution is concrete, with an owner and a plan',
    'Løsningen er konkret og har en eier og en plan',
  ),
  phases: ['work'],
  startsAt: clock(8, 30),
  blocks: [
    work('mon2-log', 30, ['T14'], words('Læs weekendens log', 'Read the weekend log', 'Les helgens logg')),
    work(
      'mon2-loop',
      75,
      ['T20'],
      words('Læringsloop, første runde', 'Learning loop, first round', 'Læringssløyfe, første runde'),
    ),
    work('mon2-narrative', 60, ['T18'], words('Fremtidsfortælling', 'Future narrative', 'Framtidsfortelling')),
    work(
      'mon2-plan',
      45,
      ['T19'],
      words('Implementeringsplan, del 1', 'Implementation plan, part 1', 'Implementeringsplan, del 1'),
      {
        note: words(
          'Den modtagende leder kommer til',
          'The receiving manager joins',
          'Den mottakende lederen kommer til',
        ),
      },
    ),
    lunch('mon2-lunch'),
    work(
      'mon2-plan-2',
      45,
      ['T19'],
      words('Implementeringsplan, del 2', 'Implementation plan, part 2', 'Implementeringsplan, del 2'),
    ),
    work('mon2-benefits', 45, ['T21'], words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt')),
    manager(
      'mon2-presentation',
      clock(14),
      ['T18', 'T23'],
      words(
        'For leder, styregruppe og inviterede borgere: gå videre, med forbehold, en runde til eller stop',
        'For manager, steering group and invited citizens: go on, with conditions, one more round or stop',
        'For leder, styringsgruppe og inviterte innbyggere: gå videre, med forbehold, en runde til eller stopp',
      ),
      words('Fremlæggelse og fasebeslutning', 'Presentation and gate decision', 'Framlegging og fasebeslutning'),
      60,
    ),
    work('mon2-retrospective', 30, ['T24'], words('Retrospektiv', 'Retrospective', 'Retrospektiv'), {
      note: words('Kun teamet', 'Team only', 'Bare teamet'),
    }),
    wrapUp(
      'mon2-thanks',
      15,
      [],
      words('Tak', 'Thanks', 'Takk'),
      words('Overleveringspakken sendes', 'The handover package is sent', 'Overleveringspakken sendes'),
    ),
  ],
  handsOver: [
    words('Pakken til den nye ejer', 'The package to the receiving owner', 'Pakken til den nye eieren'),
    words(
      'Datoer for de næste læringsloops',
      'Dates of the next learning loops',
      'Datoer for de neste læringssløyfene',
    ),
  ],
  managerSees: {
    title: words('Mandag: Løsning og plan', 'Monday: Solution and plan', 'Mandag: Løsning og plan'),
    items: [
      words('Løsningen i to sætninger', 'The solution in two sentences', 'Løsningen i to setninger'),
      words('Fortællingen', 'The story', 'Fortellingen'),
      words('Planen for de første 30 dage', 'The plan for days 0–30', 'Planen for de første 30 dagene'),
      words(
        'Gevinster med udgangspunkt og ejer',
        'Benefits with baseline and owner',
        'Gevinster med nullpunkt og eier',
      ),
      words('Ulemper', 'Drawbacks', 'Ulemper'),
      words('Log over ændringer', 'Log of changes', 'Logg over endringer'),
      words('Fasebeslutning med forbehold', 'Gate decision with conditions', 'Fasebeslutning med forbehold'),
      words('Dato for næste læringsloop', 'Date of the next loop', 'Dato for neste læringssløyfe'),
    ],
  },
}
