import { type KeyboardEvent, useState } from 'react';
import { useSuggestions } from './suggest-list.tsx';
import type { Suggestion } from './suggestions.ts';
import { type Trigger, triggerAt } from './trigger.ts';

/** The list that a sign in the text opens, driven by the keys of the text field. */
export function useSuggest(isNote: boolean, onPick: (pick: Suggestion['pick'], trigger: Trigger) => void) {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const shown = trigger && trigger.start !== dismissed ? trigger : null;
  const items = useSuggestions(shown);

  function look(text: string, caret: number): void {
    const next = triggerAt(text, caret, isNote);
    if (next?.start === trigger?.start && next?.words === trigger?.words && next?.kind === trigger?.kind) return;
    setTrigger(next);
    setActive(0);
    if (next?.start !== dismissed) setDismissed(null);
  }

  function pick(item: Suggestion | undefined): boolean {
    if (!item || !shown) return false;
    setTrigger(null);
    onPick(item.pick, shown);
    return true;
  }

  /** True: the key was for the list. */
  function press(event: KeyboardEvent): boolean {
    if (!shown) return false;
    const count = items?.length ?? 0;
    if (event.key === 'Escape') {
      setDismissed(shown.start);
      return true;
    }
    if (count === 0 || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') return pick(items?.[active]);
    else return false;
    return true;
  }

  return {
    trigger: shown,
    items,
    active,
    look,
    press,
    pick,
    point: setActive,
    close: () => setTrigger(null),
  };
}
