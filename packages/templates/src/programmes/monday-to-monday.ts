import { words } from '../template.ts'
import { THURSDAY, WEDNESDAY } from './monday-to-monday-create.ts'
import { BEFORE, MONDAY, TUESDAY } from './monday-to-monday-understand.ts'
import { FRIDAY, SECOND_MONDAY, WEEKEND } from './monday-to-monday-work.ts'
import type { Programme, ProgrammeBoard } from './programme.ts'

/** What a whole sprint works on. */
const BOARDS: readonly ProgrammeBoard[] = [
  { key: 'T02', phase: 'foundation' },
  { key: 'T03', phase: 'foundation' },
  { key: 'T01', phase: 'foundation' },
  { key: 'T08', phase: 'understand' },
  { key: 'T04', phase: 'understand' },
  { key: 'T05', phase: 'understand' },
  { key: 'T23', phase: 'understand' },
  { key: 'T22', phase: 'understand' },
  { key: 'T06', phase: 'understand', short: true },
  { key: 'T07', phase: 'understand' },
  { key: 'T09', phase: 'understand' },
  { key: 'T10', phase: 'create' },
  { key: 'T11', phase: 'create' },
  { key: 'T12', phase: 'create' },
  { key: 'T17', phase: 'create' },
  { key: 'T13', phase: 'create' },
  { key: 'T14', phase: 'create' },
  { key: 'T15', phase: 'create', short: true },
  { key: 'T20', phase: 'work' },
  { key: 'T18', phase: 'work' },
  { key: 'T19', phase: 'work' },
  { key: 'T21', phase: 'work' },
  { key: 'T24', phase: 'work' },
]

/** Domain guide, 5.1: from a Monday to the following one, and two weeks of light preparation. */
export const MONDAY_TO_MONDAY: Programme = {
  id: 'monday-to-monday',
  name: words('Mandag til mandag', 'Monday to Monday', 'Mandag til mandag'),
  purpose: words(
    'Et innovationssprint fra opgave til afprøvet løsning med ejer og plan.',
    'An innovation sprint from a task to a tried solution with an owner and a plan.',
    'En innovasjonssprint fra oppgave til utprøvd løsning med eier og plan.',
  ),
  duration: words('6 arbejdsdage på 8 dage', '6 working days in 8 days', '6 arbeidsdager på 8 dager'),
  startsOnMonday: true,
  warning: words(
    'Teamet skal være fritaget for drift hele ugen. Forberedelsen begynder to uger før.',
    'The team must be released from operations all week. Preparation begins two weeks before.',
    'Teamet må være fritatt fra drift hele uken. Forberedelsene begynner to uker før.',
  ),
  days: [BEFORE, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, WEEKEND, SECOND_MONDAY],
  boards: BOARDS,
}
