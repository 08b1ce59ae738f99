/** For whom a saved view is. */
export interface ForWhom {
  readonly audience: 'me' | 'everybody' | 'team';
  readonly teamId: string | null;
  readonly ownerId: string | null;
}
export interface Viewer {
  /** Null: an API token. */
  readonly agentId: string | null;
  readonly teamIds: readonly string[];
  /** May make and change what others see. */
  readonly mayShare: boolean;
}

/** One's own; what is for everybody or one's team; and for whoever shares views what is for any team. */
export function seesView(view: ForWhom, { agentId, teamIds, mayShare }: Viewer): boolean {
  if (view.audience === 'everybody') return true;
  if (view.audience === 'me') return agentId !== null && view.ownerId === agentId;
  return mayShare || (view.teamId !== null && teamIds.includes(view.teamId));
}

/** One's own as one likes; what others see too only with the right to share, whoever made it. */
export function mayChangeView(view: ForWhom, viewer: Pick<Viewer, 'agentId' | 'mayShare'>): boolean {
  if (view.audience === 'me') return viewer.agentId !== null && view.ownerId === viewer.agentId;
  return viewer.mayShare;
}
