import { PHASES, type Phase } from '@samtavle/shared/agenda'
import type { PhaseWords, ProcessModel, ProcessModelId } from '@samtavle/shared/process-model'
import { type Localised, words } from './template.ts'

/** A process model that can be chosen (domain guide, 5.9). */
export type ProcessModelPreset = ProcessModel & { name: Localised }

/** What is asked in a phase, whatever it is called. */
const QUESTIONS: Record<Phase, readonly Localised[]> = {
  foundation: [
    words('Hvad er problemet – og for hvem?', 'What is the problem – and for whom?', 'Hva er problemet – og for hvem?'),
    words('Hvad må teamet selv beslutte?', 'What may the team decide itself?', 'Hva kan teamet bestemme selv?'),
    words(
      'Hvad tager vi for givet, som vi ikke har set med egne øjne?',
      'What do we take for granted that we have not seen ourselves?',
      'Hva tar vi for gitt som vi ikke har sett med egne øyne?',
    ),
  ],
  understand: [
    words('Hvad siger borgerne selv?', 'What do citizens say themselves?', 'Hva sier innbyggerne selv?'),
    words('Hvad overraskede os?', 'What surprised us?', 'Hva overrasket oss?'),
    words('Er formålet stadig det rigtige?', 'Is the purpose still right?', 'Er formålet fortsatt det riktige?'),
  ],
  create: [
    words(
      'Hvad er det mindste, vi kan prøve?',
      'What is the smallest thing we can try?',
      'Hva er det minste vi kan prøve?',
    ),
    words(
      'Hvad kan vi se eller høre, når det virker?',
      'What will we see or hear when it works?',
      'Hva kan vi se eller høre når det virker?',
    ),
    words('Hvad lærte vi?', 'What did we learn?', 'Hva lærte vi?'),
  ],
  work: [
    words('Hvem ejer løsningen nu?', 'Who owns the solution now?', 'Hvem eier løsningen nå?'),
    words('Hvad gav det, og for hvem?', 'What did it yield, and for whom?', 'Hva ga det, og for hvem?'),
    words('Hvornår ser vi på det igen?', 'When do we look at it again?', 'Når ser vi på det igjen?'),
  ],
}

function preset(model: ProcessModelId, name: Localised, called: Record<Phase, Localised>): ProcessModelPreset {
  const phase = (key: Phase): PhaseWords => ({ word: called[key], questions: [...QUESTIONS[key]] })
  const [foundation, understand, create, work] = PHASES
  return {
    model,
    name,
    phases: {
      foundation: phase(foundation),
      understand: phase(understand),
      create: phase(create),
      work: phase(work),
    },
  }
}

const DISCOVERY = words('Opdagelse', 'Discovery', 'Oppdagelse')

/** The models that can be chosen; the first one counts until somebody chooses. */
export const PROCESS_MODELS: readonly ProcessModelPreset[] = [
  preset(
    'understand-create-work',
    words('Forstå – Skab – Virk', 'Understand – Create – Put to work', 'Forstå – Skap – Sett i verk'),
    {
      foundation: words('Forstå', 'Understand', 'Forstå'),
      understand: words('Forstå', 'Understand', 'Forstå'),
      create: words('Skab', 'Create', 'Skap'),
      work: words('Virk', 'Put to work', 'Sett i verk'),
    },
  ),
  preset(
    'four-steps',
    words('KS-guidens fire trin', 'The four steps of the KS guide', 'De fire trinnene i KS-veilederen'),
    {
      foundation: words('Læg fundamentet', 'Lay the foundation', 'Legg fundamentet'),
      understand: words('Identificér behov', 'Identify needs', 'Identifiser behov'),
      create: words('Udforsk muligheder', 'Explore possibilities', 'Utforsk muligheter'),
      work: words('Realisér', 'Realise', 'Realiser'),
    },
  ),
  preset('six-phases', words('Seks faser (Kolding)', 'Six phases (Kolding)', 'Seks faser (Kolding)'), {
    foundation: DISCOVERY,
    understand: DISCOVERY,
    create: words(
      'Nytænkning, konceptudvikling, afprøvning',
      'New thinking, concept development, try-out',
      'Nytenking, konseptutvikling, utprøving',
    ),
    work: words(
      'Produktudvikling, implementering',
      'Product development, implementation',
      'Produktutvikling, implementering',
    ),
  }),
  preset(
    'four-phases',
    words('Fire faser (projektmodel)', 'Four phases (project model)', 'Fire faser (prosjektmodell)'),
    {
      foundation: words('Idé og analyse', 'Idea and analysis', 'Idé og analyse'),
      understand: words('Analyse', 'Analysis', 'Analyse'),
      create: words('Gennemførelse', 'Execution', 'Gjennomføring'),
      work: words('Implementering og gevinst', 'Implementation and benefit', 'Implementering og gevinst'),
    },
  ),
]

/** The words of a model as they are without anybody's changes. */
export function processModelOf(model: ProcessModelId): ProcessModelPreset {
  const found = PROCESS_MODELS.find((one) => one.model === model)
  if (found === undefined) throw new Error(`no process model ${model}`)
  return found
}
