/** Learning loops of which somebody is the owner who is not of the sprint. */
export const received = {
  title: 'Læringsloops, du er modtager af',
  intro: 'De er overdraget til dig fra sprint, du ikke er med i.',
  page: 'Læringsloop',
  back: 'Sprint',
  onlyThis:
    'Du er modtager (ny ejer) af læringsloopet. Du kan skrive runder ned og flytte dem. Resten af sprintet hører til hos teamet.',
  fromSprint: 'Fra sprintet {{sprint}}',
  ended: 'Afsluttet',
  noRound: 'Ingen runde er aftalt',
  loadFailed: 'Læringsloopet kunne ikke hentes.',
  ownerReceives:
    '{{name}} er ikke med i sprintet og bliver modtager (ny ejer): ser kun dette læringsloop, bliver mindet om runderne, skriver dem ned og flytter dem.',
  ownerLeft:
    '{{name}} er ikke længere med i sprintet og kan ikke se læringsloopet. Facilitator bliver mindet om runderne.',
  receiver: 'modtager',
  notInSprint: 'ikke med i sprintet',
  trial: 'Prøvehandling bag',
  trialHint: 'Ejeren kan læse, hvad den har lært jer, også uden at være med i sprintet.',
  noTrial: 'Ingen',
  otherTrial: 'Den, der er valgt nu',
  trialTitle: 'Det har prøvehandlingen lært os',
  hypothesis: 'Hypotese: {{words}}',
  nothingLearned: 'Der er ikke skrevet ned endnu, hvad den har lært jer.',
  trialLines: 'Fra prøvehandlingens log',
} as const
