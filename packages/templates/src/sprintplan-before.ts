import { type TemplateExample, words } from './template.ts'

/** What is planned before the sprint and on its first two days. */
export const PLAN_BEFORE: readonly TemplateExample[] = [
  {
    where: 'foer/maal',
    role: 'decision',
    text: words(
      'Mandat, team og fem borgeraftaler er på plads',
      'Mandate, team and five citizen appointments are in place',
      'Mandat, team og fem innbyggeravtaler er på plass',
    ),
  },
  {
    where: 'foer/fm',
    role: 'fact',
    text: words(
      'Uge −2: opgave og mandat aftales med opgavestiller. Borgere og pårørende findes og spørges',
      'Week −2: task and mandate agreed with the commissioning manager. Citizens and relatives found and asked',
      'Uke −2: oppgave og mandat avtales med oppdragsgiver. Innbyggere og pårørende blir funnet og spurt',
    ),
  },
  {
    where: 'foer/em',
    role: 'fact',
    text: words(
      'Uge −1: tavler klargøres, samtykker sendes, link til øvetavlen deles, vagtplaner frigøres',
      'Week −1: boards prepared, consent forms sent, practice link shared, rotas cleared',
      'Uke −1: tavler klargjøres, samtykker sendes, lenke til øvetavla deles, vaktplaner ryddes',
    ),
  },
  {
    where: 'foer/tavler',
    role: 'fact',
    text: words(
      'Øvetavle · Kick-off og fundament (kladde) · Sprintplan',
      'Practice board · Kick-off and foundation (draft) · Sprint plan',
      'Øvetavle · Kick-off og fundament (utkast) · Sprintplan',
    ),
  },
  {
    where: 'foer/hvem',
    role: 'fact',
    text: words(
      'Facilitator og opgavestiller',
      'Facilitator and commissioning manager',
      'Fasilitator og oppdragsgiver',
    ),
  },
  {
    where: 'foer/aflevering',
    role: 'fact',
    text: words(
      'Sprintplan og mandat, torsdag før start',
      'Sprint plan and mandate, Thursday before start',
      'Sprintplan og mandat, torsdag før start',
    ),
  },
  {
    where: 'foer/leder',
    role: 'question',
    text: words(
      'Kan du bekræfte, at teamet er fritaget for drift hele ugen?',
      'Can you confirm that the team is released from operations all week?',
      'Kan du bekrefte at teamet er fritatt fra drift hele uken?',
    ),
  },
  {
    where: 'man1/maal',
    role: 'fact',
    text: words(
      'Vi er enige om opgaven – og har hørt de første borgere',
      'We agree on the task – and have heard the first citizens',
      'Vi er enige om oppgaven – og har hørt de første innbyggerne',
    ),
  },
  {
    where: 'man1/fm',
    role: 'fact',
    text: words(
      '8.30 Velkomst og øvetavle · 9.00 Kick-off og fundament · 10.30 Pause · 10.45 Borgerland–fagland',
      '8.30 Welcome and practice board · 9.00 Kick-off and foundation · 10.30 Break · 10.45 Citizen land–professional land',
      '8.30 Velkomst og øvetavle · 9.00 Kick-off og fundament · 10.30 Pause · 10.45 Innbyggerland–fagland',
    ),
  },
  {
    where: 'man1/em',
    role: 'fact',
    text: words(
      '12.30 Interessentkort · 13.15 Interviewguide · 14.00 To samtaler · 15.00 Lederens 15 minutter · 15.15 Opsamling',
      "12.30 Stakeholder map · 13.15 Interview guide · 14.00 Two conversations · 15.00 The manager's 15 minutes · 15.15 Wrap-up",
      '12.30 Interessentkart · 13.15 Intervjuguide · 14.00 To samtaler · 15.00 Lederens 15 minutter · 15.15 Oppsummering',
    ),
  },
  {
    where: 'man1/tavler',
    role: 'fact',
    text: words(
      'Fundament · Borgerland–fagland · Interessentkort · Interview',
      'Foundation · Citizen land–professional land · Stakeholder map · Interview',
      'Fundament · Innbyggerland–fagland · Interessentkart · Intervju',
    ),
  },
  {
    where: 'man1/hvem',
    role: 'fact',
    text: words(
      'Team · opgavestiller kl. 9–10.30 · to borgere kl. 14',
      'Team · commissioning manager 9–10.30 · two citizens at 14.00',
      'Team · oppdragsgiver kl. 9–10.30 · to innbyggere kl. 14',
    ),
  },
  {
    where: 'man1/aflevering',
    role: 'fact',
    text: words(
      'Fundamentet: udfordring, mål, mandat, farligste antagelser',
      'The foundation: challenge, goal, mandate, most dangerous assumptions',
      'Fundamentet: utfordring, mål, mandat, farligste antakelser',
    ),
  },
  {
    where: 'man1/leder',
    role: 'question',
    text: words(
      'Er det den rigtige udfordring – og er mandatet stort nok?',
      'Is this the right challenge – and is the mandate large enough?',
      'Er det den riktige utfordringen – og er mandatet stort nok?',
    ),
  },
  {
    where: 'tir/maal',
    role: 'fact',
    text: words(
      'Vi kan fortælle tre indsigter, som vi ikke kendte mandag',
      'We can tell three insights we did not know on Monday',
      'Vi kan fortelle om tre innsikter som vi ikke kjente mandag',
    ),
  },
  {
    where: 'tir/fm',
    role: 'fact',
    text: words(
      '8.30 Dagens mål · 8.45–12.00 Samtaler og observation hos borgere og medarbejdere, to og to',
      '8.30 Goal of the day · 8.45–12.00 Conversations and observation with citizens and staff, in pairs',
      '8.30 Dagens mål · 8.45–12.00 Samtaler og observasjon hos innbyggere og ansatte, to og to',
    ),
  },
  {
    where: 'tir/em',
    role: 'fact',
    text: words(
      '12.30 Indsigter · 13.30 Persona · 14.00 Borgerrejse · 15.30 Lederens 15 minutter ved rejsen',
      "12.30 Insights · 13.30 Persona · 14.00 Citizen journey · 15.30 The manager's 15 minutes at the journey",
      '12.30 Innsikter · 13.30 Persona · 14.00 Innbyggerreise · 15.30 Lederens 15 minutter ved reisen',
    ),
  },
  {
    where: 'tir/tavler',
    role: 'fact',
    text: words(
      'Interview og indsigt · Persona · Borgerrejse',
      'Interview and insight · Persona · Citizen journey',
      'Intervju og innsikt · Persona · Innbyggerreise',
    ),
  },
  {
    where: 'tir/hvem',
    role: 'fact',
    text: words(
      'Team · tre borgere · to pårørende · medarbejdere fra rejsens afdelinger kl. 14',
      'Team · three citizens · two relatives · staff from the departments on the journey at 14.00',
      'Team · tre innbyggere · to pårørende · ansatte fra avdelingene på reisen kl. 14',
    ),
  },
  {
    where: 'tir/aflevering',
    role: 'fact',
    text: words(
      'Tre vigtigste indsigter, borgerrejsen og én persona',
      'Three key insights, the journey map and one persona',
      'Tre viktigste innsikter, innbyggerreisen og én persona',
    ),
  },
  {
    where: 'tir/leder',
    role: 'question',
    text: words(
      'Hvad overrasker dig – og hvem bør ellers høre det?',
      'What surprises you – and who else should hear it?',
      'Hva overrasker deg – og hvem andre bør høre det?',
    ),
  },
]
