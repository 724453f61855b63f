import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SealMemory } from '../../src/lib/analysis/sealing/seal-memory.ts';
import { seal } from '../../src/lib/analysis/sealing/seal.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import { itemsOfKind } from '../../src/lib/domain/plan.ts';
import { parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';

const PACK = resolve(import.meta.dirname, '../../tiles/astana');

/** A checkpoint of the demo that alone holds a ring: without it there are more leaks. */
export function criticalCheckpoint(ring: string): { at: number[]; road: string; leaksWithout: number } {
	const bytes = readFileSync(resolve(PACK, 'roads.bin'));
	const roads = prepareRoads(
		decodeRoadGraph(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
	);
	const text = readFileSync(resolve(PACK, 'demo-plan.geojson'), 'utf8');
	const { plan } = parsePlan(text, { newId: (kind, index) => `${kind}-${index}` });
	const items = [...plan.items.values()];
	const memory = new SealMemory(roads);
	const leaksWithout = (without: string[]) =>
		seal(roads, items, { assumptions: { ...PRESENT, without } }, memory).leaks.filter(
			(leak) => leak.ring === ring
		);

	const before = new Set(leaksWithout([]).map(({ edge }) => edge));
	for (const { id, geometry, properties } of itemsOfKind(plan, 'checkpoint')) {
		if (properties.ring !== ring || properties.status === 'broken') continue;
		const opened = leaksWithout([id]);
		const fresh = opened.filter(({ edge }) => !before.has(edge));
		if (opened.length === before.size + 1 && fresh.length === 1 && fresh[0]?.road) {
			return { at: geometry.coordinates, road: fresh[0].road, leaksWithout: 1 };
		}
	}
	throw new Error(`no checkpoint of ${ring} opens one leak by itself`);
}
