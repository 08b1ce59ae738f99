/**
 * A port for a server that has to be told its own. It lies below those that a system hands out to whoever asks for any,
 * so that nothing else on a busy machine is given it before the server starts, or while it is started again.
 */
export function freePort(): Promise<number>;
