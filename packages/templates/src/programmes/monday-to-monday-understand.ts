import { words } from '../template.ts'
import { clock, lunch, manager, pause, work, wrapUp } from './block.ts'
import type { ProgrammeDay } from './programme.ts'

/** Before the sprint, to be done without clock in two weeks. */
export const BEFORE: ProgrammeDay = {
  key: 'before',
  offset: -14,
  lastOffset: -3,
  title: words('Før sprintet', 'Before the sprint', 'Før sprinten'),
  goal: words(
    'Mandat, team og borgeraftaler er på plads, og tavlerne er klar',
    'Mandate, team and appointments with citizens are in place, and the boards are ready',
    'Mandat, team og innbyggeravtaler er på plass, og tavlene er klare',
  ),
  phases: ['foundation'],
  startsAt: clock(8, 30),
  blocks: [
    work(
      'before-mandate',
      60,
      ['T02'],
      words(
        'Aftal opgave og mandat med opgavestilleren',
        'Agree task and mandate with the commissioning manager',
        'Avtal oppgave og mandat med oppdragsgiveren',
      ),
      {
        note: words(
          'Kladde til fundamentet. Lederen bekræfter skriftligt, at teamet er fritaget hele ugen',
          'A draft of the foundation. The manager confirms in writing that the team is released all week',
          'Utkast til fundamentet. Lederen bekrefter skriftlig at teamet er fritatt hele uken',
        ),
      },
    ),
    work(
      'before-citizens',
      90,
      [],
      words(
        'Find 5–8 borgere, pårørende og medarbejdere fra driften',
        'Recruit 5–8 citizens, relatives and operations staff',
        'Finn 5–8 innbyggere, pårørende og ansatte fra driften',
      ),
      { note: words('Send samtykkeerklæringer', 'Send consent forms', 'Send samtykkeskjemaer') },
    ),
    work('before-plan', 45, ['T03'], words('Udfyld sprintplanen', 'Fill in the sprint plan', 'Fyll ut sprintplanen')),
    work('before-rotas', 30, [], words('Frigør vagtplanerne', 'Clear the rotas', 'Rydd vaktplanene')),
    work(
      'before-practice',
      15,
      ['T01'],
      words('Send link til øvetavlen', 'Send the link to the practice board', 'Send lenke til øvetavla'),
    ),
    wrapUp(
      'before-snapshot',
      15,
      ['T03'],
      words(
        'Send plan og mandat torsdag før start',
        'Send plan and mandate the Thursday before',
        'Send plan og mandat torsdagen før start',
      ),
      words('Øjebliksbillede til team og leder', 'Snapshot for team and manager', 'Øyeblikksbilde til team og leder'),
    ),
  ],
  handsOver: [],
  managerSees: {
    title: words('Sprintplan og mandat', 'Sprint plan and mandate', 'Sprintplan og mandat'),
    items: [
      words('Opgave og mandat', 'Task and mandate', 'Oppgave og mandat'),
      words(
        'Ugens plan: dage, mål og tavler',
        'The plan of the week: days, goals and boards',
        'Ukens plan: dager, mål og tavler',
      ),
      words(
        'Spørgsmål til lederen: Kan du skriftligt bekræfte, at teamet er fritaget for drift hele ugen?',
        'Question to the manager: can you confirm in writing that the team is released from operations all week?',
        'Spørsmål til lederen: Kan du bekrefte skriftlig at teamet er fritatt fra drift hele uken?',
      ),
    ],
  },
}

export const MONDAY: ProgrammeDay = {
  key: 'mon',
  offset: 0,
  title: words('Fundamentet', 'The foundation', 'Fundamentet'),
  goal: words(
    'Vi er enige om opgaven – og har hørt de første borgere',
    'We agree on the task – and have heard the first citizens',
    'Vi er enige om oppgaven – og har hørt de første innbyggerne',
  ),
  phases: ['understand'],
  startsAt: clock(8, 30),
  blocks: [
    work(
      'mon-welcome',
      30,
      ['T01'],
      words('Velkomst, øvetavle og tjek ind', 'Welcome, practice board and check-in', 'Velkomst, øvetavle og innsjekk'),
    ),
    work(
      'mon-kickoff',
      90,
      ['T02'],
      words(
        'Kick-off og fundament med opgavestilleren',
        'Kick-off and foundation with the commissioning manager',
        'Kick-off og fundament med oppdragsgiveren',
      ),
    ),
    pause('mon-break'),
    work(
      'mon-lands',
      75,
      ['T08'],
      words('Borgerland–fagland', 'Citizen land–professional land', 'Innbyggerland–fagland'),
      { note: words('Vores antagelser', 'Our assumptions', 'Antakelsene våre') },
    ),
    lunch('mon-lunch'),
    work('mon-stakeholders', 45, ['T04'], words('Interessentkort', 'Stakeholder map', 'Interessentkart')),
    work(
      'mon-guide',
      45,
      ['T05'],
      words('Interviewguide og prøveinterview', 'Interview guide and rehearsal', 'Intervjuguide og prøveintervju'),
    ),
    work(
      'mon-conversations',
      60,
      ['T05'],
      words('De første to samtaler', 'First two conversations', 'De to første samtalene'),
      { note: words('To og to', 'In pairs', 'To og to') },
    ),
    manager(
      'mon-manager',
      clock(15),
      ['T23'],
      words(
        'Er det den rigtige udfordring – og er mandatet stort nok?',
        'Is this the right challenge – and is the mandate large enough?',
        'Er det den riktige utfordringen – og er mandatet stort nok?',
      ),
    ),
    wrapUp('mon-wrap-up', 30, ['T22', 'T23']),
  ],
  handsOver: [
    words(
      'De tre farligste antagelser bliver til spørgsmål i interviewguiden',
      'The three most dangerous assumptions become interview questions',
      'De tre farligste antakelsene blir til spørsmål i intervjuguiden',
    ),
    words(
      'Det låste oprindelige formål står i procesloggen',
      'The locked original purpose stands in the process log',
      'Det låste opprinnelige formålet står i prosessloggen',
    ),
  ],
  managerSees: {
    title: words('Mandag: Fundamentet', 'Monday: The foundation', 'Mandag: Fundamentet'),
    items: [
      words(
        'Udfordringen med en borgers ord',
        "The challenge in a citizen's words",
        'Utfordringen med en innbyggers ord',
      ),
      words('Mål og tegn på succes', 'Goal and signs of success', 'Mål og tegn på suksess'),
      words('Mandat og rammer', 'Mandate and limits', 'Mandat og rammer'),
      words('Tre antagelser, der skal prøves af', 'Three assumptions to be tested', 'Tre antakelser som skal prøves'),
      words('Hvem vi møder i morgen', 'Whom we meet tomorrow', 'Hvem vi møter i morgen'),
      words('Ét spørgsmål til lederen', 'One question to the manager', 'Ett spørsmål til lederen'),
    ],
  },
}

export const TUESDAY: ProgrammeDay = {
  key: 'tue',
  offset: 1,
  title: words('Interview, rejse og indsigter', 'Interviews, journey and insights', 'Intervju, reise og innsikter'),
  goal: words(
    'Vi kan fortælle tre indsigter, som ingen kendte mandag',
    'We can tell three insights nobody knew on Monday',
    'Vi kan fortelle om tre innsikter som ingen kjente mandag',
  ),
  phases: ['understand'],
  startsAt: clock(8, 30),
  blocks: [
    work('tue-goal', 15, ['T03'], words('Dagens mål', 'Goal of the day', 'Dagens mål')),
    work(
      'tue-conversations',
      90,
      ['T05'],
      words('Samtaler og observation', 'Conversations and observation', 'Samtaler og observasjon'),
      {
        note: words(
          'Hos borgere og medarbejdere, to og to. Til 12.00, med pause 10.15',
          'With citizens and staff, in pairs. Until 12.00, with a break at 10.15',
          'Hos innbyggere og ansatte, to og to. Til 12.00, med pause 10.15',
        ),
      },
    ),
    pause('tue-break'),
    work(
      'tue-conversations-2',
      90,
      ['T05'],
      words(
        'Samtaler og observation, fortsat',
        'Conversations and observation, continued',
        'Samtaler og observasjon, fortsatt',
      ),
    ),
    lunch('tue-lunch'),
    work(
      'tue-insights',
      60,
      ['T05'],
      words('Genfortæl, saml og find indsigter', 'Retell, cluster, insights', 'Gjenfortell, grupper og finn innsikter'),
    ),
    work('tue-persona', 30, ['T06'], words('Persona', 'Persona', 'Persona'), {
      note: words('Kort udgave', 'Short version', 'Kort utgave'),
    }),
    work('tue-journey', 90, ['T07'], words('Borgerrejse', 'Citizen journey', 'Innbyggerreise'), {
      note: words(
        'Med medarbejdere fra rejsens afdelinger',
        'With staff from the departments involved',
        'Med ansatte fra avdelingene på reisen',
      ),
    }),
    manager(
      'tue-manager',
      clock(15, 30),
      ['T07', 'T23'],
      words(
        'Stående ved rejsen: Hvad overrasker dig – og hvem bør ellers høre det?',
        'Standing at the journey: what surprises you – and who else should hear it?',
        'Stående ved reisen: Hva overrasker deg – og hvem andre bør høre det?',
      ),
    ),
    wrapUp('tue-wrap-up', 15, ['T22', 'T23']),
  ],
  handsOver: [
    words(
      'Indsigter med stemmer, smertepunkter og de vigtigste øjeblikke',
      'Voted insights, pains and moments that matter',
      'Innsikter med stemmer, smertepunkter og de viktigste øyeblikkene',
    ),
  ],
  managerSees: {
    title: words('Tirsdag: Indsigter', 'Tuesday: Insights', 'Tirsdag: Innsikter'),
    items: [
      words('Tre indsigter', 'Three insights', 'Tre innsikter'),
      words(
        'Følelseskurven med ét citat ved hvert lavpunkt',
        'The emotion curve with one quote per low point',
        'Følelseskurven med ett sitat ved hvert lavpunkt',
      ),
      words('Personaen', 'The persona', 'Personaen'),
      words('Det, der overraskede teamet', 'What surprised the team', 'Det som overrasket teamet'),
      words('Om formålet har ændret sig', 'Whether the purpose has changed', 'Om formålet har endret seg'),
    ],
  },
}
