/** Why what a blocked person writes waits for nobody; whoever blocked them decided it. */
export const BLOCKED = 'blocked';
