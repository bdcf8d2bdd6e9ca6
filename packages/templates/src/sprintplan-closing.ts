import { type TemplateExample, words } from './template.ts'

/** What is planned from Friday to the second Monday. */
export const PLAN_CLOSING: readonly TemplateExample[] = [
  {
    where: 'fre/maal',
    role: 'fact',
    text: words(
      'Borgere og medarbejdere har prøvet løsningen, og den er rettet til',
      'Citizens and staff have tried the solution and it has been adjusted',
      'Innbyggere og ansatte har prøvd løsningen, og den er justert',
    ),
  },
  {
    where: 'fre/fm',
    role: 'fact',
    text: words(
      '8.30 Klargøring · 9.00–12.00 Fire-fem test med borgere og pårørende · log samme time',
      '8.30 Preparation · 9.00–12.00 Four or five tests with citizens and relatives · log in the same hour',
      '8.30 Klargjøring · 9.00–12.00 Fire–fem tester med innbyggere og pårørende · logg samme time',
    ),
  },
  {
    where: 'fre/em',
    role: 'fact',
    text: words(
      '12.30 Hvad lærte vi? · 13.15 Ret til · 13.45 Weekendens prøvehandlinger overdrages · 14.00 Slut',
      '12.30 What did we learn? · 13.15 Adjust · 13.45 Weekend trials handed over · 14.00 End',
      '12.30 Hva lærte vi? · 13.15 Juster · 13.45 Helgens utprøvinger overleveres · 14.00 Slutt',
    ),
  },
  {
    where: 'fre/tavler',
    role: 'fact',
    text: words(
      'Prøvehandling og testplan · Proceslog',
      'Trial action and test plan · Process log',
      'Utprøving og testplan · Prosesslogg',
    ),
  },
  {
    where: 'fre/hvem',
    role: 'fact',
    text: words(
      'Team · fire borgere · to pårørende · weekendholdet kl. 13.45',
      'Team · four citizens · two relatives · weekend shift at 13.45',
      'Team · fire innbyggere · to pårørende · helgevakten kl. 13.45',
    ),
  },
  {
    where: 'fre/aflevering',
    role: 'fact',
    text: words(
      'Hvad vi testede, hvad der skete, og hvad vi ændrede',
      'What we tested, what happened and what we changed',
      'Hva vi testet, hva som skjedde, og hva vi endret',
    ),
  },
  {
    where: 'fre/leder',
    role: 'fact',
    text: words(
      'Ingen afklaring – læs øjebliksbilledet før mandag',
      'No clarification – read the snapshot before Monday',
      'Ingen avklaring – les øyeblikksbildet før mandag',
    ),
  },
  {
    where: 'weekend/maal',
    role: 'fact',
    text: words(
      'Prøvehandlinger kører i driften med egne folk',
      'Trial actions run in operations with own staff',
      'Utprøvinger pågår i driften med egne folk',
    ),
  },
  {
    where: 'weekend/fm',
    role: 'fact',
    text: words(
      'Weekendholdet prøver og skriver to linjer i loggen',
      'The weekend shift tries and writes two lines in the log',
      'Helgevakten prøver og skriver to linjer i loggen',
    ),
  },
  {
    where: 'weekend/em',
    role: 'fact',
    text: words(
      'Teamet holder fri. Ingen påmindelser',
      'The team is off. No reminders',
      'Teamet har fri. Ingen påminnelser',
    ),
  },
  {
    where: 'weekend/tavler',
    role: 'fact',
    text: words(
      'Kun prøvehandlingens log (telefon)',
      'Only the trial action log (phone)',
      'Bare loggen for utprøvingen (telefon)',
    ),
  },
  {
    where: 'weekend/hvem',
    role: 'fact',
    text: words(
      'Weekendholdet og dets tovholder',
      'The weekend shift and its coordinator',
      'Helgevakten og koordinatoren',
    ),
  },
  { where: 'weekend/aflevering', role: 'fact', text: words('Ingen', 'None', 'Ingen') },
  { where: 'weekend/leder', role: 'fact', text: words('Ingen', 'None', 'Ingen') },
  {
    where: 'man2/maal',
    role: 'fact',
    text: words(
      'Løsningen er konkret, har en ejer og en plan, og nogen tager over',
      'The solution is concrete, has an owner and a plan, and somebody takes over',
      'Løsningen er konkret, har en eier og en plan, og noen tar over',
    ),
  },
  {
    where: 'man2/fm',
    role: 'fact',
    text: words(
      '8.30 Weekendens log · 9.00 Læringsloop · 10.15 Fremtidsfortælling · 11.15 Implementeringsplan, del 1',
      '8.30 Weekend log · 9.00 Learning loop · 10.15 Future narrative · 11.15 Implementation plan, part 1',
      '8.30 Helgens logg · 9.00 Læringssløyfe · 10.15 Framtidsfortelling · 11.15 Implementeringsplan, del 1',
    ),
  },
  {
    where: 'man2/em',
    role: 'fact',
    text: words(
      '12.30 Implementeringsplan, del 2 · 13.15 Gevinstoverblik · 14.00 Fremlæggelse og fasebeslutning · 15.00 Retrospektiv · 15.30 Tak',
      '12.30 Implementation plan, part 2 · 13.15 Benefits overview · 14.00 Presentation and gate decision · 15.00 Retrospective · 15.30 Thanks',
      '12.30 Implementeringsplan, del 2 · 13.15 Gevinstoversikt · 14.00 Framlegging og fasebeslutning · 15.00 Retrospektiv · 15.30 Takk',
    ),
  },
  {
    where: 'man2/tavler',
    role: 'fact',
    text: words(
      'Læringsloop · Fremtidsfortælling · Implementeringsplan · Gevinstoverblik · Status · Retrospektiv',
      'Learning loop · Future narrative · Implementation plan · Benefits overview · Status · Retrospective',
      'Læringssløyfe · Framtidsfortelling · Implementeringsplan · Gevinstoversikt · Status · Retrospektiv',
    ),
  },
  {
    where: 'man2/hvem',
    role: 'fact',
    text: words(
      'Team · modtagende leder fra kl. 11.15 · styregruppe og borgere kl. 14',
      'Team · receiving manager from 11.15 · steering group and citizens at 14.00',
      'Team · mottakende leder fra kl. 11.15 · styringsgruppe og innbyggere kl. 14',
    ),
  },
  {
    where: 'man2/aflevering',
    role: 'fact',
    text: words(
      'Løsning, fremtidsfortælling, plan, gevinster og proceslog – samlet pakke',
      'Solution, future narrative, plan, benefits and process log – complete package',
      'Løsning, framtidsfortelling, plan, gevinster og prosesslogg – samlet pakke',
    ),
  },
  {
    where: 'man2/leder',
    role: 'decision',
    text: words(
      'Fasebeslutning: gå videre, med forbehold, en runde til eller stop',
      'Gate decision: go on, with conditions, one more round or stop',
      'Fasebeslutning: gå videre, med forbehold, en runde til eller stopp',
    ),
  },
]
