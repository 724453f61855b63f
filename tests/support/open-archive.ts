import { open, type FileHandle } from 'node:fs/promises';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';

/** A PMTiles file on disk, for the reader of the `pmtiles` package. */
export class DiskSource implements Source {
	constructor(private readonly file: FileHandle) {}

	getKey(): string {
		return 'disk';
	}

	async getBytes(offset: number, length: number): Promise<RangeResponse> {
		const bytes = new Uint8Array(length);
		const { bytesRead } = await this.file.read(bytes, 0, length, offset);
		return { data: bytes.buffer.slice(0, bytesRead) };
	}
}

/** Opens an archive; `tile` gives a decoded vector tile or null. */
export async function openArchive(path: string) {
	const file = await open(path);
	const archive = new PMTiles(new DiskSource(file));
	return {
		archive,
		close: () => file.close(),
		async tile(z: number, x: number, y: number): Promise<VectorTile | null> {
			const found = await archive.getZxy(z, x, y);
			return found ? new VectorTile(new PbfReader(new Uint8Array(found.data))) : null;
		}
	};
}

/** The tile that a place lies in. */
export function tileAt(z: number, lng: number, lat: number): [number, number, number] {
	const across = 2 ** z;
	const sin = Math.sin((lat * Math.PI) / 180);
	const y = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * across;
	return [z, Math.floor((lng / 360 + 0.5) * across), Math.floor(y)];
}
