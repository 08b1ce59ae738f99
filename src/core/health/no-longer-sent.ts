const words = new Intl.ListFormat('en', { type: 'conjunction' });

/** What a network was had to send by itself and does not send any more. */
export const noLongerSent = (due: readonly string[], sends: readonly string[]): readonly string[] =>
  due.filter((what) => !sends.includes(what));

/** The same in a sentence; null: nothing is missing. `due` null: nobody knows what should come. */
export function noLongerSentWords(
  network: string,
  due: readonly string[] | null,
  sends: readonly string[] | undefined,
): string | null {
  const lost = noLongerSent(due ?? [], sends ?? due ?? []);
  if (lost.length === 0) return null;
  if (lost.length === due?.length) return `${network} does not tell of this account by itself any more.`;
  return `${network} does not tell of everything by itself any more: ${words.format(lost)} ${lost.length === 1 ? 'is' : 'are'} missing.`;
}
