/** What the scripts start and what the tests start shall not be given the same. */
export { freePort } from '../scripts/parts/free-port.mjs';
