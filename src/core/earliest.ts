/** The first of these times; null stands for never. */
export function earliest(...times: readonly (Date | number | null)[]): Date | null {
  const known = times.filter((at) => at !== null).map(Number);
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}
