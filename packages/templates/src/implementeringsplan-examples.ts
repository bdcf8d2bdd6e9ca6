import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const IMPLEMENTERINGSPLAN_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'loesning',
    role: 'fact',
    text: words(
      'Alle nyudskrevne får et køleskabskort og et opkald inden for 24 timer. Så kan de planlægge deres dag.',
      'All newly discharged get a fridge card and a call within 24 hours. Then they can plan their day.',
      'Alle nyutskrevne får et kjøleskapskort og en oppringning innen 24 timer. Da kan de planlegge dagen sin.',
    ),
  },
  {
    where: 'kerne',
    role: 'decision',
    text: words(
      'Navn før klokkeslæt · samme nummer hele ugen · kortet udfyldes sammen med borgeren',
      'Name before time · same number all week · the card is filled in with the citizen',
      'Navn før klokkeslett · samme nummer hele uken · kortet fylles ut sammen med innbyggeren',
    ),
  },
  {
    where: 'tilpas',
    role: 'fact',
    text: words('Hvem i teamet der ringer', 'Who in the team calls', 'Hvem i teamet som ringer'),
  },
  {
    where: 'holdop',
    role: 'decision',
    text: words(
      'Det gamle velkomstbrev på fire sider',
      'The old four-page welcome letter',
      'Det gamle velkomstbrevet på fire sider',
    ),
  },
  {
    where: 'ejer',
    role: 'decision',
    text: words(
      'Teamleder syd · områdechefen er sponsor',
      'Team leader south · area manager is sponsor',
      'Teamleder sør · områdelederen er sponsor',
    ),
  },
  {
    where: 'risici',
    role: 'pain',
    text: words(
      'Opkaldet glemmes i weekenden → fast plads på weekendlisten',
      'The call is forgotten at weekends → fixed slot on the weekend list',
      'Oppringningen glemmes i helgen → fast plass på helgelista',
    ),
  },
  {
    where: 'moede',
    role: 'decision',
    text: words(
      'Fredag den 25. september kl. 13 – holder hypotesen med 20 borgere?',
      'Friday 25 September 13.00 – does the hypothesis hold with 20 citizens?',
      'Fredag 25. september kl. 13 – holder hypotesen med 20 innbyggere?',
    ),
  },
  {
    where: 'overlevering',
    role: 'fact',
    text: words(
      'Prøvehandlingskort, brevskabelon, manus, øjebliksbilleder',
      'Trial action cards, letter template, script, snapshots',
      'Utprøvingskort, brevmal, manus, øyeblikksbilder',
    ),
  },
  {
    where: 'nu/aktivitet',
    role: 'fact',
    text: words('To teams prøver med 20 borgere', 'Two teams try with 20 citizens', 'To team prøver med 20 innbyggere'),
  },
  {
    where: 'nu/ansvar',
    role: 'decision',
    text: words(
      'Teamleder syd ejer · visitator hjælper · områdechef beslutter',
      'Team leader south owns · assessor helps · area manager decides',
      'Teamleder sør eier · saksbehandler hjelper · områdeleder beslutter',
    ),
  },
  {
    where: 'nu/medarbejdere',
    role: 'fact',
    text: words(
      '30 minutters sidemandsoplæring og manus',
      '30 minutes peer training and script',
      '30 minutters sidemannsopplæring og manus',
    ),
  },
  {
    where: 'nu/borgere',
    role: 'fact',
    text: words('Pårørende får samme kort', 'Relatives get the same card', 'Pårørende får samme kort'),
  },
  {
    where: 'nu/regler',
    role: 'fact',
    text: words(
      'Juristen godkender brevet; opkald noteres i omsorgssystemet',
      'Lawyer approves the letter; calls are noted in the care record system',
      'Juristen godkjenner brevet; oppringninger noteres i journalsystemet',
    ),
  },
  {
    where: 'nu/oekonomi',
    role: 'fact',
    text: words('To timer om dagen i fire uger', 'Two hours a day for four weeks', 'To timer om dagen i fire uker'),
  },
  {
    where: 'q1/opfoelgning',
    role: 'fact',
    text: words(
      'Læringsloop hver anden fredag kl. 13',
      'Learning loop every other Friday 13.00',
      'Læringssløyfe annenhver fredag kl. 13',
    ),
  },
  {
    where: 'q2/aktivitet',
    role: 'fact',
    text: words(
      'Alle teams; opkald i vagtplanen',
      'All teams; call in the rota',
      'Alle team; oppringning i vaktplanen',
    ),
  },
]
