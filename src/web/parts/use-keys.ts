import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Single keys for the whole page. Silent while somebody types, or while a dialog or menu has the keyboard. */
export function useKeys(keys: Keys, isOn = true): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTaken(event.target)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
}

/** Dialogs, menus and lists say so themselves: a toast has the role of a dialog too, and must not silence the keyboard. */
const OPEN = '[data-takes-keys]:not([data-closed])';

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector(OPEN) !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]');
}
