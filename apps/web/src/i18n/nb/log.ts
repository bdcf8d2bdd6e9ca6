import type { Translated } from '../translated.ts'

export const log: Translated<'log'> = {
  title: 'Prosesslogg',
  purposeNow: 'Formål akkurat nå',
  noPurposeYet: 'Formålet er ikke skrevet ennå.',
  changedWhen: 'Endret {{when}}',
  seeLog: 'Se prosessloggen',
  hasChanged: 'Dette har endret seg',
  whatWhen: '{{what}} · {{when}}',
  from: 'Fra',
  to: 'Til',
  nothing: 'ingenting',
  type_purpose: 'Formål',
  type_plan: 'Plan',
  type_team: 'Team',
  type_audience: 'Målgruppe',
  type_solution: 'Løsning',
  type_mandate: 'Mandat',
  'type_side-benefit': 'Uventet sidegevinst',
  'type_no-change': 'Ingen endring',
  loadFailed: 'Loggen kunne ikke hentes.',
}
