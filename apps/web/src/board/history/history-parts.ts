import { Away } from './away.tsx'
import { ComparePage } from './compare-page.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { VersionPreview } from './version-preview.tsx'

/**
 * What is loaded when somebody looks back. In one piece: each more would cut what it has in common with the board into
 * smaller ones, which everybody would have to fetch.
 */
export const historyParts = { Away, ComparePage, HistoryPanel, VersionPreview }
