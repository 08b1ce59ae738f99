import { Fingerprint, Plus } from 'lucide-react';
import { useState } from 'react';
import type { MySecurity, Passkey } from '../../../wire/security.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { say } from '../../parts/toasts.tsx';
import { addPasskey } from '../../sign-in/add-passkey.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { browserName } from '../browser-name.ts';
import { Line, Lines, Section } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { type Proof, ProofField, type ProofWanted, proofToAdd, proofWanted, useProof } from './proof.tsx';
import { ReassureDialog } from './reassure.tsx';

/** The keys that sit in one's devices. One of them signs in by itself, without a password. */
export function Passkeys({ security }: { readonly security: MySecurity }) {
  const refresh = useRefresh('my-security', 'me');
  const now = useNow();
  const [isAdding, setAdding] = useState(false);
  const [renamed, setRenamed] = useState<Passkey | null>(null);
  const [removed, setRemoved] = useState<Passkey | null>(null);
  const canAdd = 'PublicKeyCredential' in window;
  return (
    <Section
      title={t('passkeys.title')}
      about={t(canAdd ? 'passkeys.about' : 'passkeys.cannot')}
      acts={
        canAdd && (
          <Button icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('passkeys.add')}
          </Button>
        )
      }
    >
      <Lines label={t('passkeys.title')}>
        {security.passkeys.length === 0 && (
          <Line>
            <span className="text-ink-2">{t('passkeys.none')}</span>
          </Line>
        )}
        {security.passkeys.map((passkey) => (
          <Line key={passkey.id}>
            <Fingerprint size={18} aria-hidden className="text-ink-3" />
            <div className="min-w-[160px] flex-1">
              <p className="font-medium">{passkey.name}</p>
              <p className="num text-s text-ink-3">
                {t('passkeys.made', { at: momentWords(passkey.createdAt, now) })} ·{' '}
                {passkey.lastUsedAt
                  ? t('passkeys.used', { at: momentWords(passkey.lastUsedAt, now) })
                  : t('passkeys.unused')}
              </p>
            </div>
            <Button look="quiet" onClick={() => setRenamed(passkey)}>
              {t('settings.rename')}
            </Button>
            <Button look="quiet" onClick={() => setRemoved(passkey)}>
              {t('settings.remove')}
            </Button>
          </Line>
        ))}
      </Lines>
      {isAdding && (
        <NameDialog
          title={t('passkeys.add')}
          about={t('passkeys.addAbout')}
          act={t('passkeys.add')}
          name={browserName(navigator.userAgent) ?? t('passkey.first')}
          wanted={proofToAdd(security, now)}
          send={addPasskey}
          onDone={() => {
            void refresh();
            say({ title: t('passkeys.added') });
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {renamed && (
        <NameDialog
          title={t('passkeys.renameTitle')}
          act={t('settings.save')}
          name={renamed.name}
          send={(name) => call('PATCH', `/api/me/passkeys/${encodeURIComponent(renamed.id)}`, { name })}
          onDone={() => void refresh()}
          onClose={() => setRenamed(null)}
        />
      )}
      {removed && (
        <ReassureDialog
          title={t('settings.removeTitle', { name: removed.name })}
          about={t('passkeys.removeAbout')}
          act={t('settings.remove')}
          wanted={proofWanted(security)}
          send={(proof) => call('POST', `/api/me/passkeys/${encodeURIComponent(removed.id)}/remove`, proof)}
          onDone={() => {
            void refresh();
            say({ title: t('settings.removed', { name: removed.name }) });
          }}
          onClose={() => setRemoved(null)}
        />
      )}
    </Section>
  );
}

function NameDialog({
  title,
  about,
  act,
  name,
  wanted = null,
  send,
  onDone,
  onClose,
}: {
  readonly title: string;
  readonly about?: string;
  readonly act: string;
  readonly name: string;
  readonly wanted?: ProofWanted;
  readonly send: (name: string, proof: Proof) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const save = useSave();
  const [typed, setTyped] = useState(name);
  const proof = useProof(wanted);
  async function submit() {
    const done = await save.run(() => send(typed, proof.proof));
    if (done === null) return;
    onClose();
    onDone();
  }
  return (
    <FormDialog
      title={title}
      about={about}
      act={act}
      save={save}
      fields={['name', ...proof.fields]}
      isDirty={typed !== name}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('passkeys.name')}
        help={t('passkeys.nameHelp')}
        required
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        problem={save.at('name')}
      />
      <ProofField of={proof} save={save} />
    </FormDialog>
  );
}
