import ipaddr from 'ipaddr.js';
import { isPublicAddress } from '../shared/address-guard.ts';

/** Names that no server of the internet answers to. Source: RFC 6761, RFC 6762, RFC 8375, and "internal" of ICANN. */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|lan|test|invalid|home\.arpa)$/;

/** Whether X would call this address at all: HTTPS without a port, on the public internet. Source: X docs, "Webhooks". */
export function isPublicDoor(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.port !== '') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (ipaddr.isValid(host)) return isPublicAddress(host);
  return host.includes('.') && !INSIDE.test(host);
}
