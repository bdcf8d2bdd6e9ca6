import { PROEVEHANDLING_EXAMPLES } from './proevehandling-examples.ts'
import { PROEVEHANDLING_GRID } from './proevehandling-grid.ts'
import { PROEVEHANDLING_SECTIONS } from './proevehandling-sections.ts'
import { type Template, words } from './template.ts'

/** T14, trial action and test plan. */
export const proevehandling: Template = {
  id: 'proevehandling',
  number: 'T14',
  name: words('Prøvehandling og testplan', 'Trial action and test plan', 'Utprøving og testplan'),
  purpose: words(
    'Gør en idé til en lille handling, der kan prøves i virkeligheden nu, og samler det, vi lærer.',
    'Turns an idea into a small action that can be tried in real life now, and collects what we learn.',
    'Gjør en idé til en liten handling som kan prøves i virkeligheten nå, og samler det vi lærer.',
  ),
  when: words(
    'Torsdag kl. 13.45 (kort), fredag (test), weekend (drift), mandag (læring)',
    'Thursday 13.45 (card), Friday (test), weekend (operations), Monday (learning)',
    'Torsdag kl. 13.45 (kort), fredag (test), helg (drift), mandag (læring)',
  ),
  who: words(
    'De medarbejdere, der selv skal udføre den; borgere, der har sagt ja; en ansvarlig',
    'The staff who will carry it out; citizens who have said yes; one responsible',
    'Medarbeiderne som selv skal utføre den; innbyggere som har sagt ja; en ansvarlig',
  ),
  duration: words(
    '45 min + selve afprøvningen (timer til få uger)',
    '45 min + the trial itself (hours to a few weeks)',
    '45 min + selve utprøvingen (timer til få uker)',
  ),
  minutes: { least: 45, most: 45 },
  people: { least: 2, most: 8 },
  group: 'create',
  phase: 'create',
  phaseName: words('Skab', 'Create', 'Skap'),
  toolType: 'closes',
  size: { w: 3760, h: 2960 },
  sections: PROEVEHANDLING_SECTIONS,
  grids: [PROEVEHANDLING_GRID],
  examples: PROEVEHANDLING_EXAMPLES,
  steps: [
    words(
      'Skriv hypotesen færdig, før I planlægger; ingen hypotese, ingen prøve.',
      'Finish the hypothesis before planning; no hypothesis, no trial.',
      'Skriv hypotesen ferdig før dere planlegger; ingen hypotese, ingen utprøving.',
    ),
    words(
      'Skær testen ned, til den kan gøres i morgen med egne folk og egne midler.',
      'Cut the test down until it can be done tomorrow with own people and own means.',
      'Skjær testen ned til den kan gjøres i morgen med egne folk og egne midler.',
    ),
    words(
      'Aftal tegn og stopregel, og få ja fra dem, det berører.',
      'Agree signs and stop rule, and get a yes from those affected.',
      'Avtal tegn og stoppregel, og få ja fra dem det berører.',
    ),
    words(
      'Prøv – og skriv i loggen samme dag, med citater.',
      'Try – and write in the log the same day, with quotes.',
      'Prøv – og skriv i loggen samme dag, med sitater.',
    ),
    words(
      'Mødes, sammenhold med hypotesen, og vælg: behold, justér, stop eller prøv større.',
      'Meet, compare with the hypothesis and choose: keep, adjust, stop or try larger.',
      'Ta et møte, sammenlign med hypotesen, og velg: behold, juster, stopp eller prøv større.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T20',
      slug: 'laeringsloop',
      name: words('Læringsloop', 'Learning loop', 'Læringssløyfe'),
      what: words(
        'Det lærte vi + næste skridt bliver første runde i loopet.',
        'What we learned + next step become the first round of the loop.',
        'Det lærte vi + neste steg blir første runde i sløyfa.',
      ),
    },
    {
      to: 'T19',
      slug: 'implementeringsplan',
      name: words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
      what: words(
        'Prøvehandlinger med »behold« eller »prøv større«.',
        'Trial actions marked "keep" or "try larger".',
        'Utprøvinger med «behold» eller «prøv større».',
      ),
    },
    {
      to: 'T21',
      slug: 'gevinstoverblik',
      name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
      what: words(
        'Tegn og optællinger bliver udgangspunkt for indikatorer.',
        'Signs and counts become the starting point for indicators.',
        'Tegn og opptellinger blir utgangspunkt for indikatorer.',
      ),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Kortet i kort form: hypotese, hvad skete, næste skridt.',
        'The card in short form: hypothesis, what happened, next step.',
        'Kortet i kort form: hypotese, hva skjedde, neste steg.',
      ),
    },
  ],
  short: null,
}
