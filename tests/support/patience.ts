/** How much longer than on a machine of one's own something may take where others share the machine, as all waits do there. */
export const PATIENCE = process.env.CI === undefined ? 1 : 3
