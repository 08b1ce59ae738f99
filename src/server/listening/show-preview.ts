import type { Previewed, PreviewPost } from '../../actions/listening/preview-rule.ts';
import type { HeardWord } from '../../core/listening/hear.ts';
import type { Need } from '../../core/listening/needs.ts';
import type { Preview } from '../../wire/listening.ts';
import { webAddress } from './show.ts';

/** @param isOpen whether what people said may be shown, or only how many said it */
export function showPreview({ items, nearly, passed, asked, ...rest }: Previewed, isOpen: boolean): Preview {
  return {
    looked: rest.looked,
    passed: { ...passed },
    asked: asked.map((one) => ({ ...one })),
    perDay: rest.perDay,
    usdPerDay: rest.usdPerDay,
    items: (isOpen ? items : []).map(({ because, needs, becomes, ...post }) => ({
      ...showPost(post, because, needs ?? []),
      isKept: post.isKept,
      becomes,
    })),
    nearly: (isOpen ? nearly : []).map(({ because, needs, why, word, ...post }) => ({
      ...showPost(post, because, needs),
      why,
      word,
    })),
  };
}

const showPost = (post: PreviewPost, because: readonly HeardWord[], needs: readonly Need[]) => ({
  channel: post.channel,
  inboxId: post.inboxId,
  author: { ...post.author },
  text: post.text,
  media: post.media,
  permalink: webAddress(post.permalink),
  saidAt: post.saidAt.toISOString(),
  language: post.language,
  sentiment: post.sentiment,
  urgency: post.urgency,
  because: because.map((word) => ({ ...word })),
  needs: needs.map((need) => ({ ...need })),
});
