/**
 * A line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula is given as text: what stands in
 * it may have been written by anybody.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => cellOf(cell ?? '')).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const safe = /^\s*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) || safe !== text || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
