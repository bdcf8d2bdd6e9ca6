import { type Localised, words } from '../template.ts'
import { MONDAY_TO_MONDAY } from './monday-to-monday.ts'
import { THURSDAY, WEDNESDAY } from './monday-to-monday-create.ts'
import { BEFORE, MONDAY, TUESDAY } from './monday-to-monday-understand.ts'
import { FRIDAY, SECOND_MONDAY } from './monday-to-monday-work.ts'
import type { Programme, ProgrammeDay } from './programme.ts'

/** What the week says with the names of its days, by its Danish words, and what is said instead. */
const INSTEAD: Record<string, Localised> = {
  'Hvem vi møder i morgen': words('Hvem vi møder næste gang', 'Whom we meet next time', 'Hvem vi møter neste gang'),
  'Vi kan fortælle tre indsigter, som ingen kendte mandag': words(
    'Vi kan fortælle tre indsigter, som ingen kendte før',
    'We can tell three insights nobody knew before',
    'Vi kan fortelle om tre innsikter som ingen kjente før',
  ),
  'Må vi prøve dette fredag og i weekenden inden for disse grænser?': words(
    'Må vi prøve dette på testdagen og i driften bagefter inden for disse grænser?',
    'May we try this on the test day and in operations after it within these limits?',
    'Får vi prøve dette på testdagen og i driften etterpå innenfor disse grensene?',
  ),
  'Grænser, vi beder om i weekenden': words(
    'Grænser, vi beder om til prøvehandlinger i driften',
    'Limits asked for while trials run in operations',
    'Grenser vi ber om mens utprøvinger pågår i driften',
  ),
  'Weekendens prøvehandlinger overdrages til weekendholdet': words(
    'Prøvehandlinger overdrages til driften',
    'Trials are handed to operations',
    'Utprøvinger overleveres til driften',
  ),
  'Link til log på telefon går til weekendholdets tovholder': words(
    'Link til log på telefon går til driftens tovholder',
    'The phone log link goes to the coordinator in operations',
    'Lenke til logg på telefon går til koordinatoren i driften',
  ),
  'Det, der prøves i weekenden, og stopreglen': words(
    'Det, der prøves i driften, og stopreglen',
    'What runs in operations and the stop rule',
    'Det som prøves i driften, og stoppregelen',
  ),
  'Det, mandagen skal afgøre': words(
    'Det, den sidste dag skal afgøre',
    'What the last day will decide',
    'Det den siste dagen skal avgjøre',
  ),
  'Læs weekendens log': words('Læs loggen fra driften', 'Read the log from operations', 'Les loggen fra driften'),
}

const isLocalised = (value: object): value is Localised => 'da' in value

function reworded<Part>(part: Part): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map(reworded) as Part
  if (isLocalised(part)) return (INSTEAD[part.da] ?? part) as Part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, reworded(value)])) as Part
}

/** A day of the week on another date: it has a number where the week has a name. */
function on(day: ProgrammeDay, number: number, offset: number): ProgrammeDay {
  const { managerSees, ...rest } = reworded(day)
  const subject = (text: string) => text.replace(/^[^:]+: /, '')
  return {
    ...rest,
    offset,
    managerSees: managerSees && {
      items: managerSees.items,
      title: words(
        `Dag ${number}: ${subject(managerSees.title.da)}`,
        `Day ${number}: ${subject(managerSees.title.en)}`,
        `Dag ${number}: ${subject(managerSees.title.nb)}`,
      ),
    },
  }
}

/**
 * Domain guide, 5.8: the same days on five dates in three weeks, two a week and the test in the third. The closing day
 * follows a week after the test, as the second Monday does.
 */
export const SPLIT: Programme = {
  id: 'split',
  name: words('Delt sprint', 'Split sprint', 'Delt sprint'),
  purpose: words(
    'Sprintets dage fordelt på tre uger, når vagtplanen ikke tillader en hel uge; afslutning mandagen efter.',
    'The days of the sprint over three weeks, when rotas forbid a whole week; closing on the Monday after.',
    'Sprintens dager fordelt på tre uker, når vaktplanen ikke tillater en hel uke; avslutning mandagen etter.',
  ),
  duration: words(
    '5 dage på 3 uger, og en afslutning',
    '5 days in 3 weeks, and a closing day',
    '5 dager på 3 uker, og en avslutning',
  ),
  startsOnMonday: true,
  warning: words(
    'Metoden er lavet til et team, der er fritaget på fuld tid. Delt op taber man fart, og folk skal holdes fast mellem dagene.',
    'The method was made for a team that is released full time. Split up it loses pace, and people must be kept between the days.',
    'Metoden er laget for et team som er fritatt på full tid. Delt opp mister dere fart, og folk må holdes fast mellom dagene.',
  ),
  days: [
    BEFORE,
    on(MONDAY, 1, 0),
    on(TUESDAY, 2, 2),
    on(WEDNESDAY, 3, 7),
    on(THURSDAY, 4, 9),
    on(FRIDAY, 5, 14),
    on(SECOND_MONDAY, 6, 21),
  ],
  boards: MONDAY_TO_MONDAY.boards,
}
