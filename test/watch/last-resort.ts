/** Milliseconds. Ends hooks, and steps outside of a test, which no watch sees. Working code never comes near it. */
export const LAST_RESORT_MS = 600_000;
