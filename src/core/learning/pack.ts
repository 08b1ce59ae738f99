import { OWN_PLACES } from './own.ts';

/** Weights as bytes: how many places are not zero, which they are, and their weights. Little endian. */
export function packWeights(weights: Float32Array, many: number): Uint8Array {
  const places: number[] = [];
  for (let place = 0; place < OWN_PLACES; place++)
    for (let label = 0; label < many; label++)
      if (weights[place * many + label] !== 0) {
        places.push(place);
        break;
      }
  const view = new DataView(new ArrayBuffer(4 + places.length * (4 + 4 * many)));
  view.setUint32(0, places.length, true);
  let at = 4;
  for (const place of places) {
    view.setUint32(at, place, true);
    at += 4;
    for (let label = 0; label < many; label++, at += 4) view.setFloat32(at, weights[place * many + label] ?? 0, true);
  }
  return new Uint8Array(view.buffer);
}

/** Throws where the bytes are none of ours. */
export function unpackWeights(bytes: Uint8Array, many: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.byteLength < 4 ? -1 : view.getUint32(0, true);
  if (count < 0 || bytes.byteLength !== 4 + count * (4 + 4 * many))
    throw new Error('These bytes are no weights of an own model.');
  const weights = new Float32Array(OWN_PLACES * many);
  let at = 4;
  for (let one = 0; one < count; one++) {
    const place = view.getUint32(at, true) & (OWN_PLACES - 1);
    at += 4;
    for (let label = 0; label < many; label++, at += 4) weights[place * many + label] = view.getFloat32(at, true);
  }
  return weights;
}
