import { type TemplateExample, words } from './template.ts'

/** What is planned for Wednesday and Thursday. */
export const PLAN_MIDWEEK: readonly TemplateExample[] = [
  {
    where: 'ons/maal',
    role: 'fact',
    text: words(
      'To mulighedsrum er valgt, og væggen er fuld af idéer',
      'Two opportunity spaces are chosen and the wall is full of ideas',
      'To mulighetsrom er valgt, og veggen er full av ideer',
    ),
  },
  {
    where: 'ons/fm',
    role: 'fact',
    text: words(
      '8.30 Rejsen genlæses, borgerland–fagland rettes · 9.00 Mulighedsrum · 11.30 Valg sammen med lederen',
      '8.30 Journey re-read, citizen land–professional land corrected · 9.00 Opportunity spaces · 11.30 Choice together with the manager',
      '8.30 Reisen leses på nytt, innbyggerland–fagland rettes · 9.00 Mulighetsrom · 11.30 Valg sammen med lederen',
    ),
  },
  {
    where: 'ons/em',
    role: 'fact',
    text: words(
      '12.30 Vanebryder · 13.15 Idéudvikling · 15.15 Opsamling',
      '12.30 Habit breaker · 13.15 Idea generation · 15.15 Wrap-up',
      '12.30 Vanebryter · 13.15 Idéutvikling · 15.15 Oppsummering',
    ),
  },
  {
    where: 'ons/tavler',
    role: 'fact',
    text: words(
      'Mulighedsrum · Vanebryder · Idéudvikling',
      'Opportunity space · Habit breaker · Idea generation',
      'Mulighetsrom · Vanebryter · Idéutvikling',
    ),
  },
  {
    where: 'ons/hvem',
    role: 'fact',
    text: words(
      'Team · leder kl. 11.30–12 · to gæster udefra kl. 12.30',
      'Team · manager 11.30–12 · two outside guests at 12.30',
      'Team · leder kl. 11.30–12 · to gjester utenfra kl. 12.30',
    ),
  },
  {
    where: 'ons/aflevering',
    role: 'fact',
    text: words(
      'De to valgte spørgsmål med begrundelse og antal idéer',
      'The two chosen questions with reasons and number of ideas',
      'De to valgte spørsmålene med begrunnelse og antall ideer',
    ),
  },
  {
    where: 'ons/leder',
    role: 'question',
    text: words(
      'Kan du bakke op om disse to mulighedsrum?',
      'Can you back these two opportunity spaces?',
      'Kan du stille deg bak disse to mulighetsrommene?',
    ),
  },
  {
    where: 'tor/maal',
    role: 'fact',
    text: words(
      'En-to løsninger er tegnet, bygget og klar til test',
      'One or two solutions are drawn, built and ready to test',
      'Én–to løsninger er tegnet, bygget og klare til test',
    ),
  },
  {
    where: 'tor/fm',
    role: 'fact',
    text: words(
      '8.30 Dagens mål · 8.45 Idéprioritering · 9.45 Bæredygtighedspuslespil · 10.30 Pause · 10.45 Storyboard',
      '8.30 Goal of the day · 8.45 Idea prioritisation · 9.45 Sustainability puzzle · 10.30 Break · 10.45 Storyboard',
      '8.30 Dagens mål · 8.45 Idéprioritering · 9.45 Bærekraftspuslespill · 10.30 Pause · 10.45 Storyboard',
    ),
  },
  {
    where: 'tor/em',
    role: 'fact',
    text: words(
      '12.30 Byg: kort, brev, manus, rollespil · 13.45 Prøvehandling og testplan / Borgerbrev · 15.00 Lederens 15 minutter',
      "12.30 Build: card, letter, script, role play · 13.45 Trial action and test plan / Citizen letter · 15.00 The manager's 15 minutes",
      '12.30 Bygg: kort, brev, manus, rollespill · 13.45 Utprøving og testplan / Innbyggerbrev · 15.00 Lederens 15 minutter',
    ),
  },
  {
    where: 'tor/tavler',
    role: 'fact',
    text: words(
      'Idéprioritering · Bæredygtighedspuslespil · Storyboard · Prøvehandling · Borgerbrev',
      'Idea prioritisation · Sustainability puzzle · Storyboard · Trial action · Citizen letter',
      'Idéprioritering · Bærekraftspuslespill · Storyboard · Utprøving · Innbyggerbrev',
    ),
  },
  {
    where: 'tor/hvem',
    role: 'fact',
    text: words(
      'Team · jurist eller kommunikation kl. 13.45 · aftenholdets repræsentant',
      'Team · lawyer or communications at 13.45 · evening-shift representative',
      'Team · jurist eller kommunikasjon kl. 13.45 · representant for kveldsvakten',
    ),
  },
  {
    where: 'tor/aflevering',
    role: 'fact',
    text: words(
      'Valgt løsning som storyboard og testplan for fredag og weekend',
      'Chosen solution as storyboard and test plan for Friday and weekend',
      'Valgt løsning som storyboard og testplan for fredag og helg',
    ),
  },
  {
    where: 'tor/leder',
    role: 'question',
    text: words(
      'Må vi prøve dette i weekenden inden for disse grænser?',
      'May we try this at the weekend within these limits?',
      'Får vi prøve dette i helgen innenfor disse grensene?',
    ),
  },
]
