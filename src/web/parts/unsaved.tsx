import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { t } from '../text/t.ts';
import { type Question, useConfirm } from './confirm.tsx';

const question = (about: string, act: string): Question => ({
  title: t('unsaved.title'),
  about,
  act,
  cancel: t('unsaved.stay'),
  isGrave: true,
});

/** Asks before what was typed is dropped for something else of the same page: `if (await mayDrop()) ...`, and `{asked}` in it. */
export function useMayDrop(isDirty: boolean, about = t('unsaved.page')): readonly [() => Promise<boolean>, ReactNode] {
  const [ask, asked] = useConfirm();
  return [async () => !isDirty || ask(question(about, t('unsaved.discard'))), asked];
}

/** While something is not saved, leaving the page (or closing it) asks first. */
export function Unsaved({ isDirty }: { readonly isDirty: boolean }) {
  const [ask, asked] = useConfirm();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  const { status, proceed, reset } = blocker;
  useEffect(() => {
    if (status !== 'blocked') return;
    void ask(question(t('unsaved.page'), t('unsaved.leave'))).then((isSure) => (isSure ? proceed() : reset()));
  }, [status, proceed, reset, ask]);
  return asked;
}
