/** Notes that are for the team, and stay out of snapshots. */
export const internal = {
  mark: 'Internal – left out of snapshots',
  shortcut: 'Make the note internal',
  unmark: 'Not internal – may be shown in snapshots',
}
