import '../text/load-later.ts';
import { useState } from 'react';
import { COMMAND_GROUPS, COMMANDS, keyWords } from '../palette/commands.ts';
import { Dialog } from '../parts/dialog.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { within } from '../parts/within.ts';
import { t } from '../text/t.ts';

/** What holds where one stands comes first. */
const near = (group: (typeof COMMAND_GROUPS)[number]) =>
  Number(group === 'go' || (group === 'listen') === location.pathname.startsWith('/listen'));

/** Every key there is, in groups; found by what it does or by itself. */
export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const groups = [...COMMAND_GROUPS].sort((a, b) => near(b) - near(a));
  const found = COMMANDS.filter(
    ({ name, keys }) => keys.includes(typed.trim()) || within(`${t(name)} ${keys.map(keyWords).join(' ')}`, typed),
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys.title')} isWide>
      <SearchBox label={t('keys.find')} value={typed} onChange={setTyped} />
      {found.length === 0 && <p className="py-6 text-center text-ink-2">{t('keys.none')}</p>}
      <div className="mt-3 gap-x-8 phone:columns-2">
        {groups.map((group) => {
          const commands = found.filter((one) => one.group === group);
          return (
            commands.length > 0 && (
              <section key={group} className="mb-4 break-inside-avoid">
                <h3 className="mb-1 text-s font-medium text-ink-3">{t(`keys.group.${group}`)}</h3>
                <dl>
                  {commands.map(({ name, keys }) => (
                    <div key={name} className="flex items-center justify-between gap-4 border-b border-line py-1.5">
                      <dt>{t(name)}</dt>
                      <dd className="flex flex-none gap-1">
                        {keys.map((key) => (
                          <kbd
                            key={key}
                            className="edge rounded-small whitespace-nowrap bg-sunken px-1.5 py-0.5 text-ink-2"
                          >
                            {keyWords(key)}
                          </kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
    </Dialog>
  );
}
