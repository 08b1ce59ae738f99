import { z } from 'zod';
import type { FoundMessage, FoundPost, Lookups } from '../../core/channel/connector.ts';
import type { Attachment } from '../../core/channel/content.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import { judge, nothingOr } from '../meta/errors.ts';
import { asPage, type Graph } from '../meta/graph.ts';
import { findPerson } from '../meta/person.ts';
import { id, lenient, moment, text, webUrl } from '../shared/shapes.ts';
import { personOf } from './author.ts';
import { attachmentOf, Media } from './media.ts';

const Total = z.object({ summary: z.object({ total_count: z.number().int().nonnegative() }) });
const From = lenient(z.object({ id, name: lenient(text) }));

const Post = z.object({
  id,
  message: lenient(text),
  story: lenient(text),
  created_time: moment,
  from: From,
  permalink_url: lenient(webUrl),
  full_picture: lenient(webUrl),
  attachments: lenient(z.object({ data: z.array(Media) })),
  reactions: lenient(Total),
  comments: lenient(Total),
  shares: lenient(z.object({ count: z.number().int().nonnegative() })),
});
const POST_FIELDS =
  'id,message,story,created_time,from{id,name},permalink_url,full_picture,attachments{media_type,media,title,url},shares,reactions.summary(total_count).limit(0),comments.filter(stream).summary(total_count).limit(0)';

/** A comment, or a post that is a message to us. */
const Said = z.object({
  id,
  message: lenient(text),
  from: From,
  attachment: lenient(Media),
  attachments: lenient(z.object({ data: z.array(Media) })),
  permalink_url: lenient(webUrl),
});

export function lookupsThrough(graph: Graph): Lookups<MetaCredentials> {
  return {
    async post(postId, credentials): Promise<FoundPost | null> {
      const answer = await graph(
        { method: 'GET', path: encodeURIComponent(postId), query: { fields: POST_FIELDS } },
        asPage(credentials),
      );
      if (answer.kind !== 'ok') return nothingOr(answer);
      const post = Post.safeParse(answer.body).data;
      if (!post) return null;
      const pictures = (post.attachments?.data ?? []).map(attachmentOf);
      const only: Attachment[] = post.full_picture
        ? [{ kind: 'image', source: { kind: 'url', url: post.full_picture } }]
        : [];
      const counts = {
        ...(post.reactions ? { reactions: post.reactions.summary.total_count } : {}),
        ...(post.comments ? { comments: post.comments.summary.total_count } : {}),
        ...(post.shares ? { shares: post.shares.count } : {}),
      };
      return {
        ...(post.from?.name ? { authorName: post.from.name } : {}),
        isOurs: post.from?.id === credentials.pageId,
        content: { text: post.message ?? post.story ?? '', attachments: pictures.length > 0 ? pictures : only },
        at: post.created_time,
        ...(post.permalink_url ? { permalink: post.permalink_url } : {}),
        ...(Object.keys(counts).length > 0 ? { counts } : {}),
      };
    },

    async message(messageId, credentials): Promise<FoundMessage | null> {
      const ask = (fields: string) =>
        graph({ method: 'GET', path: encodeURIComponent(messageId), query: { fields } }, asPage(credentials));
      const asComment = await ask('id,message,from{id,name},attachment,permalink_url');
      // A comment has one attachment and a post several, under another name; the id does not tell which it is.
      const isOther = asComment.kind === 'error' && judge(asComment.error).means === 'other';
      const answer = isOther
        ? await ask('id,message,from{id,name},attachments{media_type,media,title,url},permalink_url')
        : asComment;
      if (answer.kind !== 'ok') return nothingOr(answer);
      const said = Said.safeParse(answer.body).data;
      if (!said) return null;
      const attachments = said.attachment ? [said.attachment] : (said.attachments?.data ?? []);
      return {
        ...(said.from ? { person: personOf(said.from.id, said.from.name, credentials.pageId) } : {}),
        content: { text: said.message ?? '', attachments: attachments.map(attachmentOf) },
        ...(said.permalink_url ? { permalink: said.permalink_url } : {}),
      };
    },

    person: (personId, credentials) => findPerson(graph, personId, credentials),
  };
}
