/** The conversation that somebody goes to in order to write: the keyboard comes with them. */
let wanted: string | null = null;

export function goAndAnswer(id: string): void {
  wanted = id;
}

/** True once, for the one that was meant. */
export function comesToAnswer(id: string): boolean {
  const isMeant = wanted === id;
  if (isMeant) wanted = null;
  return isMeant;
}
