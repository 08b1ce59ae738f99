/** What is said to us in public counts like a board, but for its posts: those are conversations. */
export const SAID_TO_US = '00000000-0000-0000-0000-000000000000';
