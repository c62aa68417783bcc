/** Ends what no watch sees: hooks, and steps outside of a test. Nothing that works comes near it. */
export const LAST_RESORT_MS = 600_000;
