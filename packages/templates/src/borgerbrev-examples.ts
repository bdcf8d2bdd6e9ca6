import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const BORGERBREV_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'foer',
    role: 'fact',
    text: words(
      '»De bevilges herved hjælp til personlig pleje i henhold til …« (eksempel)',
      '"You are hereby granted assistance for personal care pursuant to …" (sample)',
      '«De innvilges herved hjelp til personlig stell i henhold til …» (eksempel)',
    ),
  },
  {
    where: 'laesning',
    role: 'pain',
    text: words(
      'Stopper ved »henhold til« og lægger brevet fra sig',
      'Stops at "pursuant to" and puts the letter aside',
      'Stopper ved «i henhold til» og legger fra seg brevet',
    ),
  },
  {
    where: 'laesning',
    role: 'quote',
    text: words('»Er det et nej?« (B4)', '"Is it a no?" (B4)', '«Er det et nei?» (B4)'),
  },
  { where: 'svaereord', role: 'fact', text: words('Bevilges → Du får', 'Granted → You get', 'Innvilges → Du får') },
  {
    where: 'svaereord',
    role: 'fact',
    text: words(
      'Visitationen → De medarbejdere, der aftaler hjælpen med dig',
      'Assessment office → The staff who agree the help with you',
      'Tjenestekontoret → De ansatte som avtaler hjelpen med deg',
    ),
  },
  {
    where: 'kerne',
    role: 'decision',
    text: words(
      'Vid: du får hjælp fra i morgen. Føl: nogen har styr på det. Gør: hæng kortet op',
      'Know: you get help from tomorrow. Feel: somebody is in control. Do: hang up the card',
      'Vite: du får hjelp fra i morgen. Føle: noen har kontroll. Gjøre: heng opp kortet',
    ),
  },
  {
    where: 'skal',
    role: 'fact',
    text: words(
      'Begrundelse og klagevejledning med frist',
      'Reasons and complaint guidance with deadline',
      'Begrunnelse og opplysning om klageadgang med frist',
    ),
  },
  {
    where: 'kanud',
    role: 'fact',
    text: words(
      'To afsnit om kommunens organisering',
      'Two paragraphs on how the municipality is organised',
      'To avsnitt om hvordan kommunen er organisert',
    ),
  },
  {
    where: 'ny-overskrift',
    role: 'fact',
    text: words(
      'Du får hjælp til bad og morgenmad fra fredag',
      'You get help with bath and breakfast from Friday',
      'Du får hjelp til bad og frokost fra fredag',
    ),
  },
  {
    where: 'ny-vigtigst',
    role: 'fact',
    text: words(
      'Du har fået ja. Hjælpen begynder fredag den 11. september.',
      'You have got a yes. The help begins on Friday 11 September.',
      'Du har fått ja. Hjelpen begynner fredag 11. september.',
    ),
  },
  {
    where: 'ny-betyder',
    role: 'fact',
    text: words(
      'Der kommer en hjælper hver morgen mellem kl. 8 og 10.',
      'A helper comes every morning between 8 and 10.',
      'Det kommer en hjelper hver morgen mellom kl. 8 og 10.',
    ),
  },
  {
    where: 'ny-goer',
    role: 'fact',
    text: words(
      'Du skal ikke gøre noget. Ring, hvis tidspunktet ikke passer dig.',
      'You do not need to do anything. Call us if the time does not suit you.',
      'Du trenger ikke å gjøre noe. Ring hvis tidspunktet ikke passer for deg.',
    ),
  },
  {
    where: 'ny-hjaelp',
    role: 'fact',
    text: words(
      'Ring til dit team på ét nummer – alle dage kl. 7–22 (eksempel)',
      'Call your team on one number – every day 7–22 (sample)',
      'Ring teamet ditt på ett nummer – alle dager kl. 7–22 (eksempel)',
    ),
  },
  {
    where: 'ny-hvorfor',
    role: 'fact',
    text: words(
      'Du kan ikke selv komme i bad endnu, og du har fortalt, at morgenen er sværest.',
      'You cannot take a bath on your own yet, and you told us that mornings are hardest.',
      'Du klarer ikke å bade på egen hånd ennå, og du har fortalt at morgenen er vanskeligst.',
    ),
  },
  {
    where: 'ny-regler',
    role: 'fact',
    text: words(
      'Her står reglerne, og her kan du se, hvordan du klager, hvis du er uenig.',
      'Here are the rules, and here you can see how to complain if you disagree.',
      'Her står reglene, og her kan du se hvordan du klager hvis du er uenig.',
    ),
  },
  {
    where: 'tjek',
    role: 'fact',
    text: words('Længste sætning: 17 ord', 'Longest sentence: 17 words', 'Lengste setning: 17 ord'),
  },
  {
    where: 'test',
    role: 'quote',
    text: words(
      '»Fredag. Mellem otte og ti. Så hænger jeg det på køleskabet« (læser 2)',
      '"Friday. Between eight and ten. Then I will put it on the fridge" (reader 2)',
      '«Fredag. Mellom åtte og ti. Da henger jeg det på kjøleskapet» (leser 2)',
    ),
  },
  {
    where: 'frem',
    role: 'decision',
    text: words(
      'Skabelonen skiftes i uge 40; juristen har godkendt tirsdag',
      'The template changes in week 40; the lawyer approved on Tuesday',
      'Malen byttes i uke 40; juristen godkjente tirsdag',
    ),
  },
]
