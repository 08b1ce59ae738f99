import { z } from 'zod';
import type { Attachment, Content } from '../../core/channel/content.ts';
import { listedFiles } from '../meta/listed-files.ts';
import { id, lenient, moment, text, webUrl } from '../shared/shapes.ts';
import { answeredStory, storyMention, unsupported } from './attachments.ts';

const Story = lenient(z.object({ link: lenient(webUrl) }));

/** A direct message as the list of a conversation shows it. */
export const ListedMessage = z.object({
  id,
  created_time: moment,
  from: lenient(z.object({ id, username: lenient(text) })),
  to: lenient(z.object({ data: z.array(z.object({ id, username: lenient(text) })) })),
  message: lenient(text),
  attachments: lenient(z.object({ data: z.array(z.unknown()) })),
  shares: lenient(z.object({ data: z.array(z.object({ link: lenient(webUrl), name: lenient(text) })) })),
  story: lenient(z.object({ mention: Story, reply_to: Story })),
  is_unsupported: lenient(z.boolean()),
});
export type ListedMessage = z.infer<typeof ListedMessage>;
export const MESSAGE_FIELDS = 'id,created_time,from,to,message,attachments,shares,story,is_unsupported';

export function directContent({ message, attachments, shares, story, is_unsupported }: ListedMessage): Content {
  const all: Attachment[] = [];
  if (story?.mention) all.push(storyMention(story.mention.link));
  if (story?.reply_to) all.push(answeredStory(story.reply_to.link));
  all.push(...listedFiles(attachments?.data ?? []));
  for (const { link, name } of shares?.data ?? [])
    if (link) all.push({ kind: 'link', source: { kind: 'none' }, href: link, title: name ?? 'A shared post' });
  if (is_unsupported || (!message && all.length === 0))
    all.push(unsupported('Something that Instagram shows only in its own app'));
  return { text: message ?? '', attachments: all };
}
