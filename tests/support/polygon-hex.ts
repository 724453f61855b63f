import type { Position } from 'geojson';

/** A polygon (closed rings, exterior first) as well-known binary in hexadecimal, little-endian, for COPY into PostGIS. */
export function polygonHex(rings: readonly (readonly Position[])[]): string {
	const points = rings.reduce((sum, ring) => sum + ring.length, 0);
	const bytes = Buffer.alloc(9 + 4 * rings.length + 16 * points);
	bytes.writeUInt8(1, 0);
	bytes.writeUInt32LE(3, 1);
	bytes.writeUInt32LE(rings.length, 5);
	let at = 9;
	for (const ring of rings) {
		at = bytes.writeUInt32LE(ring.length, at);
		for (const [x, y] of ring) at = bytes.writeDoubleLE(y, bytes.writeDoubleLE(x, at));
	}
	return bytes.toString('hex');
}
