import { Download } from 'lucide-react';
import { install, useInstalling } from '../../offline/install.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { Setting } from '../parts/sheet.tsx';

/** The desk as an app of its own: offered where somebody looks for it, by a browser that can. */
export function InstallLine() {
  const installing = useInstalling();
  if (installing === 'impossible') return null;
  return (
    <Setting title={t('install.title')} help={t(`install.${installing}`)}>
      {installing === 'offered' && (
        <Button icon={<Download size={14} aria-hidden />} onClick={() => void install()} className="max-phone:!h-10">
          {t('install.do')}
        </Button>
      )}
    </Setting>
  );
}
