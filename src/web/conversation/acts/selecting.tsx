import { Checkbox } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Message } from '../../../wire/messages.ts';
import { createListeners } from '../../parts/listeners.ts';
import { t } from '../../text/t.ts';

/** Messages being chosen in one conversation, to become another. */
export interface Selecting {
  readonly conversationId: string;
  readonly chosen: ReadonlySet<string>;
}

let selecting: Selecting | null = null;
const { listen, tell } = createListeners();

function put(next: Selecting | null): void {
  selecting = next;
  tell();
}

export const beginSelecting = (conversationId: string) => put({ conversationId, chosen: new Set() });
export const endSelecting = () => put(null);

function toggle(messageId: string): void {
  if (!selecting) return;
  const chosen = new Set(selecting.chosen);
  if (!chosen.delete(messageId)) chosen.add(messageId);
  put({ ...selecting, chosen });
}

/** A part of it, so that a tick draws one box anew and not the whole thread. `read` gives a plain value. */
export function useSelecting<Part extends string | number | boolean | null | Selecting>(
  read: (selecting: Selecting | null) => Part,
): Part {
  return useSyncExternalStore(listen, () => read(selecting));
}

export function SelectBox({ message }: { readonly message: Message }) {
  const isChosen = useSelecting((now) => now?.chosen.has(message.id) ?? false);
  return (
    <Checkbox.Root
      checked={isChosen}
      onCheckedChange={() => toggle(message.id)}
      aria-label={t('split.choose', { name: message.author.name, text: message.text.slice(0, 60) })}
      className="mt-1.5 grid size-5 place-items-center rounded-small border border-edge bg-raised after:absolute after:-m-3 after:size-11 data-checked:border-accent data-checked:bg-accent data-checked:text-on-accent"
    >
      <Checkbox.Indicator>
        <Check size={14} aria-hidden />
      </Checkbox.Indicator>
    </Checkbox.Root>
  );
}
