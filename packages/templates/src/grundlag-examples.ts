import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const GRUNDLAG_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'udfordring',
    role: 'fact',
    text: words(
      'Når jeg kommer hjem fra hospitalet, ved jeg ikke, hvem der kommer, eller hvornår',
      'When I come home from hospital I do not know who is coming, or when',
      'Når jeg kommer hjem fra sykehuset, vet jeg ikke hvem som kommer, eller når',
    ),
  },
  {
    where: 'hvorfor',
    role: 'fact',
    text: words(
      'Visitationen fik 214 opkald i maj fra borgere i deres første uge hjemme (eksempeltal)',
      'The assessment office got 214 calls in May from citizens in their first week at home (sample figure)',
      'Tjenestekontoret fikk 214 oppringninger i mai fra innbyggere i den første uken hjemme (eksempeltall)',
    ),
  },
  {
    where: 'maal',
    role: 'bright',
    text: words(
      'Borgeren kender sin plan, før hun går ud ad hospitalets dør',
      'The citizen knows her plan before she leaves the hospital',
      'Innbyggeren kjenner planen sin før hun går ut døra på sykehuset',
    ),
  },
  {
    where: 'tegn',
    role: 'fact',
    text: words(
      'Halvt så mange »hvem kommer?«-opkald',
      'Half as many "who is coming?" calls',
      'Halvparten så mange «hvem kommer?»-telefoner',
    ),
  },
  {
    where: 'mandat',
    role: 'decision',
    text: words(
      'Teamet må ændre breve og arbejdsgange, ikke serviceniveauet',
      'The team may change letters and routines, not the service level',
      'Teamet kan endre brev og arbeidsrutiner, ikke tjenestenivået',
    ),
  },
  {
    where: 'team',
    role: 'fact',
    text: words(
      'To visitatorer, en sygeplejerske, en hjemmehjælper, en fra administrationen – alle på fuld tid mandag til mandag',
      'Two assessors, a nurse, a home helper, one from administration – all full time Monday to Monday',
      'To saksbehandlere, en sykepleier, en hjemmehjelper, en fra administrasjonen – alle på heltid mandag til mandag',
    ),
  },
  {
    where: 'borgere',
    role: 'fact',
    text: words(
      'Fem borgere hjemme under 14 dage og tre pårørende',
      'Five citizens home for less than 14 days and three relatives',
      'Fem innbyggere hjemme i under 14 dager og tre pårørende',
    ),
  },
  {
    where: 'vaerdier',
    role: 'fact',
    text: words(
      'Vi taler om borgere, som om de sad her',
      'We speak about citizens as if they were in the room',
      'Vi snakker om innbyggere som om de satt her',
    ),
  },
  {
    where: 'ved',
    role: 'fact',
    text: words(
      'Klageårsag nr. 1: »jeg vidste ikke, at …«',
      'Top reason for complaint: "I did not know that …"',
      'Klageårsak nr. 1: «jeg visste ikke at …»',
    ),
  },
  {
    where: 'tror',
    role: 'question',
    text: words(
      'Vi tror, at borgerne læser afgørelsen',
      'We believe that citizens read the decision letter',
      'Vi tror at innbyggerne leser vedtaket',
    ),
  },
  {
    where: 'bekymringer',
    role: 'pain',
    text: words(
      'Vi bliver kaldt tilbage til driften onsdag',
      'We are called back to daily operations on Wednesday',
      'Vi blir kalt tilbake til driften onsdag',
    ),
  },
  {
    where: 'data',
    role: 'decision',
    text: words(
      'Ingen navne, CPR-numre eller adresser på tavlen. Borgere hedder B1–B5',
      'No names, ID numbers or addresses on the board. Citizens are called B1–B5',
      'Ingen navn, fødselsnumre eller adresser på tavla. Innbyggere heter B1–B5',
    ),
  },
]
