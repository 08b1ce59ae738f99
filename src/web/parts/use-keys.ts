import { useEffect, useRef } from 'react';
import { holdKeys } from './held-keys.ts';

/** By what the key types (`j`, `?`, `ArrowDown`); `Mod+k` is Ctrl or, on a Mac, Command. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;
interface Layer {
  readonly keys: { readonly current: Keys };
  readonly level: number;
}

/** The latest last; a higher level before all lower ones. */
const layers: Layer[] = [];
let letGo = () => {};

/**
 * Keys for the whole page. Single ones are silent while somebody types, or while a dialog or menu has the keyboard.
 * @param level where two listen to the same key the higher one hears it: what is chosen goes before what is open
 */
export function useKeys(keys: Keys, isOn = true, level = 0): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    const layer = { keys: current, level };
    layers.push(layer);
    if (layers.length === 1) {
      addEventListener('keydown', press);
      letGo = holdKeys();
    }
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length > 0) return;
      removeEventListener('keydown', press);
      letGo();
    };
  }, [isOn, level]);
}

/** What a key would do now, for those who would rather choose it by its name; null: nothing. */
export function boundTo(key: string): (() => void) | null {
  const act = find(key);
  return act && (() => act(new KeyboardEvent('keydown', { key })));
}

function find(key: string): Keys[string] | null {
  const found = layers.reduce<{ act: Keys[string]; level: number } | null>((best, { keys, level }) => {
    const act = keys.current[key];
    return act && (best === null || level >= best.level) ? { act, level } : best;
  }, null);
  return found?.act ?? null;
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const isMod = event.ctrlKey || event.metaKey;
  if (!isMod && isTaken(event.target)) return;
  const act = find(isMod ? `Mod+${event.key.toLowerCase()}` : event.key);
  if (!act) return;
  event.preventDefault();
  act(event);
}

/** Dialogs, menus and lists say so themselves: a toast has the role of a dialog too, and must not silence the keyboard. */
const OPEN = '[data-takes-keys]:not([data-closed])';

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector(OPEN) !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]');
}
