import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { CompanyList } from '../../wire/persons.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { CompanyForm } from './company-form.tsx';
import { KeepOrRemove } from './keep-or-remove.tsx';
import { ListLine } from './list-line.tsx';
import { NarrowedList } from './narrowed-list.tsx';
import { companiesQuery, deleteCompany, gatherCompany } from './queries.ts';
import { useKnown } from './use-known.ts';

type Company = CompanyList['items'][number];

/** The companies that people write for. */
export function Companies() {
  const companies = useQuery(companiesQuery);
  const may = useMay();
  const { change, isBusy } = useKnown();
  const [ask, asked] = useConfirm();
  const [edited, setEdited] = useState<Company | null>(null);
  async function remove({ id, name }: Company) {
    const question = {
      title: t('company.removeTitle', { name }),
      about: t('company.removeAbout'),
      act: t('company.remove'),
    };
    if (!(await ask({ ...question, isGrave: true }))) return;
    if (await change(() => deleteCompany(id))) say({ title: t('company.removed', { name }) });
  }
  const gather = (id: string) =>
    void change(async () => {
      const { people } = await gatherCompany(id);
      say({ title: t('company.gathered', { count: people }) });
    });
  if (companies.isPending)
    return (
      <Loading label={t('loading.persons')}>
        <Skeleton className="h-32 !rounded-medium" />
      </Loading>
    );
  if (!companies.data)
    return <LoadFailed what={t('what.companies')} error={companies.error} onRetry={() => void companies.refetch()} />;
  if (companies.data.length === 0) return <Empty title={t('company.none')}>{t('company.noneAbout')}</Empty>;
  return (
    <>
      <NarrowedList
        items={companies.data}
        label={t('company.find')}
        wordsOf={(one) => `${one.name} ${one.domains.join(' ')}`}
      >
        {(company) => (
          <ListLine
            key={company.id}
            list="companies"
            id={company.id}
            name={company.name}
            about={company.domains.join(', ')}
            people={t('persons.count', { count: company.people })}
            acts={
              may('contacts.work') && (
                <>
                  {company.domains.length > 0 && (
                    <Button
                      className="max-phone:mb-1"
                      isBusy={isBusy}
                      icon={<UserPlus size={14} aria-hidden />}
                      onClick={() => gather(company.id)}
                    >
                      {t('company.gather')}
                    </Button>
                  )}
                  <KeepOrRemove
                    name={company.name}
                    change={t('company.edit')}
                    remove={t('company.remove')}
                    onChange={() => setEdited(company)}
                    onRemove={() => void remove(company)}
                  />
                </>
              )
            }
          />
        )}
      </NarrowedList>
      {edited && <CompanyForm company={edited} onClose={() => setEdited(null)} />}
      {asked}
    </>
  );
}
