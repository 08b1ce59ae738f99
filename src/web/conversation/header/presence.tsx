/** Filled by who else is here. */
export function Presence(_: { readonly conversationId: string }) {
  return null;
}
