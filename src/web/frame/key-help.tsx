import { Dialog } from '../parts/dialog.tsx';
import { type TextKey, t } from '../text/t.ts';

const KEYS: readonly (readonly [string, TextKey])[] = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['r', 'keys.reply'],
  ['m', 'keys.note'],
  ['Ctrl ↵', 'keys.send'],
  ['Ctrl ⇧ ↵', 'keys.sendNext'],
  ['e', 'keys.answered'],
  ['n', 'keys.noReply'],
  ['s', 'keys.snooze'],
  ['a', 'keys.assign'],
  ['i', 'keys.mine'],
  ['/', 'keys.search'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.help'],
];

export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys.title')}>
      <dl className="grid gap-x-8 phone:grid-cols-2">
        {KEYS.map(([key, words]) => (
          <div key={key} className="flex items-center justify-between gap-4 border-b border-line py-1.5">
            <dt>{t(words)}</dt>
            <dd>
              <kbd className="edge rounded-s whitespace-nowrap bg-sunken px-1.5 py-0.5 text-ink-2">{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
