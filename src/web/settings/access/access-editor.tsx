import { useQuery } from '@tanstack/react-query';
import { UsersRound, X } from 'lucide-react';
import { useState } from 'react';
import { RIGHTS } from '../../../core/access/inbox-rights.ts';
import type { InboxAccess } from '../../../wire/access.ts';
import type { Inbox } from '../../../wire/inboxes.ts';
import { call } from '../../api/call.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button, IconButton } from '../../parts/button.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { accessQuery } from '../queries.ts';
import { AddHolder } from './add-holder.tsx';
import { type Grant, holderId, holderName, useHolders } from './use-holders.ts';

export function AccessEditor({ inbox }: { readonly inbox: Inbox }) {
  const access = useQuery(accessQuery(inbox.id));
  return (
    <Loaded query={access} what={t('what.access')}>
      {(kept) => <Editor key={JSON.stringify(kept)} inbox={inbox} kept={kept} />}
    </Loaded>
  );
}

function Editor({ inbox, kept }: { readonly inbox: Inbox; readonly kept: InboxAccess }) {
  const refresh = useRefresh('access');
  const holders = useHolders();
  const save = useSave();
  const [isOpen, setOpen] = useState(kept.isOpen);
  const [grants, setGrants] = useState<readonly Grant[]>(kept.grants);
  const isDirty = isOpen !== kept.isOpen || (!isOpen && JSON.stringify(grants) !== JSON.stringify(kept.grants));
  // Without a name it would be open to everybody.
  const isNobody = !isOpen && grants.length === 0;
  const free = holders.filter((holder) => !grants.some((grant) => holderId(grant) === holder.id));
  async function submit() {
    const done = await save.run(() =>
      call<InboxAccess>('PUT', `/api/inboxes/${inbox.id}/access`, { grants: isOpen ? [] : grants }),
    );
    if (!done) return;
    await refresh();
    say({ title: t('access.saved', { name: inbox.name }) });
  }
  return (
    <Form save={save} fields={[]} onSubmit={() => void submit()} className="grid gap-4">
      <div className="grid gap-2">
        <Segments
          label={t('access.who')}
          value={isOpen ? 'open' : 'named'}
          options={[
            { value: 'open', label: t('access.everybody') },
            { value: 'named', label: t('access.onlyNamed') },
          ]}
          onChange={(value) => setOpen(value === 'open')}
        />
        <p className="max-w-[64ch] text-ink-2">{t(isOpen ? 'access.openAbout' : 'access.namedAbout')}</p>
      </div>
      {!isOpen && (
        <>
          <Lines label={t('access.onlyNamed')}>
            {grants.length === 0 && (
              <Line>
                <span className="text-ink-2">{t('access.nobody')}</span>
              </Line>
            )}
            {grants.map((grant) => {
              const name = holderName(grant, holders);
              return (
                <Line key={holderId(grant)}>
                  {grant.teamId ? (
                    <span className="grid size-[26px] place-items-center rounded-full bg-sunken text-ink-2 edge">
                      <UsersRound size={13} aria-hidden />
                    </span>
                  ) : (
                    <Avatar name={name} size={26} />
                  )}
                  <span className="min-w-0 flex-1 truncate">
                    {name}
                    {grant.teamId && <span className="ms-2 text-s text-ink-3">{t('access.team')}</span>}
                  </span>
                  <div className="w-52 max-phone:w-40">
                    <Select
                      label={t('access.rightOf', { name })}
                      value={grant.right}
                      options={RIGHTS.map((right) => ({ value: right, label: t(`right.${right}.long`) }))}
                      onChange={(next) => {
                        const right = RIGHTS.find((one) => one === next);
                        if (right)
                          setGrants(grants.map((one) => (holderId(one) === holderId(grant) ? { ...one, right } : one)));
                      }}
                    />
                  </div>
                  <IconButton
                    label={t('access.removeOf', { name })}
                    onClick={() => setGrants(grants.filter((one) => holderId(one) !== holderId(grant)))}
                  >
                    <X size={15} aria-hidden />
                  </IconButton>
                </Line>
              );
            })}
          </Lines>
          <AddHolder
            holders={free}
            onAdd={({ id, isTeam }) =>
              setGrants([...grants, { agentId: isTeam ? null : id, teamId: isTeam ? id : null, right: 'answer' }])
            }
          />
        </>
      )}
      <Button
        type="submit"
        look="main"
        isBusy={save.isBusy}
        disabled={!isDirty || isNobody}
        className="justify-self-start"
      >
        {t('settings.save')}
      </Button>
      <Unsaved isDirty={isDirty && !save.isBusy} />
    </Form>
  );
}
