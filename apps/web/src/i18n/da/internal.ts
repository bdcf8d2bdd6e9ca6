/** Notes that are for the team, and stay out of snapshots. */
export const internal = {
  mark: 'Internt – ikke med i øjebliksbilleder',
  shortcut: 'Gør sedlen intern',
  unmark: 'Ikke internt – kan vises i øjebliksbilleder',
}
