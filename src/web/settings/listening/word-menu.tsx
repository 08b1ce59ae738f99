import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem, MenuLabel } from '../../parts/menu.tsx';
import { t } from '../../text/t.ts';
import { otherWords } from './other-words.ts';
import type { Overheard } from './overheard.ts';

/** One of the words of a post, to be chosen for the rule. */
export function WordMenu({
  trigger,
  about,
  post,
  onChoose,
}: {
  readonly trigger: string;
  readonly about: string;
  readonly post: Overheard;
  readonly onChoose: (word: string) => void;
}) {
  const words = otherWords(post.text, post.language, post.because);
  return (
    <Menu
      align="start"
      trigger={
        <Button look="quiet" className="-mx-2 !h-[26px] !px-2 text-s max-phone:!h-10">
          {trigger}
        </Button>
      }
    >
      <MenuLabel>{words.length === 0 ? t('preview.noWords') : about}</MenuLabel>
      {words.map((word) => (
        <MenuItem key={word} onSelect={() => onChoose(word)}>
          <bdi>{word}</bdi>
        </MenuItem>
      ))}
    </Menu>
  );
}
