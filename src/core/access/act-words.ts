import type { Act } from './role.ts';

/** What each act lets somebody do, in the words of whoever puts a role together. */
export const ACT_WORDS: Readonly<Record<Act, string>> = {
  'conversations.read': 'Read conversations, lists and search',
  'conversations.work': 'Assign, mark, snooze, label and note conversations',
  'messages.send': 'Answer customers, like and repost',
  'messages.hide': 'Hide messages on the network, and show them again',
  'messages.delete': 'Delete messages on the network',
  'posts.publish': 'Publish posts',
  'contacts.read': 'See people and what is known of them',
  'contacts.work': 'Change what is known of people; block and mute them',
  'views.share': 'Share views with a team or with everybody',
  'labels.manage': 'Make and rename labels and fields',
  'replies.share': 'Share saved replies and macros',
  'inboxes.read': 'See the inboxes and how they are',
  'inboxes.manage': 'Connect, change and remove inboxes; say who may work in them',
  'agents.read': 'See who works here',
  'agents.manage': 'Invite people, change their roles, sign them out; work in every inbox',
  'teams.manage': 'Make teams and say who is in them',
  'roles.manage': 'Put roles together',
  'security.manage': 'Single sign-on, second factors and passwords',
  'ledger.read': 'Look into the ledger of everything that arrived',
  'ledger.replay': 'File entries of the ledger again',
  'tokens.manage': 'Make and revoke API tokens',
  'audit.read': 'Read the log of who changed what',
  'workspace.manage': 'Everything about the workspace itself',
  'practice.use': 'Play the customers in the practice workspace',
};
