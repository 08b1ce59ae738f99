import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Sheet } from '../parts/sheet.tsx';
import { HookForm } from './hook-form.tsx';
import { HookPage } from './hook-page.tsx';
import { HookState, HookWords } from './hook-words.tsx';
import { hooksQuery } from './queries.ts';

/** Other programs that are told what happens here. */
export default function Hooks() {
  const { item } = useParams({ strict: false });
  const hooks = useQuery(hooksQuery);
  const [isMaking, setMaking] = useState(false);
  if (item !== undefined) {
    const hook = hooks.data?.items.find((one) => one.id === item);
    if (hook) return <HookPage hook={hook} />;
    return (
      <Sheet title={t('page.webhooks')} up="webhooks">
        <Loaded query={hooks} what={t('what.webhooks')}>
          {() => <Empty title={t('hooks.gone')} />}
        </Loaded>
      </Sheet>
    );
  }
  const add = (
    <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setMaking(true)}>
      {t('hooks.add')}
    </Button>
  );
  return (
    <Sheet title={t('page.webhooks')} about={t('hooks.about')} acts={add}>
      <Loaded query={hooks} what={t('what.webhooks')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('hooks.none')} act={add}>
              {t('hooks.noneAbout')}
            </Empty>
          ) : (
            <Lines label={t('page.webhooks')}>
              {items.map((hook) => (
                <ItemLink key={hook.id} page="webhooks" item={hook.id}>
                  <span className="min-w-0 flex-1">
                    <span className="flex flex-wrap items-center gap-2">
                      <span className="font-semibold">{hook.name}</span>
                      <HookState hook={hook} />
                    </span>
                    <span className="block truncate text-ink-2" dir="ltr">
                      {hook.url}
                    </span>
                    <HookWords hook={hook} />
                  </span>
                </ItemLink>
              ))}
            </Lines>
          )
        }
      </Loaded>
      {isMaking && <HookForm hook={null} onClose={() => setMaking(false)} />}
    </Sheet>
  );
}
