/** Id of the panel with the vote. */
export const VOTE_PANEL = 'board-vote'
