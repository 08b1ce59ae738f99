/** How far back a new search looks: long enough to see what it finds, and no flood. */
export const REACH_MS = 7 * 86_400_000;
