import { addProtocol } from 'maplibre-gl';
import { parsePlanTileUrl } from './plan-tile-url.ts';
import { PLAN_SCHEME, type TileSource } from './plan/sources.ts';

/** Makes one tile of the plan; empty bytes where nothing lies. */
export type MakeTile = (
	layer: TileSource,
	z: number,
	x: number,
	y: number,
	signal: AbortSignal
) => Promise<Uint8Array>;

const makers = new Map<string, MakeTile>();

/** Lets `make` answer for the plan tiles of `owner`; the answer ends the service. */
export function servePlanTiles(owner: string, make: MakeTile): () => void {
	if (makers.size === 0) addProtocol(PLAN_SCHEME, answer);
	makers.set(owner, make);
	return () => makers.delete(owner);
}

async function answer({ url }: { url: string }, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
	const { owner, layer, z, x, y } = parsePlanTileUrl(url);
	const make = makers.get(owner);
	if (!make) return { data: new ArrayBuffer(0) };
	const bytes = await make(layer, z, x, y, signal);
	const isWhole = bytes.byteLength === bytes.buffer.byteLength;
	return { data: (isWhole ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer };
}
