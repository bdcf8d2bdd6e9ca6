import { type TemplateGrid, words } from './template.ts'

/** The grid of T03, read column by column. */
export const SPRINTPLAN_GRID: TemplateGrid = {
  key: 'uge',
  name: words('Ugen', 'The week', 'Uken'),
  x: 0,
  y: 0,
  labelWidth: 300,
  headingHeight: 200,
  readBy: 'columns',
  columns: [
    {
      key: 'foer',
      heading: words('Før sprintet', 'Before the sprint', 'Før sprinten'),
      question: words(
        'Hvad skal være klar, før vi begynder?',
        'What must be ready before we begin?',
        'Hva må være klart før vi begynner?',
      ),
      x: 300,
      w: 500,
    },
    {
      key: 'man1',
      heading: words('Mandag', 'Monday', 'Mandag'),
      question: words(
        'Forstå: fundament og første møde med borgerne',
        'Understand: foundation and first meeting with citizens',
        'Forstå: fundament og første møte med innbyggerne',
      ),
      x: 800,
      w: 500,
    },
    {
      key: 'tir',
      heading: words('Tirsdag', 'Tuesday', 'Tirsdag'),
      question: words(
        'Forstå: interview, rejse og indsigter',
        'Understand: interviews, journey and insights',
        'Forstå: intervju, reise og innsikter',
      ),
      x: 1300,
      w: 500,
    },
    {
      key: 'ons',
      heading: words('Onsdag', 'Wednesday', 'Onsdag'),
      question: words(
        'Fra Forstå til Skab: mulighedsrum og idéer',
        'From Understand to Create: opportunity spaces and ideas',
        'Fra Forstå til Skap: mulighetsrom og ideer',
      ),
      x: 1800,
      w: 500,
    },
    {
      key: 'tor',
      heading: words('Torsdag', 'Thursday', 'Torsdag'),
      question: words('Skab: vælg, tegn og byg', 'Create: choose, sketch and build', 'Skap: velg, tegn og bygg'),
      x: 2300,
      w: 500,
    },
    {
      key: 'fre',
      heading: words('Fredag', 'Friday', 'Fredag'),
      question: words(
        'Skab: test med borgere og medarbejdere',
        'Create: test with citizens and staff',
        'Skap: test med innbyggere og ansatte',
      ),
      x: 2800,
      w: 500,
    },
    {
      key: 'weekend',
      heading: words('Weekend', 'Weekend', 'Helg'),
      question: words(
        'Prøvehandlinger kører i driften; teamet holder fri',
        'Trial actions run in daily operations; the team is off',
        'Utprøvinger pågår i driften; teamet har fri',
      ),
      x: 3300,
      w: 500,
    },
    {
      key: 'man2',
      heading: words('Mandag igen', 'Monday again', 'Mandag igjen'),
      question: words(
        'Virk: plan, fortælling og overlevering',
        'Put to work: plan, story and handover',
        'Sett i verk: plan, fortelling og overlevering',
      ),
      x: 3800,
      w: 500,
    },
  ],
  lanes: [
    {
      key: 'maal',
      heading: words('Dagens mål', 'Goal of the day', 'Dagens mål'),
      question: words(
        'Hvad skal vi kunne sige, når dagen er slut?',
        'What must we be able to say when the day ends?',
        'Hva skal vi kunne si når dagen er slutt?',
      ),
      y: 200,
      h: 260,
    },
    {
      key: 'fm',
      heading: words('Formiddag', 'Morning', 'Formiddag'),
      question: words('Kl. 8.30–12.00', '8.30–12.00', 'Kl. 8.30–12.00'),
      y: 460,
      h: 480,
    },
    {
      key: 'em',
      heading: words('Eftermiddag', 'Afternoon', 'Ettermiddag'),
      question: words(
        'Kl. 12.30–15.45 (fredag til 14.00)',
        '12.30–15.45 (Friday until 14.00)',
        'Kl. 12.30–15.45 (fredag til 14.00)',
      ),
      y: 940,
      h: 480,
    },
    {
      key: 'tavler',
      heading: words('Tavler', 'Boards', 'Tavler'),
      question: words(
        'Hvilke tavler åbner vi? (links)',
        'Which boards do we open? (links)',
        'Hvilke tavler åpner vi? (lenker)',
      ),
      y: 1420,
      h: 260,
    },
    {
      key: 'hvem',
      heading: words('Hvem er med?', 'Who joins?', 'Hvem er med?'),
      question: words(
        'Team, borgere, fagfolk, leder – og hvornår',
        'Team, citizens, experts, manager – and when',
        'Team, innbyggere, fagfolk, leder – og når',
      ),
      y: 1680,
      h: 260,
    },
    {
      key: 'aflevering',
      heading: words('Dagens øjebliksbillede', 'Snapshot of the day', 'Dagens øyeblikksbilde'),
      question: words(
        'Hvad fryser vi og viser lederen?',
        'What do we freeze and show the manager?',
        'Hva fryser vi og viser lederen?',
      ),
      y: 1940,
      h: 260,
    },
    {
      key: 'leder',
      heading: words('Lederens 15 minutter', "The manager's 15 minutes", 'Lederens 15 minutter'),
      question: words(
        'Hvilken afklaring har teamet brug for i dag?',
        'Which clarification does the team need today?',
        'Hvilken avklaring trenger teamet i dag?',
      ),
      y: 2200,
      h: 260,
    },
  ],
}
