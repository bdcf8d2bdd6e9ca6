/** Id of the panel with the board's versions. */
export const HISTORY_PANEL = 'board-history'
