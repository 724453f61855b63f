import Flatbush from 'flatbush';
import type { UnseenStretch } from '../../domain/findings/routes.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { encodeTile, type TileFeature } from '../mvt-encode.ts';
import { TileFrame, tileBbox } from './tile-frame.ts';
import { TileGeometry } from './tile-geometry.ts';

/** The stretches of road that nobody sees, as vector tiles: one layer `unseen`, lines. */
export class UnseenTiles {
	private readonly index: Flatbush | null;
	private readonly lines: Int32Array[];

	constructor(private readonly stretches: readonly UnseenStretch[]) {
		this.lines = stretches.map(({ line }) =>
			Int32Array.from(line.flat(), (deg) => Math.round(deg * GRID_PER_DEG))
		);
		this.index = stretches.length ? new Flatbush(stretches.length) : null;
		for (const line of this.lines) {
			let west = Infinity;
			let south = Infinity;
			let east = -Infinity;
			let north = -Infinity;
			for (let i = 0; i < line.length; i += 2) {
				west = Math.min(west, line[i]);
				east = Math.max(east, line[i]);
				south = Math.min(south, line[i + 1]);
				north = Math.max(north, line[i + 1]);
			}
			this.index?.add(west, south, east, north);
		}
		this.index?.finish();
	}

	/** The tile's bytes; empty where no stretch lies. Stretches that come down to one point are left out. */
	tile(z: number, x: number, y: number): Uint8Array {
		if (!this.index) return new Uint8Array(0);
		const [west, south, east, north] = tileBbox(z, x, y).map((deg) => deg * GRID_PER_DEG);
		const geometry = new TileGeometry(new TileFrame(z, x, y));
		const features: TileFeature[] = [];
		for (const row of this.index.search(west, south, east, north)) {
			const line = this.lines[row];
			const stretch = this.stretches[row];
			geometry.line(line, 0, line.length / 2);
			const commands = geometry.takeLine();
			if (!commands.length) continue;
			features.push({
				id: row + 1,
				type: 2,
				geometry: commands,
				properties: { id: stretch.id, class: stretch.roadClass }
			});
		}
		return features.length ? encodeTile([{ name: 'unseen', features }]) : new Uint8Array(0);
	}
}
