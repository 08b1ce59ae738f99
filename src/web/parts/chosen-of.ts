import type { Choice } from './combobox.tsx';

/** What is chosen, in the order of the list; what the list does not offer stays chosen and is called as it is written. */
export function chosenOf(choices: readonly Choice[], values: readonly string[]): readonly Choice[] {
  const offered = choices.filter((one) => values.includes(one.value));
  const others = values.filter((value) => !choices.some((one) => one.value === value));
  return [...offered, ...others.map((value) => ({ value, label: value }))];
}
