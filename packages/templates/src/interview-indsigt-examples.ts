import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const INTERVIEW_INDSIGT_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'guide',
    role: 'question',
    text: words(
      'Fortæl om den dag, du kom hjem. Hvad skete der først?',
      'Tell us about the day you came home. What happened first?',
      'Fortell om den dagen du kom hjem. Hva skjedde først?',
    ),
  },
  {
    where: 'guide',
    role: 'question',
    text: words(
      'Hvornår var du mest i tvivl – og hvad gjorde du?',
      'When were you most in doubt – and what did you do?',
      'Når var du mest i tvil – og hva gjorde du?',
    ),
  },
  {
    where: 'guide',
    role: 'question',
    text: words(
      'Vil du vise os de papirer, du fik?',
      'Will you show us the papers you were given?',
      'Vil du vise oss papirene du fikk?',
    ),
  },
  {
    where: 'samtykke',
    role: 'decision',
    text: words(
      'Mundtlig forklaring + underskrevet samtykke ligger i sagen, ikke her',
      'Oral explanation + signed consent is kept on the case file, not here',
      'Muntlig forklaring + underskrevet samtykke ligger i saken, ikke her',
    ),
  },
  {
    where: 'b1',
    role: 'quote',
    text: words(
      '»Jeg satte en stol i gangen, så jeg kunne høre, hvis nogen ringede på«',
      '"I put a chair in the hall so I could hear if anyone rang the bell"',
      '«Jeg satte en stol i gangen, så jeg kunne høre om noen ringte på»',
    ),
  },
  {
    where: 'b1',
    role: 'pain',
    text: words(
      'Turde ikke gå i bad, mens hun ventede',
      'Did not dare take a bath while waiting',
      'Turte ikke ta et bad mens hun ventet',
    ),
  },
  {
    where: 'b2',
    role: 'quote',
    text: words(
      '»Der kom fire forskellige. De var søde alle sammen«',
      '"Four different people came. All of them were nice"',
      '«Det kom fire forskjellige. De var hyggelige alle sammen»',
    ),
  },
  {
    where: 'b2',
    role: 'bright',
    text: words(
      'Ringede til aftenholdet – fik svar med det samme',
      'Phoned the evening shift – got an answer at once',
      'Ringte kveldsvakten – fikk svar med en gang',
    ),
  },
  {
    where: 'b3',
    role: 'fact',
    text: words(
      'Brevet lå uåbnet i Digital Post; datteren læste det ugen efter',
      'The letter lay unopened in the digital mailbox; the daughter read it a week later',
      'Brevet lå uåpnet i digital postkasse; datteren leste det uken etter',
    ),
  },
  {
    where: 'b4',
    role: 'quote',
    text: words('»Er det et nej?« – om brevet', '"Is it a no?" – about the letter', '«Er det et nei?» – om brevet'),
  },
  {
    where: 'b4',
    role: 'fact',
    text: words(
      'Lagde brevet i en skuffe og ventede på besøg',
      'Put the letter in a drawer and waited for a visit',
      'La brevet i en skuff og ventet på besøk',
    ),
  },
  {
    where: 'b5',
    role: 'pain',
    text: words(
      'Måtte fortælle det samme til tre forskellige',
      'Had to tell the same thing to three different people',
      'Måtte fortelle det samme til tre forskjellige',
    ),
  },
  {
    where: 'moenstre',
    role: 'fact',
    text: words(
      'Ventetid binder borgeren til hjemmet',
      'Waiting ties the citizen to the house',
      'Ventetid binder innbyggeren til hjemmet',
    ),
  },
  {
    where: 'overraskelser',
    role: 'fact',
    text: words(
      'Ingen nævnte antallet af timer – alle nævnte, hvem der kom',
      'Nobody mentioned the number of hours – all mentioned who came',
      'Ingen nevnte antall timer – alle nevnte hvem som kom',
    ),
  },
  {
    where: 'indsigter',
    role: 'fact',
    text: words(
      'Nyudskrevne oplever de første dage som ventetid, fordi de ikke kender planen, og det betyder, at de lader være med at leve',
      'Newly discharged people experience the first days as waiting, because they do not know the plan, and that means they put life on hold',
      'Nyutskrevne opplever de første dagene som ventetid fordi de ikke kjenner planen, og det betyr at de lar være å leve',
    ),
  },
  {
    where: 'huller',
    role: 'question',
    text: words(
      'Hvad gør de borgere, der ikke har pårørende?',
      'What do citizens without relatives do?',
      'Hva gjør de innbyggerne som ikke har pårørende?',
    ),
  },
]
