import { HEADS, type Head } from '../../../core/learning/own.ts';
import { Check } from '../../parts/check.tsx';
import { t } from '../../text/t.ts';

export function SecondOpinionHeads({
  heads,
  problem,
  onChange,
}: {
  readonly heads: readonly Head[];
  readonly problem: string | null;
  readonly onChange: (heads: readonly Head[]) => void;
}) {
  const wrong = problem ?? (heads.length === 0 ? t('secondOpinion.headsNone') : null);
  return (
    <fieldset>
      <legend className="mb-0.5 font-medium">{t('secondOpinion.heads')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {HEADS.map((head) => (
          <Check
            key={head}
            label={t(`head.${head}`)}
            isOn={heads.includes(head)}
            onChange={(isOn) => onChange(HEADS.filter((one) => (one === head ? isOn : heads.includes(one))))}
          />
        ))}
      </div>
      {wrong && (
        <p role="alert" className="text-s font-medium text-alarm">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
