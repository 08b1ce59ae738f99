import type { Query } from './api.ts';

/** What is asked of a post in every list. The old names: the newest documentation has others, the API takes these. */
export const POST_FIELDS: Query = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,entities,in_reply_to_user_id,note_tweet,public_metrics,referenced_tweets',
  'media.fields': 'alt_text,media_key,preview_image_url,type,url,variants',
};
const USER_FIELDS: Query = { 'user.fields': 'name,profile_image_url,public_metrics,username' };

/** Posts of others, with who wrote them and what they point at. */
export const OTHERS_POSTS: Query = {
  ...POST_FIELDS,
  ...USER_FIELDS,
  expansions: 'author_id,attachments.media_keys,referenced_tweets.id',
};
/** Our own posts: nobody is asked for by name, since names cost. */
export const OWN_POSTS: Query = { ...POST_FIELDS, expansions: 'attachments.media_keys' };
export const ONE_USER: Query = USER_FIELDS;
export const MESSAGES: Query = {
  'dm_event.fields':
    'attachments,created_at,dm_conversation_id,entities,event_type,id,referenced_tweets,sender_id,text',
  event_types: 'MessageCreate',
  expansions: 'attachments.media_keys,sender_id',
  'media.fields': POST_FIELDS['media.fields'],
  ...USER_FIELDS,
};
