import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const BAEREDYGTIGHEDSPUSLESPIL_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'projekt',
    role: 'idea',
    text: words('Køleskabskort + opkald på dag 2', 'Fridge card + day-2 call', 'Kjøleskapskort + oppringning på dag 2'),
  },
  { where: 'relevant', role: 'fact', text: words('Lige adgang', 'Equal access', 'Lik tilgang') },
  { where: 'relevant', role: 'fact', text: words('Arbejdsliv', 'Working life', 'Arbeidsliv') },
  {
    where: 'senere',
    role: 'question',
    text: words(
      'Drift på lang sigt: hvem ringer i ferien?',
      'Long-term running cost: who calls during holidays?',
      'Drift på lang sikt: hvem ringer i ferien?',
    ),
  },
  { where: 'ikke', role: 'fact', text: words('Natur og uderum', 'Nature and outdoor space', 'Natur og uterom') },
  {
    where: 'ideer',
    role: 'idea',
    text: words(
      'Kort på polsk, tyrkisk og i stor skrift',
      'Card in Polish, Turkish and large print',
      'Kort på polsk, tyrkisk og med stor skrift',
    ),
  },
  {
    where: 'ideer',
    role: 'idea',
    text: words(
      'Aflever kortet på en rute, der alligevel køres',
      'Drop the card on a route that is driven anyway',
      'Lever kortet på en rute som kjøres uansett',
    ),
  },
  {
    where: 'modstrid',
    role: 'fact',
    text: words(
      'Plastlommer holder længere – papir kan genbruges. Vi vælger papir',
      'Plastic sleeves last longer – paper can be recycled. We choose paper',
      'Plastlommer holder lenger – papir kan gjenvinnes. Vi velger papir',
    ),
  },
  {
    where: 'aftaler',
    role: 'decision',
    text: words(
      'Kortet laves også i stor skrift før fredagens test',
      "The card is also made in large print before Friday's test",
      'Kortet lages også med stor skrift før fredagens test',
    ),
  },
]
