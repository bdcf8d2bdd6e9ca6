import { type TemplateSection, words } from './template.ts'

/** The sections of T04, in the order in which they are read. */
export const INTERESSENTKORT_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'kort',
    heading: words('Kortet – borgeren i midten', 'The map – citizen in the centre', 'Kartet – innbyggeren i midten'),
    question: words(
      'Ring 1: borgeren og de nærmeste. Ring 2: dem borgeren møder. Ring 3: dem bag scenen. Udenfor: omverdenen.',
      'Ring 1: the citizen and the closest. Ring 2: those the citizen meets. Ring 3: those backstage. Outside: the wider world.',
      'Ring 1: innbyggeren og de nærmeste. Ring 2: de som innbyggeren møter. Ring 3: de bak scenen. Utenfor: omverdenen.',
    ),
    kind: 'rings',
    rect: { x: 0, y: 0, w: 1840, h: 1840 },
  },
  {
    key: 'taet',
    heading: words('Inddrag tæt', 'Involve closely', 'Involver tett'),
    question: words(
      'Stor indflydelse og stærkt berørt: hvem skal være med til at skabe?',
      'High influence and strongly affected: who must help create?',
      'Stor innflytelse og sterkt berørt: hvem må være med og skape?',
    ),
    kind: 'notes',
    rect: { x: 1880, y: 0, w: 720, h: 620 },
  },
  {
    key: 'lyt',
    heading: words('Lyt og beskyt', 'Listen and protect', 'Lytt og beskytt'),
    question: words(
      'Stærkt berørt, lille indflydelse: hvem skal vi selv opsøge?',
      'Strongly affected, little influence: whom must we seek out ourselves?',
      'Sterkt berørt, liten innflytelse: hvem må vi selv oppsøke?',
    ),
    kind: 'notes',
    rect: { x: 2640, y: 0, w: 720, h: 620 },
  },
  {
    key: 'orienter',
    heading: words('Hold tilfreds', 'Keep satisfied', 'Hold fornøyd'),
    question: words(
      'Stor indflydelse, lidt berørt: hvem kan sige stop?',
      'High influence, little affected: who can say stop?',
      'Stor innflytelse, lite berørt: hvem kan si stopp?',
    ),
    kind: 'notes',
    rect: { x: 1880, y: 660, w: 720, h: 620 },
  },
  {
    key: 'informer',
    heading: words('Hold orienteret', 'Keep informed', 'Hold orientert'),
    question: words(
      'Lille indflydelse, lidt berørt: hvad skal de vide, og hvornår?',
      'Little influence, little affected: what must they know, and when?',
      'Liten innflytelse, lite berørt: hva må de vite, og når?',
    ),
    kind: 'notes',
    rect: { x: 2640, y: 660, w: 720, h: 620 },
  },
  {
    key: 'aftaler',
    heading: words('Aftaler om inddragelse', 'Agreements on involvement', 'Avtaler om involvering'),
    question: words(
      'Hvem kontakter hvem, hvornår og om hvad?',
      'Who contacts whom, when and about what?',
      'Hvem kontakter hvem, når og om hva?',
    ),
    kind: 'notes',
    rect: { x: 1880, y: 1320, w: 1480, h: 520 },
  },
]
