import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../text/t.ts';
import { Button, type ButtonProps } from './button.tsx';
import { copyText } from './copy-text.ts';

/** Copies, and says for a moment that it did. */
export function CopyButton({
  text,
  label,
  ...button
}: Pick<ButtonProps, 'look' | 'className'> & { readonly text: string; readonly label: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button
      {...button}
      icon={isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onClick={() => void copyText(text).then(setCopied)}
    >
      <span aria-live="polite">{isCopied ? t('webhook.copied') : label}</span>
    </Button>
  );
}
