import { Pencil, Trash2 } from 'lucide-react';
import { IconButton } from '../parts/button.tsx';

/** Changes or removes a list of people; each button says which. */
export function KeepOrRemove({
  name,
  change,
  remove,
  onChange,
  onRemove,
}: {
  readonly name: string;
  readonly change: string;
  readonly remove: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  return (
    <>
      <IconButton label={`${change}: ${name}`} onClick={onChange}>
        <Pencil size={14} aria-hidden />
      </IconButton>
      <IconButton label={`${remove}: ${name}`} onClick={onRemove}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </>
  );
}
