/** What makes two names one: case, width, spaces and how an accent is written do not tell them apart. */
export function keyOfName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
