import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { PMTiles, zxyToTileId, type RangeResponse, type Source } from 'pmtiles';
import { describe, expect, test } from 'vitest';
import { ArchiveIndex, HEAD_BYTES } from '../../src/lib/formats/pmtiles-write.ts';
import { tileId } from '../../src/lib/formats/tile-id.ts';

class MemorySource implements Source {
	constructor(private readonly bytes: Uint8Array) {}
	getKey(): string {
		return 'memory';
	}
	async getBytes(offset: number, length: number): Promise<RangeResponse> {
		return { data: this.bytes.slice(offset, offset + length).buffer as ArrayBuffer };
	}
}

interface Tile {
	z: number;
	x: number;
	y: number;
	text: string;
}

/** An archive of these tiles, and the bytes of tile data in it. */
function archiveOf(tiles: readonly Tile[], compress = (bytes: Uint8Array): Uint8Array => gzipSync(bytes)) {
	const index = new ArchiveIndex(compress);
	const data: Uint8Array[] = [];
	const rows = tiles
		.map((tile) => ({ id: tileId(tile.z, tile.x, tile.y), tile }))
		.sort((a, b) => a.id - b.id);
	for (const { id, tile } of rows) {
		const bytes = gzipSync(tile.text);
		if (index.add(id, bytes)) data.push(bytes);
	}
	const { head, tail } = index.finish({
		metadata: { name: 'test' },
		bounds: [9.5, 47, 9.75, 47.25],
		minZoom: 0,
		maxZoom: 14
	});
	const body = Buffer.concat(data);
	const file = Buffer.concat([head, Buffer.alloc(HEAD_BYTES - head.length), body, tail]);
	return {
		archive: new PMTiles(new MemorySource(new Uint8Array(file))),
		dataBytes: body.length,
		headBytes: head.length
	};
}

const textAt = async (archive: PMTiles, { z, x, y }: Tile) => {
	const found = await archive.getZxy(z, x, y);
	return found ? new TextDecoder().decode(found.data) : null;
};

describe('tileId', () => {
	test('agrees with the pmtiles package', () => {
		const place = fc
			.integer({ min: 0, max: 20 })
			.chain((z) => fc.tuple(fc.constant(z), fc.nat(2 ** z - 1), fc.nat(2 ** z - 1)));
		fc.assert(
			fc.property(place, ([z, x, y]) => {
				expect(tileId(z, x, y)).toBe(zxyToTileId(z, x, y));
			}),
			{ numRuns: 500, seed: 1 }
		);
	});
});

describe('an archive', () => {
	test('gives every tile back and no other', async () => {
		const tiles: Tile[] = [];
		for (let x = 0; x < 16; x++)
			for (let y = 0; y < 16; y += 2) tiles.push({ z: 4, x, y, text: `${x} ${y}` });
		const { archive } = archiveOf(tiles);
		for (const tile of tiles) expect(await textAt(archive, tile)).toBe(tile.text);
		expect(await textAt(archive, { z: 4, x: 3, y: 3, text: '' })).toBe(null);
		expect(await textAt(archive, { z: 3, x: 0, y: 0, text: '' })).toBe(null);
	});

	test('says its bounds and zooms', async () => {
		const header = await archiveOf([{ z: 0, x: 0, y: 0, text: 'a' }]).archive.getHeader();
		expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([9.5, 47, 9.75, 47.25]);
		expect([header.specVersion, header.minZoom, header.maxZoom, header.numAddressedTiles]).toEqual([
			3, 0, 14, 1
		]);
	});

	test('stores equal tiles once, as runs where they follow each other', async () => {
		const tiles: Tile[] = [];
		for (let x = 0; x < 32; x++)
			for (let y = 0; y < 32; y++) tiles.push({ z: 5, x, y, text: x === 7 && y === 9 ? 'town' : 'sea' });
		const { archive, dataBytes } = archiveOf(tiles);
		const header = await archive.getHeader();
		expect([header.numAddressedTiles, header.numTileContents, header.numTileEntries]).toEqual([1024, 2, 3]);
		expect(dataBytes).toBeLessThan(100);
		for (const tile of tiles) expect(await textAt(archive, tile)).toBe(tile.text);
	});

	test('of more tiles than the root can hold has leaves', async () => {
		const tiles: Tile[] = [];
		for (let i = 0; i < 20_000; i++) {
			tiles.push({
				z: 12,
				x: (i * 37) % 4096,
				y: (i * 101 + (i >> 7)) % 4096,
				text: `${i} ${'x'.repeat(i % 90)}`
			});
		}
		const byId = new Map(tiles.map((tile) => [tileId(tile.z, tile.x, tile.y), tile]));
		const { archive, headBytes } = archiveOf([...byId.values()]);
		const header = await archive.getHeader();
		expect(headBytes).toBeLessThanOrEqual(HEAD_BYTES);
		expect(header.leafDirectoryLength).toBeGreaterThan(0);
		for (const tile of [...byId.values()].filter((_, i) => i % 97 === 0)) {
			expect(await textAt(archive, tile)).toBe(tile.text);
		}
	});

	test('refuses tiles out of order', () => {
		const index = new ArchiveIndex((bytes) => bytes);
		index.add(7, Uint8Array.of(1));
		expect(() => index.add(7, Uint8Array.of(1))).toThrow(/tile 7 comes after 7/);
	});
});
