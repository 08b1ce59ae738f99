import { writeFileSync } from 'node:fs';
import { NOT_CONNECTED } from '../../src/connectors/not-connected.ts';
import { createConnectors } from '../../src/connectors/registry.ts';
import { channelsDocument } from './document.ts';

/** `npm run channels`: writes what the connectors can do into the documents. */
const path = new URL('../../docs/channels.md', import.meta.url);
writeFileSync(path, channelsDocument([...createConnectors().values()], NOT_CONNECTED));
process.stdout.write('docs/channels.md is written.\n');
