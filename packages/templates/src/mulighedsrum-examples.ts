import { type TemplateExample, words } from './template.ts'

/** Three opportunity spaces of the invented case, from dilemma to question, and what the manager chose. */
export const MULIGHEDSRUM_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'indsigter',
    role: 'fact',
    text: words(
      'De første dage opleves som ventetid, fordi planen er ukendt',
      'The first days feel like waiting because the plan is unknown',
      'De første dagene oppleves som ventetid fordi planen er ukjent',
    ),
  },
  {
    where: 'indsigter',
    role: 'pain',
    text: words(
      'Afgørelsen svarer ikke på hvem og hvornår',
      'The decision does not answer who and when',
      'Vedtaket svarer ikke på hvem og når',
    ),
  },
  {
    where: 'm1-situation',
    role: 'fact',
    text: words(
      'Ventetiden i gangen: de første 48 timer hjemme',
      'Waiting in the hall: the first 48 hours at home',
      'Ventetiden i gangen: de første 48 timene hjemme',
    ),
  },
  {
    where: 'm1-dilemma',
    role: 'fact',
    text: words(
      'Borgeren vil have et klokkeslæt – køreplanen ændrer sig hver morgen',
      'The citizen wants a time – the schedule changes every morning',
      'Innbyggeren vil ha et klokkeslett – kjøreplanen endrer seg hver morgen',
    ),
  },
  {
    where: 'm1-behov',
    role: 'fact',
    text: words(
      'At kunne disponere over sin egen dag',
      'To be able to plan her own day',
      'Å kunne rå over sin egen dag',
    ),
  },
  {
    where: 'm1-effekt',
    role: 'bright',
    text: words(
      'Færre opkald og mere ro i hjemmet',
      'Fewer calls and more calm at home',
      'Færre telefoner og mer ro i hjemmet',
    ),
  },
  {
    where: 'm1-hkv',
    role: 'question',
    text: words(
      'Hvordan kan vi give nyudskrevne en dag, de selv kan planlægge, så de tør gå i bad?',
      'How might we give newly discharged people a day they can plan themselves, so that they dare take a bath?',
      'Hvordan kan vi gi nyutskrevne en dag de selv kan planlegge, slik at de tør å ta et bad?',
    ),
  },
  {
    where: 'm2-situation',
    role: 'fact',
    text: words(
      'Ja – men til hvad? Brevet i Digital Post',
      'Yes – but to what? The letter in the digital mailbox',
      'Ja – men til hva? Brevet i digital postkasse',
    ),
  },
  {
    where: 'm2-dilemma',
    role: 'fact',
    text: words(
      'Brevet skal holde juridisk og kunne forstås på ét minut',
      'The letter must hold up in law and be understood in one minute',
      'Brevet skal holde juridisk og kunne forstås på ett minutt',
    ),
  },
  {
    where: 'm2-behov',
    role: 'fact',
    text: words(
      'At kunne forklare sin datter, hvad der nu sker',
      'To be able to explain to her daughter what happens now',
      'Å kunne forklare datteren sin hva som skjer nå',
    ),
  },
  {
    where: 'm2-effekt',
    role: 'bright',
    text: words(
      'Borgeren kan svare på »hvad, hvem, hvornår« uden at slå op',
      'The citizen can answer "what, who, when" without looking it up',
      'Innbyggeren kan svare på «hva, hvem, når» uten å slå opp',
    ),
  },
  {
    where: 'm2-hkv',
    role: 'question',
    text: words(
      'Hvordan kan vi fortælle borgeren det vigtigste på én side, så hun kan vise den til sin datter?',
      'How might we tell the citizen what matters on one page, so that she can show it to her daughter?',
      'Hvordan kan vi fortelle innbyggeren det viktigste på én side, slik at hun kan vise den til datteren sin?',
    ),
  },
  {
    where: 'm3-situation',
    role: 'fact',
    text: words('Den fremmede i døren kl. 20', 'The stranger at the door at 20.00', 'Den fremmede i døra kl. 20'),
  },
  {
    where: 'm3-dilemma',
    role: 'fact',
    text: words(
      'Aftenholdet skal vide nok til at være nærværende – men ikke mere, end de har brug for',
      'The evening shift must know enough to be present – but no more than they need',
      'Kveldsvakten må vite nok til å være til stede – men ikke mer enn den trenger',
    ),
  },
  {
    where: 'm3-behov',
    role: 'fact',
    text: words(
      'At blive genkendt i sit eget hjem',
      "To be recognised in one's own home",
      'Å bli gjenkjent i sitt eget hjem',
    ),
  },
  {
    where: 'm3-effekt',
    role: 'bright',
    text: words(
      'Det første møde begynder med navn og ikke med en opgave',
      'The first meeting begins with a name and not with a task',
      'Det første møtet begynner med navn og ikke med en oppgave',
    ),
  },
  {
    where: 'm3-hkv',
    role: 'question',
    text: words(
      'Hvordan kan vi få aftenholdet til at kende borgeren, før de ringer på?',
      'How might we let the evening shift know the citizen before they ring the bell?',
      'Hvordan kan vi sørge for at kveldsvakten kjenner innbyggeren før den ringer på?',
    ),
  },
  {
    where: 'matrix',
    role: 'question',
    quadrant: 'upRight',
    text: words('Spørgsmål 1 → »Begynd her«', 'Question 1 → "Start here"', 'Spørsmål 1 → «Begynn her»'),
  },
  {
    where: 'valgt',
    role: 'decision',
    text: words(
      'Vi går videre med 1 og 2. Besluttet onsdag kl. 11.50 af opgavestiller og team',
      'We go on with 1 and 2. Decided Wednesday 11.50 by manager and team',
      'Vi går videre med 1 og 2. Besluttet onsdag kl. 11.50 av oppdragsgiver og team',
    ),
  },
  {
    where: 'parkering',
    role: 'fact',
    text: words(
      'Hospitalets beskedtid → møde med udskrivningskoordinator',
      'Hospital message delay → meeting with discharge coordinator',
      'Ventetid på melding fra sykehuset → møte med utskrivningskoordinator',
    ),
  },
]
