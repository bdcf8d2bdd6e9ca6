import { type TemplateExample, words } from './template.ts'

/** The first round of the invented case: a phone call after coming home. All figures are invented. */
export const LAERINGSLOOP_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'spoergsmaal',
    role: 'question',
    text: words(
      'Virker opkaldet også, når kortet ikke er udfyldt?',
      'Does the call also work when the card has not been filled in?',
      'Virker oppringningen også når kortet ikke er fylt ut?',
    ),
  },
  {
    where: 'planlaeg',
    role: 'fact',
    text: words(
      'Ti borgere med kort, ti uden. To uger',
      'Ten citizens with card, ten without. Two weeks',
      'Ti innbyggere med kort, ti uten. To uker',
    ),
  },
  {
    where: 'proev',
    role: 'fact',
    text: words('Vi nåede 17 af 20 opkald', 'We managed 17 of 20 calls', 'Vi rakk 17 av 20 oppringninger'),
  },
  {
    where: 'observer',
    role: 'fact',
    text: words(
      'Uden kort: 5 af 8 ringede alligevel. Med kort: 1 af 9 (eksempeltal)',
      'Without card: 5 of 8 called anyway. With card: 1 of 9 (sample figures)',
      'Uten kort: 5 av 8 ringte likevel. Med kort: 1 av 9 (eksempeltall)',
    ),
  },
  {
    where: 'reflekter',
    role: 'fact',
    text: words(
      'Kortet er hukommelse; opkaldet er tillid',
      'The card is memory; the call is trust',
      'Kortet er hukommelse; oppringningen er tillit',
    ),
  },
  {
    where: 'juster',
    role: 'decision',
    text: words(
      'Kort altid først. Opkald kortes til fem minutter',
      'Card always first. Call shortened to five minutes',
      'Kort alltid først. Oppringningen kortes ned til fem minutter',
    ),
  },
  {
    where: 'dobbelt',
    role: 'question',
    text: words(
      'Hvorfor skal borgeren vente på en afgørelse, før hun får et navn?',
      'Why must the citizen wait for a decision before she gets a name?',
      'Hvorfor må innbyggeren vente på et vedtak før hun får et navn?',
    ),
  },
  {
    where: 'borgere',
    role: 'quote',
    text: words(
      '»Nu ringer jeg kun, når jeg har noget på hjerte« (B12)',
      '"Now I only call when I have something to say" (B12)',
      '«Nå ringer jeg bare når jeg har noe på hjertet» (B12)',
    ),
  },
  {
    where: 'dato/r1',
    role: 'fact',
    text: words('Runde 1 · 14. september', 'Round 1 · 14 September', 'Runde 1 · 14. september'),
  },
  {
    where: 'proevede/r1',
    role: 'fact',
    text: words(
      'Opkald på dag 2 i weekenden, fem borgere',
      'Day-2 call at the weekend, five citizens',
      'Oppringning på dag 2 i helgen, fem innbyggere',
    ),
  },
  {
    where: 'saa/r1',
    role: 'fact',
    text: words('Fire svarede; 6–14 min', 'Four answered; 6–14 min', 'Fire svarte; 6–14 min'),
  },
  {
    where: 'laerte/r1',
    role: 'fact',
    text: words(
      'Virker bedst med kort på køleskabet',
      'Works best with a card on the fridge',
      'Virker best med kort på kjøleskapet',
    ),
  },
  {
    where: 'beslutning/r1',
    role: 'decision',
    text: words('Justér: ring dag 1', 'Adjust: call on day 1', 'Juster: ring dag 1'),
  },
  {
    where: 'ansvar/r1',
    role: 'decision',
    text: words(
      'Weekendens tovholder · 25. september',
      'Weekend coordinator · 25 September',
      'Helgens koordinator · 25. september',
    ),
  },
]
