/** Notes that are for the team, and stay out of snapshots. */
export const internal = {
  mark: 'Internt – ikke med i øyeblikksbilder',
  shortcut: 'Gjør lappen intern',
  unmark: 'Ikke internt – kan vises i øyeblikksbilder',
}
