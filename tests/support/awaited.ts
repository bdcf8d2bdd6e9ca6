/**
 * What the contract of `docs/sync-spec.md` asks for and the server does not do yet. A fault test that would fail for
 * one of these looks here; true makes it look for real.
 */
export const AWAITED = {
  /** In a degraded room edits are shown at once. */
  shownWhileDegraded: true,
  /** A connection on which an answer never came is given up, so that the journal does not run out of them. */
  hungConnections: true,
  /** `/metrics` has `samtavle_initial_syncs_most`, never above 16. */
  initialSyncs: false,
}
