import { describe, expect, test } from 'vitest';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { SealView } from '../../../src/lib/domain/seal-view.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { LAWFUL_VIEWS, TRAVEL_MODES } from '../../../src/lib/network/travel-mode.ts';
import { taggedTown, type TaggedTown } from '../../support/tagged-town.ts';
import { checkpoint, squareRing, type Spot } from '../../support/towns.ts';

/**
 * Towns whose street names say what is expected of them. The first words are the state of the street's
 * crossings: `held`, `covered`, `pocket`, `still open`; a street that starts otherwise is not asked about.
 * What leaks are the streets still open, as far as the marks in brackets let them: `(cars)`, `(feet)`,
 * `(out only)`, `(in only)`.
 */
type View = Pick<SealView, 'mode' | 'lawful'>;

const VIEWS: View[] = TRAVEL_MODES.flatMap((mode) => LAWFUL_VIEWS.map((lawful) => ({ mode, lawful })));
const ring = squareRing('ring', 400);

interface Town extends TaggedTown {
	readonly posts?: readonly Spot[];
	/** With signs another edge is as good a place to close, so that only the view without is asked. */
	readonly isOfNoSigns?: boolean;
}

const oneway = { oneway: 'yes' };
/** Inside at `m`, outside at the ends of streets of several kilometres. */
const OUT = 5000;

const TOWNS: Record<string, Town> = {
	'a bridge over a ring road: the post below does not hold it': {
		nodes: { m: [0, 0], out: [OUT, 0], south: [420, -OUT], north: [420, OUT] },
		ways: {
			'still open bridge': { through: 'm out', tags: { bridge: 'yes' } },
			'ring road, outside': { through: 'south north' }
		},
		posts: [[420, 0]]
	},
	'a bridge over a ring road: its own post does': {
		nodes: { m: [0, 0], out: [OUT, 0], south: [420, -OUT], north: [420, OUT] },
		ways: {
			'held by the bridge post': { through: 'm out', tags: { bridge: 'yes' } },
			'ring road, outside': { through: 'south north' }
		},
		posts: [[460, 0]]
	},
	'a tunnel under a ring road: the post above does not hold it': {
		nodes: { m: [0, 0], out: [OUT, 0], south: [420, -OUT], north: [420, OUT] },
		ways: {
			'still open tunnel': { through: 'm out', tags: { tunnel: 'yes' } },
			'ring road, outside': { through: 'south north' }
		},
		posts: [[420, 0]]
	},
	'a passage through a house lies on the ground: the post before it holds it': {
		nodes: { m: [0, 0], a: [395, 0], b: [430, 0], out: [OUT, 0] },
		ways: {
			'within, before the house': { through: 'm a' },
			'held passage': { through: 'a b', tags: { tunnel: 'building_passage' } },
			'beyond the house': { through: 'b out' }
		},
		posts: [[390, 0]]
	},
	'a dual carriageway: 12 m apart, one post holds both': {
		nodes: { m: [0, 0], n: [0, 12], out: [OUT, 0], back: [OUT, 12] },
		ways: {
			'held outbound': { through: 'm out', tags: oneway },
			'held inbound': { through: 'back n', tags: oneway },
			within: { through: 'm n' }
		},
		posts: [[410, 0]]
	},
	'a dual carriageway: 40 m apart, the other stays open': {
		nodes: { m: [0, 0], n: [0, 40], out: [OUT, 0], back: [OUT, 40] },
		ways: {
			'held outbound': { through: 'm out', tags: oneway },
			'still open inbound (in only)': { through: 'back n', tags: oneway },
			within: { through: 'm n' }
		},
		posts: [[410, 0]]
	},
	'motorways bind even those who count all roads': {
		nodes: { m: [0, 0], n: [0, 40], out: [OUT, 0], back: [OUT, 40] },
		ways: {
			'still open, outbound (out only) (cars)': { through: 'm out', tags: { highway: 'motorway' } },
			'still open, inbound (in only) (cars)': { through: 'back n', tags: { highway: 'motorway' } },
			within: { through: 'm n' }
		}
	},
	'a roundabout on the ring, two of its ways out closed': {
		nodes: {
			m: [0, 0],
			w: [370, 0],
			s: [400, -30],
			e: [430, 0],
			n: [400, 30],
			east: [OUT, 0],
			north: [400, OUT],
			south: [400, -OUT]
		},
		ways: {
			'within, to the roundabout': { through: 'm w' },
			roundabout: { through: 'w s e n w', tags: { junction: 'roundabout' } },
			'still open, east arm': { through: 'e east' },
			'north arm': { through: 'n north' },
			'south arm': { through: 's south' }
		},
		posts: [
			[400, 90],
			[400, -90]
		],
		isOfNoSigns: true
	},
	'a ring through a junction: the post on it closes every arm': {
		nodes: { m: [0, 0], j: [400, 0], east: [OUT, 0], north: [400, OUT], south: [400, -OUT] },
		ways: {
			'held west arm': { through: 'm j' },
			'held east arm': { through: 'j east' },
			'held north arm': { through: 'j north' },
			'held south arm': { through: 'j south' }
		},
		posts: [[400, 0]]
	},
	'a ring through a junction: open, one edge closes it': {
		nodes: { m: [0, 0], j: [400, 0], east: [OUT, 0], north: [400, OUT], south: [400, -OUT] },
		ways: {
			'still open, into the junction': { through: 'm j' },
			'east arm': { through: 'j east' },
			'north arm': { through: 'j north' },
			'south arm': { through: 'j south' }
		}
	},
	'a ring along a street: the way on is what leaks': {
		nodes: { m: [0, 0], n: [0, 200], a: [400, 0], b: [400, 100], c: [400, 200], out: [OUT, 100] },
		ways: {
			'onto the ring, south': { through: 'm a' },
			'onto the ring, north': { through: 'n c' },
			'within, between': { through: 'm n' },
			'along the ring': { through: 'a b c' },
			'still open, the way on': { through: 'b out' }
		}
	},
	'in, out and in again': {
		nodes: { m: [0, 0], a: [300, 60], b: [460, 80], c: [460, 160], d: [300, 180], out: [OUT, 0] },
		ways: {
			'pocket, out and in again': { through: 'a b c d' },
			'within, south': { through: 'm a' },
			'within, north': { through: 'm d' },
			'held main': { through: 'm out' }
		},
		posts: [[400, 0]]
	},
	'a slip road past a checkpoint': {
		nodes: { m: [0, 0], off: [385, 0], on: [700, 0], slip: [500, 80], out: [OUT, 0] },
		ways: {
			'within, to the slip road': { through: 'm off' },
			'held main': { through: 'off on' },
			'still open slip road': { through: 'off slip on' },
			'main, beyond': { through: 'on out' }
		},
		posts: [[440, 0]]
	},
	'a side street that comes back before the checkpoint': {
		nodes: { m: [0, 0], off: [410, 0], side: [420, 60], n: [0, 60], out: [OUT, 0] },
		ways: {
			'covered, before the post': { through: 'm off' },
			'covered side street': { through: 'off side n' },
			within: { through: 'm n' },
			'main, held at the post': { through: 'off out' }
		},
		posts: [[460, 0]]
	},
	'a dead end': {
		nodes: { m: [0, 0], end: [900, 0] },
		ways: { 'pocket, dead end': { through: 'm end' } }
	},
	'a private road is a road': {
		nodes: { m: [0, 0], out: [OUT, 0], south: [0, -OUT] },
		ways: {
			'still open private drive': { through: 'm out', tags: { highway: 'service', access: 'private' } },
			'still open, no entry for cars': { through: 'm south', tags: { motor_vehicle: 'no' } }
		}
	},
	'a gate is passed unless it is locked': {
		nodes: {
			m: [0, 0],
			gate: [450, 0, { barrier: 'gate' }],
			out: [OUT, 0],
			locked: [0, 450, { barrier: 'gate', locked: 'yes' }],
			north: [0, OUT],
			inner: [-380, 0, { barrier: 'gate', locked: 'yes' }],
			west: [-OUT, 0],
			bollard: [0, -450, { barrier: 'bollard' }],
			south: [0, -OUT]
		},
		ways: {
			'still open, through the gate': { through: 'm gate out' },
			'pocket before the locked gate': { through: 'm locked north' },
			'locked before the line': { through: 'm inner west' },
			'still open, past the bollard': { through: 'm bollard south' }
		}
	},
	'a ferry is a way out, one for feet only for feet': {
		nodes: { m: [0, 0], quay: [300, 0], far: [OUT, 0], pier: [0, 300], beyond: [0, OUT] },
		ways: {
			'within, to the quay': { through: 'm quay' },
			'still open ferry': { through: 'quay far', tags: { route: 'ferry' } },
			'within, to the pier': { through: 'm pier' },
			'still open foot ferry (feet)': {
				through: 'pier beyond',
				tags: { route: 'ferry', motor_vehicle: 'no', foot: 'yes' }
			}
		}
	},
	'paths, pavements and streets without cars': {
		nodes: { m: [0, 0], east: [OUT, 0], north: [0, OUT], south: [0, -OUT], west: [-OUT, 0] },
		ways: {
			'still open street': { through: 'm east' },
			'still open footpath (feet)': { through: 'm north', tags: { highway: 'footway' } },
			'still open steps (feet)': { through: 'm south', tags: { highway: 'steps' } },
			'still open expressway (cars)': { through: 'm west', tags: { highway: 'trunk' } }
		}
	}
};

describe.each(Object.entries(TOWNS))('%s', (_, { posts = [], isOfNoSigns = false, ...plan }) => {
	const roads = prepareRoads(taggedTown(plan));
	const items = [ring, ...posts.map((at, i) => checkpoint(`post-${i}`, at, {}, 100 + i))];
	const names = Object.keys(plan.ways);

	test('its crossings are what their names say', () => {
		const { crossings } = seal(roads, items, { mode: 'all' });
		const said = crossings.flatMap(({ road, state }) => {
			const word = /^(held|covered|pocket|still open)/.exec(road ?? '')?.[1];
			return word ? [{ road, state, expected: word === 'still open' ? 'open' : word }] : [];
		});
		for (const { road, state, expected } of said) expect({ road, state }).toEqual({ road, state: expected });
		for (const { road } of crossings) expect(road).not.toMatch(/^(within|outside)/);
	});

	test.each(VIEWS.filter(({ lawful }) => lawful === 'no' || !isOfNoSigns))(
		'what leaks is what is still open: $mode, signs $lawful',
		(view) => {
			const { leaks, rings } = seal(roads, items, view);
			const expected = names.filter((name) => name.startsWith('still open') && isWay(name, view));
			expect(leaks.map(({ road }) => road).sort()).toEqual(expected.sort());
			expect(rings[0]?.sealed).toBe(expected.length === 0);
		}
	);
});

function isWay(name: string, { mode, lawful }: View): boolean {
	const has = (mark: string) => name.includes(`(${mark})`);
	if (mode === 'drive' && has('feet')) return false;
	if (mode === 'walk') return !has('cars');
	const isBound = mode === 'drive' || has('cars');
	if (isBound && lawful === 'out' && has('in only')) return false;
	return !(isBound && lawful === 'in' && has('out only'));
}

test('half of what is asked leaks and half is sealed', () => {
	const counts = Object.values(TOWNS).flatMap(({ ways }) =>
		VIEWS.map((view) => Object.keys(ways).some((name) => name.startsWith('still open') && isWay(name, view)))
	);
	const share = counts.filter(Boolean).length / counts.length;
	expect(share).toBeGreaterThan(0.3);
	expect(share).toBeLessThan(0.8);
});
