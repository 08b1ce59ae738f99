import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { t } from '../text/t.ts';
import { useConfirm } from './confirm.tsx';

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
    void ask({
      title: t('unsaved.title'),
      about: t('unsaved.page'),
      act: t('unsaved.leave'),
      cancel: t('unsaved.stay'),
      isGrave: true,
    }).then((isSure) => (isSure ? proceed() : reset()));
  }, [status, proceed, reset, ask]);
  return asked;
}
