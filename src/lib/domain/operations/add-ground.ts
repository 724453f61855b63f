import { groundShape } from '../../geo/fabric/ground-shape.ts';
import { areaM2, commonAreaM2 } from '../../geo/fabric/common-area.ts';
import { groundLeftOf } from '../../geo/fabric/set-ground.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { mayNotOverlap, neighboursOf } from '../fabric/neighbours.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { addItem, type NewItem } from './add-item.ts';

/** What becomes of drawn ground that another one of its fabric holds: it is cut off, the whole is refused, or it is kept. */
export type OverOthers = 'cut' | 'refuse' | 'keep';

/** Less than this lies over another only as far as a hand can draw. */
const LEAST_M2 = 0.01;
/** Pieces smaller than this that a cut leaves are nothing anyone drew. */
const LEAST_PIECE_M2 = 1;

/**
 * Adds an item with ground that was drawn; `inTheWay` are those of its fabric that hold some of it already.
 * Whatever it borders on gets its corners, and it theirs. Other items are added as `addItem` does.
 *
 * Refuses what `addItem` does; `overlaps` where nothing may lie over another; `nothing-left` where all of it is
 * another's.
 */
export const addGround = atRest(function addGround(
	plan: Plan,
	newItem: NewItem,
	id: ItemId,
	over: OverOthers
): (Edit & { readonly inTheWay: readonly ItemId[] }) | Refusal {
	const added = addItem(plan, newItem, id);
	if (isRefusal(added)) return added;
	const item = added.put[0];
	const shape = groundShape(item.geometry);
	if (!shape) return { ...added, inTheWay: [] };
	const near = neighboursOf(plan, item, shape.box, new Set([id])).filter((other) =>
		mayNotOverlap(item, other.item)
	);
	const held = near.filter((other) => commonAreaM2(shape.rings, other.shape.rings) > LEAST_M2);
	const inTheWay = held.map((other) => other.item.id);
	if (over === 'keep' && held.length > 0) return { ...added, inTheWay };

	let rings = shape.rings;
	if (over === 'cut' && held.length > 0) {
		const left = groundLeftOf(
			rings,
			held.map((other) => other.shape.rings)
		);
		rings = left.filter((face) => areaM2(face) >= LEAST_PIECE_M2).flat();
		if (rings.length === 0) {
			const seen = held[0].item.properties.name ?? held[0].item.id;
			return refuse({ code: 'nothing-left', severity: 'error', featureId: id, seen });
		}
	}
	const edit = fitGrounds(plan, added.label, [{ item, rings }]);
	if (isRefusal(edit)) return edit;
	return { ...edit, inTheWay };
});
