import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const INTERESSENTKORT_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'kort',
    role: 'fact',
    text: words(
      'Borger, 78 år, bor alene (ring 1)',
      'Citizen, 78, lives alone (ring 1)',
      'Innbygger, 78 år, bor alene (ring 1)',
    ),
    ring: 1,
  },
  {
    where: 'kort',
    role: 'fact',
    text: words('Datter i en anden by (ring 1)', 'Daughter in another town (ring 1)', 'Datter i en annen by (ring 1)'),
    ring: 1,
  },
  {
    where: 'kort',
    role: 'backstage',
    text: words('Visitator (ring 2)', 'Care assessor (ring 2)', 'Saksbehandler (ring 2)'),
    ring: 2,
  },
  {
    where: 'kort',
    role: 'backstage',
    text: words(
      'Aftenhold i hjemmeplejen (ring 2)',
      'Home-care evening shift (ring 2)',
      'Kveldsvakt i hjemmetjenesten (ring 2)',
    ),
    ring: 2,
  },
  {
    where: 'kort',
    role: 'backstage',
    text: words(
      'It-system til kørelister (ring 3)',
      'IT system for visit schedules (ring 3)',
      'It-system for kjørelister (ring 3)',
    ),
    ring: 3,
  },
  {
    where: 'kort',
    role: 'fact',
    text: words('Ældreråd (udenfor)', "Senior citizens' council (outside)", 'Eldreråd (utenfor)'),
    ring: 'outside',
  },
  {
    where: 'taet',
    role: 'fact',
    text: words('Hjemmehjælpere på aftenholdet', 'Home helpers on the evening shift', 'Hjemmehjelpere på kveldsvakt'),
  },
  {
    where: 'lyt',
    role: 'fact',
    text: words('Borgere uden pårørende', 'Citizens without relatives', 'Innbyggere uten pårørende'),
  },
  {
    where: 'orienter',
    role: 'fact',
    text: words('Leder af visitationen', 'Head of the assessment office', 'Leder av tjenestekontoret'),
  },
  { where: 'informer', role: 'fact', text: words('Praktiserende læger', 'General practitioners', 'Fastleger') },
  {
    where: 'aftaler',
    role: 'decision',
    text: words(
      'Teamet ringer til aftenholdet i dag kl. 15',
      'The team phones the evening shift today at 15.00',
      'Teamet ringer kveldsvakten i dag kl. 15',
    ),
  },
]
