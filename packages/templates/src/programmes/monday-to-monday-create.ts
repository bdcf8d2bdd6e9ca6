import { words } from '../template.ts'
import { clock, lunch, manager, pause, work, wrapUp } from './block.ts'
import type { ProgrammeDay } from './programme.ts'

export const WEDNESDAY: ProgrammeDay = {
  key: 'wed',
  offset: 2,
  title: words('Mulighedsrum og idéer', 'Opportunity spaces and ideas', 'Mulighetsrom og ideer'),
  goal: words(
    'To mulighedsrum er valgt, og væggen er fuld af idéer',
    'Two opportunity spaces are chosen, and the wall is full of ideas',
    'To mulighetsrom er valgt, og veggen er full av ideer',
  ),
  phases: ['understand', 'create'],
  startsAt: clock(8, 30),
  blocks: [
    work(
      'wed-reread',
      30,
      ['T07', 'T08'],
      words('Rejsen genlæses', 'The journey is read again', 'Reisen leses på nytt'),
      {
        note: words(
          'Ret borgerland–fagland til det, vi har hørt',
          'Correct citizen land–professional land to what we have heard',
          'Rett innbyggerland–fagland etter det vi har hørt',
        ),
      },
    ),
    work('wed-spaces', 75, ['T09'], words('Mulighedsrum', 'Opportunity spaces', 'Mulighetsrom'), {
      note: words('Til 11.30, med pause 10.15', 'Until 11.30, with a break at 10.15', 'Til 11.30, med pause 10.15'),
    }),
    pause('wed-break'),
    work(
      'wed-spaces-2',
      60,
      ['T09'],
      words('Mulighedsrum, fortsat', 'Opportunity spaces, continued', 'Mulighetsrom, fortsatt'),
    ),
    manager(
      'wed-choice',
      clock(11, 30),
      ['T09', 'T22'],
      words(
        'Kan du bakke op om disse to mulighedsrum?',
        'Can you back these two opportunity spaces?',
        'Kan du stille deg bak disse to mulighetsrommene?',
      ),
      words('Valg sammen med lederen', 'Choice together with the manager', 'Valg sammen med lederen'),
      30,
    ),
    lunch('wed-lunch'),
    work('wed-habits', 45, ['T10'], words('Vanebryder', 'Habit breaker', 'Vanebryter'), {
      note: words('Med to gæster udefra', 'With two outside guests', 'Med to gjester utenfra'),
    }),
    work('wed-ideas', 60, ['T11'], words('Idéudvikling', 'Idea generation', 'Idéutvikling'), {
      note: words('Til 15.15, med pause 14.15', 'Until 15.15, with a break at 14.15', 'Til 15.15, med pause 14.15'),
    }),
    pause('wed-break-2'),
    work(
      'wed-ideas-2',
      45,
      ['T11'],
      words('Idéudvikling, fortsat', 'Idea generation, continued', 'Idéutvikling, fortsatt'),
    ),
    wrapUp('wed-wrap-up', 30, ['T22', 'T23']),
  ],
  handsOver: [
    words(
      'De valgte spørgsmål går til idéudviklingen',
      'The chosen questions go to idea generation',
      'De valgte spørsmålene går til idéutviklingen',
    ),
    words('Idékort går til prioriteringen', 'Idea cards go to prioritisation', 'Idékort går til prioriteringen'),
  ],
  managerSees: {
    title: words('Onsdag: Mulighedsrum', 'Wednesday: Opportunity spaces', 'Onsdag: Mulighetsrom'),
    items: [
      words(
        'De to »Hvordan kan vi …?« med begrundelse, og hvem der valgte',
        'The two "How might we …?" with reasons and who decided',
        'De to «Hvordan kan vi …?» med begrunnelse, og hvem som valgte',
      ),
      words(
        'Det, vi lod ligge, og hvem der har fået det',
        'What was left and to whom it is given',
        'Det vi lot ligge, og hvem som har fått det',
      ),
      words(
        'Antal idéer og tre overskrifter – ikke valgt endnu',
        'Number of ideas and three headlines – not chosen yet',
        'Antall ideer og tre overskrifter – ikke valgt ennå',
      ),
    ],
  },
}

export const THURSDAY: ProgrammeDay = {
  key: 'thu',
  offset: 3,
  title: words('Vælg, tegn og byg', 'Choose, sketch and build', 'Velg, tegn og bygg'),
  goal: words(
    'En eller to løsninger er tegnet, bygget og klar til test',
    'One or two solutions are drawn, built and ready to test',
    'Én eller to løsninger er tegnet, bygget og klare til test',
  ),
  phases: ['create'],
  startsAt: clock(8, 30),
  blocks: [
    work('thu-goal', 15, ['T03'], words('Dagens mål', 'Goal of the day', 'Dagens mål')),
    work('thu-choose', 60, ['T12'], words('Idéprioritering', 'Idea prioritisation', 'Idéprioritering')),
    work('thu-puzzle', 45, ['T17'], words('Bæredygtighedspuslespil', 'Sustainability puzzle', 'Bærekraftspuslespill')),
    pause('thu-break'),
    work('thu-storyboard', 75, ['T13'], words('Storyboard', 'Storyboard', 'Storyboard')),
    lunch('thu-lunch'),
    work('thu-build', 75, [], words('Byg løsningen', 'Build', 'Bygg løsningen'), {
      note: words(
        'Kort, brev, manus eller rollespil',
        'Card, letter, script or role play',
        'Kort, brev, manus eller rollespill',
      ),
    }),
    work(
      'thu-trial',
      75,
      ['T14', 'T15'],
      words('Prøvehandling og testplan', 'Trial action and test plan', 'Utprøving og testplan'),
      {
        note: words(
          'Samtidig: borgerbrev med jurist eller kommunikation',
          'In parallel: citizen letter with lawyer or communications',
          'Samtidig: innbyggerbrev med jurist eller kommunikasjon',
        ),
      },
    ),
    manager(
      'thu-manager',
      clock(15),
      ['T23'],
      words(
        'Må vi prøve dette fredag og i weekenden inden for disse grænser?',
        'May we try this on Friday and at the weekend within these limits?',
        'Får vi prøve dette fredag og i helgen innenfor disse grensene?',
      ),
    ),
    wrapUp('thu-wrap-up', 30, ['T22', 'T23']),
  ],
  handsOver: [
    words('Prøvehandlinger med status »Klar«', 'Trial cards in status "Ready"', 'Utprøvinger med status «Klar»'),
  ],
  managerSees: {
    title: words('Torsdag: Løsning på vej', 'Thursday: Solution on its way', 'Torsdag: Løsning på vei'),
    items: [
      words('Storyboardet i otte billeder', 'The storyboard in eight pictures', 'Storyboardet i åtte bilder'),
      words(
        'Hypotese, tegn og stopregel for hver prøvehandling',
        'Hypothesis, signs and stop rule of each trial',
        'Hypotese, tegn og stoppregel for hver utprøving',
      ),
      words('Grænser, vi beder om i weekenden', 'Limits asked for at the weekend', 'Grenser vi ber om i helgen'),
      words(
        'Beslutning og begrundelse fra idéprioriteringen',
        'Decision and reason from idea prioritisation',
        'Beslutning og begrunnelse fra idéprioriteringen',
      ),
    ],
  },
}
