import '../../text/load-later.ts';
import { Link } from '@tanstack/react-router';
import type { FitPart } from '../../../core/routing/fit.ts';
import type { Routed } from '../../../core/routing/routed.ts';
import { useAgentName } from '../../api/use-agent-name.ts';
import { useMay } from '../../frame/use-me.ts';
import { languageName } from '../../text/language-name.ts';
import { percent } from '../../text/percent.ts';
import { locale, t, tryText } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords } from '../../time/words.ts';

const figure = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** How somebody was chosen, what spoke for them, who else was free, and why others were not. */
export function RoutedWhy({ routed }: { readonly routed: Routed }) {
  const may = useMay();
  const now = useNow();
  const nameOf = useAgentName();
  const name = (id: string) => nameOf(id) ?? t('actor.someone');
  const { to, at, how, had, parts, points, others, out } = routed;
  const left = Object.entries(out).filter(([, count]) => count > 0);
  const isWeighed = how !== 'round_robin' && parts.some(({ factor }) => factor !== 'turn');
  return (
    <div>
      <h2 className="px-4 pt-3 font-semibold">{t('routed.title', { name: name(to) })}</h2>
      <p className="px-4 pb-2 text-ink-2">
        {t(`routed.how.${how}`)} {had.length > 0 && <>{t('routed.passedOn', { names: had.map(name).join(', ') })} </>}
        <span className="text-ink-3">{t('routed.at', { ago: agoWords(at, now) })}</span>
      </p>
      <dl>
        {parts
          .toSorted((a, b) => b.points - a.points)
          .map((part) => (
            <div key={part.factor} className="flex items-baseline gap-3 px-4 py-1">
              <dt className="min-w-0 flex-1 [overflow-wrap:anywhere]">{partWords(part)}</dt>
              {isWeighed && <dd className="num flex-none font-medium">+{figure.format(part.points)}</dd>}
            </div>
          ))}
        {isWeighed && (
          <div className="mx-4 mt-1 flex items-baseline gap-3 border-t border-line py-2 font-semibold">
            <dt className="flex-1">{t('routed.total')}</dt>
            <dd className="num">{figure.format(points)}</dd>
          </div>
        )}
      </dl>
      {others.length > 0 && (
        <section className="border-t border-line px-4 py-2">
          <h3 className="text-s text-ink-3">{t('routed.others')}</h3>
          <ul>
            {others.map((other) => (
              <li key={other.agentId} className="flex items-baseline gap-3 py-0.5">
                <span className="min-w-0 flex-1 truncate">{name(other.agentId)}</span>
                {isWeighed && <span className="num flex-none text-ink-2">{figure.format(other.points)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {left.length > 0 && (
        <section className="border-t border-line px-4 py-2">
          <h3 className="text-s text-ink-3">{t('routed.out')}</h3>
          <ul className="text-ink-2">
            {left.map(([why, count]) => (
              <li key={why} className="py-0.5">
                {tryText(`routed.out.${why}`, { count }) ?? why}
              </li>
            ))}
          </ul>
        </section>
      )}
      {may('triage.manage') && (
        <Link
          to="/settings/$page"
          params={{ page: 'routing' }}
          className="block border-t border-line px-4 py-2 text-accent hover:bg-sunken max-phone:py-3"
        >
          {t('routed.tune')}
        </Link>
      )}
    </div>
  );
}

function partWords({ factor, points, by }: FitPart): string {
  const shown =
    factor === 'language'
      ? languageName(String(by))
      : factor === 'satisfaction'
        ? percent.format(Number(by))
        : (by ?? '');
  return tryText(`routed.part.${factor}`, { by: shown, points }) ?? factor;
}
