/** A server on this machine: no TLS is asked of it, since nothing leaves the house. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host.trim());
